"""Pronouns and descriptions that stand for somebody named before."""

from __future__ import annotations

import pytest

from tests.unit.extraction.said import Reads

LEADERS = {"person:donald-trump", "person:kim-jong-un"}


@pytest.mark.parametrize(
    ("text", "words", "nth", "meant"),
    [
        ("Angela Merkel arrived in Paris. She met reporters.", "She", 1, {"person:angela-merkel"}),
        ("Donald Trump left Hanoi after he rejected the offer.", "he", 1, {"person:donald-trump"}),
        ("Moon Jae-in praised his envoy.", "his", 1, {"person:moon-jae-in"}),
        ("North Korea said it had tested a missile.", "it", 1, {"country:PRK"}),
        ("France recalled its ambassador.", "its", 1, {"country:FRA"}),
    ],
)
def test_pronouns(fast: Reads, text: str, words: str, nth: int, meant: set[str]) -> None:
    assert fast(text).means(words, nth) == meant


def test_gender_decides(fast: Reads) -> None:
    said = fast("Angela Merkel met Emmanuel Macron in Berlin. He praised her patience.")
    assert said.means("He") == {"person:emmanuel-macron"}
    assert said.means("her") == {"person:angela-merkel"}


def test_the_two_leaders_are_both(fast: Reads) -> None:
    said = fast("Donald Trump met Kim Jong Un in Hanoi. The two leaders dined together.")
    assert said.means("The two leaders") == LEADERS


def test_both_sides_are_both_states(fast: Reads) -> None:
    said = fast("North Korea and South Korea held talks. Both sides agreed to meet again.")
    assert said.means("Both sides") == {"country:PRK", "country:KOR"}


def test_they_takes_up_a_joined_pair(fast: Reads) -> None:
    said = fast("Donald Trump and Kim Jong Un shook hands. Then they walked to the lunch.")
    assert said.means("they") == LEADERS


def test_the_host_country(fast: Reads) -> None:
    said = fast("Vietnam welcomed the delegates. The country had offered to hold the talks.")
    assert said.means("The country") == {"country:VNM"}


def test_an_apposition_names_the_same_person(fast: Reads) -> None:
    said = fast("The South's president, Moon Jae-in, spoke in Seoul, South Korea.")
    assert said.means("Moon Jae-in") == {"person:moon-jae-in"}
    assert "person:moon-jae-in" in said.entities


def test_the_evidence_keeps_how_somebody_is_named(fast: Reads) -> None:
    said = fast("Angela Merkel arrived in Paris. She met reporters.")
    merkel = next(e for e in said.found.entities if e.id == "person:angela-merkel")
    assert [(m.kind, m.sentence) for m in merkel.mentions] == [("name", 0), ("pronoun", 1)]


def test_it_without_antecedent_means_nobody(fast: Reads) -> None:
    assert fast("It rained on Friday.").means("It") == set()
