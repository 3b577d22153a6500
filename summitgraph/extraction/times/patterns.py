"""The fragments of which the rules' patterns are made.

A rule's pattern names a fragment as ``@month``; ``compile_pattern`` puts it in. Months and weekdays keep their capital,
everything else is read in any case.
"""

from __future__ import annotations

import re
from typing import Final

from summitgraph.extraction.times.vocabulary import (
    MONTH_NAMES,
    MONTHS,
    ONES,
    ORDINALS,
    TENS,
    UNITS,
    WEEKDAY_NAMES,
    WEEKDAYS,
)

_month_forms = "|".join(
    form
    for name in MONTH_NAMES
    for form in (name.capitalize(), name.upper(), name[:3].capitalize() + r"\b\.?", name[:3].upper() + r"\b\.?")
    if form not in ("May\\b\\.?", "MAY\\b\\.?")
)
_weekday_names = "|".join(f"{name.capitalize()}|{name.upper()}" for name in WEEKDAY_NAMES)
_ones_nine = "|".join(ONES[1:10])
_digits = r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+"
_number_words = rf"(?:{'|'.join(TENS)})(?:[- ](?:{_ones_nine}))?|{'|'.join(reversed(ONES[1:]))}"

_month_or_day = rf"(?:{_month_forms}|\d)"
_zones = "GMT|UTC|BST|CET|CEST|EDT|EST|ET|CDT|CST|CT|MDT|MST|PDT|PST|PT|IST|JST|KST|HKT"
_zone_places = "Eastern|Central|Pacific|Mountain|British|Moscow|Beijing"

FRAGMENTS: Final = {
    "month": rf"(?-i:Sept\b\.?|SEPT\b\.?|{_month_forms})",
    "weekday": rf"(?-i:{_weekday_names}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?(?=,? {_month_or_day}))",
    "season": "spring|summer|autumn|fall|winter",
    "part": "mid-?morning|mid-?afternoon|morning|afternoon|evening|night|midnight|noon|midday|lunchtime|dawn|daybreak"
    "|sunrise|dusk|sunset",
    "unit": "seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?"
    "|yrs?|decades?|century|centuries|millennium",
    "number": rf"{_digits}|{_number_words}",
    "quantity": rf"(?:{_digits}|{_number_words})(?: and a half|-and-a-half)?|an?|a few|(?:a )?couple(?: of)?|several"
    r"|many|few|some|(?:a |two )?dozen|a hundred|(?:dozens|hundreds|thousands|tens of thousands|scores) of"
    r"|a number of|countless|half an?|a half|half",
    "about": "at least|at most|at the most|more than|less than|fewer than|no more than|no less than|over|under|about"
    "|around|nearly|almost|roughly|approximately|some|up to|as (?:long|many|much|little) as|just over|just under|just"
    "|only|another|well over|an estimated|an additional|a full|the full|barely|close to|a further",
    "year": r"(?:1[5-9]|20)\d\d(?![\d,]*\d|\.\d|%)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d|\.\d)",
    "nth": rf"\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))}",
    "early": "(?:very )?(?:early|late|mid|earlier|later|midway through|sometime|some time)(?: in| on)?(?: the)?"
    "|(?:the )?(?:(?:early|latter|later) part|(?:early|final|last|closing|opening) days"
    "|beginning|start|middle|end|close|turn|height) of"
    "|(?:the )?(?:first|last|final) (?:days?|weeks?|months?) of",
    "zone": rf"(?:\(? ?(?-i:{_zones})\)?|local time|(?:{_zone_places})(?: (?:Standard|Daylight|Summer))?(?: Time)?)",
}

# Words with which an expression can begin; at any other no rule is tried. A hyphenated word counts by its first part.
_OPENERS = """
    the a an at about around in on by for of since until till from to during over through throughout after
    before within into every each per once twice thrice several many few some couple dozen dozens hundreds
    thousands tens scores countless half quarter three another only just nearly almost roughly approximately
    up more less fewer no under as well barely close least most not all full entire whole this last next past
    coming previous preceding following upcoming subsequent same that these those its his her their our
    current recent early late mid later earlier midway sometime beginning start middle end close turn height
    very first second third fourth latter final opening closing latest remaining today yesterday tomorrow
    tonight overnight day year week weekend month night now currently presently nowadays present right until
    recently lately previously formerly soon shortly future someday pretty daily nightly weekly monthly
    quarterly yearly annual annually hourly biweekly bi fortnightly bimonthly semiannual semi semiannually
    biannual biennial biennially annum midnight noon midday multi small wee predawn pre fiscal financial fy q
    h long moments ages so takes took take spend spent spends lasted lasts with hours days weeks months years
    minutes seconds decades centuries century decade hour minute twenties thirties forties fifties sixties
    seventies eighties nineties d new christmas boxing valentine st april earth may bastille july halloween
    veterans armistice thanksgiving black cyber labor memorial columbus martin presidents mother father ash
    palm maundy good easter ascension pentecost whit groundhog women guy burns juneteenth yearend calendar
    shortly past toward towards summer winter spring autumn fall between
"""
STARTERS: Final = (
    frozenset(_OPENERS.split()) | frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(ONES) | frozenset(TENS)
    | frozenset(word.split("-")[0] for word in ORDINALS) | frozenset(f"{name}s" for name in WEEKDAY_NAMES)
    | frozenset(f"{unit}{end}" for unit in UNITS for end in ("", "s", "long", "slong"))
)  # fmt: skip


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern: ``@name`` stands for a fragment, a space for any white space."""
    return re.compile(expand(pattern), re.IGNORECASE)


def expand(pattern: str) -> str:
    """Return the pattern with its fragments put in and its spaces made to match line ends too."""
    full = re.sub(r"@(\w+)", lambda match: f"(?:{FRAGMENTS[match[1]]})", pattern)
    return full.replace(" ", r"\s")
