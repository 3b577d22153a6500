"""Titles and descriptions: who bears them on the day of the event."""

from __future__ import annotations

import pytest

from summitgraph.extraction.gazetteer import shared
from summitgraph.extraction.offices import OfficeIndex, is_ruler, office_label, with_article
from tests.unit.extraction.said import Reads


@pytest.mark.parametrize(
    ("published", "holder"),
    [
        ("2017-03-01", "person:rex-tillerson"),
        ("2019-02-28", "person:mike-pompeo"),
        ("2022-03-01", "person:antony-blinken"),
    ],
)
def test_the_secretary_of_state_is_who_held_the_office(fast: Reads, published: str, holder: str) -> None:
    said = fast("The U.S. secretary of state arrived in Seoul.", published)
    assert said.means("The U.S. secretary of state") == {holder}


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Trump praised the North Korean leader.", "the North Korean leader", "person:kim-jong-un"),
        ("The South Korean president left Pyongyang.", "The South Korean president", "person:moon-jae-in"),
        ("Japan's prime minister called for calm.", "Japan's prime minister", "person:shinzo-abe"),
        ("The German chancellor called for calm.", "The German chancellor", "person:angela-merkel"),
    ],
)
def test_descriptions_mean_the_holder(fast: Reads, text: str, words: str, meant: str) -> None:
    assert fast(text).means(words) == {meant}


def test_an_office_is_resolved_on_the_day_that_the_text_tells_of(fast: Reads) -> None:
    said = fast("In 1994, President Bill Clinton approved the deal. The secretary of state defended it.")
    assert said.means("The secretary of state") == {"person:warren-christopher"}


def test_a_title_without_country_takes_up_its_bearer(fast: Reads) -> None:
    said = fast("Prime Minister Ilse Novak flew to Oslo. The prime minister thanked her hosts.")
    assert said.means("The prime minister") == {"person:ilse-novak"}


def test_a_former_holder_holds_no_office_now(fast: Reads) -> None:
    said = fast("Former Secretary of State Rex Tillerson criticised the plan.")
    assert not any(p == "HOLDS_OFFICE" for _, p, _ in said.relations)


def test_an_indefinite_title_means_nobody(fast: Reads) -> None:
    assert fast("A foreign minister resigned.").means("A foreign minister") == set()


@pytest.mark.parametrize(
    ("role", "body", "target", "label"),
    [
        ("foreign minister", "Norway", None, "Foreign Minister of Norway"),
        ("ambassador", "United States", "Japan", "Ambassador of the United States to Japan"),
        ("special envoy", "South Korea", None, "Special Envoy of South Korea"),
    ],
)
def test_labels_of_offices(role: str, body: str, target: str | None, label: str) -> None:
    assert office_label(role, body, target) == label


def test_some_names_stand_with_an_article() -> None:
    assert [with_article(n) for n in ("United States", "Norway")] == ["the United States", "Norway"]


def test_rulers_are_no_office() -> None:
    assert is_ruler("military ruler")
    assert not is_ruler("opposition leader")
    assert not OfficeIndex(shared()).is_post("leader")


def test_a_deputy_does_not_lead(fast: Reads) -> None:
    said = fast("Deputy Prime Minister Ilse Novak of Norway resigned.")
    assert not any(p == "LEADS" for _, p, _ in said.relations)
