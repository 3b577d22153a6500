"""Rules for lengths of time without a number: "for years", "in recent months", "hours after"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook
from summitgraph.extraction.times.durations import duration_value
from summitgraph.extraction.times.vocabulary import unit_name

RULES = RuleBook()

_UNITS = "minutes|hours|days|weeks|months|years|decades|centuries"

# "The early days of" something, "the minutes of" a meeting tell no length.
_ERA = re.compile(r"\b(?:the|early|late|last|final|dying|dark|glory|old|first|closing|opening|heady) $", re.IGNORECASE)


@RULES.add(rf"\b(?P<span>(?:the )?(?:(?:very|most|more) )?(?P<way>recent|coming) (?:{_UNITS}))\b")
def recent_or_coming(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``recent months`` is PAST_REF, ``the coming weeks`` FUTURE_REF."""
    return (Reading(match.start(), match.end(), "PAST_REF" if match["way"].lower() == "recent" else "FUTURE_REF"),)


@RULES.add(
    r"\b(?:for|in|within|after|over|of|through|takes?|took|spend|spent|spends|lasted|lasts?|many|during|until"
    r"|throughout|more|hundreds|thousands) "
    r"(?P<span>(?:(?:the |those )?(?:past|last|next|previous|following|intervening) |many |only |just |more )?"
    rf"(?P<u>{_UNITS}))\b(?! (?:ago|of age|gone by))"
    rf"|\b(?P<span2>(?:(?:the )?(?:past|next|previous|following|intervening) )(?P<u2>{_UNITS}))\b"
    rf"|\b(?P<span3>(?P<u3>{_UNITS}))(?= (?:of|after|before|later|earlier)\b)"
    rf"|\b(?P<span4>(?:the )?(?P<u4>{_UNITS}))(?= (?:to come|ahead)\b)"
)
def uncounted(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``for years``, ``the past months``, ``hours after``: an X of them."""
    number = next(end for end in ("", "2", "3", "4") if match[f"u{end}"])
    span = f"span{number}"
    if match[0].lower().startswith("many") and context.before(match.start(), 4).lower().endswith("as "):
        return ()
    if number == "3" and _ERA.search(context.before(match.start())):
        return ()
    value = duration_value(None, unit_name(match[f"u{number}"]))
    return (Reading(match.start(span), match.end(span), value, "DURATION"),)
