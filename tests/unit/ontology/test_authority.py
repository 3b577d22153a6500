"""Who is who, and who held which office when."""

from __future__ import annotations

from datetime import date

import pytest

from ontology import Ontology


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("secretary-of-state-usa", date(2018, 3, 1), "rex-tillerson"),
        ("secretary-of-state-usa", date(2018, 4, 1), "john-j-sullivan"),
        ("secretary-of-state-usa", date(2018, 6, 12), "mike-pompeo"),
        ("secretary-of-state-usa", date(1986, 10, 11), "george-shultz"),
        ("president-usa", date(2017, 1, 20), "donald-trump"),
        ("president-usa", date(2017, 1, 19), "barack-obama"),
        ("president-kor", date(2018, 4, 27), "moon-jae-in"),
        ("supreme-leader-prk", date(2019, 2, 27), "kim-jong-un"),
        ("general-secretary-cpsu", date(1986, 10, 12), "mikhail-gorbachev"),
        ("president-irq", date(1991, 1, 17), "saddam-hussein"),
        ("prime-minister-gbr", date(1993, 5, 1), "john-major"),
    ],
)
def test_the_holder_of_an_office_follows_from_the_day(loaded: Ontology, office: str, day: date, person: str) -> None:
    assert loaded.holders(f"office:{office}", day) == (f"person:{person}",)


def test_offices_of_a_person_follow_from_the_day(loaded: Ontology) -> None:
    assert loaded.offices_of("person:joe-biden", date(2010, 1, 1)) == ("office:vice-president-usa",)
    assert loaded.offices_of("person:joe-biden", date(2018, 1, 1)) == ()


@pytest.mark.parametrize(
    ("id_", "name", "alias"),
    [
        ("country:PRK", "North Korea", "DPRK"),
        ("country:SUN", "Soviet Union", "USSR"),
        ("organization:unsc", "United Nations Security Council", "UN Security Council"),
        ("organization:state-department", "U.S. Department of State", "U.S. State Department"),
        ("organization:office-of-president-kor", "Blue House", "Cheong Wa Dae"),
        ("program:nuclear-program-prk", "North Korean nuclear programme", "North Korean nuclear program"),
        ("program:us-sanctions-prk", "U.S. sanctions on North Korea", "US sanctions on North Korea"),
    ],
)
def test_entities_go_by_their_common_name(loaded: Ontology, id_: str, name: str, alias: str) -> None:
    assert loaded.entities[id_].name == name
    assert alias in loaded.entities[id_].aliases


def test_the_two_touchstone_summits_are_two(loaded: Ontology) -> None:
    singapore, hanoi = loaded.summits["summit:2018-singapore"], loaded.summits["summit:2019-hanoi"]
    assert (singapore.name, singapore.start, singapore.end) == ("2018 Singapore Summit", "2018-06-12", "2018-06-12")
    assert (hanoi.name, hanoi.start, hanoi.end) == ("2019 Hanoi Summit", "2019-02-27", "2019-02-28")
    assert singapore.principals == hanoi.principals == ("person:donald-trump", "person:kim-jong-un")


def test_office_labels_and_titles(loaded: Ontology) -> None:
    office = loaded.offices["office:foreign-minister-rus"]
    assert (office.label, office.title, office.body) == (
        "Foreign Minister of Russia",
        "Foreign Minister",
        "country:RUS",
    )
    assert loaded.offices["office:secretary-of-state-usa"].title == "Secretary of State"


def test_every_reference_leads_to_something(loaded: Ontology) -> None:
    known = {*loaded.entities, *loaded.offices, *loaded.summits}
    used = {ref for e in loaded.entities.values() for ref in (e.country, e.capital, e.successor, e.imposed_by)}
    used |= {office.body for office in loaded.offices.values()}
    used |= {ref for tenure in loaded.tenures for ref in (tenure.person, tenure.office)}
    used |= {ref for s in loaded.summits.values() for ref in (s.place, *s.hosts, *s.principals)}
    used |= {ref for a in loaded.agreements.values() for ref in (a.place, *a.parties)}
    assert used - known - {None} == set()


def test_ids_and_wikidata_ids_are_unique(loaded: Ontology) -> None:
    things = [*loaded.entities.values(), *loaded.summits.values()]
    wikidata = [thing.wikidata for thing in things if thing.wikidata]
    assert len({thing.id for thing in things}) == len(things)
    assert len(set(wikidata)) == len(wikidata)


def test_office_labels_are_unique(loaded: Ontology) -> None:
    labels = [office.label for office in loaded.offices.values()]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []


def test_no_two_persons_share_a_full_name(loaded: Ontology) -> None:
    seen: dict[str, str] = {}
    shared = []
    for entity in loaded.entities.values():
        if entity.type == "Person":
            for name in {entity.name, *entity.aliases}:
                if seen.setdefault(name, entity.id) != entity.id:
                    shared.append((name, seen[name], entity.id))
    assert shared == []
