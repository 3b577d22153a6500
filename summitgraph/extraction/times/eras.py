"""Rules for years, decades and centuries: "in 2012", "from 2014 to 2016", "the mid-1990s", "the 21st century"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook, part, whole
from summitgraph.extraction.times.vocabulary import ordinal_number

RULES = RuleBook()


@RULES.add(
    r"\b(?P<one>(?P<y>@year)) ?(?:-|/) ?(?P<two>(?P<y2>@year|\d\d))(?![\d-])"
    r"|\b(?:between|from) (?P<from>@year) (?:and|to|until|through) (?P<to>@year)\b"
)
def year_range(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``2014-2016``, ``1939-45``, ``from 2014 to 2016``: two years."""
    if match["from"]:
        return (part(match, "from", match["from"]), part(match, "to", match["to"]))
    last = match["y2"] if len(match["y2"]) == 4 else match["y"][:2] + match["y2"]
    if int(last) <= int(match["y"]):
        return ()
    return (part(match, "one", match["y"]), part(match, "two", last))


@RULES.add(
    r"(?:\b(?:@early[ -]))?(?:\bthe )?(?:\b(?:early|mid|late)[ -])?(?:(?:(?<=\s)|(?<=-)|\b)"
    r"(?P<c>1[5-9]|20)?(?:(?<=\d)|(?<=\s'))(?P<d>\d)0'?s\b"
    r"|(?<=the )(?P<short>[2-9])0s\b|\b(?P<word>twenties|thirties|forties|fifties|sixties"
    r"|seventies|eighties|nineties)\b)"
)
def decade(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the 1990s``, ``the mid-'60s``, ``the late nineties``: a decade as three digits."""
    names = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
    if match["word"]:
        return whole(match, f"19{names.index(match['word'].lower()) + 2}") if "the " in match[0].lower() else ()
    return whole(match, f"{match['c'] or '19'}{match['d'] or match['short']}")


@RULES.add(r"\b(?:@early[ -])?(?:(?:the|this|last|next) )?(?:(?:early|mid|late)[ -])?(?P<n>@nth)[ -]century\b")
def century(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the 21st century`` is ``20``."""
    return whole(match, f"{ordinal_number(match['n']) - 1:02d}")


_COUNTED = re.compile(
    r"\s(?:people|persons|troops|soldiers|dollars|euros|pounds|yen|miles|kilomet\w+|km|metres"
    r"|meters|feet|jobs|workers|employees|votes|seats"
    r"|points|tons|tonnes|barrels|rounds|dead|deaths|men|women|children|students|homes|houses"
    r"|square|acres|delegates|refugees|times|percent"
    r"|per|million|billion|years|days|hours|minutes|pages|words|copies|units|cases|fans|species)\b",
    re.IGNORECASE,
)


_NOT_YEAR = re.compile(
    r"(?:[$€£#/+*:=-]|\bNo\.? |\bnumber |\bflight |\broom |\bresolution |\bBoeing |\d[,.]"
    r"|\bof some |\babout |\bnearly |\bover |\balmost |\bthan |\bpage |\b(?:Highway|Room|Route"
    r"|Section|Article|Channel|Building|Suite|Unit|Model|Windows|Area|Flight) )$",
    re.IGNORECASE,
)


@RULES.add(r"(?:\b@early[ -])?(?:the year )?\b(?P<y>@year)(?!\w)(?![-/]\w)(?!:\d)")
def bare_year(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``in 2012``, ``the 2012 election``, ``late 2011``; counts and names of things are no years."""
    if _COUNTED.match(context.text, match.end()) or _NOT_YEAR.search(context.before(match.start(), 12)):
        return ()
    if int(match["y"]) > 2100 or context.text[match.end() : match.end() + 2] in (" m", " k"):
        return ()
    return whole(match, match["y"])
