"""Highlights of one sentence: its text cut wherever a span begins or ends, each piece with all that covers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from summitgraph.records import ExtractedDocument, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight over characters ``[start, end)``.

    Attributes:
        css: class names.
        note: shown when the pointer rests on it.
        number: stands behind it, as of the event whose trigger it is; None for none.
    """

    start: int
    end: int
    css: str
    note: str
    number: int | None = None


def marks_of(document: ExtractedDocument, quads: dict[str, int], numbers: dict[str, int]) -> list[Mark]:
    """Return all highlights of a text: entities, times, triggers and roles. ``numbers`` gives each event's number."""
    return [*_entities(document), *_times(document), *_events(document, quads, numbers)]


def _entities(document: ExtractedDocument) -> Iterator[Mark]:
    for entity in document.entities:
        for mention in entity.mentions:
            kind = "" if mention.kind == "name" else f", by {mention.kind}"
            yield Mark(mention.start, mention.end, f"entity {entity.type.lower()}", f"{entity.name}{kind}")


def _times(document: ExtractedDocument) -> Iterator[Mark]:
    for time in document.dates:
        yield Mark(time.start, time.end, "time", f"{time.type} {time.value or 'unresolved'}")


def _events(document: ExtractedDocument, quads: dict[str, int], numbers: dict[str, int]) -> Iterator[Mark]:
    for event in document.events:
        number = numbers[event.id]
        for proof in event.evidence:
            if proof.trigger is not None:
                css = f"trigger quad{quads.get(event.type, 0)}"
                yield Mark(proof.trigger.start, proof.trigger.end, css, f"trigger of {number}, {event.type}", number)
            for role, span in (
                ("actor", proof.actor),
                ("recipient", proof.recipient),
                ("speaker", proof.attributed_to),
            ):
                if span is not None:
                    yield Mark(span.start, span.end, f"role {role}", f"{role} of {number}, {event.type}")


def render(text: str, sentence: Span, marks: Iterable[Mark]) -> str:
    """Return the HTML of a sentence with its highlights; all text is escaped."""
    within = [mark for mark in marks if mark.start < sentence.end and sentence.start < mark.end]
    edges = {sentence.start, sentence.end}
    for mark in within:
        edges |= {max(mark.start, sentence.start), min(mark.end, sentence.end)}
    cuts = sorted(edges)
    pieces = (
        _piece(text[start:end], end, [mark for mark in within if mark.start <= start and end <= mark.end])
        for start, end in pairwise(cuts)
    )
    return "".join(pieces)


def _piece(words: str, end: int, covering: Sequence[Mark]) -> str:
    shown = escape(words)
    if not covering:
        return shown
    css = " ".join(dict.fromkeys(name for mark in covering for name in mark.css.split()))
    title = "; ".join(dict.fromkeys(mark.note for mark in covering))
    numbers = dict.fromkeys(mark.number for mark in covering if mark.number is not None and mark.end == end)
    behind = f"<sup>{','.join(map(str, numbers))}</sup>" if numbers else ""
    return f'<span class="{css}" title="{escape(title)}">{shown}{behind}</span>'
