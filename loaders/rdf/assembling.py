"""Rows of a document from what stands in a graph or a file: the reverse of writing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from summitgraph.graph.model import SCHEMA, key_label_of, label_of
from summitgraph.graph.schema import Property, RelationshipType
from summitgraph.ids import iri
from summitgraph.mapping.rows import Row, Rows, Shape
from summitgraph.records import Versions

# What an individual bears by its id alone. All else on it derives from what documents say.
_OF_SUMMITS = {"type", "quad", "intensity"}
_DERIVED = {"id", "iri", "name", "aliases", "wikidata", "tally"}
OWNED = ("Document", "Passage", "Claim")


def loaded_relationships() -> tuple[RelationshipType, ...]:
    """Return the relationship types that begin at a document, its passages or its claims."""
    return tuple(each for each in SCHEMA.relationships if each.origin == "loaded" and each.ends[0][0] in OWNED)


def own_properties(label: str) -> tuple[Property, ...]:
    """Return the properties of a label that a document's rows carry."""
    node = SCHEMA.node(label)
    if label == "Summit":
        return tuple(each for each in SCHEMA.node("Event").properties if each.name in _OF_SUMMITS)
    if node.parent == "Entity":
        return tuple(each for each in node.properties if each.name not in _DERIVED)
    return tuple(each for each in node.properties if each.name not in ("id", "iri"))


def assemble(nodes: Mapping[str, Sequence[Row]], links: Mapping[str, Iterable[Row]]) -> Rows:
    """Return the rows of one document.

    Args:
        nodes: rows of its Document, Passages, Claims, Runs, Origins and of the individuals that it describes, by label.
        links: rows of ``from``, ``to`` and properties by relationship type.
    """
    (document,) = nodes["Document"]
    shaped: dict[Shape, list[Row]] = {}
    for type_, rows in links.items():
        for row in rows:
            shaped.setdefault(Shape(type_, key_label_of(row["from"]), key_label_of(row["to"])), []).append(row)
    events = sorted({row["to"] for row in links.get("ABOUT", ())})
    told = [{"id": id_, "iri": iri(id_)} for id_ in events if label_of(id_) == "Event"]
    return Rows(
        document=document["id"],
        versions=_versions(document),
        nodes={label: tuple(rows) for label, rows in {**nodes, "Event": told}.items() if rows},
        relationships={shape: tuple(rows) for shape, rows in shaped.items()},
        facts=_facts(nodes.get("Claim", ())),
        events=tuple(events),
    )


def _versions(document: Row) -> Versions:
    given: dict[str, Any] = {each.name: document.get(each.name) for each in fields(Versions)}
    return Versions(**given)


def _facts(claims: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for fact in sorted({claim["fact"] for claim in claims if claim.get("fact")}):
        type_, start, end = fact.split("|")
        found.setdefault(type_, []).append({"fact": fact, "from": start, "to": end})
    return {type_: tuple(rows) for type_, rows in found.items()}
