"""Tampering with a graph, and what ``verify`` says of it, on both engines."""

from __future__ import annotations

import pytest

from loaders.bolt import Loader
from summitgraph.errors import QueryParameterError
from summitgraph.graph.connection import Graph
from summitgraph.mapping.authority import authority_document
from summitgraph.verifying import verify
from tests.integration import samples
from tests.integration.samples import CONSULT, HANOI, KIM, PRK, REJECT, SUMMIT, TRUMP

REPORT = samples.rows(samples.report()).document


@pytest.fixture
def loaded(graph: Graph) -> Graph:
    documents = (samples.report(), samples.brief(), authority_document(samples.ONTOLOGY))
    Loader(graph).load([samples.rows(each) for each in documents])
    return graph


def tamper(graph: Graph, cypher: str, **parameters: object) -> None:
    graph.write(lambda transaction: transaction.run(cypher, parameters).consume())


def faults(graph: Graph, document: str | None = None) -> list[tuple[str, str, str]]:
    return [(fault.kind, fault.where, fault.wrong) for fault in verify(graph, document)]


def named(graph: Graph) -> set[tuple[str, str]]:
    return {(kind, where) for kind, where, _ in faults(graph)}


def claim_of(graph: Graph, words: str) -> str:
    ((id_,),) = graph.read("MATCH (c:Claim {text: $words}) RETURN c.id", {"words": words}).rows
    return str(id_)


def test_a_graph_as_it_was_loaded_is_sound(loaded: Graph) -> None:
    assert faults(loaded) == []


def test_it_is_sound_still_when_a_document_has_gone(loaded: Graph) -> None:
    Loader(loaded).delete_document(REPORT)
    assert faults(loaded) == []


def test_a_passage_of_other_words(loaded: Graph) -> None:
    tamper(loaded, "MATCH (p:Passage {index: 1}) WHERE p.text CONTAINS 'walked' SET p.text = 'Trump stayed.'")
    ((passage,),) = loaded.read("MATCH (p:Passage {text: 'Trump stayed.'}) RETURN p.id").rows
    assert faults(loaded)[0] == (
        "passage",
        passage,
        "its words are 'Trump stayed.', but the text has 'Trump walked away from the talks on Thursday.' at 52 to 97",
    )


def test_a_claim_of_another_span(loaded: Graph) -> None:
    claim = claim_of(loaded, "walked away")
    tamper(loaded, "MATCH (c:Claim {id: $id}) SET c.start = 0", id=claim)
    assert ("claim", claim) in named(loaded)
    assert any("lies outside its passage" in wrong for _, where, wrong in faults(loaded) if where == claim)


@pytest.mark.parametrize("change", ["c.rule = 'guess'", "c.confidence = 0.1", "c.modality = 'planned'"])
def test_a_claim_that_says_something_else(loaded: Graph, change: str) -> None:
    claim = claim_of(loaded, "Trump and Kim")
    tamper(loaded, f"MATCH (c:Claim {{id: $id}}) SET {change}", id=claim)
    wrong = "what it says, or what it leads to, is not what was loaded: its digest is another"
    assert faults(loaded) == [("claim", claim, wrong)]


def test_a_claim_by_another_speaker(loaded: Graph) -> None:
    claim = claim_of(loaded, "Kim, who leads North Korea")
    tamper(loaded, "MATCH (:Claim {id: $id})-[r:ATTRIBUTED_TO]->() DELETE r", id=claim)
    assert named(loaded) == {("claim", claim)}


def test_a_mention_of_other_words(loaded: Graph) -> None:
    tamper(loaded, "MATCH (:Passage)-[m:MENTIONS {text: 'Hanoi'}]->(:Place) SET m.text = 'Hawaii'")
    found = [fault for fault in faults(loaded) if fault[0] == "mention"]
    assert [where.partition(" ")[2] for _, where, _ in found] == [f"-[MENTIONS]-> {HANOI}"] * 2
    assert "its words are 'Hawaii', but the text has 'Hanoi' at 32 to 37" in {wrong for *_, wrong in found}


def test_a_mention_at_another_place(loaded: Graph) -> None:
    tamper(loaded, "MATCH (:Passage)-[m:MENTIONS {text: 'Kim Jong Un'}]->() SET m.start = 90, m.end = 101")
    ((kind, where, wrong), (_, document, _)) = faults(loaded)
    assert (kind, document) == ("mention", REPORT)
    assert where.endswith(f" -[MENTIONS]-> {KIM}")
    assert wrong == "its span 90 to 101 lies outside the text"


def test_a_mention_that_is_gone(loaded: Graph) -> None:
    tamper(loaded, "MATCH (:Document {id: $id})<-[:IN]-(:Passage)-[m:MENTIONS]->(:Place) DELETE m", id=REPORT)
    assert named(loaded) == {("document", REPORT)}


def test_another_text(loaded: Graph) -> None:
    tamper(loaded, "MATCH (d:Document {id: $id}) SET d.text = replace(d.text, 'Hanoi', 'Hawaii')", id=REPORT)
    found = [fault for fault in faults(loaded) if fault[1] == REPORT]
    assert found[0][2].startswith("text_hash is '")
    assert "give the id doc:" in found[1][2]


