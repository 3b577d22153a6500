"""Joining neighbours that name one point of time together: "10 p.m." and "Thursday", "nine" and "Wednesday morning"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Reading
from summitgraph.extraction.times.values import precision

_GAP = re.compile(r",?\s?(?:on|at|of|in|early|late)?\s?(?:the\s)?\(?", re.IGNORECASE)


def join(text: str, left: Reading, right: Reading) -> Reading | None:
    """Return one reading for a time of day beside its day, None where the two stay apart."""
    if left.value is None or right.value is None or right.start < left.end or right.start - left.end > 9:
        return None
    if (
        not _GAP.fullmatch(text, left.end, right.start)
        or precision(left.value) != "day"
        or precision(right.value) != "day"
    ):
        return None
    pair = (left.value, right.value) if left.type == "TIME" else (right.value, left.value)
    clock_part, day_part = pair
    if {left.type, right.type} != {"TIME", "DATE"} and not (left.type == right.type == "TIME" and _parts(left, right)):
        return None
    if left.type == right.type == "TIME":
        return _both_times(left, right)
    return Reading(left.start, right.end, f"{day_part[:10]}T{clock_part.partition('T')[2]}", "TIME")


def _parts(left: Reading, right: Reading) -> bool:
    return sum(":" in (reading.value or "") for reading in (left, right)) == 1


def _both_times(left: Reading, right: Reading) -> Reading:
    clock_first = ":" in (left.value or "")
    exact, loose = (left, right) if clock_first else (right, left)
    day, _, code = str(loose.value).partition("T")
    hour, _, minute = str(exact.value).partition("T")[2].partition(":")
    late = code in ("AF", "EV", "NI") and 1 <= int(hour) < 12 and not (code == "NI" and int(hour) < 5)
    return Reading(left.start, right.end, f"{day}T{int(hour) + 12 * late:02d}:{minute}", "TIME")
