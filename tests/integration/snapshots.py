"""A whole graph as plain sorted values, to compare two of them label by label."""

from __future__ import annotations

import json
from typing import Any

from summitgraph.graph.connection import Graph
from summitgraph.graph.model import SCHEMA

# When a document was loaded, and by which run, is no part of what it says.
CLOCKS = {"ingested_at", "started_at"}


def snapshot(graph: Graph, *, runs: bool = True) -> dict[str, list[Any]]:
    """Return nodes by label and relationships by type, each as sorted JSON; without runs and clocks if so asked."""
    found = {}
    for label in sorted(SCHEMA.labels - ({"Run"} if not runs else set())):
        answer = graph.read(f"MATCH (n:{label}) RETURN n")
        found[label] = sorted(_text(_timeless(row[0], runs)) for row in answer.rows)
    for type_ in sorted(SCHEMA.relationship_types - ({"LOADED_BY"} if not runs else set())):
        answer = graph.read(f"MATCH (a)-[r:{type_}]->(b) RETURN a.id AS start, r, b.id AS end")
        found[type_] = sorted(_text(row) for row in answer.rows)
    return found


def _timeless(node: dict[str, Any], runs: bool) -> dict[str, Any]:
    return node if runs else {key: value for key, value in node.items() if key not in CLOCKS}


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
