"""The Cypher texts of this package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from summitgraph.graph.connection import Graph
from summitgraph.graph.model import SCHEMA

Row = dict[str, Any]
SECONDS = 600.0


@cache
def text(name: str, label: str = "Entity", type_: str = "HELD_IN") -> str:
    """Return ``cypher/<name>.cypher`` with ``{label}`` and ``{type}`` replaced by terms of the schema."""
    cypher = files("summitgraph.recoding").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    return cypher.replace("{label}", SCHEMA.node(label).label).replace("{type}", SCHEMA.relationship(type_).type)


def ask(graph: Graph, cypher: str, **parameters: Any) -> list[Row]:
    """Ask a question that only reads, and return its rows by column."""
    return graph.read(cypher, parameters, timeout=SECONDS).records()
