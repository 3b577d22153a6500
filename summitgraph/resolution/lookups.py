"""The Cypher texts of this package: ``summitgraph/resolution/cypher/<name>.cypher``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from summitgraph.graph.connection import Graph


@cache
def text(name: str) -> str:
    """Return a Cypher text."""
    return files("summitgraph.resolution").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")


def ask(graph: Graph, name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Ask a question that only reads, and return its rows by column."""
    return graph.read(text(name), parameters, timeout=600.0).records()
