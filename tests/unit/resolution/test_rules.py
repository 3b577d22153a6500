"""Which names and events are one by rule, and which never are."""

from __future__ import annotations

from dataclasses import replace

import pytest

import ontology
from summitgraph.ids import entity_id, event_id
from summitgraph.records import ExtractedEvent
from summitgraph.resolution.names import ordered, organization_key
from summitgraph.resolution.rules import Authority, canonical, canonical_event, identifies

AUTHORITY = Authority.of(ontology.load())
USA, PRK, KOR = "country:USA", "country:PRK", "country:KOR"


def person(name: str) -> str:
    return canonical(entity_id("Person", name), name, AUTHORITY).id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hwang Son Gwon", "Son-gwon Hwang"),
        ("Hwang Myong Guk", "Myong Guk Hwang"),
        ("Mr. Otto Warmbier", "Warmbier, Otto"),
        ("Otto Warmbier Jr.", "OTTO WARMBIER"),
        ("Sergey Karaganov", "Sergei Karaganov"),
        ("Mohammad al-Amin", "Muhammad al-Amin"),
    ],
)
def test_certain_variants_of_a_name_are_one_person(one: str, other: str) -> None:
    assert person(one) == person(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hwang Son Gwon", "Hwang Son Hui"),
        ("Hwang Son Gwon", "Son Gwon Hwang"),  # Son too is a family name: nothing tells the order.
        ("Otto Warmbier", "Fred Warmbier"),
        ("Han Song Ryol", "Han Song Il"),
        ("Sergei Karaganov", "Sergei Karaganin"),
    ],
)
def test_others_of_a_like_name_stay_apart(one: str, other: str) -> None:
    assert person(one) != person(other)


@pytest.mark.parametrize("name", ["Jong-un Kim", "Kim Jongun", "KIM JONG UN", "Mr. Kim Jong-un"])
def test_a_variant_of_exactly_one_person_of_the_authority_file_is_that_person(name: str) -> None:
    assert person(name) == "person:kim-jong-un"


def test_whom_the_authority_file_knows_the_rules_leave_alone() -> None:
    assert canonical("person:kim-jong-un", "Son Gwon Hwang", AUTHORITY).id == "person:kim-jong-un"
    assert canonical("country:PRK", "The North", AUTHORITY).id == "country:PRK"


def test_a_name_keeps_its_spelling_where_only_its_order_is_known() -> None:
    assert ordered("Otto Warmbier") == "Otto Warmbier"
    assert canonical("person:hwang-son-gwon", "Hwang Son-gwon", AUTHORITY).name == "Hwang Son-gwon"
    assert canonical("person:son-gwon-hwang", "Son-gwon Hwang", AUTHORITY).name == "Hwang Son gwon"


def test_article_and_company_ending_are_no_part_of_an_organization() -> None:
    assert (
        organization_key("The Dandong Hongxiang Co., Ltd.")
        == organization_key("Dandong Hongxiang")
        == "dandong-hongxiang"
    )
    assert organization_key("Coast & Harbour Guard") == organization_key("Coast and Harbour Guard")


def event(day: str | None, precision: str | None = "day", **given: object) -> ExtractedEvent:
    made = ExtractedEvent(
        "",
        "CONSULT",
        None,
        USA,
        PRK,
        "actual",
        0.8,
        "reader",
        date=day,
        date_precision=precision,  # type: ignore[arg-type]
    )
    made = replace(made, **given)  # type: ignore[arg-type]
    salt = made.modality if day else "doc:1"
    id_ = event_id(made.type, [made.actor or ""], [made.recipient or ""], day, made.place, salt)
    return replace(made, id=id_)


def ruled(made: ExtractedEvent, document: str = "doc:1") -> str:
    return canonical_event(made, made, document)


def test_one_day_one_act_one_event_in_every_report() -> None:
    assert ruled(event("2018-06-12"), "doc:1") == ruled(event("2018-06-12"), "doc:2")


def test_what_was_planned_and_what_was_denied_is_the_event_that_was_reported() -> None:
    assert len({ruled(event("2018-06-12", modality=modality)) for modality in ("actual", "planned", "negated")}) == 1


def test_within_a_summit_hotel_and_town_are_one_place() -> None:
    hotel = event("2019-02-27", place="place:metropole", summit="summit:2019-hanoi")
    assert ruled(hotel) == ruled(event("2019-02-27", place="place:hanoi", summit="summit:2019-hanoi"))
    assert ruled(replace(hotel, summit=None)) != ruled(hotel)


def test_singapore_and_hanoi_never_fuse() -> None:
    singapore = event("2018-06-12", place="place:singapore", summit="summit:2018-singapore")
    hanoi = event("2019-02-27", place="place:hanoi", summit="summit:2019-hanoi")
    assert ruled(singapore) != ruled(hanoi)


def test_two_calls_in_a_week_never_fuse_whether_their_days_are_told_or_not() -> None:
    monday, friday = event("2018-05-21", mode="phone"), event("2018-05-25", mode="phone")
    assert ruled(monday) != ruled(friday)
    this_week = event("2018-W21", "week", mode="phone")
    assert ruled(this_week, "doc:1") != ruled(this_week, "doc:2")
    assert ruled(this_week) not in (ruled(monday), ruled(friday))


def test_an_undated_act_stays_with_its_text() -> None:
    assert ruled(event(None, None)) == event(None, None).id


def test_who_takes_part_is_asked_after_persons_have_met() -> None:
    before = event("2018-06-12", actor="person:jongun-kim")
    after = replace(before, actor="person:kim-jong-un")
    assert canonical_event(before, after, "doc:1") == ruled(event("2018-06-12", actor="person:kim-jong-un"))


@pytest.mark.parametrize(
    ("day", "precision", "narrow"),
    [
        ("2018-06-12", "day", True),
        ("2019-02-27/2019-02-28", "interval", True),
        ("2019-02-25/2019-03-03", "interval", False),
        ("2018-06", "month", False),
        ("2018-W24", "week", False),
        (None, None, False),
    ],
)
def test_only_a_few_days_identify(day: str | None, precision: str | None, narrow: bool) -> None:
    assert identifies(day, precision) is narrow
