"""Rules for seasons, quarters, halves and fiscal years: "the summer of 2012", "fourth-quarter", "fiscal 2013"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook, whole
from summitgraph.extraction.times.periods import quarter_value, season_value
from summitgraph.extraction.times.vocabulary import SEASONS, ordinal_number

RULES = RuleBook()


_YEAR = (
    r"(?:,? (?:of |in )?(?:(?:fiscal |calendar )?(?P<y>@year)\b|(?P<rel>this|last|next|the"
    r"|the same|the previous|that|the following|the current) (?:fiscal |financial "
    r"|calendar )?year))"
)


def _year(match: re.Match[str], context: Context) -> int | None:
    if match["y"]:
        return int(match["y"])
    if not match["rel"]:
        return None
    word = match["rel"].lower()
    base = context.anchor if word in ("this", "last", "next", "the", "the current") else context.reference_day
    return base.year + {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(word, 0)


@RULES.add(
    rf"\b(?:@early[ -])?(?:the )?(?P<s>@season) ?{_YEAR}\b|\b(?P<y2>@year) (?P<s2>spring|summer"
    r"|autumn|fall|winter)\b(?! (?:games|olympics|paralympics))"
)
def season_of_year(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the summer of 2012``, ``spring this year``."""
    if match["y2"]:
        return whole(match, f"{match['y2']}-{SEASONS[match['s2'].lower()]}")
    return whole(match, f"{_year(match, context):04d}-{SEASONS[match['s'].lower()]}")


@RULES.add(
    r"\b(?P<cue>(?:in|by|since|until|for|from|during|over|through|throughout|all|before|after|of"
    r"|every|each)(?: the)?(?: (?:early|late|mid))?[ -]|(?:early|late|mid)[ -])"
    r"(?P<s>@season)\b(?! (?:of|training|break|games|olympics)\b)(?!-)"
)
def bare_season(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``in the spring``, ``by summer``: the year by tense."""
    season = SEASONS[match["s"].lower()]
    cue = match["cue"].lower()
    start = match.start("s")
    if "the" in cue.split():
        start = match.start("cue") + cue.rindex("the")
    if cue.startswith(("every", "each")):
        return (Reading(match.start(), match.end(), f"XXXX-{season}", "SET"),)
    if match["s"].lower() == "fall" and not re.match(r"(?:in|by|since|until|this|during|over)", cue):
        return ()
    ahead = ("future", "open") if re.match(r"by|before|from|until", cue) else ("future",)
    towards = "future" if context.direction(match) in ahead else "past"
    return (Reading(start, match.end(), season_value(context.anchor, season, towards)),)


_ORDER = r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)"


@RULES.add(
    rf"\b(?:@early[ -])?(?:the |its |their |a |our )?(?:fiscal[- ])?{_ORDER}"
    rf"(?:[- ]fiscal)?[- ]quarter\b(?:{_YEAR})?(?P<final>-final)?"
    r"|\b(?:@early )?(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q)\b"
    r"(?:,? (?:of |in )?(?P<qy>@year)\b)?"
    r"|\b(?P<qy2>@year) (?:Q(?P<q3>[1-4])|(?P<n2>first|second|third|fourth)[- ]quarter)\b"
)
def quarter(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the third quarter of 2012``, ``fourth-quarter``, ``Q1``: the last one begun or, if planned, the next."""
    if match["final"]:
        return ()
    words = match["n"] or match["n2"]
    number = ordinal_number(words) if words else int(match["q"] or match["q2"] or match["q3"])
    given = match["qy"] or match["qy2"]
    year = int(given) if given else _year(match, context)
    if year is None:
        year = _quarter_year(match, context, number)
    return whole(match, f"{year:04d}-Q{number}")


def _quarter_year(match: re.Match[str], context: Context, number: int) -> int:
    today = context.anchor
    current = int(quarter_value(today)[-1])
    if context.direction(match) == "future":
        return today.year + (number < current)
    return today.year - (number > current)


@RULES.add(
    rf"\b(?:the )?(?P<n>first|second|latter|1st|2nd)[- ]half\b{_YEAR}"
    r"|\b(?P<h>H[12])(?: (?:of )?(?P<hy>@year))\b"
)
def half_year(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the first half of 2012``, ``the second half of this year``; halves of a match have no year."""
    if match["h"]:
        return whole(match, f"{match['hy']}-{match['h'].upper()}")
    number = 1 if match["n"].lower() in ("first", "1st") else 2
    return whole(match, f"{_year(match, context):04d}-H{number}")


@RULES.add(
    r"\b(?:@early )?(?:the )?(?:fiscal|financial)(?: year)? (?P<y>@year)"
    r"(?: ?[-/] ?(?P<y2>\d\d(?:\d\d)?))?\b|\b(?:FY ?'?(?P<fy>\d\d(?:\d\d)?))\b|\b(?:the )?"
    r"(?P<y3>@year) (?:fiscal|financial) year\b"
    r"|\b(?:@early )?(?:the )?(?P<rel>last|this|next|current|previous|coming) (?:fiscal|financial"
    r"|calendar|academic|school) year\b"
)
def fiscal_year(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``fiscal 2013``, ``the current fiscal year``: the year by its name."""
    if match["rel"]:
        step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["rel"].lower(), 0)
        return whole(match, f"{context.anchor.year + step:04d}")
    year = match["y"] or match["y3"] or match["fy"]
    return whole(match, year if len(year) == 4 else f"20{year}")
