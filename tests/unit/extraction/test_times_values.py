"""What TIMEX3 values mean: days, precision, the ISO date of an event, distances."""

from __future__ import annotations

from datetime import date

import pytest

from summitgraph.extraction.times import interval, iso, offset, precision
from summitgraph.extraction.times.periods import easter, nearest_weekday, nth_weekday, season_value, shift


@pytest.mark.parametrize(
    ("value", "days", "exact", "reduced"),
    [
        ("2019-02-28", (date(2019, 2, 28), date(2019, 2, 28)), "day", "2019-02-28"),
        ("2019-02-28T14:30", (date(2019, 2, 28), date(2019, 2, 28)), "day", "2019-02-28"),
        ("2013-03-21TNI", (date(2013, 3, 21), date(2013, 3, 21)), "day", "2013-03-21"),
        ("2013-W12", (date(2013, 3, 18), date(2013, 3, 24)), "week", "2013-03"),
        ("2013-W31", (date(2013, 7, 29), date(2013, 8, 4)), "week", "2013-08"),
        ("2013-W12-WE", (date(2013, 3, 23), date(2013, 3, 24)), "week", "2013-03-23"),
        ("2012-02", (date(2012, 2, 1), date(2012, 2, 29)), "month", "2012-02"),
        ("2012-Q4", (date(2012, 10, 1), date(2012, 12, 31)), "quarter", "2012"),
        ("2012-H1", (date(2012, 1, 1), date(2012, 6, 30)), "interval", "2012"),
        ("2012-WI", (date(2012, 12, 1), date(2013, 2, 28)), "season", "2012"),
        ("2012", (date(2012, 1, 1), date(2012, 12, 31)), "year", "2012"),
        ("199", (date(1990, 1, 1), date(1999, 12, 31)), "interval", None),
        ("20", (date(2000, 1, 1), date(2099, 12, 31)), "interval", None),
    ],
)
def test_a_date_value(value: str, days: tuple[date, date], exact: str, reduced: str | None) -> None:
    assert (interval(value), precision(value), iso(value)) == (days, exact, reduced)


@pytest.mark.parametrize("value", ["P2Y", "PXD", "PRESENT_REF", "XXXX-WXX-5", "2013-02-30", "2013-W60", ""])
def test_what_is_no_date_has_no_days(value: str) -> None:
    assert (interval(value), precision(value), iso(value)) == (None, None, None)


@pytest.mark.parametrize(
    ("duration", "sign", "expected"),
    [
        ("P1D", -1, "2013-03-21"),
        ("P2W", 1, "2013-04-05"),
        ("P3M", -1, "2012-12"),
        ("P2Y", 1, "2015"),
        ("PXD", 1, None),
        ("PT2H", 1, None),
    ],
)
def test_offset_is_as_coarse_as_its_unit(duration: str, sign: int, expected: str | None) -> None:
    assert offset(duration, date(2013, 3, 22), sign) == expected


def test_shift_writes_values_of_its_unit() -> None:
    friday = date(2013, 3, 22)
    assert shift(friday, -1, "week") == "2013-W11"
    assert shift(friday, 1, "weekend") == "2013-W13-WE"
    assert shift(friday, -1, "quarter") == "2012-Q4"
    assert shift(date(2012, 3, 31), -1, "month") == "2012-02"


def test_weekdays_seasons_and_holidays() -> None:
    friday = date(2013, 3, 22)
    assert nearest_weekday(friday, 0, look_ahead=0) == date(2013, 3, 18)
    assert nearest_weekday(friday, 0, look_ahead=4) == date(2013, 3, 25)
    assert season_value(friday, "SU", "past") == "2012-SU"
    assert season_value(friday, "SU", "future") == "2013-SU"
    assert easter(2013) == date(2013, 3, 31)
    assert nth_weekday(2012, 11, 3, 4) == date(2012, 11, 22)
