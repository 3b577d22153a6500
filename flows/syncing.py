"""What is gone from a folder: the paths below it at which documents of the graph stand, and at which no file lies now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from flows.stages import Batch
from flows.workshop import Workshop
from summitgraph.mapping.authority import DOCUMENT as AUTHORITY
from summitgraph.records import Rejected, SourceDocument
from summitgraph.sources import Ignored
from summitgraph.sources.locating import CORPORA, origin_of

_ROW = re.compile(rf"(.+(?:{'|'.join(map(re.escape, CORPORA))})):\d+", re.IGNORECASE)
_URL = re.compile(r"https?://")


@dataclass(slots=True)
class Seen:
    """What a run has read.

    Attributes:
        origins: paths of the documents.
        unread: files of which something could not be read; what else they hold is not known.
    """

    origins: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def add(self, batch: Batch) -> None:
        """Take in a batch as it was read."""
        self.origins.update(origin for document in batch.documents for origin in document.origins)
        self.unread.update(_file(item.origin) for item in batch.left_out if isinstance(item, Rejected))


def gone(folders: Sequence[str], seen: Seen, shop: Workshop) -> Iterator[str]:
    """Yield the paths below the folders at which documents stand in the graph, and nothing stands now.

    A file that is there but cannot be read keeps what it gave before: it is in the report, to be mended or removed.
    """
    for start in dict.fromkeys(start for folder in folders for start in _starts(folder)):
        for reading in shop.loader.found_below(start):
            below = start or not (reading.origin.startswith("/") or _URL.match(reading.origin))
            if below and reading.document != AUTHORITY and _is_gone(reading.origin, seen):
                yield reading.origin


def unless_empty(
    items: Iterable[SourceDocument | Rejected | Ignored], folders: Sequence[str]
) -> Iterator[SourceDocument | Rejected | Ignored]:
    """Yield what was read, without complaints of folders that are empty: all that they held is gone."""
    empty = {origin_of(Path(folder)) for folder in folders if not any(Path(folder).iterdir())}
    yield from (item for item in items if not (isinstance(item, Rejected) and item.origin in empty))


def _starts(folder: str) -> Iterator[str]:
    """Yield how paths below a folder begin in the graph: those below the working folder are relative to it."""
    path, here = Path(folder).absolute(), Path.cwd()
    if path != here:
        yield origin_of(path).rstrip("/") + "/"
    if here.is_relative_to(path):
        yield ""


def _is_gone(origin: str, seen: Seen) -> bool:
    if origin in seen.origins:
        return False
    file = _file(origin)
    try:
        there = Path(file).exists()
    except OSError:
        return False
    # A file that is there was not read, as a hidden one is not; a row that is not in its corpus is gone.
    return not there or (file != origin and file not in seen.unread)


def _file(origin: str) -> str:
    """Return the file of a row of a corpus, or the path itself."""
    row = _ROW.fullmatch(origin)
    return row[1] if row else origin
