"""Rules for holidays: "Christmas 2002", "last Easter", "New Year's Eve"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from summitgraph.extraction.times.context import Context, Reading, RuleBook
from summitgraph.extraction.times.periods import easter, nth_weekday

RULES = RuleBook()


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int, more: int = 0) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, nth) + timedelta(days=more)


def _easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


# Names as the press of the United States and Britain uses them.
_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "martin luther king jr. day": _nth(1, 0, 3),
    "martin luther king day": _nth(1, 0, 3),
    "burns night": _fixed(1, 25),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "women's day": _fixed(3, 8),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    "whit monday": _easter(50),
    "may day": _fixed(5, 1),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "d-day": lambda year: date(1944, 6, 6),
    "father's day": _nth(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "guy fawkes night": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": _nth(11, 3, 4, 1),
    "cyber monday": _nth(11, 3, 4, 4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
_NAMES = "|".join(re.escape(name) for name in sorted(_HOLIDAYS, key=len, reverse=True)).replace("\\ ", " ")


@RULES.add(
    rf"\b(?:(?P<which>last|this|next|the) )?(?P<h>(?-i:(?=[A-Z]))(?:{_NAMES}))\b(?:,? (?:of |in )?"
    r"(?P<y>@year)\b)?(?P<more> (?-i:[A-Z][a-z]+))?"
)
def holiday(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``Christmas 2002``, ``last Easter``, ``New Year's Eve``: its day, the year by tense."""
    name = match["h"].lower()
    if match["more"] and (name in ("new year", "christmas", "easter") or not match["h"][0].isupper()):
        return ()
    end = match.end("y") if match["y"] else match.end("h")
    day_in = _HOLIDAYS[re.sub(r"\s+", " ", name)]
    day = day_in(int(match["y"])) if match["y"] else _holiday_day(match, context, day_in)
    return (Reading(match.start(), end, day.isoformat()),)


def _holiday_day(match: re.Match[str], context: Context, day_in: Callable[[int], date]) -> date:
    today, which = context.anchor, (match["which"] or "").lower()
    days = [day_in(year) for year in (today.year - 1, today.year, today.year + 1)]
    if which == "next" or (which != "last" and context.direction(match) == "future"):
        return min((day for day in days if day >= today), default=days[-1])
    if which == "last" or context.direction(match) == "past":
        return max((day for day in days if day <= today + timedelta(days=2)), default=days[0])
    return min(days, key=lambda day: abs((day - today).days))
