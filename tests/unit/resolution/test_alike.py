"""Which pairs the review queue proposes, and which it never does."""

from __future__ import annotations

from datetime import date

import pytest

from summitgraph.resolution.alike_entities import Named, alike_entities
from summitgraph.resolution.alike_events import Happening, alike_events, days_of

NONE: frozenset[str] = frozenset()
PARTIES = ("CONSULT", ("country:USA",), ("country:PRK",))


def named(id_: str, *names: str, countries: frozenset[str] = NONE, known: bool = False) -> Named:
    label = "Person" if id_.startswith("person:") else "Organization"
    return Named(id_, label, names, countries, NONE, known)


def reasons(one: Named, other: Named) -> list[str]:
    return [reason for _, _, _, reason in alike_entities([one, other])]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Hwang Son Gwon", "Son Gwon Hwang", "the same words in another order"),
        ("Hwang Songwon", "Hwang Son-gwon", "the same letters"),
        ("J. Warmbier", "John Warmbier", "initials of the other's names"),
        ("Ivan Petrovich Sidorenko", "Ivan Sidorenko", "all words of the shorter name"),
        ("Pak Chol Min", "Pak Chol Minn", "a like spelling"),
    ],
)
def test_persons_of_like_names_are_proposed(one: str, other: str, reason: str) -> None:
    assert reasons(named("person:a", one), named("person:b", other)) == [reason]


def test_what_else_is_known_tells_persons_apart() -> None:
    one, other = "Pak Chol Min", "Pak Chol Minn"
    north, south = frozenset({"country:PRK"}), frozenset({"country:KOR"})
    assert not reasons(named("person:a", one, countries=north), named("person:b", other, countries=south))
    assert not reasons(named("person:a", one, known=True), named("person:b", other, known=True))
    assert reasons(named("person:a", one, countries=north), named("person:b", other, countries=north)) == [
        "a like spelling, and both have country:PRK"
    ]


def test_others_of_a_family_are_not_proposed() -> None:
    assert not reasons(named("person:a", "Otto Warmbier"), named("person:b", "Fred Warmbier"))
    assert not reasons(named("person:a", "Warmbier"), named("person:b", "Otto Warmbier"))


def test_an_abbreviation_is_proposed_for_its_organization() -> None:
    assert reasons(named("organization:a", "KCNA"), named("organization:b", "Korean Central News Agency")) == [
        "initials of the other's names"
    ]


def happening(id_: str, day: str | None, published: str = "2018-05-26", **given: object) -> Happening:
    fields = {"mode": None, "places": NONE, "summits": NONE, "parties": PARTIES} | given
    return Happening(id_, date=day, published=published, **fields)  # type: ignore[arg-type]


def told(one: Happening, other: Happening) -> list[str]:
    return [reason for _, _, _, reason in alike_events([one, other])]


def test_days_that_are_close_or_not_told_make_a_candidate() -> None:
    call = happening("event:a", "2018-05-25")
    assert told(call, happening("event:b", "2018-05-24")) == ["a day apart"]
    assert told(call, happening("event:b", "2018-05")) == ["the day of one lies in the time of the other"]
    assert told(call, happening("event:b", None)) == ["the date of one is not told, and its report lies close"]
    assert told(happening("event:a", None), happening("event:b", None)) == [
        "neither date is told, and the reports lie close"
    ]


def test_disjoint_occurrences_are_never_proposed() -> None:
    friday = happening("event:a", "2018-05-25")
    assert not told(happening("event:monday", "2018-05-21"), friday)
    assert not told(happening("event:singapore", "2018-06-12"), happening("event:hanoi", "2019-02-27"))
    assert not told(friday, happening("event:b", None, published="2018-07-01"))
    assert not told(friday, happening("event:b", "2018-06"))


@pytest.mark.parametrize(
    "told_apart",
    [
        ({"mode": "phone"}, {"mode": "visit"}),
        ({"places": frozenset({"place:hanoi"})}, {"places": frozenset({"place:singapore"})}),
        ({"summits": frozenset({"summit:a"})}, {"summits": frozenset({"summit:b"})}),
        ({"parties": PARTIES}, {"parties": ("CONSULT", ("country:KOR",), ("country:PRK",))}),
        ({"documents": frozenset({"doc:1"})}, {"documents": frozenset({"doc:1"})}),
    ],
)
def test_what_else_is_known_tells_events_apart(told_apart: tuple[dict[str, object], dict[str, object]]) -> None:
    one, other = told_apart
    assert not told(happening("event:a", "2018-05-25", **one), happening("event:b", None, **other))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-05-25", "2018-05-25", "2018-05-25"),
        ("2018-W21", "2018-05-21", "2018-05-27"),
        ("2018-12", "2018-12-01", "2018-12-31"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2019-02-27/2019-02-28", "2019-02-27", "2019-02-28"),
    ],
)
def test_days_of_a_date_value(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_season_has_no_days() -> None:
    assert days_of("2018-SU") is None
