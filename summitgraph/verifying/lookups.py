"""The Cypher texts of this package, and reading by them a few nodes at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from summitgraph.graph.connection import Graph
from summitgraph.graph.model import SCHEMA

Row = dict[str, Any]
SECONDS = 600.0
IDS_PER_PAGE = 10_000
NODES_PER_QUESTION = 100


@cache
def _text(name: str, label: str) -> str:
    cypher = files("summitgraph.verifying").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    return cypher.replace("{label}", SCHEMA.node(label).label)


def ask(graph: Graph, cypher: str, label: str = "Event", /, **parameters: Any) -> list[Row]:
    """Ask ``cypher/<cypher>.cypher``, with ``{label}`` replaced, and return its rows by column."""
    return graph.read(_text(cypher, label), parameters, timeout=SECONDS).records()


def ids(graph: Graph, label: str) -> Iterator[str]:
    """Yield the ids of a label in their order."""
    after = ""
    while rows := ask(graph, "ids", label, after=after, limit=IDS_PER_PAGE):
        yield from (row["id"] for row in rows)
        after = rows[-1]["id"]


def portions(found: Iterable[str], size: int = NODES_PER_QUESTION) -> Iterator[list[str]]:
    """Yield ids in lists of a size that one question takes."""
    stream = iter(found)
    while part := list(islice(stream, size)):
        yield part


def grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    """Return the rows by the value of a column."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found
