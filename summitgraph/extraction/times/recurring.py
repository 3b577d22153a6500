"""Rules for repeated times: "twice a week", "every Monday", "Fridays", "annual"."""

from __future__ import annotations

import re

from summitgraph.extraction.times.context import Context, Reading, RuleBook, part, whole
from summitgraph.extraction.times.durations import duration_value
from summitgraph.extraction.times.vocabulary import (
    DAY_PARTS,
    ORDINALS,
    SEASONS,
    month_number,
    ordinal_number,
    quantity,
    unit_name,
    weekday_number,
)

RULES = RuleBook()


@RULES.add(
    r"\b(?P<times>once|twice|thrice|(?:@number) times|several times|many times) (?P<per>a|an|per"
    r"|each|every) (?P<u>second|minute|hour|day|night|week|month|quarter|year|decade|century)\b"
)
def so_often(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``twice a week``."""
    return whole(match, duration_value(1, unit_name(match["u"])), "SET")


@RULES.add(
    r"\b(?:every|each)(?: (?:single|other|passing))?(?: (?P<n>@number|second|third|fourth"
    r"|fifth))? (?P<u>minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?"
    r"|decades?)\b"
    r"|\bevery other (?P<o>day|week|month|year)\b|\bper (?P<p>second|minute|hour|day|night|week"
    r"|month|quarter|year)\b|\b(?P<an>annum)\b"
    r"|\b(?:every|each)(?: other)? (?P<w>@weekday)(?: (?P<part>morning|afternoon|evening"
    r"|night))?\b|\b(?:on )?(?P<ws>(?P<wd>@weekday)s)\b|\b(?:every|each) (?P<m>@month)\b"
    r"|\b(?:every|each) (?P<pd>morning|afternoon|evening)\b|\b(?:every|each) (?P<se>@season)\b|\b"
    r"(?:year after year|day after day|week after week|day in,? day out)\b"
)
def every(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``every two weeks``, ``each Sunday``, ``Fridays``, ``per year``."""
    if match["ws"]:
        return (part(match, "ws", f"XXXX-WXX-{weekday_number(match['wd']) + 1}", "SET"),)
    if match["w"]:
        code = DAY_PARTS[match["part"].lower()] if match["part"] else ""
        return whole(match, f"XXXX-WXX-{weekday_number(match['w']) + 1}{code}", "SET")
    if match["m"]:
        return whole(match, f"XXXX-{month_number(match['m']):02d}", "SET")
    if match["se"]:
        return whole(match, f"XXXX-{SEASONS[match['se'].lower()]}", "SET")
    if match["pd"]:
        return whole(
            match,
            {"morning": "XXXX-XX-XXTMO", "afternoon": "XXXX-XX-XXTAF", "evening": "XXXX-XX-XXTEV"}[match["pd"].lower()],
            "SET",
        )
    if match["an"]:
        return whole(match, "P1Y", "SET")
    other = match["o"] or ("other" in match[0].lower().split() and match["u"])
    unit = match["u"] or match["o"] or match["p"] or match[0].split()[0]
    count = _cardinal(match["n"]) if match["n"] else 2 if other else 1
    return whole(match, duration_value(count, unit_name(unit)), "SET")


def _cardinal(text: str) -> float | None:
    return float(ordinal_number(text)) if text.lower() in ORDINALS else quantity(text)


_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annual": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
    "biweekly": "P2W",
    "bi-weekly": "P2W",
    "fortnightly": "P2W",
    "bimonthly": "P2M",
    "semiannual": "P6M",
    "semi-annual": "P6M",
    "semiannually": "P6M",
    "biannual": "P6M",
    "biennial": "P2Y",
    "biennially": "P2Y",
}


@RULES.add(rf"\b(?P<w>{'|'.join(sorted(_ADVERBS, key=len, reverse=True))})\b(?!-)")
def adverb(match: re.Match[str], context: Context) -> tuple[Reading, ...]:
    """``daily``, ``annual``; parts of names ("Daily Mail", "People's Daily") are none."""
    before, after = context.before(match.start(), 30), context.text[match.end() : match.end() + 2]
    if match[0][0].isupper() and (after[1:].isupper() or re.search(r"[A-Z][\w']* $", before)):
        return ()
    if context.tag(match.start("w")) in ("NN", "NNS") and not re.match(r" [a-z]", after):  # "told a Kuwaiti daily"
        return ()
    return whole(match, _ADVERBS[match["w"].lower()], "SET")
