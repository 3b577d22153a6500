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
        entities, summits: names and days that documents give to individuals.
        facts: by relationship type, what relation claims say.
        events: ids of the events that claims are about.
    """

    nodes: Mapping[str, Sequence[Row]]
    relationships: Mapping[Shape, Sequence[Row]]
    entities: Sequence[Row]
    summits: Sequence[Row]
    facts: Mapping[str, Sequence[Row]]
    events: Sequence[str]


def merge(documents: Sequence[Rows]) -> Batch:
    """Return the rows of several documents as one batch, in an order that depends on their content alone."""
    described = [
        row
        for rows in documents
        for shape, each in rows.relationships.items()
        if shape.type == "DESCRIBES"
        for row in each
    ]
    individuals = _individuals(described)
    return Batch(
        nodes=_nodes(documents),
        relationships=_relationships(documents),
        entities=[row for row in individuals if not row[KEY].startswith("summit:")],
        summits=[row for row in individuals if row[KEY].startswith("summit:")],
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


def _individuals(described: Iterable[Row]) -> list[Row]:
    """Return one row for each individual: least name, least start, greatest end, all forms."""
    found: dict[str, list[Row]] = {}
    for row in described:
        found.setdefault(row["to"], []).append(row)
    return [_individual(id_, found[id_]) for id_ in sorted(found)]


def _individual(id_: str, rows: Sequence[Row]) -> Row:
    def values(name: str) -> list[str]:
        return [row[name] for row in rows if row.get(name) is not None]

    return {
        KEY: id_,
        "name": min(values("name")),
        "aliases": sorted({form for row in rows for form in row["aliases"]}),
        "wikidata": min(values("wikidata"), default=None),
        "start": min(values("start"), default=None),
        "end": max(values("end"), default=None),
    }


def _known(row: Row) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None and key not in (KEY, "from", "to")}
