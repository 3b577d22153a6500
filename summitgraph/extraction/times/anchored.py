"""Dating what stands after "two days after": the length of time told from the clause that it hangs on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from summitgraph.extraction.times.values import interval, offset, precision
from summitgraph.records import TimeExpression

_LINK = re.compile(r"\s(?P<way>after|before|since)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"'“])|\n")


def told_from(text: str, times: Sequence[TimeExpression], index: int, published: date | None) -> str | None:
    """Return the date of the act told after a duration: "left on Friday, a day after he was shot" gives Thursday.

    The duration counts from the last exact day named before it in its sentence, else from the publication date. None
    where expression ``index`` is no duration before "after", "before" or "since", or is vague.
    """
    time = times[index]
    link = _LINK.match(text, time.end)
    if time.type != "DURATION" or time.value is None or link is None:
        return None
    anchor = _main_day(text, times[:index], time.start) or published
    sign = 1 if link["way"].lower() == "before" else -1
    return offset(time.value, anchor, sign) if anchor else None


def _main_day(text: str, before: Sequence[TimeExpression], position: int) -> date | None:
    for other in reversed(before):
        if _SENTENCE_END.search(text, other.end, position):
            return None
        if other.value and precision(other.value) == "day":
            days = interval(other.value)
            return days[0] if days else None
    return None
