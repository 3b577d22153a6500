"""Same content under several names is one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summitgraph.records import SourceDocument


def merge_origins(documents: Iterable[SourceDocument]) -> list[SourceDocument]:
    """Return one document per id, in order of first sight, with the origins of all its copies.

    ``read`` streams and so gives a copy again; whoever holds a batch merges it, and the graph adds an origin to a
    document that it knows already.
    """
    merged: dict[str, SourceDocument] = {}
    for document in documents:
        first = merged.get(document.id)
        if first is None:
            merged[document.id] = document
        else:
            origins = tuple(dict.fromkeys((*first.origins, *document.origins)))
            merged[document.id] = replace(first, origins=origins, url=first.url or document.url)
    return list(merged.values())
