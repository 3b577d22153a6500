"""Gold documents whose paragraphs carry span labels: readings as a perfect reader would give them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from summitgraph.extraction.pipeline import Extractor
from summitgraph.extraction.reading import Reading
from summitgraph.records import Span

Row = dict[str, Any]
_SEPARATOR = "\n\n"


def locate(text: str, mark: str) -> tuple[int, int] | None:
    """Return the character span of a marked string: ``Kim#2`` is its second occurrence as whole words."""
    word, _, nth = mark.partition("#")
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    index = int(nth or 1) - 1
    return found[index] if index < len(found) else None


def by_source(paths: Iterable[Path]) -> dict[str, list[Row]]:
    """Return the labelled passages that were taken from whole documents, by the document's stem."""
    found: dict[str, list[Row]] = defaultdict(list)
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("source"):
                found[row["source"]].append(row)
    return dict(found)


def linked(extractor: Extractor, text: str, published: str, document: str | None = None) -> Doc:
    """Return a text as the extraction has it once who is meant is known: before its readings, pronouns and events."""
    doc = extractor.nlp.make_doc(text)
    doc._.published, doc._.document_id = date.fromisoformat(published), document
    for name, pipe in extractor.nlp.pipeline:
        doc = pipe(doc)
        if name == "summitgraph_linker":
            break
    return doc


def readings(doc: Doc, rows: Iterable[Row]) -> list[Reading]:
    """Return the labels of a document's passages as readings of the whole text; coordinated parties stand in one reading."""
    grouped: dict[
        tuple[int, int, str, str], tuple[Row, dict[Span, None], dict[Span, None], Span | None, Span | None]
    ] = {}
    for row in rows:
        places = list(_paragraphs(doc.text, row["text"]))
        for event in row["events"]:
            spans = {
                role: _span(row["text"], places, event.get(role))
                for role in ("trigger", "actor", "recipient", "attributed_to", "time")
            }
            trigger = spans["trigger"]
            if trigger is None:
                continue
            key = (trigger.start, trigger.end, event["type"], event["modality"])
            entry = grouped.setdefault(key, (event, {}, {}, spans["attributed_to"], spans["time"]))
            for place, role in ((1, "actor"), (2, "recipient")):
                if spans[role] is not None:
                    entry[place][spans[role]] = None  # type: ignore[index]
    return [
        Reading(Span(start, end), kind, event["mode"], modality, tuple(actors), tuple(recipients), speaker, time)  # type: ignore[arg-type]
        for (start, end, kind, modality), (event, actors, recipients, speaker, time) in sorted(
            grouped.items(), key=lambda item: item[0]
        )
    ]


def _paragraphs(text: str, passage: str) -> Iterator[tuple[int, int, int]]:
    """Yield offset in the passage, offset in the text and length of each paragraph."""
    at = 0
    for part in passage.split(_SEPARATOR):
        yield at, text.find(part), len(part)
        at += len(part) + len(_SEPARATOR)


def _span(passage: str, places: list[tuple[int, int, int]], mark: str | None) -> Span | None:
    found = locate(passage, mark) if mark else None
    if found is None:
        return None
    for start, there, length in places:
        if start <= found[0] <= start + length and there >= 0:
            return Span(there + found[0] - start, there + found[1] - start)
    return None
