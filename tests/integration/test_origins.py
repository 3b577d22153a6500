"""Where documents are found: added, moved, dropped, and which of them speaks for a document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.bolt import Loader, Placed
from loaders.origins import Reading
from summitgraph.errors import UnknownDocumentError
from summitgraph.graph.connection import Graph
from tests.integration import samples
from tests.integration.snapshots import snapshot

REPORT, BRIEF = samples.rows(samples.report()), samples.rows(samples.brief())


def beside(graph: Graph) -> list[object]:
    """What stands in the graph of each document's origins, and whom its claims name as their source."""
    answer = graph.read(
        "MATCH (d:Document)<-[:IN]-(:Passage)<-[:STATED_IN]-(c:Claim)"
        " RETURN DISTINCT d.origins, d.url, d.source, c.source ORDER BY d.origins"
    )
    return [list(row) for row in answer.rows]


def test_further_origins_of_a_document_are_added(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([REPORT])
    assert loader.place([Reading(REPORT.document, "report.txt", source="Example Wire")]) == Placed(0, 0)
    assert loader.place([Reading(REPORT.document, "zeta.txt", source="Other")]) == Placed(1, 0)
    assert beside(graph) == [[["report.txt", "zeta.txt"], None, "Example Wire", "Example Wire"]]


def test_the_least_origin_speaks_for_a_document(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([REPORT])
    url = "https://example.org/report"
    assert loader.place([Reading(REPORT.document, "copy.txt", url, "Other")]) == Placed(1, 0)
    assert beside(graph) == [[["copy.txt", "report.txt"], url, "Other", "Other"]]
    assert loader.drop_origins(["copy.txt", "unknown.txt"]) == 0
    assert beside(graph) == [[["report.txt"], None, "Example Wire", "Example Wire"]]
    assert graph.read("MATCH (o:Origin) RETURN o.at").rows == (("report.txt",),)


def test_a_changed_text_takes_the_place_of_the_old_one(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([REPORT])
    moved = Reading(BRIEF.document, "report.txt")
    report = loader.load([BRIEF], readings=[moved])
    assert (report.documents, report.retracted) == (1, 1)
    after = snapshot(graph)
    graph.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
    loader.load([BRIEF], readings=[moved])
    assert snapshot(graph) == after


def test_a_text_that_stands_elsewhere_too_outlives_the_change(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([REPORT, BRIEF])
    loader.place([Reading(REPORT.document, "mirror.txt", source="Mirror")])
    assert loader.place([Reading(BRIEF.document, "mirror.txt")]) == Placed(1, 0)
    assert [row[0] for row in beside(graph)] == [["brief.txt", "mirror.txt"], ["report.txt"]]
    assert loader.place([Reading(BRIEF.document, "report.txt")]) == Placed(1, 1)
    assert [row[0] for row in beside(graph)] == [["brief.txt", "mirror.txt", "report.txt"]]


def test_a_document_mapped_anew_keeps_its_origins(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([REPORT])
    loader.place([Reading(REPORT.document, "copy.txt", source="Other")])
    extracted, claims = samples.report()
    newer = replace(extracted, versions=replace(samples.VERSIONS, reader="2"))
    report = loader.load([samples.rows((newer, claims))])
    assert (report.documents, report.retracted) == (1, 0)
    assert beside(graph) == [[["copy.txt", "report.txt"], None, "Other", "Other"]]


def test_a_document_is_retracted_by_id_path_or_url(graph: Graph) -> None:
    loader = Loader(graph)
    url = "https://example.org/brief"
    for name in (BRIEF.document, "brief.txt", url):
        loader.load([REPORT, BRIEF], readings=[Reading(BRIEF.document, "brief.txt", url)])
        assert loader.retract([name]).documents == [BRIEF.document]
        assert graph.read("MATCH (d:Document) RETURN d.id").rows == ((REPORT.document,),)


def test_one_of_several_origins_is_dropped_and_the_document_stays(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([REPORT])
    loader.place([Reading(REPORT.document, "news.jsonl:7", source="Example Wire")])
    found = loader.retract(["news.jsonl"])
    assert (found.documents, found.dropped) == ([], ["news.jsonl:7"])
    assert (found.gone_nodes, found.gone_relationships) == ({"Origin": 1}, {"FOUND_AT": 1})
    assert (found.changed_nodes, found.changed_relationships) == ({"Document": 1}, {})


def test_a_dry_run_tells_what_would_change_and_changes_nothing(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([REPORT, BRIEF])
    before = snapshot(graph)
    told = loader.retract(["report.txt"], dry_run=True)
    assert snapshot(graph) == before
    assert told.documents == [REPORT.document]
    assert told.gone_nodes == {"Claim": 5, "Document": 1, "Event": 1, "Origin": 1, "Passage": 2}
    assert told.changed_nodes == {"Event": 1, "Person": 1, "Summit": 1}
    assert told.gone_relationships == {
        "ABOUT": 2, "ACTOR": 1, "DESCRIBES": 4, "FOUND_AT": 1, "HELD_IN": 1, "IN": 2, "LOADED_BY": 1, "MENTIONS": 5,
        "OBJECT": 5, "PARTICIPATED_IN": 2, "PART_OF": 1, "RECIPIENT": 1, "STATED_IN": 5, "SUBJECT": 5,
    }  # fmt: skip
    assert told.changed_relationships == {"ACTOR": 1, "HELD_IN": 1, "PART_OF": 1, "RECIPIENT": 1}
    assert loader.retract(["report.txt"]) == told
    for name in ("report.txt", "doc:none", "https://example.org/none"):
        with pytest.raises(UnknownDocumentError, match="holds no document of this id, path or URL"):
            loader.retract(["brief.txt", name])
    assert len(graph.read("MATCH (d:Document) RETURN d.id").rows) == 1
