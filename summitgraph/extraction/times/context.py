"""What a rule may look at while it reads an expression, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from spacy.tokens import Doc

from summitgraph.extraction.times.patterns import compile_pattern
from summitgraph.extraction.times.tense import Direction, direction
from summitgraph.extraction.times.values import interval, precision

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


# Units and precisions from fine to coarse; what is not finer than a day counts as one.
_EXACTNESS = (
    "second", "minute", "min", "hour", "hr", "day", "night", "week", "weekend", "fortnight", "month", "quarter",
    "season", "year", "interval", "decade", "century", "millennium",
)  # fmt: skip


class UnanchoredError(Exception):
    """The expression needs a publication date and there is none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of text with its TIMEX3 value; ``value`` is None where nothing anchors it."""

    start: int
    end: int
    value: str | None
    type: TimexType = "DATE"


@dataclass(slots=True)
class Context:
    """The document, its date line, and the last date named so far, on which "the next day" rests.

    Attributes:
        text: the text with non-breaking spaces, curly apostrophes and dashes made plain; offsets are the document's.
        reference: value of the last expression that is a date.
        reference_end: where that expression ends.
        dated: day of that expression if it named its day or month with the year, as an old story does.
        full: the last such day of the text, whatever was named since.
    """

    doc: Doc
    text: str
    published: date | None
    reference: str | None = None
    reference_end: int = 0
    dated: date | None = None
    full: date | None = None
    _parsed: bool | None = None
    _directions: dict[int, Direction] = field(default_factory=dict)

    @property
    def anchor(self) -> date:
        """The publication date; raises UnanchoredError where there is none."""
        if self.published is None:
            raise UnanchoredError
        return self.published

    @property
    def reference_day(self) -> date:
        """First day of the last date named so far, else the publication date."""
        days = interval(self.reference) if self.reference else None
        return days[0] if days else self.anchor

    def reference_for(self, unit: str) -> date:
        """Return the day that a distance in ``unit`` counts from: the last date if it is as exact as that."""
        exact = precision(self.reference) if self.reference else None
        coarse = exact is None or (exact != "day" and _EXACTNESS.index(exact) > _EXACTNESS.index(unit))
        return self.anchor if coarse else self.reference_day

    def told_day(self, position: int) -> date | None:
        """Return the full date of a story of another year that the text at ``position`` goes on telling."""
        told = self.dated
        if told is None or self.published is None or position - self.reference_end > 300:
            return None
        return told if abs((self.published - told).days) > 400 else None

    @property
    def last_named_day(self) -> date:
        """The last date named so far if it is exact to the day, else the publication date."""
        exact = self.reference is not None and precision(self.reference) == "day"
        return self.reference_day if exact else self.anchor

    @property
    def parsed(self) -> bool:
        """Whether the document has tags and a parse; asked once, since spaCy looks at every token for it."""
        if self._parsed is None:
            self._parsed = self.doc.has_annotation("DEP") and self.doc.has_annotation("TAG")
        return self._parsed

    def direction(self, match: re.Match[str]) -> Direction:
        """Return whether the words around the match speak of the past or of what is to come."""
        if match.start() not in self._directions:
            self._directions[match.start()] = direction(
                self.doc if self.parsed else None, self.text, match.start(), match.end()
            )
        return self._directions[match.start()]

    def tag(self, position: int) -> str:
        """Return the fine tag of the token at a position; empty where the pipeline has no tagger."""
        span = self.doc.char_span(position, position + 1, alignment_mode="expand") if self.parsed else None
        return str(span[0].tag_) if span is not None else ""

    def before(self, position: int, width: int = 40) -> str:
        """Return the text just before a position."""
        return self.text[max(0, position - width) : position]


Resolver = Callable[[re.Match[str], Context], tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that gives its meaning; an empty tuple means that it is no time expression."""

    name: str
    source: str
    pattern: re.Pattern[str]
    resolve: Resolver


class RuleBook:
    """The rules of one module in the order in which they are tried."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def add(self, source: str) -> Callable[[Resolver], Resolver]:
        """Register the decorated function under a pattern of ``patterns.compile_pattern``."""

        def register(resolve: Resolver) -> Resolver:
            self.rules.append(Rule(resolve.__name__, source, compile_pattern(source), resolve))
            return resolve

        return register


def whole(match: re.Match[str], value: str | None, type_: TimexType = "DATE") -> tuple[Reading, ...]:
    """Return one reading over the whole match."""
    return (Reading(match.start(), match.end(), value, type_),)


def part(match: re.Match[str], group: str, value: str | None, type_: TimexType = "DATE") -> Reading:
    """Return a reading over one group of the match."""
    return Reading(match.start(group), match.end(group), value, type_)
