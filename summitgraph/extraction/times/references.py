"""Rules for now, then and soon: PRESENT_REF, PAST_REF and FUTURE_REF."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook, whole

RULES = RuleBook()


@RULES.add(
    r"\b(?:right now|for now|until now|by now|now|currently|presently|at present|at the moment"
    r"|nowadays|these days|at this time|at this point|at this moment|to date"
    r"|(?<=until )the present|the present day|the present time|as of now)\b(?!-)"
)
def present(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``now``, ``currently``."""
    lead = re.match(r"(?:for|until|by|at|as of) ", match[0], re.I)
    return (
        (Reading(match.start() + (lead.end() if lead else 0), match.end(), "PRESENT_REF"),)
        if match[0].lower() != "to date"
        else ()
    )


@RULES.add(
    r"\b(?:(?:more |most |very |only |until |just )?recently|lately|previously|formerly"
    r"|in the past(?! (?:[\w-]+ ){0,2}@unit)|in the (?:recent|distant|not-too-distant) past|(?<=the )recent past"
    r"|in the old days)\b"
)
def past(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``recently``, ``in the past``."""
    lead = re.match(r"(?:in|until|just) ", match[0], re.I)
    return (Reading(match.start() + (lead.end() if lead else 0), match.end(), "PAST_REF"),)


@RULES.add(
    r"\b(?:(?:very |as |too |pretty )?soon(?:er)?"
    r"|shortly(?! (?:before|after|afterward|thereafter))|(?:in |for )?the (?:near |foreseeable "
    r"|immediate |not-too-distant |very near )?future|in future|some ?day|one day soon)\b(?! "
    r"(?:after|as|before)\b)"
)
def future(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``soon``, ``the near future``; "as soon as" and "the future of" are none."""
    words = match[0].lower()
    if words.startswith(("as ", "too ")) or "sooner" in words or re.match(r" of\b", context.text[match.end() :]):
        return ()
    if words in ("some day", "someday", "shortly"):
        return whole(match, "FUTURE_REF")
    lead = re.match(r"(?:in|for) ", match[0], re.I)
    return (Reading(match.start() + (lead.end() if lead else 0), match.end(), "FUTURE_REF"),)
