"""Words of time and what they stand for: months, weekdays, units, seasons, parts of the day, numbers."""

from __future__ import annotations

import re
from typing import Final


def _words(text: str) -> list[str]:
    return text.split()


MONTH_NAMES: Final = _words("january february march april may june july august september october november december")
MONTHS: Final = (
    {name: index for index, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3]: index for index, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)

WEEKDAY_NAMES: Final = _words("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS: Final = {name: index for index, name in enumerate(WEEKDAY_NAMES)} | {
    short: index
    for index, shorts in enumerate(("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"))
    for short in shorts.split()
}

SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

# TIMEX3: TMO, TAF, TEV, TNI; dawn and daybreak count as morning, dusk and sunset as evening.
DAY_PARTS: Final = {
    "morning": "TMO", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "breakfast": "TMO",
    "afternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV", "night": "TNI", "nighttime": "TNI",
    "midnight": "T00:00", "noon": "T12:00", "midday": "T12:00", "lunchtime": "T12:00", "midmorning": "TMO",
    "overnight": "TNI", "mid-morning": "TMO", "mid-afternoon": "TAF", "small hours": "TNI", "early hours": "TMO",
}  # fmt: skip

# Unit → designator of ISO 8601 durations as TIMEX3 extends them (DE decade, CE century, Q quarter).
UNITS: Final = {
    "second": "S", "minute": "M", "min": "M", "hour": "H", "hr": "H", "day": "D", "night": "D", "week": "W",
    "fortnight": "W", "weekend": "W", "month": "M", "quarter": "Q", "year": "Y", "yr": "Y", "decade": "DE",
    "century": "CE", "centurie": "CE", "millennium": "ML",
}  # fmt: skip
CLOCK_UNITS: Final = frozenset({"second", "minute", "min", "hour", "hr"})

ONES: Final = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS: Final = _words("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS: Final = (
    {word: index for index, word in enumerate(ONES)}
    | {word: 10 * index for index, word in enumerate(TENS, 2)}
    | {"a": 1, "an": 1, "dozen": 12, "a dozen": 12, "hundred": 100, "a hundred": 100, "two dozen": 24, "couple": 2}
)

_ORDINAL_WORDS: Final = _words(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: Final = (
    {word: index for index, word in enumerate(_ORDINAL_WORDS)}
    | {f"twenty-{word}": 20 + index for index, word in enumerate(_ORDINAL_WORDS[1:10], 1)}
    | {"thirtieth": 30, "thirty-first": 31}
)


def month_number(text: str) -> int:
    """Return 1 to 12 for the name of a month or its abbreviation."""
    return MONTHS[text.lower().rstrip(".")]


def weekday_number(text: str) -> int:
    """Return 0 (Monday) to 6 for the name of a weekday or its abbreviation."""
    return WEEKDAYS[text.lower().rstrip(".")]


def ordinal_number(text: str) -> int:
    """Return the number of an ordinal: ``21st`` and ``twenty-first`` give 21."""
    word = text.lower()
    return int(word[:-2]) if word[0].isdigit() else ORDINALS[word]


def unit_name(text: str) -> str:
    """Return the singular of a unit as ``UNITS`` has it."""
    word = text.lower()
    return word if word in UNITS else word.removesuffix("s") if word != "centuries" else "century"


def quantity(text: str) -> float | None:
    """Return the number that a quantity means; None for a vague one ("several", "dozens of")."""
    words = re.sub(r"[\s-]+", " ", text.lower()).strip()
    if words in ("half", "half a", "half an", "a half"):
        return 0.5
    half = 0.5 if words.endswith(" and a half") else 0.0
    words = words.removesuffix(" and a half").removesuffix(" of")
    if words.replace(",", "").replace(".", "", 1).isdigit():
        return float(words.replace(",", "")) + half
    if words.removeprefix("a ") == "couple":
        return 2.0
    if words in NUMBERS:
        return NUMBERS[words] + half
    tens, _, ones = words.partition(" ")
    if tens in TENS and ones in NUMBERS:
        return NUMBERS[tens] + NUMBERS[ones] + half
    return None
