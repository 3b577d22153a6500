from collections.abc import Iterator
from pathlib import Path

import pytest

from summitgraph.errors import ExtractionError
from summitgraph.extraction.coder import CodedRow, Coder, CodeRow, find_phrase
from summitgraph.records import Span


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def code(coder: Coder, text: str, source: str, target: str) -> CodedRow:
    answers: Iterator[CodedRow | None] = coder.code([CodeRow("1", text, source, target)])
    answer = next(answers)
    assert answer is not None
    return answer


def test_codes_what_source_does_to_target(coder: Coder) -> None:
    answer = code(coder, "French police arrested two Russian spies on Tuesday.", "French police", "two Russian spies")
    assert (answer.type, answer.quad, answer.modality, answer.trigger) == ("COERCE", 4, "actual", "arrested")


def test_direction_matters(coder: Coder) -> None:
    text = "Iran rejected a demand by France to free two prisoners."
    assert code(coder, text, "Iran", "France").type == "REJECT"
    assert code(coder, text, "France", "Iran").type == "REQUEST"


def test_takes_the_places_between_which_something_happens(coder: Coder) -> None:
    text = "Seoul condemned Pyongyang on Monday, and Pyongyang threatened Seoul with war."
    assert code(coder, text, "Seoul", "Pyongyang").type == "ACCUSE"
    assert code(coder, text, "Pyongyang", "Seoul").type == "THREATEN"


def test_phrases_that_are_not_in_the_text_give_none(coder: Coder) -> None:
    assert list(coder.code([CodeRow("1", "France thanked Italy.", "Spain", "Peru")])) == [None]


def test_one_phrase_is_enough_for_an_answer(coder: Coder) -> None:
    assert code(coder, "France thanked Italy.", "France", "Rome").type == "SUPPORT"


def test_answers_keep_the_order_of_the_questions(coder: Coder) -> None:
    rows = [CodeRow(str(n), "Cairo thanked Riyadh.", "Cairo", "Riyadh") for n in range(3)]
    assert [answer.id for answer in coder.code(rows) if answer] == ["0", "1", "2"]


def test_reads_the_neighbourhood_of_the_phrases_in_a_long_text(coder: Coder) -> None:
    text = "Markets were calm that day. " * 120 + "Seoul condemned Pyongyang." + " Nothing else happened." * 120
    answer = code(coder, text, "Seoul", "Pyongyang")
    assert (answer.type, answer.trigger) == ("ACCUSE", "condemned")
    assert text[answer.trigger_span.start : answer.trigger_span.end] == "condemned"


def test_phrases_are_found_in_other_case_and_spacing() -> None:
    assert find_phrase("The  United States  spoke.", "united states") == [Span(5, 18)]
    assert find_phrase("President Bush spoke.", "George Bush") == [Span(10, 14)]
    assert find_phrase("The U.S. spoke to us.", "US") == [Span(18, 20)]
    assert find_phrase("The U.S. spoke.", "U.S") == [Span(4, 7)]
    assert find_phrase("Nobody spoke.", "Iran") == []
    assert find_phrase("Nobody spoke.", " ") == []
    assert find_phrase("Kim met Kim.", "Kim") == [Span(0, 3), Span(8, 11)]


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="weights are missing"):
        Coder.load(tmp_path)
