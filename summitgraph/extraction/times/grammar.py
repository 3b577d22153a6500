"""The grammar: all rules in the order in which they are tried, and the words that call for them.

``TRIGGER`` finds places worth a look; ``FIRST`` is all rules in one alternation, with the rule of each group.
"""

from __future__ import annotations

import re

from summitgraph.extraction.times import (
    clock,
    days,
    distances,
    durations,
    eras,
    holidays,
    months,
    named_days,
    recurring,
    references,
    relative,
    seasons,
    vague,
)
from summitgraph.extraction.times.context import Rule
from summitgraph.extraction.times.patterns import compile_pattern, expand

_MODULES = (
    clock, days, distances, durations, eras, holidays, months, named_days, recurring, references, relative, seasons,
    vague,
)  # fmt: skip

# Specific before general: a rule sees only what those above it refused.
_ORDER = """
    iso_date numeric_date september_11 twelve_hours twenty_four_hours o_clock past_the_hour fiscal_year
    season_of_year quarter half_year bounded month_day_range day_range_month holiday month_day day_month
    month_range month_year month_of_relative_year year_range decade century straight so_often every adverb
    year_ago ago vaguely_ago earlier_or_later day_but_one named_day part_of_named_day small_hours
    relative_season weekday relative_period within_the_day period_beside day_of_month definite_period bare_season
    number_range compound lasting halves counted recent_or_coming
    uncounted entire named_hour part_of_day bare_month bare_year present past
    future
"""

_BY_NAME = {rule.name: rule for module in _MODULES for rule in module.RULES.rules}
RULES: tuple[Rule, ...] = tuple(_BY_NAME[name] for name in _ORDER.split())


def _without_names(source: str) -> str:
    """Return a pattern without group names and back references, so that many fit in one alternation."""
    return re.sub(r"\(\?P=\w+\)", r"[/.-]", re.sub(r"\(\?P<\w+>", "(?:", expand(source)))


def _alternation(names: list[str]) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """Return the rules of these names as one pattern, and the number in ``RULES`` of each of its groups."""
    sources = "|".join(f"({_without_names(_BY_NAME[name].source)})" for name in names)
    return re.compile(sources, re.IGNORECASE), tuple(_ORDER.split().index(name) for name in names)


FIRST = _alternation(_ORDER.split())

# A word in three that may begin an expression is one of these, and few rules begin with them.
_PREPOSITIONS = "in on of to for by from with since until till after before within into during through"
_AFTER_PREPOSITION = """
    year_range straight every within_the_day day_of_month bare_season uncounted named_hour part_of_day present past
    future
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
FIRST_AT_PREPOSITION = _alternation(_AFTER_PREPOSITION.split())

TRIGGER = compile_pattern(
    r"\b(?:\d{1,4}|@month|@weekday|@unit|@season|@part|to(?:day|night|morrow)|yesterday|overnight"
    r"|now(?:adays)?|currently|presently|present|moment"
    r"|recently|lately|previously|formerly|soon|shortly|future|past|daily|nightly|weekly|monthly"
    r"|quarterly|yearly|annual(?:ly)?|hourly|annum"
    r"|bi-?(?:weekly|monthly|annual|ennial)|semi-?annual(?:ly)?|fortnightly|nightfall|o'clock"
    r"|mid-?\w+|year-end|\w+day|(?:day|week|month|year|decade|hour)s?-?long"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|\d+s|christmas|easter|thanksgiving|halloween"
    r"|pentecost|juneteenth|new year|fy|q[1-4]"
    r"|@nth|guy fawkes|burns night|fourth of july)"
)
