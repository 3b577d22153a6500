"""A transaction that writes, and the counts of what it made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

# Rows of one statement: more make messages large, fewer make more round trips.
ROWS_PER_STATEMENT = 5_000


@dataclass(slots=True)
class Writer:
    """One transaction, and the counts of what it made."""

    transaction: ManagedTransaction
    nodes: Counter[str] = field(default_factory=Counter)
    relationships: Counter[str] = field(default_factory=Counter)

    def run(self, cypher: str, counted: str = "", **parameters: Any) -> list[dict[str, Any]]:
        """Run a statement; what it makes is counted under the label or type ``counted``."""
        result = self.transaction.run(cypher, parameters)
        records = [record.data() for record in result]
        made = result.consume().counters
        if counted:
            self.nodes[counted] += made.nodes_created
            self.relationships[counted] += made.relationships_created
        return records

    def each(self, cypher: str, name: str, rows: Sequence[Any], counted: str = "") -> None:
        """Run a statement over rows, passed as the parameter ``name`` in portions."""
        for start in range(0, len(rows), ROWS_PER_STATEMENT):
            self.run(cypher, counted, **{name: rows[start : start + ROWS_PER_STATEMENT]})
