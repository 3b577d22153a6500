"""The source that a document's claims count for: its own, or that of the copy published first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from summitgraph.graph.connection import Graph
from summitgraph.verifying.lookups import Row, ask


def source_of(graph: Graph, document: Mapping[str, Any], copies: Sequence[str]) -> str:
    """Return the source of a document with the ids of its direct copies."""
    group = [dict(document), *(_hanging_together(graph, copies, document["id"]) if copies else ())]
    first = min(group, key=lambda row: (row.get("published") or "9999", row["id"]))
    return str(first.get("source") or first["id"])


def _hanging_together(graph: Graph, copies: Sequence[str], start: str) -> list[Row]:
    found: dict[str, Row] = {}
    frontier = sorted(copies)
    while frontier:
        rows = ask(graph, "published_by", ids=frontier)
        found |= {row["id"]: row for row in rows}
        frontier = sorted({id_ for row in rows for id_ in row["copies"]} - set(found) - {start})
    return list(found.values())
