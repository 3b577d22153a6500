"""Names and days of individuals follow from a tally of what documents say."""

from __future__ import annotations

import json
from collections import Counter

from loaders.describing import Said, description


def said(*values: tuple[str, str]) -> Said:
    return Counter(values)


FULL = said(("name", "Kim Jong Un"), ("aliases", "Kim"), ("aliases", "Kim Jong Un"), ("wikidata", "Q56226"))
SHORT = said(("name", "Kim"), ("aliases", "Kim"))


def test_the_least_name_and_all_forms_hold() -> None:
    row = description("person:kim-jong-un", FULL, SHORT)
    assert (row["name"], row["aliases"], row["wikidata"]) == ("Kim", ["Kim", "Kim Jong Un"], "Q56226")
    assert json.loads(row["tally"]) == {
        "aliases": {"Kim": 2, "Kim Jong Un": 1},
        "name": {"Kim": 1, "Kim Jong Un": 1},
        "wikidata": {"Q56226": 1},
    }


def test_what_no_document_says_any_more_is_forgotten() -> None:
    both = FULL + SHORT
    gone = Counter({value: -count for value, count in FULL.items()})
    assert description("person:kim-jong-un", both, gone) == description("person:kim-jong-un", Counter(), SHORT)


def test_a_summit_lasts_from_the_first_to_the_last_day_that_is_said() -> None:
    name = said(("name", "2019 Hanoi Summit"), ("aliases", "2019 Hanoi Summit"))
    row = description("summit:2019-hanoi", name + said(("start", "2019-02-28"), ("end", "2019-02-28")), Counter())
    assert (row["start"], row["end"], row["precision"]) == ("2019-02-28", "2019-02-28", "day")
    row = description("summit:2019-hanoi", name + said(("start", "2019-02-27"), ("end", "2019-02-28")), Counter())
    assert (row["start"], row["end"], row["precision"]) == ("2019-02-27", "2019-02-28", "interval")
    assert description("summit:2019-hanoi", name, Counter())["precision"] is None
