"""Noun phrases, subjects and modality in the dependency parse."""

from __future__ import annotations

import pytest

from summitgraph.extraction.phrases import agent, coordinated, modality, noun_phrase, passive, speaker, subject
from tests.unit.extraction.said import Reads


def token(reads: Reads, text: str, word: str):  # type: ignore[no-untyped-def]
    return next(token for token in reads.doc(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        ("Moscow expelled two Dutch diplomats who had spied.", "diplomats", "two Dutch diplomats"),
        ("The leader of the party spoke.", "leader", "The leader of the party"),
        ("Moon Jae-in, the president, spoke.", "in", "Moon Jae-in"),
    ],
)
def test_a_noun_phrase_has_no_clause(fast: Reads, text: str, head: str, phrase: str) -> None:
    span = noun_phrase(token(fast, text, head))
    assert text[span.start : span.end] == phrase


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("France condemned the coup.", "condemned", "France"),
        ("Seoul promised to withdraw its troops.", "withdraw", "Seoul"),
        ("Iran, which attacked the tanker, denied it.", "attacked", "Iran"),
        ("France condemned the coup and recalled its envoy.", "recalled", "France"),
    ],
)
def test_subjects(fast: Reads, text: str, verb: str, doer: str) -> None:
    found = subject(token(fast, text, verb))
    assert found is not None
    assert found.text == doer


def test_a_passive_has_its_agent(fast: Reads) -> None:
    verb = token(fast, "Iran was condemned by France.", "condemned")
    assert passive(verb)
    assert agent(verb).text == "France"


def test_coordination(fast: Reads) -> None:
    head = token(fast, "France and Germany condemned the coup.", "France")
    assert [t.text for t in coordinated(head)] == ["France", "Germany"]


def test_the_speaker_stands_above_or_behind(fast: Reads) -> None:
    above = speaker(token(fast, "Trump said Kim pledged restraint.", "pledged"))
    behind = speaker(token(fast, "Kim pledged restraint, according to Seoul.", "pledged"))
    assert (above.text, behind.text) == ("Trump", "Seoul")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France condemned the coup.", "condemned", "actual"),
        ("France will condemn the coup.", "condemn", "planned"),
        ("France plans to condemn the coup.", "condemn", "planned"),
        ("France may condemn the coup.", "condemn", "hypothetical"),
        ("If France condemns the coup, Mali will protest.", "condemns", "hypothetical"),
        ("France did not condemn the coup.", "condemn", "negated"),
        ("France never condemned the coup.", "condemned", "negated"),
        ("France refused the offer without condemning the coup.", "condemning", "negated"),
        ("The planned visit pleased them.", "visit", "planned"),
    ],
)
def test_modality(fast: Reads, text: str, word: str, expected: str) -> None:
    assert modality(token(fast, text, word)) == expected
