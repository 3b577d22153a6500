"""Rules for times of the day: "10:30 a.m. EDT", "1330 GMT", "half past three", "noon", "in the evening"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook, part, whole
from summitgraph.extraction.times.vocabulary import DAY_PARTS, quantity

RULES = RuleBook()

_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


@RULES.add(r"\b(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?(?::[0-5]\d)? ?(?P<half>[ap]\.m\.|[ap]\.?m\b\.?)(?: @zone)?")
def twelve_hours(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``10:30 a.m. EDT``, ``4 pm``."""
    hour = int(match["h"])
    if not 1 <= hour <= 12:
        return ()
    hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    end = match.end() - (context.text[match.end() - 1] == "." and context.text[match.end() - 3] != ".")
    return (Reading(match.start(), end, _at(context, hour, int(match["m"] or 0)), "TIME"),)


@RULES.add(
    r"(?<![\d:.-])(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)"
    r"|(?P<m2>[0-5]\d)(?= (?:hours|hrs|(?-i:GMT|UTC|BST|CET)|local time)))(?!:?\d)(?: ?"
    r"(?P<zone>hours|hrs|@zone))?(?!\w)"
)
def twenty_four_hours(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``14:30``, ``1330 GMT``; scores and ratios have neither a zone nor a word of time before them."""
    dotted = match["m"] and context.text[match.end("h")] == "."
    cue = re.search(
        r"\b(?:at|by|around|about|before|after|until|from|between|shortly)(?: about| around)? $",
        context.before(match.start(), 16),
        re.I,
    )
    if not match["zone"] and (dotted or not cue):
        return ()
    return whole(match, _at(context, int(match["h"]), int(match["m"] or match["m2"])), "TIME")


@RULES.add(
    rf"\b(?P<h>{_HOUR}|\d{{1,2}}) o'clock\b(?: in the (?P<part>morning|afternoon|evening))?|\b"
    rf"(?P<h2>{_HOUR}|\d{{1,2}}) in the (?P<part2>morning|afternoon|evening)\b"
)
def o_clock(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``one o'clock``, ``four in the morning``."""
    hour, day_part = _hour(match["h"] or match["h2"]), (match["part"] or match["part2"] or "").lower()
    return whole(match, _at(context, hour % 12 + 12 if day_part in ("afternoon", "evening") else hour, 0), "TIME")


@RULES.add(
    r"\b(?P<n>half|(?:a )?quarter|five|ten|twenty|twenty-five|one)(?: minutes?)? (?P<way>past|to"
    rf"|before) (?P<h>{_HOUR}|midnight|noon)\b"
)
def past_the_hour(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``half past three``, ``ten minutes to noon``, ``one minute past midnight``."""
    word = match["n"].lower().removeprefix("a ")
    if (match["way"].lower() != "past" and word in ("half", "one")) or (
        match["way"].lower() == "to" and "minute" not in match[0] and word != "quarter"
    ):
        return ()
    minutes = {"half": 30, "quarter": 15}.get(word) or int(quantity(word) or 0)
    hour = {"midnight": 0, "noon": 12}.get(match["h"].lower())
    hour = _hour(match["h"]) if hour is None else hour
    total = (hour * 60 + (minutes if match["way"].lower() == "past" else -minutes)) % 1440
    return whole(match, _at(context, total // 60, total % 60), "TIME")


@RULES.add(
    r"\b(?P<prep>at|by|before|after|around|until|since|from|about|shortly before|shortly after"
    r"|just before|just after|past|toward|towards) (?:(?:about|around) )?(?P<p>midnight|noon"
    r"|midday|dawn|daybreak|sunrise|dusk|sunset|lunchtime|nightfall)\b|\b(?P<p2>midnight|noon"
    r"|midday)(?: @zone)?\b"
)
def named_hour(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``at noon``, ``before dawn``, ``midnight``."""
    group = "p" if match["p"] else "p2"
    if group == "p2" and (re.match(r" (?:train|sun|oil)", context.text[match.end() :]) or match["p2"][0].isupper()):
        return ()
    code = {"nightfall": "TNI"}.get(match[group].lower()) or DAY_PARTS[match[group].lower()]
    return (part(match, group, f"{context.last_named_day}{code}", "TIME"),)


@RULES.add(
    r"\b(?P<prep>in|during|by|later in|late in|early in|since) (?P<span>the (?:(?:early|late) )?"
    r"(?P<p>morning|afternoon|evening|night))\b(?! (?:of|sky|before|news|market|edition|rush"
    r"|session|shift)\b)|\b(?P<prep2>by|until) (?P<p2>night|evening|morning)\b"
)
def part_of_day(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``in the evening``, ``by morning``."""
    group, word = ("span", match["p"]) if match["p"] else ("p2", match["p2"])
    return (part(match, group, f"{context.last_named_day}{DAY_PARTS[word.lower()]}", "TIME"),)


def _hour(text: str) -> int:
    return int(text) if text.isdigit() else int(quantity(text) or 0)


def _at(context: Context, hour: int, minute: int) -> str:
    return f"{context.last_named_day}T{hour:02d}:{minute:02d}"
