"""Which documents of a graph a change of the decisions bears on, and their texts to map them again.

A document's versions hold the keys of the decisions that bear on it. It is outdated where one of them is no longer in
force, or where a decision in force names what it says and is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from summitgraph.graph.connection import Graph
from summitgraph.graph.model import key_label_of, label_of
from summitgraph.records import SourceDocument
from summitgraph.resolution.decisions import Decision, Decisions
from summitgraph.resolution.lookups import ask

FOUND_BY = {"Entity": "documents_describing", "Claim": "documents_of_claim", "Document": "documents_by_id"}


def outdated(graph: Graph, decisions: Decisions) -> list[str]:
    """Return the ids of the documents that are to be mapped again, sorted."""
    keys = {row.key for row in decisions.rows}
    listed = {row["id"]: set(row["decisions"].split()) for row in ask(graph, "documents_decided")}
    found = {id_ for id_, its in listed.items() if its - keys}
    for row in decisions.rows:
        found |= {id_ for id_ in _naming(graph, row) if row.key not in listed.get(id_, ())}
    return sorted(found)


def stored(graph: Graph, ids: Sequence[str]) -> Iterator[SourceDocument]:
    """Yield documents as they were read, from the texts that the graph keeps."""
    for row in ask(graph, "stored_documents", ids=list(ids)):
        yield _document(row)


def _naming(graph: Graph, row: Decision) -> Iterable[str]:
    for id_ in row.sought:
        yield from (found["id"] for found in ask(graph, _lookup(id_), sought=id_))


def _lookup(id_: str) -> str:
    if label_of(id_) == "Event":
        return "documents_about"
    if label_of(id_) == "Summit":
        return "documents_describing_summit"
    return FOUND_BY[key_label_of(id_)]


def _document(row: dict[str, Any]) -> SourceDocument:
    return SourceDocument(
        id=row["id"],
        stem=row["id"],
        text=row["text"],
        origins=tuple(row["origins"]),
        title=row["title"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        url=row["url"],
        source=row["source"],
        language=row["language"],
    )
