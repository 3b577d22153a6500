"""Rules for months: "March 2013", "last June", "August and September", "in March"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook, part, whole
from summitgraph.extraction.times.vocabulary import month_number
from summitgraph.extraction.times.years import bare_month_year

RULES = RuleBook()


@RULES.add(r"\b(?:@early[ -])?(?:the month of )?(?P<m>@month)(?:,| of| in)? (?P<y>@year)\b")
def month_year(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``March 2013``, ``late June, 2012``, ``the end of May 2003``."""
    return whole(match, f"{int(match['y']):04d}-{month_number(match['m']):02d}")


@RULES.add(
    r"\b(?:@early[ -])?(?P<m>@month)(?: of)? (?P<which>this|last|next|the same|that|the following"
    r"|the previous) year\b"
    r"|\b(?:@early[ -])?(?P<rel>last|this past|past|this coming|this|next|the following"
    r"|the previous|that same|that|that same) (?P<m2>@month)\b(?! \d)"
)
def month_of_relative_year(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``June this year``, ``October of last year``, ``last June``, ``next March``."""
    month = month_number(match["m"] or match["m2"])
    return whole(match, f"{_relative_year(match, context, month):04d}-{month:02d}")


def _relative_year(match: re.Match[str], context: Context, month: int) -> int:
    word = (match["which"] or match["rel"]).lower()
    if match["which"]:
        base = context.anchor if word in ("this", "last", "next") else context.reference_day
        return base.year + {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(word, 0)
    if word in ("last", "this past", "past", "the previous"):
        return context.anchor.year - (month >= context.anchor.month)
    if word in ("next", "this coming"):
        return context.anchor.year + (month <= context.anchor.month)
    if word == "the following":
        return context.reference_day.year + (month <= context.reference_day.month)
    return context.reference_day.year if word.startswith("that") else context.anchor.year


@RULES.add(
    r"\b(?:@early[ -])?(?:the )?(?P<one>@month)(?: ?(?:-|/|,) ?| to | and | or | through )"
    r"(?P<two>@month)\b(?! \d{1,2}\b)(?:(?: of|,)? (?P<y>@year))?"
)
def month_range(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``August and September``, ``January to March 2013``: two months."""
    year = int(match["y"]) if match["y"] else None
    one, two = month_number(match["one"]), month_number(match["two"])
    if (year is None and re.search(r"[A-Z][\w.]+ $", context.before(match.start("one")))) or re.match(
        r" [A-Z]", context.text[match.end() :]
    ):
        return ()
    if year is None:
        year = bare_month_year(match, context, two)
    first = year - (one > two)
    end = match.end() if match["y"] else match.end("two")
    return (part(match, "one", f"{first:04d}-{one:02d}"), Reading(match.start("two"), end, f"{year:04d}-{two:02d}"))


_MONTH_CUE = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|during|for|before|after|between|through|throughout"
    r"|and|or|around|about|every|each|early|late|mid|on)[ -](?:the )?$",
    re.IGNORECASE,
)


_STRONG_CUE = re.compile(
    r"\b(?:in|since|until|till|by|of|during|for|throughout|early|late|mid|last|next|this)[ -]$", re.IGNORECASE
)


_NAME_MONTHS = frozenset({"march", "may", "april", "june", "august", "mar", "jan"})


@RULES.add(r"\b(?P<pre>@early[ -])?(?:the month of )?(?P<m>@month)(?![\w])(?!-\w)")
def bare_month(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``in March``, ``mid-July``: the year by tense; "May" and "March" need a word of time before them."""
    if not match["pre"] and _is_name(match, context):
        return ()
    month = month_number(match["m"])
    return whole(match, f"{bare_month_year(match, context, month):04d}-{month:02d}")


def _is_name(match: re.Match[str], context: Context) -> bool:
    """Tell whether April is a woman, August a playwright, May a minister and March a walk."""
    name, before = match["m"].lower().rstrip("."), context.before(match.start("m"))
    if name not in _NAME_MONTHS or _STRONG_CUE.search(before):
        return False
    if name in ("march", "may", "mar") and not _MONTH_CUE.search(before):
        return True
    after = context.text[match.end() : match.end() + 2]
    return after[1:].isupper() or (not _MONTH_CUE.search(before) and bool(re.search(r"[A-Z][\w.]+ $", before)))
