"""Across documents, on both engines: copies as one source, decisions replayed and taken back, the review queue."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from loaders.bolt import Loader
from summitgraph.graph.connection import Graph
from summitgraph.ids import event_id
from summitgraph.mapping.rows import Rows, rows_of
from summitgraph.records import Claim, ExtractedDocument, ExtractedEntity, Span
from summitgraph.resolution import replay
from summitgraph.resolution.applying import apply
from summitgraph.resolution.candidates import candidates, evidence
from summitgraph.resolution.decision_file import made
from summitgraph.resolution.decisions import Decision, Decisions, Kind
from summitgraph.resolution.work import Resolution
from tests.integration import samples
from tests.integration.samples import KIM, ONTOLOGY, PRK, TRUMP, VERSIONS
from tests.integration.snapshots import snapshot

Made = tuple[ExtractedDocument, tuple[Claim, ...]]

WIRE = (
    "Donald Trump met Kim Jong Un in Hanoi on Wednesday. The two leaders shook hands before their flags and dined with "
    "their aides at a hotel in the old quarter, where talks on sanctions are to go on tomorrow."
)
TOLD = event_id("CONSULT", [TRUMP], [KIM], "2019-02-27", None, "")


def told(text: str, name: str, publisher: str | None, day: date, about: str = TOLD, **given: object) -> Made:
    """A report that Trump met Kim."""
    source = samples.source(text, day, publisher, name)
    people = (
        ExtractedEntity(TRUMP, "Donald Trump", "Person", (), "Q22686", (samples.find(text, "Donald Trump"),)),
        ExtractedEntity(KIM, "Kim Jong Un", "Person", (), "Q56226", (samples.find(text, "Kim"),)),
    )
    extracted = ExtractedDocument(source, VERSIONS, (Span(0, len(text)),), entities=people)
    said = {"date": "2019-02-27", "date_precision": "day"} | given
    return extracted, (
        samples.event_claim(source, 0, "met", "CONSULT", about, **said),
        samples.relation_claim(source, 0, "Kim", "LEADS", KIM, PRK),
    )


def with_country(made_: Made) -> Made:
    extracted, claims = made_
    country = ExtractedEntity(PRK, "North Korea", "Country")
    return replace(extracted, entities=(*extracted.entities, country)), claims


WEEK = date(2019, 2, 27)
ORIGINAL = with_country(told(WIRE, "wire", "Example Wire", WEEK))
PRINTED = with_country(told(f"By staff. {WIRE}", "printed", "Daily Example", date(2019, 2, 28)))
REPRINTED = with_country(told(f"{WIRE} All rights reserved.", "reprinted", "Weekly Example", date(2019, 3, 1)))
OWN = with_country(
    told(
        "Donald Trump met Kim for the second time in eight months, our correspondent in Vietnam reports, and neither of "
        "them said a word to the many cameras that were waiting outside.",
        "own",
        "Evening Example",
        WEEK,
    )
)


def rows(made_: Made, *decided: Decision) -> Rows:
    decisions = Decisions(tuple(sorted(decided, key=lambda row: row.key)))
    extracted, claims = apply(Resolution.of(ONTOLOGY, decisions), *made_)
    return rows_of(extracted, claims, ONTOLOGY, samples.RUN, samples.INGESTED)


def decision(kind: Kind, **arguments: str) -> Decision:
    return made(kind, arguments, "mk", date(2019, 3, 4), "")


def counts(graph: Graph) -> list[int]:
    """Sources of the meeting, and of the edge that Kim leads North Korea."""
    answer = graph.read(
        "MATCH (e:Event {id: $id}) MATCH (:Person)-[r:LEADS]->(:Country) RETURN e.sources, r.sources", {"id": TOLD}
    )
    return list(answer.rows[0])


def fresh(graph: Graph) -> Loader:
    graph.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
    return Loader(graph)


def test_copies_count_as_one_source_and_another_report_as_a_second(graph: Graph) -> None:
    Loader(graph).load([rows(ORIGINAL), rows(PRINTED), rows(REPRINTED)])
    assert counts(graph) == [1, 1]
    Loader(graph).load([rows(OWN)])
    assert counts(graph) == [2, 2]
    assert graph.read("MATCH (c:Claim) RETURN DISTINCT c.source ORDER BY c.source").rows == (
        ("Evening Example",),
        ("Example Wire",),
    )
    assert len(graph.read("MATCH (:Document)-[r:COPY_OF]->(:Document) RETURN r.similarity").rows) == 3


def test_what_counts_as_one_source_does_not_depend_on_the_order_of_loading(graph: Graph) -> None:
    found = []
    for order in itertools.permutations([rows(ORIGINAL), rows(PRINTED), rows(REPRINTED), rows(OWN)]):
        loader = fresh(graph)
        loader.load(order[:2])
        loader.load(order[2:3])
        loader.load(order[3:])
        found.append(snapshot(graph))
    assert all(each == found[0] for each in found)


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_copy_that_goes_leaves_the_graph_without_it(graph: Graph, gone: int) -> None:
    copies = [rows(ORIGINAL), rows(PRINTED), rows(REPRINTED)]
    loader = fresh(graph)
    loader.load(copies)
    loader.delete_document(copies[gone].document)
    after = snapshot(graph)
    fresh(graph).load([each for index, each in enumerate(copies) if index != gone])
    assert snapshot(graph) == after


VARIANT = "person:kim-jong-eun"


def variant() -> Made:
    """A report that writes Kim's name as nobody knows it, and so has another person."""
    text = "Donald Trump met Kim Jong Eun, said the hotel."
    source = samples.source(text, date(2019, 2, 28), None, "variant")
    people = (
        ExtractedEntity(TRUMP, "Donald Trump", "Person", (), None, (samples.find(text, "Donald Trump"),)),
        ExtractedEntity(VARIANT, "Kim Jong Eun", "Person", (), None, (samples.find(text, "Kim Jong Eun"),)),
    )
    about = event_id("CONSULT", [TRUMP], [VARIANT], None, None, f"{source.id}:actual")
    claim = samples.event_claim(source, 0, "met", "CONSULT", about, object=VARIANT)
    return ExtractedDocument(source, VERSIONS, (Span(0, len(text)),), entities=people), (claim,)


