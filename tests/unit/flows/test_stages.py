"""The stages around extraction: batches, and a batch that the graph refuses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from flows.stages import batches, load
from flows.workshop import Workshop
from loaders.origins import Reading
from summitgraph.errors import GraphUnavailableError, LoadError
from summitgraph.mapping.rows import Rows
from summitgraph.records import LoadReport, Rejected, SourceDocument, Versions
from summitgraph.sources import Ignored

VERSIONS = Versions("0.1.0", "1", "en_core_web_sm", None)


def document(id_: str, origin: str) -> SourceDocument:
    return SourceDocument(f"doc:{id_}", id_, "Seoul agreed.", (origin,))


def test_batches_count_what_was_read_and_merge_copies() -> None:
    ignored, rejected = Ignored("c.json", "kind"), Rejected("d.txt", "read", "the file is empty.")
    items = [document("1", "a.txt"), document("1", "b.txt"), ignored, rejected, document("2", "e.txt")]
    first, second = batches(items, 4)
    assert [each.origins for each in first.documents] == [("a.txt", "b.txt")]
    assert first.left_out == [ignored, rejected]
    assert first.readings == [Reading("doc:1", "a.txt"), Reading("doc:1", "b.txt")]
    assert [each.id for each in second.documents] == ["doc:2"]


class Strict:
    """A loader whose graph refuses one document, or does not answer."""

    def __init__(self, error: LoadError) -> None:
        self.error = error

    def load(self, batch: Sequence[Rows], *, readings: Sequence[Reading]) -> LoadReport:
        assert [each.document for each in readings] == [rows.document for rows in batch]
        if any(rows.document == "doc:bad" for rows in batch):
            raise self.error
        return LoadReport({"Document": len(batch)}, {"IN": len(batch)}, len(batch))


def shop(error: LoadError) -> Workshop:
    made = object.__new__(Workshop)
    made.loader = cast("object", Strict(error))  # type: ignore[assignment]
    return made


ROWS = [Rows("doc:1", VERSIONS), Rows("doc:bad", VERSIONS), Rows("doc:2", VERSIONS)]
READINGS = [Reading(rows.document, f"{rows.document}.txt") for rows in ROWS]


def test_a_refused_document_is_left_out_and_the_others_of_its_batch_are_loaded() -> None:
    report = load(ROWS, shop(LoadError("the graph refused it.")), READINGS)
    assert report.documents == 2
    assert report.created_nodes == {"Document": 2}
    assert report.rejected == (Rejected("doc:bad", "load", "the graph refused it."),)


def test_a_graph_that_does_not_answer_stops_the_run() -> None:
    with pytest.raises(GraphUnavailableError):
        load(ROWS, shop(GraphUnavailableError("no answer.")), READINGS)
