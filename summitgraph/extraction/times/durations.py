"""Rules for lengths of time and ages: "three-day talks", "the past two years", "52-year-old", "for years"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook, part, whole
from summitgraph.extraction.times.patterns import compile_pattern
from summitgraph.extraction.times.vocabulary import CLOCK_UNITS, UNITS, ordinal_number, quantity, unit_name

RULES = RuleBook()


def duration_value(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units; None makes an ``X``. A half becomes whole smaller units."""
    if count == 0.5:
        smaller = {
            "hour": (30, "minute"),
            "year": (6, "month"),
            "decade": (5, "year"),
            "century": (50, "year"),
            "day": (12, "hour"),
            "minute": (30, "second"),
        }
        if unit in smaller:
            return duration_value(*smaller[unit])
    if unit == "fortnight":
        count = count * 2 if count else None
    amount = "X" if count is None else f"{count:g}" if count != int(count) else str(int(count))
    code = "WE" if unit == "weekend" else UNITS[unit]
    return f"P{'T' if unit in CLOCK_UNITS else ''}{amount}{code}"


@RULES.add(
    r"\b(?:the |its |his |her |their |these |those )?(?P<rel>past|last|previous|next|coming|first"
    r"|final|opening|closing|preceding|following|recent|latest|remaining) "
    r"(?:(?:@about) )?(?P<n>@quantity)[ -](?P<u>@unit)\b(?P<of> of (?:this year|last year|the year"
    r"|@year|fiscal @year))?"
)
def bounded(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the past two years``, ``the first nine months of 2012``."""
    if match["n"].lower() in ("a", "an") or match["u"].lower() == "second":
        return ()
    return whole(match, duration_value(quantity(match["n"]), unit_name(match["u"])), "DURATION")


_PLAIN_UNIT = "years?|months?|weeks?|days?|hours?|minutes?|seconds?"
_LENGTH = compile_pattern(rf"(?P<n>@quantity) (?P<u>{_PLAIN_UNIT})")
_UNIT_ORDER = ("year", "month", "week", "day", "hour", "minute", "second")


@RULES.add(
    r"\b(?:(?:@about) )?(?P<n>@quantity)(?:(?<=\d) ?- ?(?=\d)| ?(?:to|or|and) |-(?:to|or)-)"
    r"(?P<n2>@number)[ -](?P<u>@unit)\b(?:[- ]old\b)?"
)
def number_range(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``two to three years``: the larger."""
    return whole(match, duration_value(quantity(match["n2"]), unit_name(match["u"])), "DURATION")


@RULES.add(
    rf"\b(?:(?:@about) )?(?:@quantity) (?:{_PLAIN_UNIT})"
    rf"(?:(?:,? and |,? )(?:@number|a half|an?) (?:{_PLAIN_UNIT})\b(?! (?:after|before|ago|later|earlier)))+"
)
def compound(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``four years and three months``, ``an hour and 20 minutes``: units that grow finer."""
    lengths = [(quantity(found["n"]), unit_name(found["u"])) for found in _LENGTH.finditer(match[0])]
    ranks = [_UNIT_ORDER.index(unit) for _, unit in lengths]
    if len(ranks) < 2 or ranks != sorted(set(ranks)):
        return ()
    value = "P"
    for count, unit in lengths:
        length = duration_value(count, unit).removeprefix("P")
        value += length.removeprefix("T") if "T" in value else length
    return whole(match, value, "DURATION")


@RULES.add(
    r"\b(?:(?P<for>for )?(?P<span>(?:the|a|its|his|her|their) (?P<n>@nth)(?P<straight> (?:straight"
    r"|consecutive|successive))? (?P<u>day|night|week|month|quarter|year)))\b(?! of\b)"
)
def straight(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``the fifth straight month``, ``for a second day``: as many as have passed."""
    if not match["straight"] and (not match["for"] or match["u"].lower() == "quarter"):
        return ()
    return (part(match, "span", duration_value(ordinal_number(match["n"]), match["u"].lower()), "DURATION"),)


@RULES.add(
    r"\b(?P<n>(?:@number|several|multi|many)-)?(?P<u>second|minute|hour|day|night|week|month|year"
    r"|decade|centur(?:y|ie)|weekend)s?-?(?P<how>long|old)\b"
)
def lasting(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``weeklong``, ``a decades-old feud``, ``52-year-old``."""
    if not match["n"] and match["how"].lower() == "old" and "s-" not in match[0].lower():
        count: float | None = 1
    else:
        plural = re.search(r"s-?(?:long|old)$", match[0], re.I)
        count = quantity(match["n"].rstrip("-")) if match["n"] else None if plural else 1
    return whole(
        match,
        duration_value(count, "century" if match["u"].lower().startswith("centur") else match["u"].lower()),
        "DURATION",
    )


@RULES.add(
    r"\b(?P<span>half[- ](?:an? )?(?P<hu>hour|day|year|decade|century|minute))\b|\b(?P<one>an?"
    r"|one) (?P<ou>hour|day|week|month|year|decade|century) and a half\b|\b(?:a )?quarter[- ]"
    r"(?:of a )?(?P<qu>century|hour)\b"
    r"|\b(?:three-quarters of an hour)\b"
)
def halves(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``half an hour``, ``a year and a half``, ``a quarter century``."""
    if match["hu"]:
        return whole(match, duration_value(0.5, match["hu"].lower()), "DURATION")
    if match["ou"]:
        return whole(match, duration_value(1.5, match["ou"].lower()), "DURATION")
    if match["qu"]:
        return whole(match, "P25Y" if match["qu"].lower() == "century" else "PT15M", "DURATION")
    return whole(match, "PT45M", "DURATION")


@RULES.add(
    r"\b(?:(?:@about) )?(?P<n>@quantity)(?P<gap>[ -])(?P<mid>(?:more|full|long|short|straight"
    r"|consecutive|whole|extra|additional|further|successive|working|business|calendar|intense"
    r"|tense|or so|odd) )?"
    r"(?P<u>@unit)\b(?P<old>(?:[- ]old|[- ]long)\b)?(?:(?P<and> and a half)\b)?"
)
def counted(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``two years``, ``three-day``, ``at least 18 months``, ``20-year-old``, ``a year``."""
    word, unit = match["n"].lower(), unit_name(match["u"])
    plural = match["u"].lower().endswith("s")
    if word in ("a", "an"):
        return _with_article(match, context, unit, plural)
    if _is_ordinal_or_fraction(match, unit, plural) or _is_generic(match, context, plural):
        return ()
    return whole(match, duration_value(quantity(match["n"]), unit), "DURATION")


_RATE = re.compile(
    r"(?:\d|%|\b(?:million|billion|percent|barrels|times|tons|tonnes|miles|dollars|people)) $", re.IGNORECASE
)
_LENGTH_CUE = re.compile(
    r"\b(?:in|for|within|after|than|least|about|only|just|lasted?|of|to|by|took|over|under|every)"
    r"(?: just| only| about| more than)? $",
    re.IGNORECASE,
)


def _with_article(match: re.Match[str], context: Context, unit: str, plural: bool) -> tuple[Reading, ...]:
    """Read ``a year``, ``a months-long siege``, ``$4 billion a year``; "a second", "a quarter of" have other senses."""
    if plural:
        return whole(match, duration_value(None, unit), "DURATION") if match["old"] else ()
    if unit in ("second", "quarter", "night", "weekend"):
        return ()
    rate = _RATE.search(context.before(match.start(), 20))
    return whole(match, duration_value(1, unit), "SET" if rate else "DURATION")


def _is_ordinal_or_fraction(match: re.Match[str], unit: str, plural: bool) -> bool:
    """Tell "one second", "half quarter", "two second" from lengths of time."""
    if plural or match["gap"] == "-":
        return False
    return unit == "second" or (unit == "quarter" and match["n"].lower() in ("one", "half", "a half"))


def _is_generic(match: re.Match[str], context: Context, plural: bool) -> bool:
    """Tell "one day", "some day", "in as many years", which on their own tell no length."""
    word, before = match["n"].lower(), context.before(match.start(), 24)
    if word == "many" and (not plural or before.lower().endswith(" as ")):
        return True
    if match[0].lower().startswith("as many ") and "as many as" not in match[0].lower():
        return True
    singular_word = word in ("one", "some", "few", "half") and not plural and match["gap"] != "-"
    return singular_word and unit_name(match["u"]) not in CLOCK_UNITS and not _LENGTH_CUE.search(before)


@RULES.add(
    r"\b(?:all|the whole|the entire|a whole|an entire|a full|full)[ -](?P<u>day|night|week|month"
    r"|year|century|weekend)(?P<long>[- ]?long)?\b"
)
def entire(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``all day``, ``full-year``."""
    return whole(match, duration_value(1, match["u"].lower()), "DURATION")
