"""The same rows on both engines: nodes, relationships, and what derives from claims."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from loaders.bolt import Loader
from summitgraph.errors import LoadError
from summitgraph.graph.connection import Graph
from summitgraph.ids import document_id
from summitgraph.mapping.authority import authority_document
from summitgraph.mapping.rows import rows_of
from tests.integration import samples
from tests.integration.samples import CONSULT, HANOI, KIM, LEADER, PRK, REJECT, SUMMIT, TRUMP
from tests.integration.snapshots import snapshot


def one(graph: Graph, cypher: str, **parameters: object) -> dict[str, object]:
    (record,) = graph.read(cypher, parameters).records()
    return record


def edges(graph: Graph, type_: str) -> set[tuple[str, str]]:
    return set(graph.read(f"MATCH (a)-[:{type_}]->(b) RETURN a.id, b.id").rows)  # type: ignore[arg-type]


def test_a_load_counts_what_it_makes(graph: Graph) -> None:
    report = Loader(graph).load([samples.rows(samples.report())])
    assert report.documents == 1
    assert report.unchanged == 0
    assert report.created_nodes == {
        "Claim": 5, "Document": 1, "Event": 2, "Origin": 1, "Passage": 2, "Person": 2, "Place": 1, "Run": 1,
        "Summit": 1,
    }  # fmt: skip
    assert report.created_relationships["STATED_IN"] == 5
    assert report.created_relationships["MENTIONS"] == 5
    assert report.created_relationships["PARTICIPATED_IN"] == 2


def test_the_same_document_again_changes_nothing_and_says_so(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([samples.rows(samples.report())])
    before = snapshot(graph)
    again = loader.load([samples.rows(samples.report(), run="run:second", ingested_at="2026-02-03T00:00:00Z")])
    assert (again.documents, again.unchanged) == (0, 1)
    assert (again.created_nodes, again.created_relationships) == ({}, {})
    assert snapshot(graph) == before


def test_documents_that_stand_with_the_same_versions_are_known(graph: Graph) -> None:
    loader = Loader(graph)
    rows = samples.rows(samples.report())
    loader.load([rows])
    assert loader.known_documents([rows.document, "doc:none"], samples.VERSIONS) == {rows.document}
    assert loader.known_documents([rows.document], replace(samples.VERSIONS, ontology="0.2.0")) == set()


def test_edges_between_entities_derive_from_actual_positive_claims_alone(graph: Graph) -> None:
    Loader(graph).load([samples.rows(samples.report()), samples.rows(samples.brief())])
    assert edges(graph, "PARTICIPATED_IN") == {(TRUMP, SUMMIT), (KIM, SUMMIT)}
    assert edges(graph, "LEADS") == {(KIM, PRK)}
    assert edges(graph, "HOLDS_OFFICE") == {(TRUMP, LEADER)}
    assert edges(graph, "AFFILIATED_WITH") == set()
    held = one(graph, "MATCH (:Summit)-[r:HELD_IN]->(:Place) RETURN r")["r"]
    assert held == {
        "type": "HELD_IN", "claims": 1, "sources": 1, "confidence": 0.75, "fact": f"HELD_IN|{SUMMIT}|{HANOI}",
        "first_published": "2019-02-28", "last_published": "2019-02-28", "validity": [],
    }  # fmt: skip


def test_an_event_takes_the_strongest_modality_and_counts_the_others(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([samples.rows(samples.brief())])
    asked = "MATCH (e:Event {id: $id}) RETURN e.modality AS modality, e.actual AS actual, e.planned AS planned"
    assert one(graph, asked, id=CONSULT) == {"modality": "planned", "actual": 0, "planned": 1}
    loader.load([samples.rows(samples.report())])
    assert one(graph, asked, id=CONSULT) == {"modality": "actual", "actual": 1, "planned": 1}
    event = one(graph, "MATCH (e:Event {id: $id}) RETURN e", id=CONSULT)["e"]
    assert event == {
        "labels": ["Event"], "id": CONSULT, "iri": f"https://w3id.org/summitgraph/event/{CONSULT[6:]}",
        "type": "CONSULT", "quad": 1, "intensity": 2.5, "date": "2019-02-27", "date_precision": "day",
        "modality": "actual", "actual": 1, "negated": 0, "planned": 1, "hypothetical": 0, "claims": 2, "sources": 2,
        "confidence": 0.875, "first_published": "2019-02-25", "last_published": "2019-02-28",
    }  # fmt: skip


def test_events_have_actors_recipients_places_and_summits(graph: Graph) -> None:
    Loader(graph).load([samples.rows(samples.report())])
    assert edges(graph, "ACTOR") == {(CONSULT, TRUMP), (REJECT, TRUMP)}
    assert edges(graph, "RECIPIENT") == {(CONSULT, KIM), (REJECT, KIM)}
    assert edges(graph, "HELD_IN") == {(CONSULT, HANOI), (SUMMIT, HANOI)}
    assert edges(graph, "PART_OF") == {(CONSULT, SUMMIT), (REJECT, SUMMIT)}


def test_each_claim_leads_to_its_words(graph: Graph) -> None:
    Loader(graph).load([samples.rows(samples.report())])
    proof = graph.read(
        "MATCH (c:Claim)-[:ABOUT]->(e:Event), (c)-[:STATED_IN]->(p:Passage)-[:IN]->(d:Document)"
        " RETURN e.type, c.text, p.text, substring(d.text, c.start, c.end - c.start) ORDER BY c.start"
    )
    assert proof.rows == (
        ("CONSULT", "met", "Donald Trump met Kim Jong Un in Hanoi on Wednesday.", "met"),
        ("REJECT", "walked away", "Trump walked away from the talks on Thursday.", "walked away"),
    )


def test_individuals_carry_names_of_all_documents_and_facts_of_the_authority_file(graph: Graph) -> None:
    Loader(graph).load([samples.rows(samples.report()), samples.rows(samples.brief())])
    assert one(graph, "MATCH (p:Person {id: $id}) RETURN p", id=KIM)["p"] == {
        "labels": ["Entity", "Person"], "id": KIM, "iri": "https://w3id.org/summitgraph/person/kim-jong-un",
        "name": "Kim Jong Un", "aliases": ["Kim", "Kim Jong Un"], "wikidata": "Q56226", "country": PRK,
        "tally": '{"aliases":{"Kim":1,"Kim Jong Un":2},"name":{"Kim Jong Un":2},"wikidata":{"Q56226":1}}',
    }  # fmt: skip
    place = one(graph, "MATCH (p:Place) RETURN p.latitude AS latitude, p.kind AS kind")
    assert place == {"latitude": 21.03, "kind": "city"}
    summit = one(graph, "MATCH (s:Event:Summit) RETURN s.name AS name, s.type AS type, s.date AS date, s.end AS end")
    assert summit == {"name": "2019 Hanoi Summit", "type": "CONSULT", "date": "2019-02-27", "end": "2019-02-28"}


def test_order_and_batching_make_no_difference(graph: Graph) -> None:
    found = []
    documents = [samples.rows(samples.report()), samples.rows(samples.brief()), samples.rows(other())]
    for order in itertools.permutations(documents):
        for cut in (1, 3):
            graph.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
            loader = Loader(graph)
            loader.load(order[:cut])
            loader.load(order[cut:])
            found.append(snapshot(graph))
    assert all(each == found[0] for each in found)


def test_a_deleted_document_leaves_the_graph_that_would_stand_without_it(graph: Graph) -> None:
    loader = Loader(graph)
    documents = [samples.rows(samples.report()), samples.rows(samples.brief()), samples.rows(other())]
    for gone in documents:
        for each in documents:
            loader.load([each])
        assert loader.delete_document(gone.document)
        left = snapshot(graph)
        graph.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
        loader.load([each for each in documents if each is not gone])
        assert left == snapshot(graph)
    for each in documents:
        loader.delete_document(each.document)
    assert graph.read("MATCH (n) RETURN labels(n)").rows == ((["Graph"],),)
    assert not loader.delete_document(documents[0].document)


def test_a_document_of_other_versions_is_replaced(graph: Graph) -> None:
    loader = Loader(graph)
    extracted, claims = samples.report()
    loader.load([samples.rows((extracted, claims)), samples.rows(samples.brief())])
    newer = replace(extracted, versions=replace(samples.VERSIONS, reader="2"))
    report = loader.load([samples.rows((newer, claims[:1]))])
    assert (report.documents, report.unchanged) == (1, 0)
    replaced = snapshot(graph)
    graph.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
    loader.load([samples.rows((newer, claims[:1])), samples.rows(samples.brief())])
    assert replaced == snapshot(graph)


def test_what_the_authority_file_no_longer_says_of_an_entity_goes(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([samples.rows(samples.report()), samples.rows(samples.brief())])
    extracted, claims = samples.report()
    places = {samples.HANOI: replace(samples.ONTOLOGY.entities[samples.HANOI], latitude=None, longitude=None)}
    newer = replace(samples.ONTOLOGY, entities={**samples.ONTOLOGY.entities, **places})
    changed = replace(extracted, versions=replace(samples.VERSIONS, ontology="0.2.0"))
    loader.load([rows_of(changed, claims, newer, samples.RUN, samples.INGESTED)])
    place = one(graph, "MATCH (p:Place) RETURN p.latitude AS latitude, p.kind AS kind, p.name AS name")
    assert place == {"latitude": None, "kind": "city", "name": "Hanoi"}


def test_a_batch_that_fails_leaves_nothing_behind(graph: Graph) -> None:
    loader = Loader(graph)
    loader.load([samples.rows(samples.brief())])
    before = snapshot(graph)
    rows = samples.rows(samples.report())
    broken = replace(rows, nodes={**rows.nodes, "Claim": ({"id": "claim:1", "iri": "x", "text": {"no": "property"}},)})
    with pytest.raises(LoadError):
        loader.load([broken])
    assert snapshot(graph) == before


def test_loads_at_the_same_time_miss_no_claim_of_each_other(graph: Graph) -> None:
    documents = [samples.rows(samples.report()), samples.rows(samples.brief()), samples.rows(other())]
    Loader(graph)
    with ThreadPoolExecutor(3) as threads:
        reports = list(threads.map(lambda rows: Loader(graph).load([rows]), documents * 2))
    assert sum(report.documents for report in reports) == 3
    together = snapshot(graph)
    graph.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
    Loader(graph).load(documents)
    assert together == snapshot(graph)


def test_both_engines_hold_the_same_graph(both: tuple[Graph, Graph]) -> None:
    batch = [samples.rows(samples.report()), samples.rows(samples.brief()), samples.rows(other())]
    reports = [Loader(graph).load(batch) for graph in both]
    assert reports[0] == reports[1]
    embedded, neo4j = (snapshot(graph) for graph in both)
    for name, values in embedded.items():
        assert values == neo4j[name], name


def other() -> tuple[object, ...]:
    """The report again under another publisher, less sure and with another name and claim."""
    extracted, claims = samples.report()
    document = extracted.document
    id_ = document_id(document.text, "other", document.published)
    copy = replace(document, id=id_, title="other", source="Second Wire", origins=("other.txt",))
    moved = [
        replace(
            claim,
            id=f"{claim.id}b",
            document=id_,
            passage=samples.passage_id(id_, [samples.passage_id(document.id, 0), claim.passage].index(claim.passage)),
            confidence=0.5,
            modality="negated" if claim.predicate == "REJECT" else claim.modality,
            mode="visit" if claim.predicate == "CONSULT" else None,
        )
        for claim in claims
    ]
    entities = (replace(extracted.entities[0], aliases=("Mr. Trump",)), *extracted.entities[1:])
    return replace(extracted, document=copy, entities=entities), tuple(moved)


def test_tenures_of_the_authority_file_are_claims_of_a_document(graph: Graph) -> None:
    loader = Loader(graph)
    authority = samples.rows(authority_document(samples.ONTOLOGY))
    loader.load([authority, samples.rows(samples.brief())])
    holds = one(graph, "MATCH (:Person)-[r:HOLDS_OFFICE]->(:Office) RETURN r.validity AS validity, r.claims AS claims")
    assert holds == {"validity": ["2017-01-20/2021-01-20", "2025-01-20/.."], "claims": 3}
    on_a_day = (
        "MATCH (p:Person)-[r:HOLDS_OFFICE]->(o:Office)"
        " UNWIND r.validity AS term WITH p, o, split(term, '/') AS days"
        " WHERE (days[0] = '..' OR days[0] <= $day) AND (days[1] = '..' OR days[1] >= $day) RETURN p.name, o.name"
    )
    assert graph.read(on_a_day, {"day": "2019-02-27"}).rows == (("Donald Trump", "President of the United States"),)
    assert graph.read(on_a_day, {"day": "2023-01-01"}).rows == ()
    assert loader.load([authority]).unchanged == 1
    assert loader.delete_document("doc:authority")
    assert one(graph, "MATCH (:Person)-[r:HOLDS_OFFICE]->() RETURN r.validity AS validity") == {"validity": []}
