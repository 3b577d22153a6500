"""What a file of RDF is made of: resources with their statements, in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.rdf.vocabulary import (
    ID,
    LABEL,
    PROV,
    RDF,
    TYPE,
    Instant,
    Iri,
    Value,
    class_iri,
    node_iri,
    property_iri,
    relation_iri,
    to_value,
)  # fmt: skip
from summitgraph.graph.model import SCHEMA
from summitgraph.ids import digest
from summitgraph.mapping.rows import Row, Rows

Statement = tuple[Iri, Value]


@dataclass(frozen=True, slots=True)
class Resource:
    """A node with what is stated of it."""

    iri: Iri
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Resources that belong together.

    Attributes:
        name: the named graph; None for the default graph, which holds what derives from claims.
    """

    name: Iri | None
    resources: tuple[Resource, ...]


def document_block(rows: Rows, names: Mapping[str, str]) -> Block:
    """Return all that a document brings into the graph; ``names`` are those that individuals bear by all documents."""
    about: dict[str, list[Statement]] = {}
    edges: list[Resource] = []
    for label, nodes in rows.nodes.items():
        for row in nodes:
            about[row["id"]] = list(node_statements(label, row))
    for id_, name in names.items():
        about.setdefault(id_, []).append((LABEL, name))
    for shape, links in rows.relationships.items():
        for link in links:
            about.setdefault(link["from"], []).append((relation_iri(shape.type), node_iri(link["to"])))
            edges += edge(shape.type, link["from"], link["to"], link)
    for id_, statements in _provenance(rows):
        about.setdefault(id_, []).extend(statements)
    resources = (Resource(node_iri(id_), tuple(dict.fromkeys(said))) for id_, said in about.items())
    return Block(graph_iri(rows.document), (*resources, *edges))


def graph_iri(document: str) -> Iri:
    """Return the name of a document's graph: ``doc:1f`` gives ``…/graph/1f``."""
    return node_iri(f"graph:{document.partition(':')[2]}")


def node_statements(label: str, row: Row) -> Iterator[Statement]:
    """Yield what is stated of a node: class, id, and the properties that the schema declares."""
    yield TYPE, class_iri(label)
    yield ID, row["id"]
    node = SCHEMA.node(label)
    declared = {each.name for each in (*node.properties, *(SCHEMA.node(node.parent).properties if node.parent else ()))}
    event_type = _event_type(label, row)
    yield from _values(label, {key: row[key] for key in row if key in declared - {"id", "iri"}}, event_type)


def edge(type_: str, start: str, end: str, row: Mapping[str, Any]) -> Iterator[Resource]:
    """Yield the ``rdf:Statement`` that carries a relationship's properties; nothing where its type has none."""
    relationship = SCHEMA.relationship(type_)
    declared = {each.name for each in relationship.properties}
    if declared:
        keys = (str(row[key]) for key in relationship.keys)
        yield Resource(
            node_iri(f"edge:{digest(type_, start, end, *keys)}"),
            (
                (TYPE, Iri(f"{RDF}Statement")),
                (Iri(f"{RDF}subject"), node_iri(start)),
                (Iri(f"{RDF}predicate"), relation_iri(type_)),
                (Iri(f"{RDF}object"), node_iri(end)),
                *_values(type_, {key: row[key] for key in row if key in declared}, None),
            ),
        )


def _event_type(label: str, row: Row) -> str | None:
    if label == "Claim":
        return row["predicate"] if row["kind"] == "event" else None
    return row.get("type") if label in ("Event", "Summit") else None


def _values(owner: str, row: Mapping[str, Any], event_type: str | None) -> Iterator[Statement]:
    for name, value in row.items():
        values: Sequence[Any] = value if isinstance(value, (list, tuple)) else [value]
        for each in values:
            if each is not None:
                yield property_iri(owner, name), to_value(name, each, event_type)


def _provenance(rows: Rows) -> Iterator[tuple[str, list[Statement]]]:
    """Yield the same in PROV-O: documents and claims are entities, a run is the activity, a speaker the agent."""
    document, run = node_iri(rows.document), None
    links = {shape.type: each for shape, each in rows.relationships.items()}
    for row in rows.nodes.get("Run", ()):
        run = node_iri(row["id"])
        yield row["id"], [(TYPE, Iri(f"{PROV}Activity")), (Iri(f"{PROV}startedAtTime"), Instant(row["started_at"]))]
        yield row["id"], [(Iri(f"{PROV}used"), document)]
    yield rows.document, [(TYPE, Iri(f"{PROV}Entity"))]
    for link in links.get("STATED_IN", ()):
        derived = Iri(f"{PROV}wasDerivedFrom")
        said = [(TYPE, Iri(f"{PROV}Entity")), (derived, node_iri(link["to"])), (derived, document)]
        yield link["from"], [*said, *([(Iri(f"{PROV}wasGeneratedBy"), run)] if run else [])]
    for link in links.get("ATTRIBUTED_TO", ()):
        yield link["from"], [(Iri(f"{PROV}wasAttributedTo"), node_iri(link["to"]))]
        yield link["to"], [(TYPE, Iri(f"{PROV}Agent"))]
