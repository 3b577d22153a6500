"""Joining neighbours that name one point of time together: "10 p.m." and "Thursday", "nine" and "Wednesday morning"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Reading
from summitgraph.extraction.times.values import precision

_GAP = re.compile(r",?\s?(?:on|at|of|in|early|late)?\s?(?:the\s)?\(?", re.IGNORECASE)


def join(text: str, left: Reading, right: Reading) -> Reading | None:
    """Return one reading for a time of day beside its day, None where the two stay apart."""
    if left.value is None or right.value is None or not _touch(text, left, right):
        return None
    if precision(left.value) != "day" or precision(right.value) != "day":
        return None
    if left.type == right.type == "TIME":
        return _clock_and_part(left, right)
    if {left.type, right.type} != {"TIME", "DATE"}:
        return None
    clock, day = (left.value, right.value) if left.type == "TIME" else (right.value, left.value)
    return Reading(left.start, right.end, f"{day[:10]}T{clock.partition('T')[2]}", "TIME")


def _touch(text: str, left: Reading, right: Reading) -> bool:
    return left.end <= right.start <= left.end + 9 and bool(_GAP.fullmatch(text, left.end, right.start))


def _clock_and_part(left: Reading, right: Reading) -> Reading | None:
    """Join "nine" and "Wednesday morning", "8 o'clock" and "Friday night": the part tells the half of the day."""
    clock, part = (left, right) if ":" in str(left.value) else (right, left)
    if ":" not in str(clock.value) or ":" in str(part.value):
        return None
    day, _, code = str(part.value).partition("T")
    hour, _, minute = str(clock.value).partition("T")[2].partition(":")
    late = code in ("AF", "EV", "NI") and 1 <= int(hour) < 12 and not (code == "NI" and int(hour) < 5)
    return Reading(left.start, right.end, f"{day}T{int(hour) + 12 * late:02d}:{minute}", "TIME")
