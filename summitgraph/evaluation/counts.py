"""Counts of what was found, what was wanted and what is right, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of one thing: ``right`` of ``found`` against ``gold``."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if self.right else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)

    def to_json(self) -> Json:
        """Return shares to three places, and the counts."""
        shares = {"p": self.precision, "r": self.recall, "f1": self.f1}
        counts = {"right": self.right, "found": self.found, "gold": self.gold}
        return {key: round(value, 3) for key, value in shares.items()} | counts


def macro_f1(scores: Mapping[str, Score]) -> float:
    """Return the mean F1 over the kinds that the gold has."""
    wanted = [score.f1 for score in scores.values() if score.gold]
    return sum(wanted) / len(wanted) if wanted else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """An event that was found, and whether type, actor, recipient and modality are all right."""

    type: str
    confidence: float
    rule: str
    right: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """One error.

    Attributes:
        where: id of the document or passage.
        kind: the phenomenon, as ``event: recipient (pronoun)``.
        what: the wanted and the found, in words.
        tags: of the passage.
    """

    where: str
    kind: str
    what: str
    tags: tuple[str, ...] = ()


BANDS = ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0))


def by_type(judged: Iterable[Judged]) -> dict[str, Score]:
    """Return precision per event type."""
    return _grouped((item.type, item) for item in judged)


def by_rule(judged: Iterable[Judged]) -> dict[str, Score]:
    """Return precision by what found the event: reader, lexicon, both, or with a party supplied by context."""
    return _grouped((rule_of(item.rule), item) for item in judged)


def by_band(judged: Iterable[Judged]) -> dict[str, Score]:
    """Return precision by confidence, as ``.80-.90``; a band holds its lower bound, the last one its upper too."""
    return _grouped((_band(item.confidence), item) for item in judged)


def rule_of(rule: str) -> str:
    """Return the name that a rule is counted under: ``context`` for any that supplied a party from the text."""
    parts = rule.split("+")
    if "context" in parts:
        return "context"
    known = [part for part in ("reader", "lexicon") if part in parts]
    return "+".join(known) or rule


def _band(confidence: float) -> str:
    low, high = next((band for band in BANDS if band[0] <= confidence < band[1]), BANDS[-1])
    return f"{low:.2f}-{high:.2f}"


def _grouped(items: Iterable[tuple[str, Judged]]) -> dict[str, Score]:
    out: dict[str, Score] = {}
    for key, item in items:
        out[key] = out.get(key, Score()) + Score(int(item.right), 1, 0)
    return dict(sorted(out.items()))
