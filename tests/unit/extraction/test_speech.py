"""The first person: of transcripts, quotations and statements."""

from __future__ import annotations

from tests.unit.extraction.said import Reads

TRANSCRIPT = (
    "President Trump: I want to thank President Moon.\nPresident Moon: We will keep our promise. I thank you.\n"
)


def test_a_turn_of_a_transcript_has_its_speaker(fast: Reads) -> None:
    said = fast(TRANSCRIPT)
    assert said.means("I") == {"person:donald-trump"}
    assert said.means("I", 2) == {"person:moon-jae-in"}


def test_the_speaker_of_a_quotation(fast: Reads) -> None:
    said = fast('"I will never accept this," Angela Merkel said on Monday.')
    assert said.means("I") == {"person:angela-merkel"}


def test_we_is_the_state_that_the_speaker_acts_for(fast: Reads) -> None:
    said = fast('France is ready. "We will never accept this," President Emmanuel Macron said.')
    assert said.means("We") == {"country:FRA"}


def test_an_author_without_a_name_is_nobody_of_the_text(fast: Reads) -> None:
    said = fast("Angela Merkel left. I was surprised.")
    assert said.means("I") == set()


def test_a_statement_that_names_its_author(fast: Reads) -> None:
    said = fast(
        "I, Chung Eui-yong, briefed the president of the United States. I told him about the visit.", "2018-03-08"
    )
    assert said.means("I", 2) == {"person:chung-eui-yong"}
