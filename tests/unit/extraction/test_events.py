"""From readings to events: who, when, told by whom, and how many."""

from __future__ import annotations

import pytest

from tests.unit.extraction.said import Reads, kinds

TRUMP, KIM = "person:donald-trump", "person:kim-jong-un"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("France condemned Iran.", ("ACCUSE", "country:FRA", "country:IRN", "actual")),
        ("Iran was condemned by France.", ("ACCUSE", "country:FRA", "country:IRN", "actual")),
        ("Pyongyang rejected Washington's offer.", ("REJECT", "country:PRK", "country:USA", "actual")),
        ("France will send aid to Haiti.", ("AID", "country:FRA", "country:HTI", "planned")),
        ("France did not condemn Iran.", ("ACCUSE", "country:FRA", "country:IRN", "negated")),
        ("Turkish police arrested two Dutch diplomats.", ("COERCE", "country:TUR", "country:NLD", "actual")),
        ("The North Korean leader praised Trump.", ("SUPPORT", KIM, TRUMP, "actual")),
    ],
)
def test_one_event(full: Reads, text: str, event: tuple[str, str, str, str]) -> None:
    assert event in full(text).events


def test_a_pronoun_acts_for_its_antecedent(full: Reads) -> None:
    said = full("Angela Merkel arrived in Paris on Monday. She condemned Iran.")
    assert ("ACCUSE", "person:angela-merkel", "country:IRN", "actual") in said.events


def test_two_leaders_meet_each_other(full: Reads) -> None:
    said = full("Donald Trump and Kim Jong Un arrived in Hanoi. The two leaders met on Wednesday.")
    [event] = [e for e in said.of_type("CONSULT") if {e.actor, e.recipient} == {TRUMP, KIM}]
    assert event.date == "2019-02-27"


def test_a_report_names_who_says_it(full: Reads) -> None:
    said = full("Trump said that Kim Jong Un had pledged not to test missiles.")
    [event] = said.of_type("AGREE")
    assert (event.actor, event.attributed_to) == (KIM, TRUMP)


def test_repeated_mentions_are_one_event_with_several_evidences(fast: Reads) -> None:
    said = fast("France condemned Iran on Monday. Tehran was surprised that France had condemned Iran.")
    [event] = said.of_type("ACCUSE")
    assert len(event.evidence) == 2


def test_two_meetings_on_two_days_are_two_events(full: Reads) -> None:
    said = full(
        "Donald Trump met Kim Jong Un in Singapore on June 12, 2018. "
        "Donald Trump met Kim Jong Un again in Hanoi on February 27, 2019."
    )
    met = [e for e in said.of_type("CONSULT") if {e.actor, e.recipient} == {TRUMP, KIM}]
    assert sorted(str(e.date) for e in met) == ["2018-06-12", "2019-02-27"]
    assert len({e.id for e in met}) == 2


def test_modality_keeps_two_acts_apart(full: Reads) -> None:
    said = full("France condemned Iran. France may condemn Iran again next week.")
    assert {e.modality for e in said.of_type("ACCUSE")} == {"actual", "hypothetical"}


def test_the_clause_gives_the_date_and_not_the_story(full: Reads) -> None:
    said = full("France condemned Iran on Tuesday.")
    [event] = said.of_type("ACCUSE")
    assert (event.date, event.date_precision) == ("2019-02-26", "day")
    assert said.words(event, "time") in ("Tuesday", "on Tuesday")


def test_a_day_counts_from_the_one_just_told(full: Reads) -> None:
    said = full("Merkel and Macron met in Aachen on Tuesday. A day earlier, Angela Merkel had condemned Iran.")
    assert [event.date for event in said.of_type("ACCUSE")] == ["2019-02-25"]


def test_talks_that_are_planned_for_a_month(full: Reads) -> None:
    said = full("Talks between Kim Jong Un and Vladimir Putin were planned for April, Russian officials said.")
    [event] = said.of_type("CONSULT")
    assert {event.actor, event.recipient} == {KIM, "person:vladimir-putin"}
    assert (event.date, event.modality, event.attributed_to) == ("2019-04", "planned", "country:RUS")


def test_a_month_is_as_precise_as_the_text(full: Reads) -> None:
    [event] = full("France condemned Iran in June 2017.").of_type("ACCUSE")
    assert (event.date, event.date_precision) == ("2017-06", "month")


def test_words_that_name_nobody_keep_their_span(full: Reads) -> None:
    said = full("Protesters marched through Tbilisi.")
    [event] = said.of_type("PROTEST")
    assert event.actor is None
    assert said.words(event, "actor") == "Protesters"


def test_each_actor_has_an_event(full: Reads) -> None:
    said = full("France and Germany condemned Iran.")
    assert {e.actor for e in said.of_type("ACCUSE")} == {"country:FRA", "country:DEU"}


def test_nobody_acts_on_themselves(full: Reads) -> None:
    assert all(a is None or a != r for _, a, r, _ in full("Trump defended Trump. The two leaders met.").events)


def test_offsets_are_those_of_the_text(full: Reads) -> None:
    said = full("On Tuesday, Paris condemned two Dutch diplomats.")
    [event] = said.of_type("ACCUSE")
    assert [said.words(event, role) for role in ("trigger", "actor", "recipient")] == [
        "condemned",
        "Paris",
        "two Dutch diplomats",
    ]


def test_a_text_without_events(full: Reads) -> None:
    assert kinds(full("Oil prices climbed two percent on Friday.").found.events) == []


def test_ids_are_the_same_in_every_run(full: Reads) -> None:
    one, two = (full("France condemned Iran on Tuesday.").found.events[0].id for _ in range(2))
    assert one == two


def test_undated_events_of_two_texts_are_two(full: Reads) -> None:
    one = full("France condemned Iran.").found.events[0]
    two = full("France condemned Iran. It was brief.").found.events[0]
    assert one.id != two.id


def test_confidence_is_a_probability(full: Reads) -> None:
    said = full("North Korea threatened the South, and Seoul urged Pyongyang to return to talks.")
    assert said.found.events
    assert all(0 <= e.confidence <= 1 for e in said.found.events)
