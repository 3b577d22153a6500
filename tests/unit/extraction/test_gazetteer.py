"""Surface forms of the authority file."""

from __future__ import annotations

from datetime import date

import pytest

from summitgraph.extraction.gazetteer import Gazetteer, shared, short_forms


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return shared()


@pytest.mark.parametrize(
    ("form", "kind", "first"),
    [
        ("North Korea", "name", "country:PRK"),
        ("DPRK", "name", "country:PRK"),
        ("North Korean", "demonym", "country:PRK"),
        ("Pyongyang", "metonym", "country:PRK"),
        ("Singapore", "name", "country:SGP"),
        ("Kim Jong-un", "name", "person:kim-jong-un"),
    ],
)
def test_forms(gazetteer: Gazetteer, form: str, kind: str, first: str) -> None:
    entry = gazetteer.surfaces[form]
    assert (entry.kind, entry.ids[0]) == (kind, first)


def test_a_capital_keeps_the_state_and_the_town(gazetteer: Gazetteer) -> None:
    assert gazetteer.surfaces["Pyongyang"].ids == ("country:PRK", "place:pyongyang")


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Kim Jong Un", {"Kim", "Un"}),
        ("Mohammed bin Salman", {"Mohammed", "Salman", "bin Salman"}),
        ("Otto Warmbier Jr.", {"Otto", "Jr.", "Warmbier"}),
        ("Jokowi", set()),
    ],
)
def test_short_forms(name: str, forms: set[str]) -> None:
    assert set(short_forms(name)) == forms


def test_the_most_senior_bearer_of_a_surname_comes_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.in_office("Trump", date(2019, 2, 28))[0] == "person:donald-trump"
    assert "person:donald-trump" not in gazetteer.in_office("Trump", date(2022, 2, 28))


def test_a_leader_leads_on_some_days_only(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_leader("person:moon-jae-in", date(2018, 9, 18))
    assert not gazetteer.is_leader("person:moon-jae-in", date(2023, 9, 18))


def test_a_country_is_its_own_and_a_person_has_one(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_of("country:PRK") == "country:PRK"
    assert gazetteer.country_of("person:kim-yong-chol") == "country:PRK"
