"""Documents that repeat one text count as one source.

Two copies are joined by COPY_OF. What hangs together so is one source: that of the copy published first. It stands in
the claims of all of them, from which the counts of sources derive. All happens in the transaction that loads or deletes
a document, for what hangs together with it alone, and depends on the documents that stand, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from summitgraph.graph.model import SKETCH_BANDS
from summitgraph.resolution.lookups import text
from summitgraph.resolution.sketches import SIMILARITY, shingles, similarity

Row = dict[str, Any]


class Run(Protocol):
    """Runs a statement in the transaction of a load and returns its rows."""

    def __call__(self, cypher: str, **parameters: Any) -> list[Row]:
        """Return the rows by column."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The facts and events whose claims come from another source than before."""

    facts: Sequence[str] = ()
    events: Sequence[str] = ()


def neighbours(run: Run, document: str) -> list[str]:
    """Return the copies of a document, to be asked before it goes."""
    return [row["id"] for row in run(text("copies_of"), ids=[document])]


def settle(run: Run, loaded: Sequence[Row], bereft: Iterable[str] = ()) -> Moved:
    """Join what was loaded to its copies, and give the claims of all that hang together one source.

    Args:
        loaded: the Document rows, with ``id``, ``text`` and bands, of documents that the transaction has just written.
        bereft: ids of documents that may have lost a copy.
    """
    links = _links(run, loaded)
    if links:
        run(text("link_copies"), rows=links)
    seeds = {row[end] for row in links for end in ("from", "to")} | set(bereft)
    rows = [row for group in _groups(run, seeds) for row in _one_source(group)]
    moved = run(text("move_claims"), rows=rows) if rows else []
    return Moved(
        sorted({row["fact"] for row in moved if row["fact"]}), sorted({row["event"] for row in moved if row["event"]})
    )


def _links(run: Run, loaded: Sequence[Row]) -> list[Row]:
    pairs = sorted(_sharing(run, loaded))
    texts = {row["id"]: row["text"] for row in loaded}
    missing = sorted({id_ for pair in pairs for id_ in pair} - set(texts))
    if missing:
        texts |= {row["id"]: row["text"] for row in run(text("stored_documents"), ids=missing)}
    sets = {id_: shingles(texts[id_]) for pair in pairs for id_ in pair}
    alike = ((later, earlier, similarity(sets[later], sets[earlier])) for earlier, later in pairs)
    return [{"from": one, "to": other, "similarity": round(s, 3)} for one, other, s in alike if s >= SIMILARITY]


def _sharing(run: Run, loaded: Sequence[Row]) -> set[tuple[str, str]]:
    """Return the pairs, least id first, that share a band."""
    found: set[tuple[str, str]] = set()
    for name in SKETCH_BANDS:
        rows = [{"id": row["id"], "band": row[name]} for row in loaded if row.get(name)]
        if rows:
            cypher = text("copies_sharing").replace("{band}", name)
            found |= {(min(row["id"], row["other"]), max(row["id"], row["other"])) for row in run(cypher, rows=rows)}
    return found


def _groups(run: Run, seeds: Iterable[str]) -> Iterator[dict[str, Row]]:
    """Yield what hangs together with each of the seeds that stand, by id."""
    left = set(seeds)
    while left:
        frontier = [min(left)]
        group: dict[str, Row] = {}
        while frontier:
            group |= {row["id"]: row for row in run(text("published_by"), ids=frontier)}
            frontier = sorted({row["id"] for row in run(text("copies_of"), ids=frontier)} - set(group))
        left -= set(group) | {min(left)}
        if group:
            yield group


def _one_source(group: Mapping[str, Row]) -> Iterator[Row]:
    first = min(group.values(), key=lambda row: (row["published"] or "9999", row["id"]))
    for id_ in sorted(group):
        yield {"id": id_, "source": first["source"] or first["id"]}
