"""Edges between individuals against the relation claims that affirm them, and individuals against their descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitgraph.graph.connection import Graph
from summitgraph.verifying.faults import Fault, differences, edge
from summitgraph.verifying.lookups import Row, ask

GIVES = "its claims give"


def check_relations(graph: Graph, label: str, ids: Sequence[str]) -> Iterator[Fault]:
    """Yield what is wrong with the edges that begin at nodes of a label, ``Entity`` or ``Event``."""
    expected = {_key(row): _support(row) for row in ask(graph, "stated_claims", label, ids=ids)}
    seen = set()
    for row in ask(graph, "stated_edges", label, ids=ids):
        key = _key(row)
        if key not in expected:
            yield Fault("edge", edge(*key), "no claim supports it")
        elif key in seen:
            yield Fault("edge", edge(*key), "it stands twice")
        else:
            found = row["properties"] | {"validity": sorted(row["properties"].get("validity") or ())}
            for wrong in differences(found, expected[key], GIVES):
                yield Fault("edge", edge(*key), wrong)
        seen.add(key)
    for key in sorted(set(expected) - seen):
        yield Fault("edge", edge(*key), "claims support it, but it is not there")


def check_individuals(graph: Graph, label: str, ids: Sequence[str]) -> Iterator[Fault]:
    """Yield what is wrong with the names and days of entities (``Entity``) or summits (``Summit``)."""
    for row in ask(graph, "individuals", label, ids=ids):
        node = row["node"]
        if not row["documents"]:
            yield Fault("individual", node["id"], "no document describes it")
            continue
        for wrong in differences(node, _described(row, summit=label == "Summit"), "the documents give"):
            yield Fault("individual", node["id"], wrong)


def _key(row: Row) -> tuple[str, str, str]:
    return row["start"], row["type"], row["end"]


def _support(row: Row) -> Row:
    names = ("claims", "sources", "confidence", "first_published", "last_published")
    fact = f"{row['type']}|{row['start']}|{row['end']}"
    return {name: row[name] for name in names} | {"fact": fact, "validity": sorted(row["validity"])}


def _described(row: Row, *, summit: bool) -> Row:
    """Return the least name, every form, and of a summit the days from the first to the last."""
    names = {"name": row["name"], "aliases": sorted({form for forms in row["forms"] for form in forms})}
    if not summit:
        return names | {"wikidata": row["wikidata"]}
    first, last = row["first"], row["last"]
    precision = None if first is None else "day" if first == last else "interval"
    return names | {"start": first, "end": last, "date": first, "date_precision": precision}
