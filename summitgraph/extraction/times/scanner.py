"""Finding the time expressions of a text: a cheap search for words of time, and the rules around each hit.

The rules are tried in order at each place of a short window around a word of time; the first whose function accepts
wins. Neighbours that name one point of time together ("10 p.m. Thursday") become one expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from summitgraph.extraction.times.context import Context, Reading, UnanchoredError
from summitgraph.extraction.times.grammar import FIRST, FIRST_AT_PREPOSITION, PREPOSITIONS, RULES, TRIGGER
from summitgraph.extraction.times.joining import join
from summitgraph.extraction.times.patterns import STARTERS
from summitgraph.extraction.times.values import interval, precision

_WORD = re.compile(r"(?<!\w)\d|(?<!\w)[a-z]+", re.IGNORECASE)
_LEAD, _TAIL = 40, 48  # characters looked at before and after a word of time; the longest expressions are about as long

# Spaces, apostrophes and dashes that typesetting puts in, each one character for one.
_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u2009\u202f", " ")
    | dict.fromkeys("\u2018\u2019", "'")
    | dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-")
)


def plain(text: str) -> str:
    """Return the text with spaces, apostrophes and dashes in their ASCII form, character for character."""
    return text if text.isascii() else text.translate(_PLAIN)


def scan(context: Context) -> list[Reading]:
    """Return the time expressions of the context's text, in order."""
    readings: list[Reading] = []
    for start, end in _windows(context.text):
        for reading in _read(context, start, end):
            if readings and (joined := join(context.text, readings[-1], reading)):
                readings[-1] = reading = joined
                _carry_back(context.text, readings)
            else:
                readings.append(reading)
            _remember(context, reading)
    return readings


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches around the words of time; those that touch become one."""
    start = end = -1
    for hit in TRIGGER.finditer(text):
        if hit.start() - _LEAD > end:
            if end > 0:
                yield start, end
            start = max(end, hit.start() - _LEAD, 0)
        end = min(len(text), hit.end() + _TAIL)
    if end > 0:
        yield start, end


def _read(context: Context, start: int, end: int) -> Iterator[Reading]:
    position = start
    for word in _WORD.finditer(context.text, start, end):
        if word.start() < position or not (word[0].lower() in STARTERS or word[0].isdigit()):
            continue
        pattern, numbers = FIRST_AT_PREPOSITION if word[0].lower() in PREPOSITIONS else FIRST
        match = pattern.match(context.text, word.start(), end)
        if match is None:
            continue
        readings = _resolve(context, match.start(), end, numbers[(match.lastindex or 1) - 1])
        yield from readings
        position = readings[-1].end if readings else position


def _resolve(context: Context, start: int, end: int, first: int) -> tuple[Reading, ...]:
    """Return what the first accepting rule from number ``first`` on reads at ``start``."""
    for rule in RULES[first:]:
        match = rule.pattern.match(context.text, start, end)
        if match is None:
            continue
        try:
            readings = rule.resolve(match, context)
        except UnanchoredError:
            readings = (Reading(match.start(), match.end(), None),)
        except (ValueError, OverflowError):  # a date outside the calendar, as 30 February or year 0
            readings = ()
        if readings:
            return readings
    return ()


def _carry_back(text: str, readings: list[Reading]) -> None:
    """Give a joined time's day to the time told just before it: "14:46 local time (05:46 GMT) on 11 March"."""
    if len(readings) < 2:
        return
    before, joined = readings[-2], readings[-1]
    own_day = re.search(r"day\b|\b[A-Z][a-z]{2}", text[before.start : before.end])
    if own_day or text[before.end : joined.start].strip() not in ("", "("):
        return
    if before.type == "TIME" and before.value and joined.value and ":" in before.value:
        readings[-2] = replace(before, value=f"{joined.value[:10]}{before.value[10:]}")


def _remember(context: Context, reading: Reading) -> None:
    if reading.value is None or reading.type not in ("DATE", "TIME") or interval(reading.value) is None:
        return
    context.reference, context.reference_end = reading.value, reading.end
    days = interval(reading.value)
    full = (
        precision(reading.value) in ("day", "month") and reading.value[:4] in context.text[reading.start : reading.end]
    )
    lived = re.search(r"\b(?:born|since)\b[^.]{0,20}$", context.before(reading.start))
    if days and full and not lived:
        context.dated = context.full = days[0]
    elif context.dated and reading.value[:4] != str(context.dated.year):
        context.dated = None
