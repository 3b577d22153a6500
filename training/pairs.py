"""Labelled pairs for the coder: a text, two marked phrases, and what the first does to the second.

The passages label acts as ``GUIDE.md`` of the sentences has it; ``code`` answers in PLOVER's own reading, see
``codebook_type``.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from training.examples import Example, Row, locate

WHOLE = 0.15  # share of the pairs that are read in their whole passage, not only in their sentences
TURNED = 0.4  # share of the pairs that are read the other way round too, as no act
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_SIGNED = ("sign", "put their signature", "put its signature", "conclud", "initial")
_FREED = ("free", "releas", "let go", "handed back", "returned", "eas", "lift", "relax", "loosen")
_SORRY = ("apolog", "sorry", "regret", "forg")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Act:
    """One labelled act between two places of the text."""

    type: str
    mode: str | None
    modality: str
    trigger: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A text with two phrases in it and the acts of the first towards the second; ``weight`` of the example in
    training."""

    text: str
    source: Span
    target: Span
    acts: tuple[Act, ...]
    weight: float = 1.0


def codebook_type(event: Row) -> str:
    """Return the type that PLOVER's own rules give a labelled act (PLOVER.md, crosswalk to CAMEO).

    A meeting to come or an invitation is AGREE; so is aid or cooperation that is announced. Signing is SUPPORT (CAMEO
    057), and so is an apology (055). Freeing people and easing sanctions is RETREAT (084, 085). Announced withdrawal is
    CONCEDE; an announced sanction, arrest or attack is THREATEN.
    """
    kind, modality, trigger = event["type"], event["modality"], event["trigger"].lower()
    ahead = modality in ("planned", "hypothetical")
    if kind in ("CONSULT", "COOPERATE", "AID") and ahead:
        return "AGREE"
    if kind == "AGREE" and modality == "actual" and trigger.startswith(_SIGNED):
        return "SUPPORT"
    if kind == "CONCEDE" and modality == "actual":
        if any(word in trigger for word in _SORRY):
            return "SUPPORT"
        if trigger.startswith(_FREED):
            return "RETREAT"
    if kind == "RETREAT" and ahead:
        return "CONCEDE"
    if kind in ("SANCTION", "COERCE", "ASSAULT") and modality == "planned":
        return "THREATEN"
    return str(kind)


def _spans(text: str, event: Row, role: str) -> list[Span]:
    return [s for key in (role, f"{role}_of") if event.get(key) and (s := locate(text, event[key]))]


def _cut(example: Example, text: str, spans: list[Span], whole: bool) -> tuple[int, int]:
    """Return the character range of the sentences that hold the spans, or of the whole text."""
    if whole:
        return 0, len(text)
    inside = [n for n, (a, b) in enumerate(example.offsets) if any(a < e and s < b for s, e in spans)]
    sentences = {int(example.syntax.sentence[n]) for n in inside}
    words = [
        n for n in range(len(example.offsets)) if min(sentences) <= int(example.syntax.sentence[n]) <= max(sentences)
    ]
    return example.offsets[words[0]][0], example.offsets[words[-1]][1]


def _moved(span: Span, by: int) -> Span:
    return span[0] - by, span[1] - by


def pairs_of(row: Row, example: Example, rng: random.Random, training: bool = True) -> Iterator[Pair]:
    """Yield the pairs of a passage: each actor with each recipient, and, to train on, turned round and with other
    bystanders."""
    text = row["text"]
    acts: dict[tuple[Span, Span], list[Act]] = defaultdict(list)
    lone: list[tuple[Span, Act]] = []
    parties: set[Span] = set()
    for event in row["events"]:
        trigger = locate(text, event["trigger"])
        sources, targets = _spans(text, event, "actor"), _spans(text, event, "recipient")
        parties.update(sources[-1:] + targets[-1:])
        if trigger is None or not sources:
            continue
        act = Act(
            codebook_type(event),
            event["mode"] if codebook_type(event) == event["type"] else None,
            event["modality"],
            trigger,
        )
        if not targets:
            lone.append((sources[-1], act))
        for source in sources:
            for target in targets:
                acts[source, target].append(act)
                if event["type"] in MUTUAL and event["mode"] != "visit":
                    acts[target, source].append(act)
    both = {(a, b) for a, b in acts}
    for (source, target), done in acts.items():
        start, end = _cut(
            example, text, [source, target, *(a.trigger for a in done)], training and rng.random() < WHOLE
        )
        moved = tuple(Act(a.type, a.mode, a.modality, _moved(a.trigger, start)) for a in done)
        yield Pair(text[start:end], _moved(source, start), _moved(target, start), moved)
        if training and (target, source) not in both and rng.random() < TURNED:
            yield Pair(text[start:end], _moved(target, start), _moved(source, start), (), 0.5)
    if not training:
        return
    for source, act in lone:
        others = [p for p in parties if p != source and (source, p) not in both]
        if others:
            target = rng.choice(sorted(others))
            start, end = _cut(example, text, [source, target, act.trigger], rng.random() < WHOLE)
            moved_act = Act(act.type, act.mode, act.modality, _moved(act.trigger, start))
            yield Pair(text[start:end], _moved(source, start), _moved(target, start), (moved_act,), 0.4)
