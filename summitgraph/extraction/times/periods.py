"""Arithmetic of days, weeks, months, quarters, seasons and years that writes TIMEX3 values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def add_months(day: date, count: int) -> date:
    """Return the day ``count`` months on, cut to the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_value(day: date) -> str:
    """Return ``YYYY-MM``."""
    return f"{day.year:04d}-{day.month:02d}"


def week_value(day: date) -> str:
    """Return the ISO week, ``YYYY-Www``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(day: date) -> str:
    """Return ``YYYY-Qn``."""
    return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"


def shift(anchor: date, count: int, unit: str) -> str:
    """Return the value ``count`` units from the anchor, as coarse as the unit: two years on is a year.

    ``unit`` is a key of ``vocabulary.UNITS``; of units shorter than a day the day is given.
    Raises ValueError or OverflowError where the calendar ends (years 1 to 9999).
    """
    match unit:
        case "day":
            return (anchor + timedelta(days=count)).isoformat()
        case "night":
            return f"{anchor + timedelta(days=count)}TNI"
        case "week" | "fortnight":
            return week_value(anchor + timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
        case "weekend":
            return f"{week_value(anchor + timedelta(weeks=count))}-WE"
        case "month":
            return month_value(add_months(anchor, count))
        case "quarter":
            return quarter_value(add_months(anchor, 3 * count))
        case "year" | "decade" | "century" | "millennium":
            years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}[unit] * count
            return f"{date(anchor.year + years, 1, 1).year:04d}"
        case _:
            return anchor.isoformat()


def shift_day(anchor: date, count: int, unit: str) -> date:
    """Return the very day ``count`` units from the anchor; clock units stay within the day."""
    match unit:
        case "day" | "night":
            return anchor + timedelta(days=count)
        case "week" | "weekend":
            return anchor + timedelta(weeks=count)
        case "fortnight":
            return anchor + timedelta(weeks=2 * count)
        case "month":
            return add_months(anchor, count)
        case "quarter":
            return add_months(anchor, 3 * count)
        case "year" | "decade" | "century":
            return add_months(anchor, 12 * count * {"year": 1, "decade": 10, "century": 100}[unit])
        case _:
            return anchor


def weekday_near(anchor: date, weekday: int, direction: str) -> date:
    """Return the weekday that a text dated ``anchor`` means: ``past`` up to the anchor, ``future`` after it."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back) if direction == "past" else anchor + timedelta(days=7 - back)


def nearest_weekday(anchor: date, weekday: int, *, look_ahead: int) -> date:
    """Return the weekday within the ``look_ahead`` days after the anchor, else the last one up to it."""
    ahead = weekday_near(anchor, weekday, "future")
    return ahead if (ahead - anchor).days <= look_ahead else weekday_near(anchor, weekday, "past")


def season_year(day: date, season: str) -> int:
    """Return the year of the season that holds or follows ``day`` in its year; a winter belongs to its December."""
    return day.year - 1 if season == "WI" and day.month <= 2 else day.year


def season_value(anchor: date, season: str, direction: str) -> str:
    """Return ``YYYY-SS`` of the last season of that name begun by the anchor (``past``) or the next one not over."""
    year = season_year(anchor, season)
    start = date(year, _SEASON_MONTHS[season], 1)
    if direction == "past" and start > anchor:
        year -= 1
    if direction == "future" and add_months(start, 3) <= anchor:
        year += 1
    return f"{year:04d}-{season}"


def easter(year: int) -> date:
    """Return Easter Sunday of the western church (anonymous Gregorian computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth weekday of a month; ``nth`` -1 is the last one."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)
