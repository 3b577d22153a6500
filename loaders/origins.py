"""Where documents were found: each path or URL leads to one document, and a document stands by its paths and URLs.

What stands beside a text at one of them (publisher, address, language) belongs to that one alone. The least speaks for
the document, so that the graph depends on where the text stands now, not on where it was found first or once stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from loaders.statements import text
from summitgraph.ids import iri, origin_id
from summitgraph.mapping.rows import Row, Rows
from summitgraph.records import SourceDocument


class Run(Protocol):
    """Runs a statement in a transaction and returns its rows; what it makes is counted under ``counted``."""

    def __call__(self, cypher: str, counted: str = "", **parameters: Any) -> list[Row]:
        """Return the rows by column."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One path or URL, the document found there, and what stood beside its text."""

    document: str
    origin: str
    url: str | None = None
    source: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Settled:
    """What a change of origins asks for.

    Attributes:
        orphans: ids of documents that are found nowhere any more.
        resourced: ids of documents that another publisher speaks for than before.
    """

    orphans: Sequence[str] = ()
    resourced: Sequence[str] = ()


def readings_of(documents: Iterable[SourceDocument]) -> list[Reading]:
    """Return where the documents were found."""
    return [
        Reading(each.id, origin, each.url, each.source, each.language) for each in documents for origin in each.origins
    ]


def stated(rows: Rows) -> list[Reading]:
    """Return what a document's rows say of its origins: of each what stands there, or the same of all."""
    (document,) = rows.nodes["Document"]
    at = {row["id"]: row["at"] for row in rows.nodes.get("Origin", ())}
    links = [row for shape, each in rows.relationships.items() if shape.type == "FOUND_AT" for row in each]
    beside = [(at[row["to"]], row) for row in links] or [(origin, document) for origin in document["origins"]]
    return [
        Reading(rows.document, origin, row.get("url"), row.get("source"), row["language"]) for origin, row in beside
    ]


def standing(run: Run, documents: Sequence[str]) -> list[Reading]:
    """Return where documents of the graph were found, in the order of paths and URLs."""
    return [Reading(**row) for row in run(text("readings"), ids=sorted(set(documents)))]


def documents_at(run: Run, origins: Iterable[str]) -> list[str]:
    """Return the ids of the documents to which the origins lead."""
    return [row["id"] for row in run(text("documents_at"), ids=sorted({origin_id(each) for each in origins}))]


def place(run: Run, readings: Iterable[Reading]) -> list[str]:
    """Let the origins lead to these documents, and to no other; return the ids of all documents that this bears on.

    Of several readings of one origin the last holds.
    """
    wanted: Mapping[str, Reading] = {each.origin: each for each in readings}
    known = set(standing(run, [each.document for each in wanted.values()]))
    rows = [_row(wanted[origin]) for origin in sorted(wanted) if wanted[origin] not in known]
    if not rows:
        return []
    losers = [row["id"] for row in run(text("take_origins"), rows=rows)]
    run(text("put_origins"), "Origin", rows=rows)
    run(text("link_origins"), "FOUND_AT", rows=rows)
    return sorted({*losers, *(row["document"] for row in rows)})


def drop(run: Run, origins: Iterable[str]) -> list[str]:
    """Let the origins lead nowhere; return the ids of the documents to which they led."""
    ids = sorted({origin_id(each) for each in origins})
    documents = [row["id"] for row in run(text("drop_origins"), ids=ids)]
    run(text("prune_origins"), ids=ids)
    return sorted(documents)


def settle(run: Run, documents: Sequence[str]) -> Settled:
    """Let the least origin of each document speak for it; return which are found nowhere, and which changed publisher."""
    found: dict[str, list[Reading]] = {id_: [] for id_ in documents}
    for each in standing(run, documents):
        found[each.document].append(each)
    rows = [_spoken(readings) for readings in found.values() if readings]
    before = {row["id"]: row["source"] for row in run(text("published_by"), ids=[row["document"] for row in rows])}
    run(text("speak"), rows=rows)
    return Settled(
        orphans=sorted(id_ for id_, readings in found.items() if not readings),
        resourced=sorted(row["document"] for row in rows if before[row["document"]] != row["source"]),
    )


def _row(reading: Reading) -> Row:
    id_ = origin_id(reading.origin)
    return asdict(reading) | {"id": id_, "iri": iri(id_)}


def _spoken(readings: Sequence[Reading]) -> Row:
    return asdict(readings[0]) | {"origins": [each.origin for each in readings]}
