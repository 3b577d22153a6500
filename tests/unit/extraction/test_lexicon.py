"""Events by the lexicon and the syntax alone."""

from __future__ import annotations

import pytest

from tests.unit.extraction.said import Reads

Row = tuple[str, str, list[str], list[str]]


def readings(fast: Reads, text: str) -> list[Row]:
    return [
        (
            reading.type,
            text[reading.trigger.start : reading.trigger.end],
            [text[s.start : s.end] for s in reading.actors],
            [text[s.start : s.end] for s in reading.recipients],
        )
        for reading in fast.doc(text)._.readings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France condemned Iran.", ("ACCUSE", "condemned", ["France"], ["Iran"])),
        ("Iran was condemned by France.", ("ACCUSE", "condemned", ["France"], ["Iran"])),
        ("Moscow expelled two Dutch diplomats.", ("COERCE", "expelled", ["Moscow"], ["two Dutch diplomats"])),
        ("France thanked Italy.", ("SUPPORT", "thanked", ["France"], ["Italy"])),
        ("France sent aid to Haiti.", ("AID", "sent aid", ["France"], ["Haiti"])),
    ],
)
def test_one_act(fast: Reads, text: str, expected: Row) -> None:
    assert readings(fast, text) == [expected]


def test_a_light_verb_lends_its_subject(fast: Reads) -> None:
    [(type_, _, actors, _)] = readings(fast, "France held talks on Monday.")
    assert (type_, actors) == ("CONSULT", ["France"])


def test_a_noun_takes_its_possessor_as_actor(fast: Reads) -> None:
    [(type_, trigger, actors, _), *_] = readings(fast, "Iran's rejection of the plan surprised them.")
    assert (type_, trigger, actors) == ("REJECT", "rejection", ["Iran"])


def test_talks_between_two(fast: Reads) -> None:
    [(type_, _, actors, recipients)] = readings(fast, "Talks between France and Germany went on.")
    assert (type_, actors, recipients) == ("CONSULT", ["France"], ["Germany"])


def test_every_coordinated_party_counts(fast: Reads) -> None:
    [(_, _, actors, recipients)] = readings(fast, "France and Germany condemned Iran and Syria.")
    assert (actors, recipients) == (["France", "Germany"], ["Iran", "Syria"])


def test_what_is_promised_is_no_event_of_its_own(fast: Reads) -> None:
    assert [row[0] for row in readings(fast, "Kim promised to withdraw the troops.")] == ["AGREE"]


def test_a_name_is_no_trigger(fast: Reads) -> None:
    assert readings(fast, "The Conference Center stands in Hanoi.") == []


def test_without_a_phrase_of_the_lexicon_there_is_no_reading(fast: Reads) -> None:
    assert readings(fast, "Oil prices climbed two percent.") == []
    assert readings(fast, "") == []


def test_the_rule_says_who_read_it(fast: Reads) -> None:
    assert {reading.rule for reading in fast.doc("France condemned Iran.")._.readings} == {"lexicon"}
