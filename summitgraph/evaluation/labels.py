"""Labels of a passage and the answers to them: which answer is meant for which label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summitgraph.evaluation.counts import Json
from summitgraph.evaluation.spans import Span, as_span, fills, locate, shared


@dataclass(frozen=True, slots=True)
class Label:
    """An event of the gold; a role holds a span per wording that is right."""

    type: str
    mode: str | None
    modality: str
    date: str | None
    trigger: Span
    actor: tuple[Span, ...]
    recipient: tuple[Span, ...]
    speaker: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One mention of an event that was found."""

    type: str
    mode: str | None
    modality: str
    date: str | None
    trigger: Span | None
    actor: Span | None
    recipient: Span | None
    speaker: Span | None
    confidence: float = field(compare=False, default=0.0)
    rule: str = field(compare=False, default="")


def labels_of(row: Json) -> list[Label]:
    """Return the labelled events of a passage."""

    def spans(event: Json, *keys: str) -> tuple[Span, ...]:
        return tuple(span for key in keys if event.get(key) and (span := locate(row["text"], event[key])))

    return [
        Label(
            event["type"],
            event["mode"],
            event["modality"],
            event["date"],
            spans(event, "trigger")[0],
            spans(event, "actor", "actor_of"),
            spans(event, "recipient", "recipient_of"),
            spans(event, "attributed_to"),
        )
        for event in row["events"]
    ]


def answers_of(extracted: Json) -> list[Answer]:
    """Return a passage's events as they were found, one per wording; equal ones once."""
    return list(dict.fromkeys(_answers(extracted)))


def _answers(extracted: Json) -> Iterator[Answer]:
    for event in extracted.get("events", []):
        for proof in event.get("evidence") or [{}]:
            yield Answer(
                type=event["type"],
                mode=event.get("mode"),
                modality=event["modality"],
                date=event.get("date"),
                trigger=as_span(proof.get("trigger")),
                actor=as_span(proof.get("actor")),
                recipient=as_span(proof.get("recipient")),
                speaker=as_span(proof.get("attributed_to")),
                confidence=event.get("confidence", 0.0),
                rule=event.get("rule", ""),
            )


def pair(labels: Sequence[Label], answers: Sequence[Answer]) -> list[tuple[int, int]]:
    """Return pairs of a label and an answer whose triggers touch, each at most once.

    The best go first: by type, then by how many roles fit, by modality, by shared characters, then in text order.
    """
    touching = []
    for i, label in enumerate(labels):
        for j, answer in enumerate(answers):
            if width := shared(label.trigger, answer.trigger):
                roles = fills(label.actor, answer.actor) + fills(label.recipient, answer.recipient)
                fit = (label.type == answer.type, roles, label.modality == answer.modality, width)
                touching.append((*fit, -i, -j))
    pairs: list[tuple[int, int]] = []
    for *_, i, j in sorted(touching, reverse=True):
        if all(-i != left and -j != right for left, right in pairs):
            pairs.append((-i, -j))
    return pairs
