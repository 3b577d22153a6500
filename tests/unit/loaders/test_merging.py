from __future__ import annotations

import pytest

from loaders.derivation import Touched
from loaders.merging import merge
from loaders.statements import create_relationships, merge_nodes, text
from summitgraph.mapping.rows import Rows, Shape
from summitgraph.records import Versions

VERSIONS = Versions("0.1.0", "1", "m", None)
DESCRIBES = Shape("DESCRIBES", "Document", "Entity")


def document(id_: str, **said: object) -> Rows:
    person = {"id": "person:kim-jong-un", "iri": "x"}
    described = {"from": id_, "to": "person:kim-jong-un", **said}
    return Rows(id_, VERSIONS, {"Person": (person,)}, {DESCRIBES: (described,)})


def test_what_several_documents_name_stands_once() -> None:
    batch = merge(
        [
            document("doc:1", name="Kim Jong Un", aliases=["Kim Jong Un"], wikidata=None),
            document("doc:2", name="Kim Jong Un", aliases=["Kim", "Kim Jong Un"], wikidata="Q56226"),
        ]
    )
    assert batch.nodes["Person"] == [{"id": "person:kim-jong-un", "set": {"iri": "x"}}]
    assert len(batch.relationships[DESCRIBES]) == 2
    assert [row["set"]["name"] for row in batch.described] == ["Kim Jong Un", "Kim Jong Un"]


def test_nodes_are_merged_on_the_key_alone_and_forget_what_the_authority_file_no_longer_says() -> None:
    assert merge_nodes("Claim") == "UNWIND $rows AS row\nMERGE (n:Claim {id: row.id})\nSET n += row.set"
    assert merge_nodes("Person") == (
        "UNWIND $rows AS row\nMERGE (n:Entity:Person {id: row.id})\nSET n += row.set, n.country = row.set.country"
    )


def test_mentions_of_one_passage_are_told_apart_by_their_span() -> None:
    shape = Shape("MENTIONS", "Passage", "Entity")
    ends = {"from": "passage:1", "to": "person:kim-jong-un"}
    first, second = {**ends, "start": 0, "end": 3, "text": "Kim"}, {**ends, "start": 9, "end": 12, "text": "Kim"}
    rows = Rows("doc:1", VERSIONS, {}, {shape: (first, second, first)})
    assert [row["set"]["start"] for row in merge([rows]).relationships[shape]] == [0, 9]
    assert "CREATE (a)-[r:MENTIONS]->(b)" in create_relationships(shape)


def test_statements_take_names_of_the_schema_alone() -> None:
    assert "MERGE (a)-[r:LEADS]->(b)" in text("derive_relation", type="LEADS", start="Entity", end="Entity")
    with pytest.raises(KeyError, match="is not declared"):
        text("derive_relation", type="LEADS]->() DELETE", start="Entity", end="Entity")


def test_touched_facts_are_read_from_their_text() -> None:
    fact = "LEADS|person:kim-jong-un|country:PRK"
    touched = Touched.of([fact, fact], ["event:2", "event:1"], [], [])
    assert touched.facts == {"LEADS": [{"fact": fact, "from": "person:kim-jong-un", "to": "country:PRK"}]}
    assert touched.events == ["event:1", "event:2"]
    assert touched.union(Touched()) == touched
