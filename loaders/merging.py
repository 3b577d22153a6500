"""A batch of documents as one set of rows: what several documents name stands once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summitgraph.graph.model import SCHEMA
from summitgraph.graph.schema import KEY
from summitgraph.mapping.rows import Row, Rows, Shape


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as the statements take them.

    Attributes:
        nodes, relationships: rows with their properties under ``set``, those of no value left out.
        facts: by relationship type, what relation claims say.
        events: ids of the events that claims are about.
    """

    nodes: Mapping[str, Sequence[Row]]
    relationships: Mapping[Shape, Sequence[Row]]
    facts: Mapping[str, Sequence[Row]]
    events: Sequence[str]

    @property
    def documents(self) -> list[Row]:
        """The documents with all their properties."""
        return [{KEY: row[KEY], **row["set"]} for row in self.nodes.get("Document", ())]

    @property
    def described(self) -> list[Row]:
        """What the documents say of individuals: rows of DESCRIBES."""
        return [row for shape, rows in self.relationships.items() if shape.type == "DESCRIBES" for row in rows]


def merge(documents: Sequence[Rows]) -> Batch:
    """Return the rows of several documents as one batch, in an order that depends on their content alone."""
    return Batch(
        nodes=_nodes(documents),
        relationships=_relationships(documents),
        facts=_facts(documents),
        events=sorted({id_ for rows in documents for id_ in rows.events}),
    )


def _nodes(documents: Iterable[Rows]) -> dict[str, list[Row]]:
    found: dict[str, dict[str, Row]] = {}
    for rows in documents:
        for label, each in rows.nodes.items():
            found.setdefault(label, {}).update((row[KEY], row) for row in each)
    return {label: [{KEY: id_, "set": _known(by_id[id_])} for id_ in sorted(by_id)] for label, by_id in found.items()}


def _relationships(documents: Iterable[Rows]) -> dict[Shape, list[Row]]:
    found: dict[Shape, dict[tuple[Any, ...], Row]] = {}
    for rows in documents:
        for shape, each in rows.relationships.items():
            keys = ("from", "to", *SCHEMA.relationship(shape.type).keys)
            found.setdefault(shape, {}).update((tuple(row[key] for key in keys), row) for row in each)
    return {
        shape: [{"from": row["from"], "to": row["to"], "set": _known(row)} for row in by_key.values()]
        for shape, by_key in found.items()
    }


def _facts(documents: Iterable[Rows]) -> dict[str, list[Row]]:
    found: dict[str, dict[str, Row]] = {}
    for rows in documents:
        for type_, each in rows.facts.items():
            found.setdefault(type_, {}).update((row["fact"], row) for row in each)
    return {type_: [by_fact[fact] for fact in sorted(by_fact)] for type_, by_fact in found.items()}


def _known(row: Row) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None and key not in (KEY, "from", "to")}
