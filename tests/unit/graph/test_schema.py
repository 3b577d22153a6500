from __future__ import annotations

import pytest

from summitgraph.graph.model import SCHEMA, key_label_of, label_of
from summitgraph.graph.tables import schema_markdown


def test_the_labels_of_the_design_stand() -> None:
    entities = {"Entity", "Person", "Country", "Organization", "Place", "Office", "Agreement", "Program"}
    proof = {"Claim", "Passage", "Document", "Origin", "Run"}
    assert SCHEMA.labels == entities | proof | {"Event", "Summit", "Graph"}


def test_stated_relations_come_from_relation_claims() -> None:
    persons = {"LEADS", "HOLDS_OFFICE", "AFFILIATED_WITH", "ADVISES", "PARTICIPATED_IN", "PARTY_TO"}
    places = {"HELD_IN", "LOCATED_IN"}
    countries = {"HAS_PROGRAM", "ALLIED_WITH", "SANCTIONS"}
    assert {each.type for each in SCHEMA.stated_relations} == persons | places | countries


def test_one_constraint_for_each_label_without_a_parent() -> None:
    constraints = [text for text in SCHEMA.constraints() if text.startswith("CREATE CONSTRAINT")]
    assert constraints[0] == "CREATE CONSTRAINT graph_id IF NOT EXISTS FOR (n:Graph) REQUIRE n.id IS UNIQUE"
    assert len(constraints) == len([node for node in SCHEMA.nodes if not node.parent])


def test_ends_and_keys_are_declared() -> None:
    for each in SCHEMA.relationships:
        assert {label for pair in each.ends for label in pair} <= SCHEMA.labels
        assert set(each.keys) <= {own.name for own in each.properties}
    names = [each.type for each in SCHEMA.relationships]
    assert len(names) == len(set(names))


def test_the_documentation_names_every_label_and_type() -> None:
    text = schema_markdown(SCHEMA)
    assert "| `Entity:Person` | a human being |" in text
    assert "| `LEADS` | Person → Country<br>Person → Organization | heads it; derived from claims |" in text
    assert all(f"`{each}`" in text for each in SCHEMA.relationship_types)


@pytest.mark.parametrize(
    ("id_", "label", "key"),
    [
        ("person:kim-jong-un", "Person", "Entity"),
        ("summit:2019-hanoi", "Summit", "Event"),
        ("event:0123", "Event", "Event"),
        ("doc:0123", "Document", "Document"),
        ("claim:0123", "Claim", "Claim"),
    ],
)
def test_labels_follow_from_ids(id_: str, label: str, key: str) -> None:
    assert (label_of(id_), key_label_of(id_)) == (label, key)


def test_an_unknown_prefix_or_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        label_of("ship:titanic")
    with pytest.raises(KeyError):
        SCHEMA.node("Ship")
