"""What a reader, the trained one or the lexicon, says of one trigger."""

from __future__ import annotations

from dataclasses import dataclass

from summitgraph.records import Modality, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One trigger and its roles, as character spans of the text.

    Attributes:
        type, mode: PLOVER event type and mode.
        actors, recipients: one span per coordinated party; empty where the text names none.
        speaker: who says it, where it stands as somebody's report.
        time, place: the words that tell when and where.
        confidence: calibrated probability that type, actor, recipient and modality are right.
        rule: who read it: ``reader``, ``lexicon``, or ``reader+lexicon``.
    """

    trigger: Span
    type: str
    mode: str | None
    modality: Modality
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    speaker: Span | None = None
    time: Span | None = None
    place: Span | None = None
    confidence: float = 1.0
    rule: str = "reader"
