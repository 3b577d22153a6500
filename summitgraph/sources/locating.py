"""What the user names (paths, globs, URLs) turned into single files and addresses."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from summitgraph.errors import SourceError
from summitgraph.sources.decoding import unreadable
from summitgraph.sources.options import Ignored

TEXTS = (".txt", ".md", ".html", ".htm", ".pdf")
CORPORA = (".jsonl", ".csv", ".parquet")
KINDS = (*TEXTS, *CORPORA)

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")


@dataclass(frozen=True, slots=True)
class Located:
    """One thing to read: a file (``path``) or a web address (``path`` is None)."""

    origin: str
    path: Path | None


def locate(name: str) -> Iterator[Located | Ignored | SourceError]:
    """Yield what the name stands for, in a stable order; errors are yielded, so that one does not hide the rest."""
    scheme = _SCHEME.match(name)
    if scheme and not Path(name).exists():
        yield _address(name, scheme[1].lower())
    elif Path(name).is_dir():
        yield from _folder(Path(name))
    elif glob.has_magic(name) and not Path(name).exists():
        yield from _pattern(name)
    else:
        yield _file(Path(name))


def origin_of(path: Path) -> str:
    """Return the path as reports and the graph show it: relative where it lies below the working folder."""
    absolute = path.absolute()
    here = Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(absolute)


def _address(name: str, scheme: str) -> Located | SourceError:
    if scheme in ("http", "https"):
        return Located(name, None)
    if scheme == "file":
        return SourceError(name, "file: addresses are not read", f"Give the path itself: {urlsplit(name).path}.")
    return SourceError(name, f"addresses that begin with {scheme}: are not read", "Give a path or an http(s) URL.")


def _file(path: Path) -> Located | SourceError:
    origin = origin_of(path)
    if not path.exists():
        return SourceError(origin, "no such file or folder", "Check the path.")
    if not path.is_file():
        return SourceError(origin, "neither a file nor a folder", "Give a regular file.")
    if path.suffix.lower() not in KINDS:
        return SourceError(origin, f"files of kind '{path.suffix}' are not read", f"Readable are {' '.join(KINDS)}.")
    return Located(origin, path)


def _folder(folder: Path) -> Iterator[Located | Ignored | SourceError]:
    refused: list[OSError] = []
    found = False
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(names) if not name.startswith(".")):
            found = True
            if path.suffix.lower() in KINDS:
                yield _file(path)
            else:
                yield Ignored(origin_of(path), f"kind '{path.suffix or path.name}' is not read")
    yield from (unreadable(origin_of(Path(error.filename or folder)), error) for error in refused)
    if not found and not refused:
        yield SourceError(origin_of(folder), "the folder holds no files", f"Readable are {' '.join(KINDS)}.")


def _pattern(pattern: str) -> Iterator[Located | Ignored | SourceError]:
    names = sorted(glob.glob(pattern, recursive=True))
    if not names:
        yield SourceError(pattern, "no file matches this pattern", "Check it; ** stands for any folders.")
    for path in map(Path, names):
        if path.is_file():
            yield _file(path) if path.suffix.lower() in KINDS else Ignored(origin_of(path), "kind is not read")
