"""Documents through the whole pipeline."""

from __future__ import annotations

import pytest

from summitgraph.errors import SettingsError
from summitgraph.extraction.pipeline import Extractor
from summitgraph.records import ExtractedDocument, Rejected
from tests.unit.extraction.said import Reads, source


def test_documents_keep_their_order(fast: Reads) -> None:
    documents = [source(f"France condemned Iran {n} times.", stem=str(n)) for n in range(5)]
    found = list(fast.extractor.extract(documents, batch_size=2))
    assert [item.document.stem for item in found if isinstance(item, ExtractedDocument)] == list("01234")


def test_a_text_does_not_leak_into_the_next(fast: Reads) -> None:
    both = list(fast.extractor.extract([source("Mike Pompeo left."), source("Pompeo left.", "1990-01-01")]))
    assert isinstance(both[1], ExtractedDocument)
    assert "person:mike-pompeo" not in {e.id for e in both[1].entities}


def test_a_batch_reads_as_single_documents_do(fast: Reads) -> None:
    texts = ["France condemned Iran.", "Trump met Kim Jong Un in Hanoi on Wednesday."]
    together = list(fast.extractor.extract([source(text) for text in texts]))
    assert together == [next(fast.extractor.extract([source(text)])) for text in texts]


def test_a_document_without_date_is_flagged_and_read(fast: Reads) -> None:
    said = fast("France condemned Iran on Thursday.", published=None)
    assert said.found.flags == ("no-published-date",)
    assert ("ACCUSE", "country:FRA", "country:IRN", "actual") in said.events
    assert [time.value for time in said.found.dates] == [None]
    assert [event.date for event in said.found.events] == [None]


def test_a_dated_document_has_no_flag(fast: Reads) -> None:
    assert fast("France condemned Iran.").found.flags == ()


@pytest.mark.parametrize("text", [".", "?!", "\n\n", "1234 5678", "🙂 🙂", "a"])
def test_texts_that_say_nothing(fast: Reads, text: str) -> None:
    said = fast(text)
    assert (said.found.events, said.found.relations, said.found.summits) == ((), (), ())


def test_sentences_cover_every_event(fast: Reads) -> None:
    said = fast("France condemned Iran. Iran protested.")
    spans = [(s.start, s.end) for s in said.found.sentences]
    assert [said.text[a:b] for a, b in spans] == ["France condemned Iran.", "Iran protested."]


def test_versions_say_what_read_it(fast: Reads, full: Reads) -> None:
    assert fast("Nothing.").found.versions.reader is None
    assert full("Nothing.").found.versions.reader is not None
    assert fast("Nothing.").found.versions.model.startswith("en_core_web_sm")


def test_a_failing_document_is_left_out_and_the_others_go_on(fast: Reads) -> None:
    # A text longer than spaCy accepts is an error of the engine itself.
    long = source("a " * 600_000, stem="long")
    found = list(fast.extractor.extract([source("France condemned Iran."), long]))
    assert isinstance(found[0], ExtractedDocument)
    assert isinstance(found[1], Rejected)
    assert (found[1].stage, found[1].origin) == ("extract", "long.txt")


def test_an_unknown_model_says_what_to_do() -> None:
    with pytest.raises(SettingsError, match="no_such_model"):
        Extractor.load("fast", model="no_such_model")
