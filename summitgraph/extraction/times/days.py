"""Rules for days that name their month or number: "2013-03-22", "Feb 28", "27 and 28 February", "the 21st"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitgraph.extraction.times.context import Context, Reading, RuleBook, part, whole
from summitgraph.extraction.times.periods import week_value
from summitgraph.extraction.times.vocabulary import month_number, ordinal_number
from summitgraph.extraction.times.years import calendar_day, day_year

RULES = RuleBook()


_WEEKDAY = r"(?:(?:(?:last|this|next) )?@weekday,? (?:the )?)?"


_JOIN = r"(?: ?- ?| to | and | or | through | until |, )"


@RULES.add(
    r"\b(?P<date>(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))(?:T(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(?:Z|[+-]\d\d:?\d\d)?)?\b"
)
def iso_date(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``2013-03-22``, ``2013-03-22T14:30``."""
    day = calendar_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return ()
    return whole(match, f"{day}T{match['clock']}", "TIME") if match["clock"] else whole(match, day.isoformat())


@RULES.add(r"\b(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)\b(?!\.\d|/)")
def numeric_date(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``3/22/2013`` (American), ``22/3/2013`` where the first cannot be a month, ``22.03.2013`` (European)."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] != "/" and len(match["y"]) == 2:
        return ()
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    european = match["sep"] == "." or first > 12
    day = calendar_day(year, second, first) if european else calendar_day(year, first, second)
    return whole(match, day.isoformat()) if day else ()


@RULES.add(r"\b(?:9/11|(?:Sept?\.?|September) 11(?=(?:th)? (?:terror|attacks?|hijack)))")
def september_11(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``9/11``, ``the Sept. 11 attacks``: the day of 2001 (unless a year stands there)."""
    return whole(match, "2001-09-11")


@RULES.add(
    rf"\b(?P<one>{_WEEKDAY}(?P<m>@month) (?P<d>@day)){_JOIN}(?P<two>(?:(?P<m2>@month) )?"
    r"(?P<d2>@day))(?:,? (?P<y>@year))?\b"
)
def month_day_range(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``June 10-12``, ``May 30 to June 2, 2018``: two dates."""
    return _pair(match, context)


@RULES.add(
    rf"\b(?P<one>(?:the )?(?P<d>@day)(?: (?P<m1>@month))?){_JOIN}(?P<two>(?:the )?(?P<d2>@day)"
    r"(?: of)? (?P<m>@month)(?:,? (?P<y>@year))?)\b"
)
def day_range_month(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``27 and 28 February 2019``, ``30 May to 2 June``: two dates."""
    return _pair(match, context)


def _pair(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    groups = match.groupdict()
    months = (month_number(groups.get("m1") or match["m"]), month_number(groups.get("m2") or match["m"]))
    year = int(match["y"]) if match["y"] else None
    values = [
        _dated(match, context, month, _number(match[day]), year) for month, day in zip(months, ("d", "d2"), strict=True)
    ]
    if None in values:
        return ()
    end = match.end() if match["y"] else match.end("two")
    return (part(match, "one", values[0]), Reading(match.start("two"), end, values[1]))


@RULES.add(
    r"\b(?P<week>the week (?:of|beginning|ending|ended) )?(?:(?:early|late)(?: on)? )?"
    rf"{_WEEKDAY}(?P<m>@month) (?:the )?(?P<d>@day|(?:@nth)(?= |,|\.|$))(?:(?:,? | of )(?P<y>@year)(?!-))?(?![\w/])"
    r"(?! (?:million|billion|percent|per cent|people|degrees))"
)
def month_day(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``Thursday, March 22, 2013``, ``Feb 28``, ``June the 5th``, ``the week of April 8``."""
    readings = _month_day(match, context)
    if match["week"] and readings and readings[0].value:
        return whole(match, week_value(date.fromisoformat(readings[0].value)))
    return readings


@RULES.add(
    rf"\b(?:(?:early|late)(?: on)? )?{_WEEKDAY}(?:the )?(?P<d>@day|@nth)(?: of)? (?P<m>@month)(?:"
    r"(?:,? | of )(?P<y>@year))?(?!\w)"
)
def day_month(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``22 March 2013``, ``the 22nd of March``, ``the Fourth of July``."""
    return _month_day(match, context)


def _month_day(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    value = _dated(
        match, context, month_number(match["m"]), _number(match["d"]), int(match["y"]) if match["y"] else None
    )
    return whole(match, value) if value else ()


@RULES.add(
    r"\b(?P<prep>on|by|from|until|since|before) (?P<span>the (?P<n>\d\d?(?:st|nd|rd|th)|twentieth"
    r"|twenty-first|thirtieth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth))\b(?=[.,;:]| (?:to|and|in|at|for|with|that"
    r"|after|if|because|he|she|it|they|of (?:this|last|next|the) month)\b|$)"
)
def day_of_month(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``on the 21st``: the day of the month at hand."""
    number, base = ordinal_number(match["n"]), context.reference_day
    towards = context.direction(match)
    month = base.replace(day=1)
    if base == context.published and towards == "past" and number > base.day:
        month = (month - timedelta(days=1)).replace(day=1)
    if base == context.published and towards == "future" and number < base.day:
        month = (month + timedelta(days=32)).replace(day=1)
    try:
        return (part(match, "span", month.replace(day=number).isoformat()),)
    except ValueError:
        return ()


def _number(text: str) -> int:
    word = text.lower()
    if word[-1].isdigit():
        return int(word)
    return ordinal_number(word.lstrip("0"))


def _dated(match: re.Match[str], context: Context, month: int, day: int, year: int | None) -> str | None:
    if year is None:
        year = day_year(match, context, month, day)
    found = calendar_day(year, month, day)
    return found.isoformat() if found else None
