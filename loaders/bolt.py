"""The loader: documents' rows into a graph over Bolt, the same statements on Neo4j and on the embedded engine.

A batch is one transaction: passages, claims and what derives from them stand together or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import NamedTuple

from loaders import origins, statements
from loaders.merging import Batch, merge
from loaders.origins import Reading
from loaders.retraction import Retraction, retract
from loaders.unwinding import Unwinding
from loaders.writing import Writer
from summitgraph.graph.connection import Graph
from summitgraph.graph.model import SCHEMA
from summitgraph.mapping.rows import Row, Rows
from summitgraph.records import LoadReport, Rejected, Versions


class Placed(NamedTuple):
    """How many documents stand at further or changed origins, and how many went since they stand at none any more."""

    documents: int
    retracted: int


class Loader:
    """Writes documents into an open graph, whose constraints it makes first."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        graph.ensure_schema()

    def known_documents(self, ids: Iterable[str], versions: Versions) -> set[str]:
        """Return those of the ids that stand in the graph as these versions extracted them: they need no extraction."""
        answer = self._graph.read(statements.text("known_documents"), {"ids": sorted(set(ids))})
        # Decisions bear on single documents: summitgraph.resolution.replay finds those for which they changed.
        wanted = {name: version for name, version in asdict(versions).items() if name != "decisions"}
        return {row["id"] for row in answer.records() if _same(row, wanted)}

    def load(
        self, batch: Sequence[Rows], rejected: tuple[Rejected, ...] = (), readings: Sequence[Reading] = ()
    ) -> LoadReport:
        """Write a batch of documents in one transaction.

        A document that stands with the same versions is left as it is; with others it is replaced. A path or URL at
        which another document stood leads to the new one; what then stands at none goes.

        Args:
            rejected: what earlier stages left out of the batch, to stand in the report.
            readings: where the documents were found this time, and what stood beside them; where there is none for an
                origin of a document, the graph's own holds, else what the document itself says.

        Raises:
            LoadError: the graph refused it; nothing of the batch is written.
        """
        return self._graph.write(lambda transaction: write_batch(Writer(transaction), batch, rejected, readings))

    def place(self, readings: Sequence[Reading]) -> Placed:
        """Record where documents that stand were found; what stands nowhere any more goes with all that it alone gave.

        Raises:
            LoadError: the graph refused it; all stands as before.
        """
        if not readings:
            return Placed(0, 0)
        return self._graph.write(lambda transaction: _place(Writer(transaction), readings))

    def found_below(self, start: str) -> list[Reading]:
        """Return where documents were found at paths or URLs that begin so, in their order."""
        return [Reading(**row) for row in self._graph.read(statements.text("found_below"), {"start": start}).records()]

    def drop_origins(self, names: Iterable[str]) -> int:
        """Let paths or URLs lead nowhere; return how many documents went, since they stood at none but these.

        Raises:
            LoadError: the graph refused it; all stands as before.
        """
        return self._graph.write(lambda transaction: _drop(Writer(transaction), names))

    def delete_document(self, id_: str) -> bool:
        """Take a document out with all that stands by it alone; return whether it was there.

        Raises:
            LoadError: the graph refused it; all stands as before.
        """
        return self._graph.write(lambda transaction: _delete(Writer(transaction), id_))

    def retract(self, names: Sequence[str], *, dry_run: bool = False) -> Retraction:
        """Take out what the names stand for: ids of documents, paths, URLs; return what it changed.

        A path or URL of a document that stands at others too is dropped, and the document stays.

        Args:
            dry_run: leave all as it is, and return what would change.

        Raises:
            UnknownDocumentError: a name stands for nothing in the graph; nothing is changed.
            LoadError: the graph refused it; all stands as before.
        """
        return retract(self._graph, names, dry_run)


def write_batch(
    writer: Writer, batch: Sequence[Rows], rejected: tuple[Rejected, ...] = (), readings: Sequence[Reading] = ()
) -> LoadReport:
    """Write a batch of documents in an open transaction, as ``Loader.load`` does in one of its own."""
    documents = {rows.document: rows for rows in batch}
    held = {row["id"]: row for row in writer.run(statements.text("known_documents"), ids=sorted(documents))}
    new = [rows for id_, rows in sorted(documents.items()) if not _same(held.get(id_), asdict(rows.versions))]
    wanted = _readings(writer, list(documents.values()), readings)
    unwinding = Unwinding(writer)
    unwinding.remove([rows.document for rows in new if rows.document in held])
    unwinding.removed.clear()
    merged = merge(new)
    _write(writer, merged)
    unwinding.settle_origins(origins.place(writer.run, wanted))
    unwinding.finish(merged)
    return LoadReport(
        created_nodes={name: count for name, count in sorted(writer.nodes.items()) if count},
        created_relationships={name: count for name, count in sorted(writer.relationships.items()) if count},
        documents=len(new),
        unchanged=len(documents) - len(new),
        rejected=rejected,
        retracted=len(unwinding.removed),
    )


def _readings(writer: Writer, batch: Sequence[Rows], readings: Sequence[Reading]) -> list[Reading]:
    """Return where the documents of a batch stand: as said of them, as the graph has it, as they were found this time."""
    said = [each for rows in batch for each in origins.stated(rows)]
    held = origins.standing(writer.run, [rows.document for rows in batch])
    merged = {(each.document, each.origin): each for each in (*said, *held)}
    return [*merged.values(), *readings]


def _write(writer: Writer, batch: Batch) -> None:
    for node in SCHEMA.nodes:
        # Origins come by where documents were found; see ``_readings``.
        if node.label == "Origin":
            continue
        writer.each(statements.merge_nodes(node.label), "rows", batch.nodes.get(node.label, ()), node.label)
    for shape, rows in sorted(batch.relationships.items()):
        if shape.type == "FOUND_AT":
            continue
        writer.each(statements.create_relationships(shape), "rows", rows, shape.type)


def _place(writer: Writer, readings: Sequence[Reading]) -> Placed:
    unwinding = Unwinding(writer)
    moved = origins.place(writer.run, readings)
    unwinding.settle_origins(moved)
    unwinding.finish()
    return Placed(len({each.document for each in readings} & set(moved)), len(unwinding.removed))


def _drop(writer: Writer, names: Iterable[str]) -> int:
    unwinding = Unwinding(writer)
    unwinding.settle_origins(origins.drop(writer.run, names))
    unwinding.finish()
    return len(unwinding.removed)


def _delete(writer: Writer, id_: str) -> bool:
    unwinding = Unwinding(writer)
    unwinding.remove([id_])
    unwinding.finish()
    return bool(unwinding.removed)


def _same(held: Row | None, versions: Row) -> bool:
    return held is not None and all(held[name] == version for name, version in versions.items())
