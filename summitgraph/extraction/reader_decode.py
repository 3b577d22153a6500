"""From scores to readings, in token indices: which words are triggers, how far each reaches, who fills its roles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from summitgraph.extraction.reader_features import DEPENDENCIES, PARTS_OF_SPEECH, Syntax
from summitgraph.extraction.reader_labels import MODALITIES, MODES, ROLES, TYPES
from summitgraph.records import Modality

Floats = npt.NDArray[np.float32]
Range = tuple[int, int]

_NUMBER = {name: number for number, name in enumerate(DEPENDENCIES, 1)}
_TAG = {name: number for number, name in enumerate(PARTS_OF_SPEECH, 1)}
_BEFORE = {_NUMBER[name] for name in "amod case compound det nmod nummod poss predet quantmod".split()}
_CONJ, _APPOS, _PUNCT = _NUMBER["conj"], _NUMBER["appos"], _NUMBER["punct"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Choices tuned on the development split.

    Attributes:
        trigger: least probability that a word heads a trigger.
        inside: least probability that a word belongs to the trigger beside it.
        filler: weight of a role's best phrase against none, per role.
        sibling: least share of the best filler's probability that a coordinated filler has.
    """

    trigger: float = 0.5
    inside: float = 0.5
    filler: tuple[float, ...] = (1.0,) * len(ROLES)
    sibling: float = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger: token that heads it, its tokens, and the probability of that head and of each type."""

    head: int
    span: Range
    probability: float
    types: Floats


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase that fills a role: its head, its tokens, and the probability that the phrase is right."""

    head: int
    span: Range
    probability: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """A reading in token indices; ``fillers`` holds per role the phrases found, ``empty`` per role the probability of
    none."""

    candidate: Candidate
    type: str
    mode: str | None
    modality: Modality
    modality_probability: float
    fillers: dict[str, tuple[Filler, ...]]
    empty: dict[str, float]


def sigmoid(values: Floats) -> Floats:
    """Return the logistic function of each value."""
    return np.asarray(1 / (1 + np.exp(-values)), dtype=np.float32)


def softmax(values: Floats) -> Floats:
    """Return probabilities over the last axis."""
    raised = np.exp(values - values.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


def candidates(word_scores: Floats, at: Thresholds) -> list[Candidate]:
    """Return the triggers of a window, from scores of shape (words, 2 + types).

    A word inside the span of a likelier trigger is taken as part of it: pieces of one trigger do not become several.
    """
    heads, inside = sigmoid(word_scores[:, 0]), sigmoid(word_scores[:, 1])
    taken: set[int] = set()
    found = []
    for head in sorted(np.flatnonzero(heads >= at.trigger), key=lambda i: -heads[i]):
        if head in taken:
            continue
        start, end = int(head), int(head) + 1
        while start > 0 and inside[start - 1] >= at.inside and start - 1 not in taken:
            start -= 1
        while end < len(heads) and inside[end] >= at.inside and end not in taken:
            end += 1
        taken.update(range(start, end))
        found.append(Candidate(int(head), (start, end), float(heads[head]), softmax(word_scores[head, 2:])))
    return sorted(found, key=lambda c: c.head)


def phrase(syntax: Syntax, head: int) -> Range:
    """Return the tokens of the noun phrase of a head, without what follows the head."""
    start = head
    while start > 0 and _leads_to(syntax, start - 1, head):
        start -= 1
    return start, head + 1


def _leads_to(syntax: Syntax, token: int, head: int) -> bool:
    current = token
    for _ in range(6):
        if current == head:
            return True
        if int(syntax.dep[current]) not in _BEFORE and not (syntax.dep[current] == _PUNCT and current > token - 2):
            return False
        above = int(syntax.head[current])
        if above == current:
            return False
        current = above
    return False


def coordinated(syntax: Syntax, head: int) -> list[int]:
    """Return the other members of the coordination that a token belongs to."""
    top = head
    while syntax.dep[top] == _CONJ:
        top = int(syntax.head[top])
    members, grown = {top}, True
    while grown:
        more = {int(i) for i in np.flatnonzero(syntax.dep == _CONJ) if int(syntax.head[i]) in members} - members
        members |= more
        grown = bool(more)
    return sorted(members - {head})


def fillers(probabilities: Floats, syntax: Syntax, weight: float, sibling: float) -> tuple[Filler, ...]:
    """Return the phrases that fill a role, from probabilities over the words and none; none found gives an empty
    tuple."""
    words = probabilities[:-1]
    best = int(words.argmax())
    span = phrase(syntax, best)
    total = float(words[span[0] : span[1]].sum())
    members = [i for i in coordinated(syntax, best) if words[i] >= sibling * words[best] and not span[0] <= i < span[1]]
    total += float(sum(words[i] for i in members))
    if total * weight < probabilities[-1]:
        return ()
    found = [Filler(best, span, total)] + [Filler(i, phrase(syntax, i), total) for i in members]
    return tuple(sorted(found, key=lambda f: f.head))


def decode(
    chosen: list[Candidate], roles: Floats, modality: Floats, mode: Floats, syntax: Syntax, at: Thresholds
) -> list[Decoded]:
    """Return the readings of the triggers, from the pair scores."""
    role_p, modality_p = softmax(roles), softmax(modality)
    out = []
    for number, candidate in enumerate(chosen):
        kind = TYPES[int(candidate.types.argmax())]
        own = [i for i, (of, _) in enumerate(MODES) if of == kind]
        manner = MODES[own[int(mode[number, own].argmax())]][1]
        found = {
            role: fillers(
                role_p[number, r], syntax, at.filler[r], at.sibling if role in ("actor", "recipient") else 2.0
            )
            for r, role in enumerate(ROLES)
        }
        taken = {f.head for f in found["recipient"]}
        if len(found["actor"]) > 1:
            found["actor"] = tuple(f for f in found["actor"] if f.head not in taken) or found["actor"][:1]
        best = int(modality_p[number].argmax())
        out.append(
            Decoded(
                candidate,
                kind,
                manner,
                MODALITIES[best],
                float(modality_p[number, best]),
                found,
                {role: float(role_p[number, r, -1]) for r, role in enumerate(ROLES)},
            )
        )
    return out
