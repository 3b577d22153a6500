"""Retraction on request: what names stand for, and what taking it out changes, told before it is done if so wished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from neo4j import ManagedTransaction

from loaders import origins, statements, views
from loaders.unwinding import Unwinding
from loaders.writing import Writer
from summitgraph.errors import UnknownDocumentError
from summitgraph.graph.connection import Graph


@dataclass(frozen=True, slots=True)
class Target:
    """What a name stands for: a whole document, or the paths and URLs at which documents are found."""

    name: str
    document: str | None = None
    origins: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Retraction:
    """What a retraction changes.

    Attributes:
        documents: ids of the documents that go.
        dropped: paths and URLs that lead nowhere any more.
        gone_nodes, changed_nodes: their numbers by label, the narrowest where there are two.
        gone_relationships, changed_relationships: their numbers by type.
    """

    documents: Sequence[str] = ()
    dropped: Sequence[str] = ()
    gone_nodes: Mapping[str, int] = field(default_factory=dict)
    changed_nodes: Mapping[str, int] = field(default_factory=dict)
    gone_relationships: Mapping[str, int] = field(default_factory=dict)
    changed_relationships: Mapping[str, int] = field(default_factory=dict)


class _Undone(Exception):
    """Carries what a dry run found out of its transaction, which ends by it."""

    def __init__(self, found: Retraction) -> None:
        self.found = found


def retract(graph: Graph, names: Sequence[str], dry_run: bool) -> Retraction:
    """Take out what the names stand for in one transaction, taken back where it is a dry run."""

    def work(transaction: ManagedTransaction) -> Retraction:
        found = _retract(Writer(transaction), names)
        if dry_run:
            raise _Undone(found)
        return found

    try:
        return graph.write(work)
    except _Undone as undone:
        return undone.found


def _retract(writer: Writer, names: Sequence[str]) -> Retraction:
    targets = [_target(writer, name) for name in names]
    dropped = sorted({origin for target in targets for origin in target.origins})
    whole = sorted({target.document for target in targets if target.document})
    seen = views.scope(writer.run, [*whole, *origins.documents_at(writer.run, dropped)])
    before = views.view(writer.run, seen)
    unwinding = Unwinding(writer)
    unwinding.settle_origins(origins.drop(writer.run, dropped))
    unwinding.remove(whole)
    unwinding.finish()
    after = views.view(writer.run, seen)
    nodes, links = views.compare(before.nodes, after.nodes), views.compare(before.links, after.links)
    return Retraction(
        sorted(unwinding.removed),
        dropped,
        *(dict(sorted(counts.items())) for counts in (*_counted(nodes), *_counted(links))),
    )


def _counted(difference: views.Difference) -> tuple[Counter[str], Counter[str]]:
    return Counter(str(key[0]) for key in difference.gone), Counter(str(key[0]) for key in difference.changed)


def _target(writer: Writer, name: str) -> Target:
    if writer.run(statements.text("published_by"), ids=[name]):
        return Target(name, document=name)
    found = writer.run(statements.text("origins_named"), name=name, rows=f"{name}:")
    if not found:
        raise UnknownDocumentError(
            f"{name}: the graph holds no document of this id, path or URL."
            " See 'summitgraph query operations.documents' for those that it holds."
        )
    return Target(name, origins=[row["origin"] for row in found])
