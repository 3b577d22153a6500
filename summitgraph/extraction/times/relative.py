"""Rules for periods told from the date line or the last date: "last week", "the end of the year", "this summer"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from summitgraph.extraction.times.context import Context, Reading, RuleBook, whole
from summitgraph.extraction.times.periods import quarter_value, season_value, season_year, shift, week_value
from summitgraph.extraction.times.values import interval
from summitgraph.extraction.times.vocabulary import SEASONS

RULES = RuleBook()


_PAST_WORDS = ("last", "past", "previous", "prior", "preceding", "this past")
_NEXT_WORDS = ("next", "coming", "upcoming", "following", "this coming", "subsequent")
_TOLD = ("previous", "preceding", "following", "subsequent", "same", "that same", "that")  # from the last date named
_LASTING = ("last", "past", "coming")  # with "the", a length of time


@RULES.add(
    r"\b(?:@early[ -])?(?:the )?(?P<rel>last|past|this past|previous|preceding|this coming|this"
    r"|next|coming|upcoming|following|subsequent|same|that same|that|current) "
    r"(?P<u>day|weekend|week|month|quarter|year|decade|century)\b(?!-)(?! (?:or|and) (?:a half|so"
    r"|two)\b)(?P<ago> earlier| before)?"
)
def relative_period(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``last week``, ``earlier this month``, ``the same day``, ``the end of next year``; "the past year" lasts."""
    word, unit = match["rel"].lower(), match["u"].lower()
    article = bool(re.search(r"\bthe\s$", context.text[match.start() : match.start("rel")], re.IGNORECASE))
    if unit == "day" and word in ("last", "past"):
        return ()
    if article and unit != "day" and (word in _LASTING or (word == "next" and not _told_by(context, match))):
        return _lasting(match, unit)
    if word == "past":
        return ()
    step = -1 if word in _PAST_WORDS else 1 if word in _NEXT_WORDS else 0
    base = _base(context, unit, told=word in _TOLD or (article and word == "next"))
    if unit in ("decade", "century"):
        return whole(match, f"{base.year // 10 + step:03d}" if unit == "decade" else f"{base.year // 100 + step:02d}")
    return whole(match, shift(base, step, unit))


def _lasting(match: re.Match[str], unit: str) -> tuple[Reading, ...]:
    """Read "the past year", "the next decade" as a length of time."""
    if unit in ("weekend", "century"):
        return ()
    value = f"P1{'DE' if unit == 'decade' else unit[0].upper()}"
    return (Reading(match.start("rel") - len("the "), match.end("u"), value, "DURATION"),)


def _base(context: Context, unit: str, *, told: bool) -> date:
    if not told:
        return context.anchor
    return context.last_named_day if unit == "day" else context.reference_for(unit)


def _told_by(context: Context, match: re.Match[str]) -> bool:
    return context.reference is not None and context.direction(match) == "past"


@RULES.add(
    r"\b(?P<rel>last|this past|this coming|this|next|that|the following|the previous|that same) "
    r"(?P<s>@season)\b"
)
def relative_season(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``last summer``, ``next spring``, ``this fall``."""
    word, season = match["rel"].lower(), SEASONS[match["s"].lower()]
    if word in ("last", "this past", "the previous"):
        base = context.anchor if word != "the previous" else context.reference_day
        current = season_value(base, season, "past")
        days = interval(current)
        running = days is not None and days[0] <= base <= days[1]
        return whole(match, f"{int(current[:4]) - running:04d}{current[4:]}")
    if word in ("next", "this coming", "the following"):
        base = context.reference_day if word == "the following" else context.anchor
        return whole(match, season_value(base + timedelta(days=75), season, "future"))
    base = context.anchor if word == "this" else context.reference_day
    if base == context.published and word.startswith("that"):
        return whole(match, season_value(base, season, "past"))
    return whole(match, f"{season_year(base, season):04d}-{season}")


@RULES.add(
    r"\b(?P<pre>@early )?the (?P<u>week|month|year|weekend|quarter|decade|century)(?:'s end)?\b"
    r"(?! (?:of|to|when|that|earlier|later|ago|\d)\b)(?!-)|\b(?P<wk>weekend)(?= [a-z]+(?:s|ing)\b)"
    r"|\b(?P<end>year-?end|the year-end)\b"
)
def definite_period(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the end of the year``, ``over the weekend``, ``so far in the month``; else "the week" is no date."""
    if match["end"]:
        return whole(match, f"{_year_of(match, context):04d}")
    unit = (match["u"] or match["wk"]).lower()
    before = context.before(match.start(), 25)
    if match["wk"] and re.search(
        r"\b(?:a|an|every|each|long|next|this|last|the|that|of|on)[ -]$", before, re.IGNORECASE
    ):
        return ()
    if unit == "weekend":
        return whole(match, f"{week_value(_weekend(match, context))}-WE")
    if not match["pre"] and not re.search(
        r"\b(?:for|during|in|of|throughout|over|later in|earlier in|this time of|so far|through|within"
        r"|rest|half|part|end|start|by|until|remainder|ended|ending|ends|finished|began|opened|closed)"
        r"(?: in| of)? ?$",
        before,
    ):
        return ()
    if unit == "quarter":
        return whole(
            match,
            context.reference if re.fullmatch(r"\d{4}-Q\d", context.reference or "") else quarter_value(context.anchor),
        )
    if unit == "decade":
        return whole(match, f"{context.anchor.year // 10:03d}")
    if unit == "century":
        return whole(match, f"{context.anchor.year // 100:02d}")
    return whole(match, shift(context.anchor, 0, unit))


def _year_of(match: re.Match[str], context: Context) -> int:
    return context.anchor.year - (context.direction(match) == "past" and context.anchor.month <= 6)


def _weekend(match: re.Match[str], context: Context) -> date:
    today = context.anchor
    if context.direction(match) == "future" or today.weekday() >= 5:
        return today
    return today - timedelta(weeks=1)