def test_a_document_that_no_path_leads_to(loaded: Graph) -> None:
    tamper(loaded, "MATCH (:Document {id: $id})-[f:FOUND_AT]->() DELETE f", id=REPORT)
    assert faults(loaded) == [("document", REPORT, "it was found nowhere: no path or URL leads to it")]


def test_another_publisher(loaded: Graph) -> None:
    tamper(loaded, "MATCH (d:Document {id: $id}) SET d.source = 'Other Wire'", id=REPORT)
    wrong = "source is 'Other Wire', but the least of its origins gives 'Example Wire'"
    assert ("document", REPORT, wrong) in faults(loaded)
    assert {kind for kind, *_ in faults(loaded)} == {"document", "claim"}


def test_an_edge_of_other_counts(loaded: Graph) -> None:
    tamper(loaded, "MATCH (:Entity {id: $a})-[r:LEADS]->(:Entity {id: $b}) SET r.claims = 7", a=KIM, b=PRK)
    assert faults(loaded) == [("edge", f"{KIM} -[LEADS]-> {PRK}", "claims is 7, but its claims give 1")]


def test_an_edge_without_a_claim(loaded: Graph) -> None:
    tamper(
        loaded, "MATCH (a:Entity {id: $a}), (b:Entity {id: $b}) CREATE (a)-[:LEADS {claims: 3}]->(b)", a=TRUMP, b=PRK
    )
    tamper(loaded, "MATCH (a:Event {id: $a}), (b:Entity {id: $b}) CREATE (a)-[:RECIPIENT]->(b)", a=CONSULT, b=PRK)
    assert faults(loaded) == [
        ("edge", f"{CONSULT} -[RECIPIENT]-> {PRK}", "no claim supports it"),
        ("edge", f"{TRUMP} -[LEADS]-> {PRK}", "no claim supports it"),
    ]


def test_an_edge_that_stands_twice(loaded: Graph) -> None:
    tamper(loaded, "MATCH (a)-[r:LEADS]->(b) CREATE (a)-[twin:LEADS]->(b) SET twin = properties(r)")
    assert faults(loaded) == [("edge", f"{KIM} -[LEADS]-> {PRK}", "it stands twice")]


def test_an_edge_that_is_gone(loaded: Graph) -> None:
    tamper(loaded, "MATCH (:Summit)-[r:HELD_IN]->(:Place) DELETE r")
    tamper(loaded, "MATCH (:Event {id: $id})-[r:PART_OF]->(:Summit) DELETE r", id=REJECT)
    assert set(faults(loaded)) == {
        ("edge", f"{REJECT} -[PART_OF]-> {SUMMIT}", "claims support it, but it is not there"),
        ("edge", f"{SUMMIT} -[HELD_IN]-> {HANOI}", "claims support it, but it is not there"),
    }


def test_a_claim_that_is_gone(loaded: Graph) -> None:
    tamper(loaded, "MATCH (c:Claim {id: $id}) DETACH DELETE c", id=claim_of(loaded, "walked away"))
    found = faults(loaded)
    assert ("event", REJECT, "no claim speaks of it") in found
    assert ("edge", f"{REJECT} -[ACTOR]-> {TRUMP}", "no claim supports it") in found
    assert ("document", REPORT) in named(loaded)


def test_a_denial_that_is_gone_though_nothing_derives_from_it(loaded: Graph) -> None:
    tamper(loaded, "MATCH (c:Claim {id: $id}) DETACH DELETE c", id=claim_of(loaded, "Trump and Kim"))
    ((brief,),) = loaded.read("MATCH (d:Document {title: 'brief'}) RETURN d.id").rows
    assert named(loaded) == {("document", brief)}


def test_an_event_of_another_day(loaded: Graph) -> None:
    tamper(loaded, "MATCH (e:Event {id: $id}) SET e.date = '2019-03-01'", id=CONSULT)
    assert faults(loaded) == [("event", CONSULT, "date is '2019-03-01', but its claims give '2019-02-27'")]


def test_a_summit_and_a_person_of_other_names(loaded: Graph) -> None:
    tamper(loaded, "MATCH (n:Summit {id: $id}) SET n.end = '2019-03-02'", id=SUMMIT)
    tamper(loaded, "MATCH (n:Entity {id: $id}) SET n.name = 'Kim'", id=KIM)
    assert set(faults(loaded)) == {
        ("individual", SUMMIT, "end is '2019-03-02', but the documents give '2019-02-28'"),
        ("individual", KIM, "name is 'Kim', but the documents give 'Kim Jong Un'"),
    }


def test_a_claim_outside_all_documents(loaded: Graph) -> None:
    claim = claim_of(loaded, "in Hanoi")
    tamper(loaded, "MATCH (:Claim {id: $id})-[r:STATED_IN]->() DELETE r", id=claim)
    assert ("claim", claim, "no passage of a document states it") in faults(loaded)


def test_one_document_and_what_it_bears_on(loaded: Graph) -> None:
    tamper(loaded, "MATCH (e:Event {id: $id}) SET e.date = '2019-03-01'", id=REJECT)
    assert [where for _, where, _ in faults(loaded, "report.txt")] == [REJECT]
    assert faults(loaded, "brief.txt") == []
    with pytest.raises(QueryParameterError, match=r"absent\.txt: the graph has no document"):
        faults(loaded, "absent.txt")
