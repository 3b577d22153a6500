"""Documents as the graph holds them, with all that stands in their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitgraph.graph.connection import Graph
from summitgraph.verifying.lookups import Row, ask, grouped


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the graph holds it.

    Attributes:
        properties: of its node.
        described, copies, readings: what it says of individuals; the documents that repeat it; where it was found.
        passages, mentions, claims: rows of ``cypher/<name>.cypher``.
    """

    properties: Row
    described: Sequence[Row]
    copies: Sequence[Row]
    readings: Sequence[Row]
    passages: Sequence[Row]
    mentions: Sequence[Row]
    claims: Sequence[Row]

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.properties["id"])

    @property
    def text(self) -> str:
        """Its text."""
        return str(self.properties.get("text") or "")


def read(graph: Graph, ids: Sequence[str]) -> Iterator[Stored]:
    """Yield documents with their passages, mentions and claims."""
    parts = [grouped(ask(graph, name, ids=ids), "document") for name in ("passages", "mentions", "claims")]
    for row in ask(graph, "documents", ids=ids):
        passages, mentions, claims = (part.get(row["document"]["id"], []) for part in parts)
        yield Stored(row["document"], row["described"], row["copies"], row["readings"], passages, mentions, claims)
