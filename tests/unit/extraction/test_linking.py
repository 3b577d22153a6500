"""Who and what is meant by a name."""

from __future__ import annotations

import pytest

from tests.unit.extraction.said import Reads


def test_a_surname_takes_up_the_full_name(fast: Reads) -> None:
    said = fast("Mike Pompeo flew to Hanoi. Pompeo met officials there.")
    assert said.means("Pompeo", 2) == {"person:mike-pompeo"}


def test_several_kims_are_told_apart_by_their_full_names(fast: Reads) -> None:
    said = fast("Kim Jong Un sent Kim Yong Chol. Kim Yo Jong stayed at home.")
    assert said.means("Kim Jong Un") == {"person:kim-jong-un"}
    assert said.means("Kim Yong Chol") == {"person:kim-yong-chol"}
    assert said.means("Kim Yo Jong") == {"person:kim-yo-jong"}


def test_a_title_decides_between_two_of_one_surname(fast: Reads) -> None:
    said = fast(
        "President George W. Bush thanked his father, George H.W. Bush. President Bush then left.", "2005-05-05"
    )
    assert said.means("Bush", 3) == {"person:george-w-bush"}


def test_a_surname_alone_means_who_holds_office_on_the_day(fast: Reads) -> None:
    assert fast("Abe called for calm.", "2018-06-01").means("Abe") == {"person:shinzo-abe"}


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Pyongyang rejected the offer.", "Pyongyang", "country:PRK"),
        ("The envoys met in Pyongyang.", "Pyongyang", "place:pyongyang"),
        ("Washington's demands were rejected.", "Washington", "country:USA"),
        ("He flew to Washington.", "Washington", "place:washington-d-c"),
        ("Talks between Seoul and Pyongyang broke down.", "Seoul", "country:KOR"),
        ("Protesters gathered in central Seoul.", "Seoul", "place:seoul"),
        ("The North Korean delegation left.", "North Korean", "country:PRK"),
        ("The British ambassador was summoned.", "British", "country:GBR"),
        ("The UN condemned the launch.", "UN", "organization:un"),
        ("NATO condemned the launch.", "NATO", "organization:nato"),
        ("The DPRK rejected the offer.", "DPRK", "country:PRK"),
        ("The White House confirmed the visit.", "White House", "organization:white-house-office"),
        ("Xi Jinping left Beijing.", "Xi Jinping", "person:xi-jinping"),
        ("Abe Shinzo spoke.", "Abe Shinzo", "person:shinzo-abe"),
        ("Kim Jong-un spoke.", "Kim Jong-un", "person:kim-jong-un"),
        ("Nguyen Phu Trong spoke.", "Nguyen Phu Trong", "person:nguyen-phu-trong"),
    ],
)
def test_forms_of_the_authority(fast: Reads, text: str, words: str, meant: str) -> None:
    assert fast(text).means(words) == {meant}


def test_the_north_means_the_state_that_the_text_speaks_of(fast: Reads) -> None:
    said = fast("North Korea tested a missile. Seoul urged the North to return to talks.")
    assert said.means("North", 2) == {"country:PRK"}


def test_a_person_outside_the_authority_is_an_entity_of_their_own(fast: Reads) -> None:
    said = fast("Foreign Minister Branko Lazarevic arrived. Lazarevic praised the hosts.")
    assert said.entities["person:branko-lazarevic"] == "Branko Lazarevic"
    assert said.means("Lazarevic", 2) == {"person:branko-lazarevic"}


def test_a_new_person_has_one_id_in_every_text(fast: Reads) -> None:
    one = fast("Spokeswoman Marta Oyelaran denied the report.")
    two = fast("Critics attacked Marta Oyelaran on Friday.", "2020-01-01")
    assert "person:marta-oyelaran" in one.entities
    assert "person:marta-oyelaran" in two.entities


def test_a_new_person_never_becomes_the_known_one_of_that_surname(fast: Reads) -> None:
    said = fast("Analyst Peter Trump said that the talks failed.")
    assert "person:donald-trump" not in said.entities
    assert said.means("Peter Trump") == {"person:peter-trump"}


def test_a_parent_and_a_spouse_share_a_surname(fast: Reads) -> None:
    said = fast("Fred and Cindy Warmbier thanked the envoy.")
    assert {"person:fred-warmbier", "person:cindy-warmbier"} <= set(said.entities)


def test_a_ministry_belongs_to_the_country_beside_it(fast: Reads) -> None:
    said = fast("The Norwegian Foreign Ministry condemned the attack.")
    [ministry] = [e for e in said.found.entities if e.type == "Organization"]
    assert ministry.name == "Ministry of Foreign Affairs of Norway"


def test_aliases_are_the_forms_of_the_text(fast: Reads) -> None:
    said = fast("Mike Pompeo flew to Hanoi. Pompeo met officials there.")
    pompeo = next(e for e in said.found.entities if e.id == "person:mike-pompeo")
    assert pompeo.aliases == ("Pompeo",)


def test_a_known_entity_carries_its_wikidata_id(fast: Reads) -> None:
    said = fast("Angela Merkel spoke.")
    assert said.found.entities[0].wikidata == "Q567"
