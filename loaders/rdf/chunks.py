"""A file of RDF as graphs of rdflib: document by document where it is an export of ours, whole where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from rdflib import Dataset, Graph

from loaders.rdf.writing import DERIVED, DOCUMENT, FORMS, JSON_HEAD, MARK, Form
from summitgraph.errors import SourceError

_SUFFIXES = {form.suffix: form for form in FORMS.values()} | {".json": FORMS["jsonld"], ".nquads": FORMS["nquads"]}


def form_of(path: Path) -> Form:
    """Return the format that a file's ending tells.

    Raises:
        SourceError: it tells none that can be read.
    """
    found = _SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise SourceError(str(path), "its ending tells no RDF format", f"Name it with one of {', '.join(_SUFFIXES)}.")
    return found


def graphs(path: Path, *, derived: bool) -> Iterator[Graph]:
    """Yield what a file states, all its named graphs together.

    An export as it was written comes in as many graphs as it has blocks; any other file, an export that another program
    wrote anew too, is one graph, all of it in memory.

    Args:
        derived: whether blocks that only derive from others come too.

    Raises:
        SourceError: the file cannot be read as its ending says.
    """
    form = form_of(path)
    try:
        with path.open(encoding="utf-8") as stream:
            for text in _texts(stream, form, derived):
                yield _graph(text, form)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(str(path), f"it cannot be read ({error})", "Name a file of RDF in UTF-8.") from error
    except Exception as error:
        # Each of rdflib's parsers has errors of its own.
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise SourceError(
            str(path), f"it is no {form.name}: {reason}", "Correct the file, or export it anew."
        ) from error


def _texts(stream: TextIO, form: Form, derived: bool) -> Iterator[str]:
    first = stream.readline()
    if form.name == "jsonld" and first.rstrip("\n") == JSON_HEAD:
        yield from _json_texts(stream, derived)
    elif form.name != "jsonld" and first.rstrip("\n") == MARK:
        yield from _marked_texts(stream, derived)
    else:
        yield first + stream.read()


def _json_texts(stream: TextIO, derived: bool) -> Iterator[str]:
    for line in stream:
        node = line.rstrip().rstrip(",")
        if node.startswith("{") and (derived or '"@graph": [' in node[:200]):
            yield f"{JSON_HEAD}{node}]}}"


def _marked_texts(stream: TextIO, derived: bool) -> Iterator[str]:
    """Yield each block with the prefixes of the file before it; a block begins at its mark, which no literal can hold."""
    head: list[str] = []
    lines: list[str] | None = None
    for line in stream:
        if line.startswith((DOCUMENT, DERIVED)):
            if lines:
                yield "".join((*head, *lines))
            lines = [] if derived or line.startswith(DOCUMENT) else None
        elif line.startswith("@prefix"):
            head.append(line)
        elif lines is not None:
            lines.append(line)
    if lines:
        yield "".join((*head, *lines))


def _graph(text: str, form: Form) -> Graph:
    dataset = Dataset(default_union=True)
    dataset.parse(data=text, format=form.parser)
    graph = Graph()
    graph += ((s, p, o) for s, p, o, _ in dataset.quads())
    return graph
