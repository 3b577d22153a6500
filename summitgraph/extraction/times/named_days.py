"""Rules for days near the date line: "today", "last night", "Thursday", "the small hours of Monday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitgraph.extraction.times.context import Context, Reading, RuleBook, whole
from summitgraph.extraction.times.periods import nearest_weekday, shift, weekday_near
from summitgraph.extraction.times.vocabulary import DAY_PARTS, weekday_number

RULES = RuleBook()


_PART = r"(?:,? (?:(?:early|late) )?(?P<part>@part)\b)?"


@RULES.add(r"\b(?:the )?day (?P<which>before yesterday|after tomorrow)\b")
def day_but_one(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the day before yesterday``."""
    return whole(match, shift(context.anchor, -2 if match["which"].lower().startswith("before") else 2, "day"))


@RULES.add(rf"\b(?:(?:@early|earlier|later|late|early)[ -])?(?P<word>today|yesterday|tomorrow)\b{_PART}")
def named_day(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``today``, ``yesterday evening``, ``early tomorrow``."""
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["word"].lower()]
    return _with_part(match, context.anchor + timedelta(days=days))


def _with_part(match: re.Match[str], day: date) -> tuple[Reading, ...]:
    if not match["part"]:
        return whole(match, day.isoformat())
    return whole(match, f"{day}{DAY_PARTS[match['part'].lower()]}", "TIME")


@RULES.add(
    r"\b(?:(?:late|later|early|earlier) )?(?P<word>tonight|last night|this morning|this afternoon"
    r"|this evening|overnight)\b"
    r"|\b(?P<ref>(?:that|the same|the following|the next|the previous|the) (?P<p>morning|afternoon"
    r"|evening|night)(?P<before> before)?)\b(?! of (?!@weekday|@month|\d))"
)
def part_of_named_day(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``tonight``, ``last night``, ``that evening``, ``the night before``."""
    if match["word"]:
        return _part_of_today(match, context)
    words = match["ref"].lower()
    day = context.last_named_day
    if words.startswith(("the next", "the following")):
        day += timedelta(days=1)
    elif words.startswith("the previous") or match["before"]:
        day -= timedelta(days=1)
    elif words.startswith("the ") and not words.startswith("the same"):
        day = context.last_named_day
    return whole(match, f"{day}{DAY_PARTS[match['p'].lower()]}", "TIME")


def _part_of_today(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    word = match["word"].lower()
    if word == "overnight":
        after = context.text[match.end() : match.end() + 16].lower()
        weekday = re.match(r" (?:on |from |into )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", after)
        if weekday or re.search(r"\w-$", context.before(match.start())):
            return ()
        night = context.anchor - timedelta(days=context.direction(match) not in ("future", "open"))
        return whole(match, f"{night}TNI", "TIME")
    day = context.anchor - timedelta(days=word == "last night")
    code = {"tonight": "TNI", "last night": "TNI"}.get(word) or DAY_PARTS[word.split()[1]]
    return whole(match, f"{day}{code}", "TIME")


@RULES.add(
    r"\b(?:the )?(?P<p>wee hours|small hours|early hours|predawn hours|pre-dawn hours"
    r"|early morning hours)\b(?: of(?: the)?(?: (?P<w>@weekday)| morning)?)?"
)
def small_hours(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the small hours of Monday``."""
    day = _weekday(match, context, match["w"]) if match["w"] else context.last_named_day
    return whole(match, f"{day}TMO", "TIME")


@RULES.add(
    r"\b(?:(?:@early|late|early)(?: on)?[ -])?(?:(?P<rel>last|this past|past|this coming|this|next"
    r"|the following|the previous|the next|that|the same) )?"
    rf"(?P<w>@weekday)\b(?!s\b){_PART}(?P<half> last week| this week| next week| of (?:this|last|next) week)?"
)
def weekday(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``Thursday``, ``next Tuesday``, ``last Friday night``, ``late on Monday``."""
    if _is_name(match, context):
        return ()
    day = _relative_weekday(match, context)
    return _with_part(match, day)


def _is_name(match: re.Match[str], context: Context) -> bool:
    """Tell newspapers, holidays and "a cold Tuesday" from the weekday of a week."""
    before, after = context.before(match.start("w"), 20), context.text[match.end("w") :]
    if re.match(
        r" (?:Times|Mirror|Express|Mail|Telegraph|Herald|Post|Night (?:Live|Football)|Star|Sun"
        r"|Night Lights|Evening Post)\b",
        after,
    ):
        return True
    return bool(
        re.search(
            r"\b(?:Bloody|Black|Good|Holy|Ash|Palm|Maundy|Super|Cyber|Easter|Shrove|Fat|Giving|Whit"
            r"|Sheffield) $|\b(?:a|any|another) (?:[a-z]+ )?$",
            before,
        )
    )


def _relative_weekday(match: re.Match[str], context: Context) -> date:
    number, today = weekday_number(match["w"]), context.anchor
    if match["half"]:
        weeks = {"last": -1, "this": 0, "next": 1}[re.findall(r"last|this|next", match["half"].lower())[-1]]
        return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks, days=number)
    word = (match["rel"] or "").lower()
    if word in ("last", "this past", "past"):
        return weekday_near(today - timedelta(days=1), number, "past")
    if word in ("next", "this coming"):
        return weekday_near(today, number, "future")
    if word == "this":
        return today - timedelta(days=today.weekday()) + timedelta(days=number)
    if word in ("the following", "the next"):
        return weekday_near(context.last_named_day, number, "future")
    if word in ("the previous",):
        return weekday_near(context.last_named_day - timedelta(days=1), number, "past")
    return _weekday(match, context, match["w"])


def _weekday(match: re.Match[str], context: Context, word: str) -> date:
    number, today = weekday_number(word), context.anchor
    if number == today.weekday():  # a paper names its own day; the same day next week would be "next Thursday"
        return today
    look_ahead = {"past": 0, "future": 6, "open": 4}.get(context.direction(match) or "", 2)
    return nearest_weekday(today, number, look_ahead=look_ahead)


@RULES.add(
    r"\b(?:earlier in|later in|later|earlier|by the end of|late in|early in)(?: on)? "
    r"(?P<span>the day|that day)\b"
)
def within_the_day(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``earlier in the day``."""
    return whole(match, context.last_named_day.isoformat())


@RULES.add(
    r"\b(?:the|a) (?P<u>day|week|month|year|weekend) (?P<which>before|after)(?! (?:yesterday|tomorrow|last))"
    r"(?=[.,;:\"]| (?:and|but|in|at|as|to|for)\b|$)"
)
def period_beside(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the day before``, ``the year after`` where nothing follows that they are told from."""
    unit, step = match["u"].lower(), -1 if match["which"].lower() == "before" else 1
    base = context.last_named_day if unit == "day" else context.reference_for(unit)
    return whole(match, shift(base, step, unit))
