"""The entrance: names in, documents out, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from summitgraph.errors import SourceError
from summitgraph.records import Rejected, SourceDocument
from summitgraph.sources.building import build
from summitgraph.sources.corpora import read_corpus
from summitgraph.sources.decoding import decode, read_bytes
from summitgraph.sources.frontmatter import split
from summitgraph.sources.locating import CORPORA, Located, locate
from summitgraph.sources.options import Ignored, ReadOptions
from summitgraph.sources.pages import read_page
from summitgraph.sources.pdf import read_pdf
from summitgraph.sources.web import fetch


def read(names: Iterable[str], options: ReadOptions | None = None) -> Iterator[SourceDocument | Rejected | Ignored]:
    """Yield the documents that the paths, globs and http(s) URLs lead to, and what was left out with its reason.

    Equal content under two names comes twice, with one id; see ``merge_origins``.
    """
    options = options or ReadOptions()
    for name in names:
        for found in locate(name):
            for item in _read_located(found, options) if isinstance(found, Located) else (found,):
                yield _rejected(item) if isinstance(item, SourceError) else item


def _read_located(found: Located, options: ReadOptions) -> Iterator[SourceDocument | SourceError]:
    if found.path is not None and found.path.suffix.lower() in CORPORA:
        yield from read_corpus(found.path, found.origin, options)
        return
    try:
        yield _read_file(found.path, found.origin, options) if found.path else _read_url(found.origin, options)
    except SourceError as error:
        yield error


def _read_file(path: Path, origin: str, options: ReadOptions) -> SourceDocument:
    raw = read_bytes(path, origin, options.max_bytes)
    text, values = _content(raw, path.suffix.lower(), origin, options)
    return build(text, values, origin=origin, stem=path.stem, options=options)


def _read_url(url: str, options: ReadOptions) -> SourceDocument:
    page = fetch(url, options)
    suffix = _suffix(page.kind, url)
    if suffix in (".html", ".htm"):
        text, values = read_page(page.content, url, url=page.url, charset=page.charset)
    else:
        text, values = _content(page.content, suffix, url, options)
    stem = PurePosixPath(urlsplit(url).path).stem or urlsplit(url).hostname or "page"
    return build(text, {"url": page.url} | values, origin=url, stem=stem, options=options)


def _content(raw: bytes, suffix: str, origin: str, options: ReadOptions) -> tuple[str, dict[str, object]]:
    if suffix == ".pdf":
        return read_pdf(raw, origin, options.max_bytes)
    if suffix in (".html", ".htm"):
        return read_page(raw, origin)
    values, body = split(decode(raw, origin), origin)
    return body, values


def _suffix(kind: str, url: str) -> str:
    suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return ".html"
    if kind == "application/pdf":
        return ".pdf"
    if kind in ("text/plain", "text/markdown"):
        return ".txt"
    if kind in ("", "application/octet-stream") and suffix in (".html", ".htm", ".pdf", ".txt", ".md"):
        return suffix
    raise SourceError(url, f"media type '{kind or 'none'}' is not read", "Save it as a file of a readable kind first.")


def _rejected(error: SourceError) -> Rejected:
    return Rejected(error.origin, "read", f"{error.reason}." + (f" {error.hint}" if error.hint else ""))
