"""Events of one type and the same parties that may be one: their days are close, or one of them is not told.

Two that days (more than one apart), places, summits or modes tell apart are never proposed: Singapore and Hanoi, the calls
of a Monday and a Friday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from summitgraph.resolution.rules import LONGEST_INTERVAL

Pair = tuple[str, str, float, str]

BEFORE, AFTER = timedelta(days=10), timedelta(days=3)
"""An act without a date is taken to lie so long before the day of its report, or after it, if it is planned."""
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as far as it can be compared.

    Attributes:
        parties: type, actors and recipients.
        documents: the texts that tell of it; two of one text were told apart there by its reading.
    """

    id: str
    parties: tuple[str, tuple[str, ...], tuple[str, ...]]
    mode: str | None
    date: str | None
    published: str | None
    places: frozenset[str]
    summits: frozenset[str]
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A happening with the first and last day on which it may lie."""

    event: Happening
    first: date
    last: date

    @property
    def exact(self) -> bool:
        return self.event.date is not None and (self.last - self.first).days < LONGEST_INTERVAL


def alike_events(happenings: Sequence[Happening]) -> Iterator[Pair]:
    """Yield pairs of ids with how alike the events are and why."""
    blocks: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[_Placed]] = {}
    for each in happenings:
        if days := _days(each):
            blocks.setdefault(each.parties, []).append(_Placed(each, *days))
    for parties in sorted(blocks):
        yield from _within(sorted(blocks[parties], key=lambda placed: (placed.first, placed.event.id)))


def days_of(value: str) -> tuple[date, date] | None:
    """Return first and last day of a date value: a day, week, month, year, or interval; None for others."""
    start, slash, end = value.partition("/")
    try:
        if slash:
            first, last = days_of(start), days_of(end)
            return (first[0], last[1]) if first and last else None
        if "-W" in value:
            monday = date.fromisoformat(f"{value}-1")
            return monday, monday + timedelta(days=6)
        if len(value) == 7:
            month = date.fromisoformat(f"{value}-01")
            return month, (month + timedelta(days=31)).replace(day=1) - A_DAY
        if len(value) == 4:
            return date(int(value), 1, 1), date(int(value), 12, 31)
        return date.fromisoformat(value), date.fromisoformat(value)
    except ValueError:
        return None


def _days(event: Happening) -> tuple[date, date] | None:
    if event.date:
        return days_of(event.date)
    if event.published:
        day = date.fromisoformat(event.published)
        return day - BEFORE, day + AFTER
    return None


def _within(block: Sequence[_Placed]) -> Iterator[Pair]:
    for index, one in enumerate(block):
        for other in block[index + 1 :]:
            if other.first > one.last + A_DAY:
                break
            if found := _alike(one, other):
                yield (one.event.id, other.event.id, *found)


def _alike(one: _Placed, other: _Placed) -> tuple[float, str] | None:
    left, right = one.event, other.event
    if left.mode and right.mode and left.mode != right.mode:
        return None
    if left.documents & right.documents:
        return None
    if _disjoint(left.places, right.places) or _disjoint(left.summits, right.summits):
        return None
    if left.date and right.date:
        return _by_dates(one, other)
    if left.date or right.date:
        return 0.6, "the date of one is not told, and its report lies close"
    return 0.4, "neither date is told, and the reports lie close"


def _by_dates(one: _Placed, other: _Placed) -> tuple[float, str] | None:
    if one.exact and other.exact:
        if one.first <= other.last and other.first <= one.last:
            return 0.9, "the same day"
        # Datelines and time zones move an act by a day; a place told by both would have been compared above.
        return 0.5, "a day apart"
    if other.first <= one.last and one.first <= other.last:
        exact = one.exact or other.exact
        return (0.55, "the day of one lies in the time of the other") if exact else (0.4, "the same span of time")
    return None


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)
