"""The loader: documents' rows into a graph over Bolt, the same statements on Neo4j and on the embedded engine.

A batch is one transaction: passages, claims and what derives from them stand together or not at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from loaders import statements
from loaders.derivation import Touched, derive, prune
from loaders.merging import Batch, merge
from summitgraph.graph.connection import Graph
from summitgraph.graph.model import SCHEMA
from summitgraph.mapping.rows import Row, Rows
from summitgraph.records import LoadReport, Rejected, Versions

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


class Loader:
    """Writes documents into an open graph, whose constraints it makes first."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        graph.ensure_schema()

    def known_documents(self, ids: Iterable[str], versions: Versions) -> set[str]:
        """Return those of the ids that stand in the graph as these versions extracted them: they need no extraction."""
        answer = self._graph.read(statements.text("known_documents"), {"ids": sorted(set(ids))})
        return {row["id"] for row in answer.records() if _same(row, asdict(versions))}

    def add_origins(self, origins: dict[str, Sequence[str]]) -> int:
        """Record further paths or URLs of documents that stand; return how many documents had not known theirs."""
        rows = [{"id": id_, "origins": sorted(set(origins[id_]))} for id_ in sorted(origins)]
        cypher = statements.text("add_origins")
        return self._graph.write(lambda transaction: len(Writer(transaction).run(cypher, rows=rows)))

    def load(self, batch: Sequence[Rows], rejected: tuple[Rejected, ...] = ()) -> LoadReport:
        """Write a batch of documents in one transaction.

        A document that stands with the same versions is left as it is; with others it is replaced.

        Args:
            rejected: what earlier stages left out of the batch, to stand in the report.

        Raises:
            LoadError: the graph refused it; nothing of the batch is written.
        """
        return self._graph.write(lambda transaction: _load(Writer(transaction), batch, rejected))

    def delete_document(self, id_: str) -> bool:
        """Take a document out with all that stands by it alone; return whether it was there.

        Raises:
            LoadError: the graph refused it; all stands as before.
        """
        return self._graph.write(lambda transaction: _delete(Writer(transaction), id_))


def _load(writer: Writer, batch: Sequence[Rows], rejected: tuple[Rejected, ...]) -> LoadReport:
    documents = {rows.document: rows for rows in batch}
    standing = {row["id"]: row for row in _standing(writer, sorted(documents))}
    new = [rows for id_, rows in sorted(documents.items()) if not _same(standing.get(id_), asdict(rows.versions))]
    gone = Touched()
    for rows in new:
        if rows.document in standing:
            gone = gone.union(_remove(writer, rows.document))
    if new:
        merged = merge(new)
        _write(writer, merged)
        prune(writer, gone)
        derive(writer, gone.union(Touched(merged.facts, merged.events)))
    return LoadReport(
        created_nodes={name: count for name, count in sorted(writer.nodes.items()) if count},
        created_relationships={name: count for name, count in sorted(writer.relationships.items()) if count},
        documents=len(new),
        unchanged=len(documents) - len(new),
        rejected=rejected,
    )


def _write(writer: Writer, batch: Batch) -> None:
    for node in SCHEMA.nodes:
        writer.each(statements.merge_nodes(node.label), "rows", batch.nodes.get(node.label, ()), node.label)
    for shape, rows in sorted(batch.relationships.items()):
        writer.each(statements.create_relationships(shape), "rows", rows, shape.type)
    writer.each(statements.text("describe_entities"), "rows", batch.entities)
    writer.each(statements.text("describe_summits"), "rows", batch.summits)


def _delete(writer: Writer, id_: str) -> bool:
    if not _standing(writer, [id_]):
        return False
    touched = _remove(writer, id_)
    prune(writer, touched)
    derive(writer, touched)
    return True


def _remove(writer: Writer, id_: str) -> Touched:
    """Delete a document with its passages and claims; return what has to be derived anew."""
    (touched,) = writer.run(statements.text("touched"), id=id_)
    for name in ("delete_claims", "delete_passages", "delete_document"):
        writer.run(statements.text(name), id=id_)
    return Touched.of(**touched)


def _standing(writer: Writer, ids: Sequence[str]) -> list[Row]:
    return writer.run(statements.text("known_documents"), ids=ids)


def _same(standing: Row | None, versions: Row) -> bool:
    return standing is not None and all(standing[name] == version for name, version in versions.items())
