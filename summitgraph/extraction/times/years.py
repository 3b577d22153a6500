"""The year of a month or a day that has none: by tense from the date line, or from the day that an old story names."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitgraph.extraction.times.context import Context


def bare_month_year(match: re.Match[str], context: Context, month: int) -> int:
    """Return the year of a month that has none: by tense from the date line, or on from the day an old story names."""
    told = _told_year(match, context, month)
    if told is not None:
        return told
    today = context.anchor
    towards = context.direction(match)
    if towards == "future":
        return today.year + (month < today.month)
    if towards == "open":
        return today.year + (month + 3 < today.month)
    if towards is None and 0 < month - today.month <= 3:
        return today.year
    return today.year - (month > today.month)


def day_year(match: re.Match[str], context: Context, month: int, day: int) -> int:
    """Return the year of a month and day that have none: the nearest, moved by a tense that speaks against it."""
    told = _that_year(match, context) or _told_year(match, context, month)
    if told is not None:
        return told
    today = context.anchor
    near = min(
        (found for year in (today.year - 1, today.year, today.year + 1) if (found := calendar_day(year, month, day))),
        key=lambda found: abs((found - today).days),
        default=today,
    )
    towards = context.direction(match)
    if towards == "past" and near - today > timedelta(days=3):
        # Of the coming day and that of a year ago, the one that the story has reached.
        ago = calendar_day(near.year - 1, month, day) or near
        told_of = context.full or context.reference_day
        return near.year if near - today < _FAR and abs(near - told_of) <= abs(ago - told_of) else near.year - 1
    if towards == "future" and today - near > timedelta(days=60):
        return near.year + 1
    return near.year


def _that_year(match: re.Match[str], context: Context) -> int | None:
    """Return the year that stands behind a day in words: ``December 8 of that year``, ``September 5 to 17 last year``."""
    found = _OF_YEAR.match(context.text, match.end())
    if found is None:
        return None
    if found["which"] in ("that", "the same"):
        return context.reference_day.year if context.reference is not None else None
    return context.anchor.year + {"last": -1, "this": 0, "next": 1}[found["which"]]


_FAR = timedelta(days=100)
_OF_YEAR = re.compile(r"(?: (?:to|and) \d{1,2})?,? (?:of )?(?P<which>that|the same|last|this|next) year\b")


def _told_year(match: re.Match[str], context: Context, month: int) -> int | None:
    """Return the year of a month in a story of other years: that of the month nearest to its last full date."""
    told = context.told_day(match.start())
    if told is None or "day" in match[0].lower():  # who names the weekday speaks of the week of the date line
        return None
    return told.year + (month + 6 < told.month) - (month - 6 > told.month)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the date, None for a day that the month has not."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
