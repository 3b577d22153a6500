"""What a run did: counted while it goes, shown at its end on the terminal and in Prefect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from summitgraph.errors import SummitgraphError
from summitgraph.records import ExtractedDocument, LoadReport, Rejected, SourceDocument
from summitgraph.sources import Ignored

SHOWN_REJECTIONS = 20
"""Rejections that the terminal shows one by one; the quarantine file holds them all."""


@dataclass(slots=True)
class RunReport:
    """Counts of one run.

    Attributes:
        documents: different documents read; copies under another name count once per batch.
        loaded, unchanged: of these, written to the graph; known to the graph and left as they were.
        origins: names added to documents that the graph knew under another name.
        undated: loaded documents without a publication date, whose relative dates are unresolved.
        ignored: files of folders that are of no readable kind.
        entities: different entities in the loaded documents.
        events: loaded events by PLOVER type.
        created_nodes, created_relationships: what is new in the graph, by label and type.
        authority: whether the office holders of the authority file were loaded, as once for each version of it.
        replayed: documents mapped again from their stored texts, since analysts' decisions about them changed.
        retracted: documents that went, since another text or none stands where they were found.
        rejected: what was left out and why.
        quarantine: file that lists it.
        seconds: wall time.
    """

    documents: int = 0
    loaded: int = 0
    unchanged: int = 0
    origins: int = 0
    undated: int = 0
    ignored: int = 0
    events: Counter[str] = field(default_factory=Counter)
    created_nodes: Counter[str] = field(default_factory=Counter)
    created_relationships: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    authority: bool = False
    replayed: int = 0
    retracted: int = 0
    quarantine: str | None = None
    seconds: float = 0.0
    _entities: set[str] = field(default_factory=set)

    @property
    def entities(self) -> int:
        """Number of different entities in the loaded documents."""
        return len(self._entities)

    @property
    def changed(self) -> bool:
        """Whether the graph differs from what it was before the run."""
        return bool(self.loaded or self.origins or self.authority or self.replayed or self.retracted)

    def add_read(self, documents: Iterable[SourceDocument], left_out: Iterable[Rejected | Ignored]) -> None:
        """Count a batch as it was read."""
        self.documents += sum(1 for _ in documents)
        for item in left_out:
            if isinstance(item, Rejected):
                self.rejected.append(item)
            else:
                self.ignored += 1

    def add_authority(self, load: LoadReport) -> None:
        """Count what the authority file's office holders made in the graph; they are no document of the run."""
        self.authority = True
        self.created_nodes.update(load.created_nodes)
        self.created_relationships.update(load.created_relationships)

    def add_replayed(self, documents: Iterable[ExtractedDocument], load: LoadReport) -> None:
        """Count documents of earlier runs that analysts' decisions changed."""
        self.replayed += sum(1 for _ in documents)
        self.retracted += load.retracted
        self.rejected.extend(load.rejected)

    def add_loaded(self, documents: Iterable[ExtractedDocument], load: LoadReport) -> None:
        """Count a batch that now stands in the graph."""
        for document in documents:
            self.loaded += 1
            self.undated += document.document.published is None
            self._entities.update(entity.id for entity in document.entities)
            self.events.update(event.type for event in document.events)
        self.created_nodes.update(load.created_nodes)
        self.created_relationships.update(load.created_relationships)
        self.retracted += load.retracted
        self.rejected.extend(load.rejected)


class NothingLoadedError(SummitgraphError):
    """Every document of a run was left out.

    Attributes:
        report: the run's report, with the reasons.
    """

    def __init__(self, report: RunReport) -> None:
        self.report = report
        first = report.rejected[0]
        super().__init__(f"{headline(report)} The first: {first.origin}: {first.reason}")


def headline(report: RunReport) -> str:
    """Return the outcome in one line."""
    left_out = f"{len(report.rejected)} left out" if report.rejected else ""
    if not (report.documents or report.rejected or report.retracted):
        return "Nothing to read."
    if not report.changed or not (report.documents or report.retracted or report.replayed):
        done = "Nothing changed in the graph" if report.documents else "Nothing loaded"
        return f"{done}: {left_out}." if left_out else f"{done}: all documents are known to it."
    replayed = f"{report.replayed} mapped again by decisions" if report.replayed else ""
    retracted = f"{report.retracted} retracted" if report.retracted else ""
    return ", ".join(part for part in (f"{report.loaded} loaded", replayed, retracted, left_out) if part) + "."


def rows(report: RunReport) -> Iterator[tuple[str, str]]:
    """Yield the report as pairs of a name and a value."""
    yield "documents read", str(report.documents)
    yield "  loaded", str(report.loaded)
    yield "  unchanged", str(report.unchanged)
    yield "  rejected", str(len(report.rejected))
    if report.origins:
        yield "  known, under a new name", str(report.origins)
    if report.replayed:
        yield "mapped again by decisions", str(report.replayed)
    if report.retracted:
        yield "retracted", f"{report.retracted} (another text or none stands where they were found)"
    if report.undated:
        yield "  without publication date", f"{report.undated} (relative dates stay unresolved; see --published)"
    if report.ignored:
        yield "other files, not read", str(report.ignored)
    yield "entities", str(report.entities)
    yield "events", _counted(report.events)
    yield "new nodes", _counted(report.created_nodes)
    yield "new relationships", _counted(report.created_relationships)
    yield "wall time", f"{report.seconds:.1f} s"


def as_text(report: RunReport) -> str:
    """Return the report for the terminal."""
    lines = [headline(report)]
    lines += [f"  {name:<28}{value}" for name, value in rows(report)]
    lines += [f"  left out: {item.origin}: {item.reason}" for item in report.rejected[:SHOWN_REJECTIONS]]
    if len(report.rejected) > SHOWN_REJECTIONS:
        lines.append(f"  and {len(report.rejected) - SHOWN_REJECTIONS} more")
    if report.quarantine:
        lines.append(f"  all that was left out: {report.quarantine}")
    return "\n".join(lines)


def as_markdown(report: RunReport) -> str:
    """Return the report for a Prefect artifact."""
    table = ["| | |", "|---|---|", *(f"| {name.strip()} | {value} |" for name, value in rows(report))]
    rejected = [f"- `{item.origin}` ({item.stage}): {item.reason}" for item in report.rejected[:SHOWN_REJECTIONS]]
    parts = [f"**{headline(report)}**", "\n".join(table)]
    if rejected:
        parts += ["### Left out", "\n".join(rejected), f"All of it: `{report.quarantine}`"]
    return "\n\n".join(parts)


def _counted(counts: Counter[str]) -> str:
    total = sum(counts.values())
    parts = ", ".join(f"{name} {count}" for name, count in counts.most_common() if count)
    return f"{total} ({parts})" if parts else "0"


_listener: ContextVar[Callable[[int], None] | None] = ContextVar("progress_listener", default=None)


@contextmanager
def listening(listener: Callable[[int], None]) -> Iterator[None]:
    """Call ``listener`` with the number of documents done, after each batch, inside the ``with`` block."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def advance(documents: int) -> None:
    """Tell the listener, if there is one, that so many more documents are done."""
    listener = _listener.get()
    if listener:
        listener(documents)
