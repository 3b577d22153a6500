"""From the words of a role to the entities they name."""

from __future__ import annotations

import pytest

from summitgraph.extraction.gazetteer import shared
from summitgraph.extraction.parties import Cast
from summitgraph.records import Span
from tests.unit.extraction.said import Reads


def parties(fast: Reads, text: str, words: str) -> tuple[str, ...]:
    start = text.index(words)
    return Cast.of(fast.doc(text), shared()).parties(Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Moscow expelled them.", "Moscow", ("country:RUS",)),
        ("Moscow expelled two Dutch diplomats.", "two Dutch diplomats", ("country:NLD",)),
        ("Troops from Mali crossed the river.", "Troops from Mali", ("country:MLI",)),
        ("Protesters marched.", "Protesters", ()),
        ("President Emmanuel Macron spoke.", "President Emmanuel Macron", ("person:emmanuel-macron",)),
        ("They met in Hanoi.", "Hanoi", ()),
    ],
)
def test_parties(fast: Reads, text: str, words: str, expected: tuple[str, ...]) -> None:
    assert parties(fast, text, words) == expected


def test_a_group_gives_all_its_members(fast: Reads) -> None:
    text = "Donald Trump met Kim Jong Un. The two leaders dined."
    assert set(parties(fast, text, "The two leaders")) == {"person:donald-trump", "person:kim-jong-un"}


def test_no_span_names_nobody(fast: Reads) -> None:
    assert Cast.of(fast.doc("Moscow spoke."), shared()).parties(None) == ()
