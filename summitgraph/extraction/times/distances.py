"""Rules for dates told by their distance: "two years ago", "a day later", "the year-ago quarter"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitgraph.extraction.times.context import Context, Reading, RuleBook, whole
from summitgraph.extraction.times.periods import month_value, shift, shift_day, week_value
from summitgraph.extraction.times.vocabulary import CLOCK_UNITS, quantity, unit_name

RULES = RuleBook()


_DURATION = r"(?:(?:@about) )?(?P<n>@quantity)[ -]?(?P<extra>more |full |short |long |straight )?(?P<u>@unit)\b"


@RULES.add(
    rf"\b{_DURATION} ago(?: (?P<at>today|yesterday|tomorrow|this week|this month|last night"
    r"|last week|last month|on @weekday))?\b"
)
def ago(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``two years ago`` is the year, ``two weeks ago`` the week, ``five years ago today`` the day."""
    count, unit = quantity(match["n"]), unit_name(match["u"])
    if count is None:
        return whole(match, "PAST_REF")
    day = _whole_steps(context.anchor, -count, unit)
    if not match["at"]:
        return whole(match, _coarse(context.anchor, -count, unit))
    at = match["at"].lower()
    if at in ("yesterday", "last night"):
        day -= timedelta(days=1)
    if at.endswith("week"):
        return whole(match, week_value(day))
    return whole(match, month_value(day) if at.endswith("month") else day.isoformat())


def _whole_steps(anchor: date, count: float, unit: str) -> date:
    if count != int(count):
        finer = {"year": ("month", 12), "decade": ("year", 10), "century": ("year", 100), "month": ("day", 30)}.get(
            unit
        )
        return shift_day(anchor, round(count * finer[1]), finer[0]) if finer else anchor
    return shift_day(anchor, int(count), unit)


def _coarse(anchor: date, count: float, unit: str) -> str:
    if count != int(count):
        day = _whole_steps(anchor, count, unit)
        return f"{day.year:04d}" if unit in ("year", "decade", "century") else month_value(day)
    return shift(anchor, int(count), unit)


@RULES.add(
    r"\b(?:(?P<many>many|several|some|a few|few|countless) )?(?P<u>seconds|minutes|hours|days"
    r"|weeks|months|years|decades|centuries|ages) ago\b|\b(?:not )?(?:so )?long ago\b|\bmoments "
    r"ago\b|\bnot long before\b"
)
def vaguely_ago(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``years ago``, ``long ago``."""
    return whole(match, "PAST_REF")


@RULES.add(
    rf"\b{_DURATION} (?P<way>earlier|previously|later|afterwards?|from now|hence|from today|"
    r"(?:before|after|prior)(?=[.,;:]| (?:and|but)\b|$))(?! than\b)"
)
def earlier_or_later(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``a year earlier``, ``two days later``, told from the last date; "two days before the vote" is a duration."""
    way, unit, count = match["way"].lower(), unit_name(match["u"]), quantity(match["n"])
    if count is None:
        if unit in CLOCK_UNITS:
            return ()
        reference = "PAST_REF" if way in ("earlier", "before", "previously", "prior") else "FUTURE_REF"
        return (Reading(match.start(), match.end("way"), reference),)
    sign = 1 if way in ("later", "afterward", "afterwards", "after", "from now", "hence", "from today") else -1
    start_end = (match.start(), match.end("way"))
    if way in ("from now", "hence", "from today"):
        return (Reading(*start_end, _coarse(context.anchor, count, unit)),)
    if unit == "year" and (period := _same_period(match, context, sign * int(count))):
        return (Reading(*start_end, period),)
    return (Reading(*start_end, _coarse(context.reference_for(unit), sign * count, unit)),)


def _same_period(match: re.Match[str], context: Context, years: int) -> str | None:
    """Return the month, quarter or half of its sentence in another year: what figures are compared with."""
    reference = context.reference or ""
    if not re.fullmatch(r"\d{4}-(?:[QH]\d|\d\d)", reference):
        return None
    between = context.text[context.reference_end : match.start()]
    limit = 400 if reference[5] in "QH" else 0
    if len(between) > limit and (re.search(r"[.!?] |\n", between) or len(between) > 150):
        return None
    return f"{int(reference[:4]) + years:04d}{reference[4:]}"


@RULES.add(
    r"\b(?:the|that|the same|same) year-(?:ago|earlier) (?P<u>quarter|period|month)\b"
    r"|\b(?:a|the) year[- ](?:ago|earlier)(?! today)\b|\byear-(?:ago|earlier)\b"
)
def year_ago(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the year-ago quarter``, ``a year earlier``: the last month or quarter named, a year back; else the year."""
    period = _same_period(match, context, -1)
    if period and not (match[0].lower().endswith("year ago") and period[5] not in "QH"):
        return whole(match, period)
    base = context.reference_for("year") if match[0].lower().endswith("year earlier") else context.anchor
    return whole(match, f"{base.year - 1:04d}")
