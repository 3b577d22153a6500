"""Where names stand, before anybody knows who is meant."""

from __future__ import annotations

import pytest

from tests.unit.extraction.said import Reads


def names(fast: Reads, text: str) -> list[str]:
    return [name.text for name in fast.doc(text)._.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong Un met Moon Jae-in.", ["Kim Jong Un", "Moon Jae-in"]),
        ("Nguyen Phu Trong received the guests.", ["Nguyen Phu Trong"]),
        ("Officials praised Kwak Jin-ho on Monday.", ["Kwak Jin-ho"]),
        ("They flew to Singapore Airlines offices.", ["Singapore Airlines"]),
        ("The talks began in March.", []),
    ],
)
def test_names_are_whole(fast: Reads, text: str, expected: list[str]) -> None:
    assert names(fast, text) == expected


def test_a_title_is_cut_from_the_name(fast: Reads) -> None:
    found = fast.doc("Diplomats said Foreign Minister Branko Tesla resigned.")._.names
    assert [(name.text, name.kind) for name in found] == [("Foreign Minister", "office"), ("Branko Tesla", "unknown")]


def test_a_compound_adjective_is_two_names(fast: Reads) -> None:
    assert names(fast, "The U.S.-South Korean drills went on.") == ["U.S.", "South Korean"]


def test_the_first_word_of_a_sentence_is_no_name(fast: Reads) -> None:
    assert names(fast, "Officials met. Nobody spoke.") == []


def test_an_authority_name_carries_its_candidates(fast: Reads) -> None:
    [name] = fast.doc("They praised Angela Merkel.")._.names
    assert (name.candidates, name.type) == (("person:angela-merkel",), "Person")
