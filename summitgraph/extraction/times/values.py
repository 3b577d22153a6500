"""What a TIMEX3 value means: its days, its precision, and the ISO date that an event takes from it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from summitgraph.extraction.times.periods import add_months, month_value, shift
from summitgraph.records import Precision

_VALUE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T.*)?"
    r"|(?P<wyear>\d{4})-W(?P<week>\d\d)(?:-(?P<weekday>WE|[1-7]))?(?:T.*)?"
    r"|(?P<myear>\d{4})-(?P<mmonth>\d\d)"
    r"|(?P<pyear>\d{4})-(?P<part>Q[1-4]|H[12]|SP|SU|FA|WI)"
    r"|(?:FY)?(?P<only>\d{4})|(?P<decade>\d{3})|(?P<century>\d\d)"
)
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
}  # fmt: skip


def interval(value: str) -> tuple[date, date] | None:
    """Return first and last day of a value; None for durations, sets, references and values that are no date."""
    match = _VALUE.fullmatch(value)
    try:
        return _days(match) if match else None
    except (ValueError, OverflowError):
        return None


def _days(match: re.Match[str]) -> tuple[date, date]:
    if match["year"]:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        return day, day
    if match["wyear"]:
        return _week_days(int(match["wyear"]), int(match["week"]), match["weekday"])
    if match["myear"]:
        return _months(int(match["myear"]), int(match["mmonth"]), 1)
    if match["pyear"]:
        return _months(int(match["pyear"]), *_PARTS[match["part"]])
    if match["only"]:
        return _months(int(match["only"]), 1, 12)
    if match["decade"]:
        return date(int(match["decade"]) * 10, 1, 1), date(int(match["decade"]) * 10 + 9, 12, 31)
    return date(int(match["century"]) * 100, 1, 1), date(int(match["century"]) * 100 + 99, 12, 31)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    last = add_months(first, count - 1)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def _week_days(year: int, week: int, weekday: str | None) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    if weekday == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if weekday:
        day = monday + timedelta(days=int(weekday) - 1)
        return day, day
    return monday, monday + timedelta(days=6)


def precision(value: str) -> Precision | None:
    """Return how exact a value is; None where ``interval`` gives None."""
    match = _VALUE.fullmatch(value)
    if match is None or interval(value) is None:
        return None
    if match["year"] or (match["weekday"] and match["weekday"] != "WE"):
        return "day"
    if match["wyear"]:
        return "week"
    if match["myear"]:
        return "month"
    if match["pyear"]:
        return {"Q": "quarter", "H": "interval"}.get(match["part"][0], "season")  # type: ignore[return-value]
    return "year" if match["only"] else "interval"


def iso(value: str) -> str | None:
    """Return the ISO day, month or year that an event of this time takes.

    A week gives the month that holds most of it, a weekend its Saturday, a season, quarter or half its year; a decade
    or a century gives None.
    """
    days, exact = interval(value), precision(value)
    if days is None or exact is None:
        return None
    first, last = days
    if exact == "day":
        return first.isoformat()
    if exact in ("week", "month"):
        return (
            first.isoformat()
            if value.endswith("-WE")
            else month_value(first + timedelta(days=3) if exact == "week" else first)
        )
    if exact == "interval" and last.year != first.year:
        return None
    return f"{first.year:04d}"


_DURATION = re.compile(r"P(\d+)(D|W|M|Y|DE)")
_DURATION_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade"}


def offset(duration: str, anchor: date, sign: int) -> str | None:
    """Return the date that lies a DURATION value after (``sign`` 1) or before (-1) the anchor.

    "A day after he was freed" is ``P1D``; ``offset("P1D", day, -1)`` from the day of the main clause dates the freeing.
    The answer is as coarse as the unit, but weeks give a day. None for vague, clock and compound durations,
    and beyond the years 1 to 9999.
    """
    match = _DURATION.fullmatch(duration)
    if match is None:
        return None
    count, unit = sign * int(match[1]), _DURATION_UNITS[match[2]]
    try:
        return (anchor + timedelta(weeks=count)).isoformat() if unit == "week" else shift(anchor, count, unit)
    except (ValueError, OverflowError):  # beyond the calendar
        return None
