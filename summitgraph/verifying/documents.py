"""A document against its own text: hash, id, passages, mentions, claims and the seal over all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from summitgraph.graph.connection import Graph
from summitgraph.ids import document_id, passage_id
from summitgraph.mapping.authority import DOCUMENT as AUTHORITY
from summitgraph.mapping.seals import CLAIM_LINKS, claim_digest, document_seal
from summitgraph.resolution.sketches import shingles, similarity
from summitgraph.verifying.faults import Fault, differences, edge, shown
from summitgraph.verifying.lookups import Row
from summitgraph.verifying.sources import source_of
from summitgraph.verifying.stored import Stored, read


def check_documents(graph: Graph, ids: Sequence[str]) -> Iterator[Fault]:
    """Yield what is wrong with documents and with all that stands in their texts."""
    for stored in read(graph, ids):
        yield from _own(stored)
        yield from _found_at(stored)
        yield from _passages(stored)
        yield from _mentions(stored)
        yield from _claims(stored, source_of(graph, stored.properties, [copy["id"] for copy in stored.copies]))
        yield from _seal(stored)
        yield from _copies(stored)


def _own(stored: Stored) -> Iterator[Fault]:
    found = stored.properties
    expected = {"text_hash": hashlib.sha256(stored.text.encode()).hexdigest()}
    for wrong in differences(found, expected, "its text gives"):
        yield Fault("document", stored.id, wrong, stored.id)
    if stored.id != AUTHORITY:
        day = date.fromisoformat(found["published"]) if found.get("published") else None
        content = document_id(stored.text, found.get("title"), day)
        if content != stored.id:
            yield Fault("document", stored.id, f"its text, title and date give the id {content}", stored.id)


def _found_at(stored: Stored) -> Iterator[Fault]:
    readings = sorted(stored.readings, key=lambda row: str(row["at"]))
    if not readings:
        yield Fault("document", stored.id, "it was found nowhere: no path or URL leads to it", stored.id)
        return
    spoken = {name: readings[0][name] for name in ("url", "source", "language")}
    expected = {"origins": [row["at"] for row in readings], **spoken}
    for wrong in differences(stored.properties, expected, "the least of its origins gives"):
        yield Fault("document", stored.id, wrong, stored.id)


def _passages(stored: Stored) -> Iterator[Fault]:
    for row in stored.passages:
        passage = row["passage"]
        if passage["id"] != passage_id(stored.id, passage.get("index", -1)):
            wrong = f"its document and index {shown(passage.get('index'))} give another id"
            yield Fault("passage", passage["id"], wrong, stored.id)
        if off := _off_text(stored.text, passage):
            yield Fault("passage", passage["id"], off, stored.id)


def _mentions(stored: Stored) -> Iterator[Fault]:
    spans = _spans(stored)
    for row in stored.mentions:
        wrong = _off_text(stored.text, row["mention"]) or _outside(row["mention"], spans[row["passage"]])
        if wrong:
            yield Fault("mention", edge(row["passage"], "MENTIONS", row["node"]), wrong, stored.id)


def _claims(stored: Stored, source: str) -> Iterator[Fault]:
    spans = _spans(stored)
    for row in stored.claims:
        claim = row["claim"]
        for wrong in (
            _off_text(stored.text, claim),
            _outside(claim, spans[row["passage"]]),
            *differences(claim, {"document": stored.id, "source": source}, "its document gives"),
            _unlinked(row),
            _altered(row),
        ):
            if wrong:
                yield Fault("claim", claim["id"], wrong, stored.id)


def _unlinked(row: Row) -> str | None:
    needed = ("about",) if row["claim"].get("kind") == "event" else ("subject", "object")
    for name in needed:
        if not row[name]:
            return f"it leads to no node by {name.upper()}"
    return None


def _altered(row: Row) -> str | None:
    links = {name: row[name][0] if row[name] else None for name in CLAIM_LINKS if name != "passage"}
    expected = claim_digest(row["claim"], links | {"passage": row["passage"]})
    doubled = any(len(row[name]) > 1 for name in links)
    if expected == row["claim"].get("digest") and not doubled:
        return None
    return "what it says, or what it leads to, is not what was loaded: its digest is another"


def _seal(stored: Stored) -> Iterator[Fault]:
    expected = document_seal(
        stored.properties,
        (row["passage"] for row in stored.passages),
        (row["mention"] | {"from": row["passage"], "to": row["node"]} for row in stored.mentions),
        (row["said"] | {"from": stored.id, "to": row["node"]} for row in stored.described),
        (row["claim"].get("digest") or "" for row in stored.claims),
    )
    if expected != stored.properties.get("seal"):
        wrong = (
            "its seal is another: a property, passage, mention, description or claim was changed, added or taken out"
        )
        yield Fault("document", stored.id, wrong, stored.id)


def _copies(stored: Stored) -> Iterator[Fault]:
    for copy in stored.copies:
        if copy["id"] < stored.id:
            continue
        alike = round(similarity(shingles(stored.text), shingles(copy["text"] or "")), 3)
        if alike != copy["similarity"]:
            wrong = f"similarity is {shown(copy['similarity'])}, but the texts give {alike}"
            yield Fault("edge", edge(stored.id, "COPY_OF", copy["id"]), wrong, stored.id)


def _spans(stored: Stored) -> Mapping[str, Row]:
    return {row["passage"]["id"]: row["passage"] for row in stored.passages}


def _off_text(text: str, span: Mapping[str, Any]) -> str | None:
    """Tell how a span's words differ from the text at its place; None where they do not."""
    start, end = span.get("start"), span.get("end")
    if start is None or end is None or not 0 <= start <= end <= len(text):
        return f"its span {shown(start)} to {shown(end)} lies outside the text"
    if text[start:end] != span.get("text"):
        return f"its words are {shown(span.get('text'))}, but the text has {shown(text[start:end])} at {start} to {end}"
    return None


def _outside(span: Mapping[str, Any], passage: Mapping[str, Any]) -> str | None:
    if passage["start"] <= span["start"] and span["end"] <= passage["end"]:
        return None
    return f"its span {span['start']} to {span['end']} lies outside its passage"


def faults_of_strays(found: Iterable[Row], kind: str) -> Iterator[Fault]:
    """Yield a fault for each claim or passage that hangs on no document."""
    for row in found:
        if kind == "claim":
            yield Fault("claim", row["id"], "no passage of a document states it")
        else:
            yield Fault("passage", row["id"], "it is in no document")