def documents() -> Sequence[Made]:
    return samples.report(), samples.brief(), variant(), OWN


def brought_up_to_date(graph: Graph, *decided: Decision) -> list[str]:
    """Map again what is outdated, and return it; nothing may be left."""
    decisions = Decisions(tuple(sorted(decided, key=lambda row: row.key)))
    by_id = {each[0].document.id: each for each in documents()}
    found = replay.outdated(graph, decisions)
    Loader(graph).load([rows(by_id[id_], *decided) for id_ in found])
    assert replay.outdated(graph, decisions) == []
    return found


MERGE = decision("merge", other=VARIANT, keep=KIM)
CLAIM = samples.report()[1][1].id
EVENT = samples.REJECT
REPORT, BRIEF, OTHER, LAST = (each[0].document.id for each in documents())


@pytest.mark.parametrize(
    ("row", "touched"),
    [
        (MERGE, {OTHER}),
        (decision("never", one=VARIANT, other=KIM), {REPORT, BRIEF, OTHER, LAST}),
        (decision("split", id=KIM, document=BRIEF, into="person:kim-the-other", name="Kim"), {BRIEF}),
        (decision("rename", id=VARIANT, name="Kim Jong-eun"), {OTHER}),
        (decision("recode", event=EVENT, type="CONSULT", mode="visit"), {REPORT}),
        (decision("reject", claim=CLAIM), {REPORT}),
    ],
    ids=lambda value: value.kind if isinstance(value, Decision) else "",
)
def test_a_decision_changes_what_it_bears_on_and_is_taken_back_exactly(
    graph: Graph, row: Decision, touched: set[str]
) -> None:
    fresh(graph).load([rows(each) for each in documents()])
    without = snapshot(graph)

    assert set(brought_up_to_date(graph, row)) == touched
    with_it = snapshot(graph)
    fresh(graph).load([rows(each, row) for each in documents()])
    assert snapshot(graph) == with_it
    assert with_it != without

    assert set(brought_up_to_date(graph)) == touched
    assert snapshot(graph) == without


def test_decisions_come_and_go_in_any_order(graph: Graph) -> None:
    rows_ = (MERGE, decision("rename", id=KIM, name="Kim"), decision("reject", claim=CLAIM))
    fresh(graph).load([rows(each, *rows_) for each in documents()])
    expected = snapshot(graph)
    fresh(graph).load([rows(each) for each in documents()])
    for count in (1, 3, 2, 0, 2, 3):
        brought_up_to_date(graph, *rows_[:count])
    assert snapshot(graph) == expected


def test_a_stored_document_comes_back_as_it_was_read(graph: Graph) -> None:
    Loader(graph).load([rows(samples.report())])
    [back] = replay.stored(graph, [REPORT])
    assert replace(back, stem="report") == samples.report()[0].document


def test_the_queue_proposes_likely_pairs_with_what_touches_most_first(graph: Graph) -> None:
    Loader(graph).load([rows(each) for each in documents()])
    resolution = Resolution.of(ONTOLOGY)
    [person] = [each for each in candidates(graph, resolution) if each.kind == "person"]
    assert (person.keep.id, person.other.id) == (KIM, VARIANT)
    assert person.touches == person.keep.claims + person.keep.edges + person.other.claims + person.other.edges
    assert evidence(graph, VARIANT)[0]["text"] == "Donald Trump met Kim Jong Eun, said the hotel."
    ranks = [each.touches for each in candidates(graph, resolution)]
    assert ranks == sorted(ranks, reverse=True)


def test_a_pair_that_is_decided_leaves_the_queue(graph: Graph) -> None:
    Loader(graph).load([rows(each) for each in documents()])
    for row in (MERGE, decision("never", one=VARIANT, other=KIM)):
        queue = candidates(graph, Resolution.of(ONTOLOGY, Decisions((row,))))
        assert VARIANT not in {side.id for each in queue for side in (each.keep, each.other)}


def test_an_event_without_a_date_is_proposed_and_disjoint_ones_never(graph: Graph) -> None:
    undated = with_country(
        told("Donald Trump met Kim.", "undated", None, WEEK, "event:undated", date=None, date_precision=None)
    )
    singapore = with_country(
        told("Donald Trump met Kim in June.", "june", None, date(2018, 6, 12), "event:june", date="2018-06-12")
    )
    Loader(graph).load([rows(OWN), rows(undated), rows(singapore)])
    queue = [each for each in candidates(graph, Resolution.of(ONTOLOGY)) if each.kind == "event"]
    assert [(each.keep.id, each.other.id) for each in queue] == [(TOLD, "event:undated")]
