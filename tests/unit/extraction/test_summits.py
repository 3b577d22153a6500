"""Meetings of leaders, in the seed article and in sentences of our own."""

from __future__ import annotations

import pytest

from tests.unit.extraction.said import Reads, Said

BOTH = {"person:donald-trump", "person:kim-jong-un"}
SEED = (
    "Why did President Trump walk away from Kim Jong Un? Because Trump is challenging the North Korean leader to overrule "
    "domestic forces that are skeptical about reaching a grand bargain with America.\n"
    "Instead, as he left Vietnam on Thursday, the president suggested that his decision to leave the summit early was "
    "motivated by a more basic concern: Kim’s unrealistic demands for total sanctions relief.\n"
    "In the end, Trump and Secretary of State Mike Pompeo know that Kim must seize the initiative here.\n"
    "It is, however, worth noting here that Trump asserted on Thursday that Kim Jong Un had pledged not to conduct new "
    "tests.\n"
    "The summit in Singapore last year was the “get to know” summit, Hanoi was the “time for Kim Jong Un to go big on "
    "reform, or go ballistic and face the consequences” summit."
)


@pytest.fixture(scope="module")
def seed(full: Reads) -> Said:
    return full(SEED, "2019-02-28")


def test_the_two_summits_of_the_seed_article_are_two(seed: Said) -> None:
    assert {summit.id for summit in seed.found.summits} == {"summit:2018-singapore", "summit:2019-hanoi"}


@pytest.mark.parametrize(
    ("id_", "start", "end", "place"),
    [
        ("summit:2018-singapore", "2018-06-12", "2018-06-12", "Singapore"),
        ("summit:2019-hanoi", "2019-02-27", "2019-02-28", "Hanoi"),
    ],
)
def test_each_has_its_days_its_town_and_its_people(seed: Said, id_: str, start: str, end: str, place: str) -> None:
    summit = seed.summit(id_)
    assert (summit.start, summit.end, summit.place) == (start, end, place)
    assert set(summit.participants) == BOTH


def test_each_has_the_sentence_that_tells_of_it(seed: Said) -> None:
    texts = [seed.text[m.start : m.end] for m in seed.summit("summit:2018-singapore").mentions]
    assert any("The summit in Singapore last year" in text for text in texts)


def test_the_walk_out_belongs_to_hanoi(seed: Said) -> None:
    rejects = [e for e in seed.of_type("REJECT") if e.actor == "person:donald-trump"]
    assert rejects
    assert all(e.summit in (None, "summit:2019-hanoi") for e in rejects)


def test_the_pledge_is_kims(seed: Said) -> None:
    assert ("AGREE", "person:kim-jong-un", "actual") in [(e.type, e.actor, e.modality) for e in seed.found.events]


@pytest.mark.parametrize("person", sorted(BOTH))
@pytest.mark.parametrize("summit", ["summit:2018-singapore", "summit:2019-hanoi"])
def test_who_took_part(seed: Said, person: str, summit: str) -> None:
    assert (person, "PARTICIPATED_IN", summit) in seed.relations


def test_where_it_was_held(seed: Said) -> None:
    assert ("summit:2018-singapore", "HELD_IN", "country:SGP") in seed.relations


def test_a_meeting_that_the_authority_lacks(full: Reads) -> None:
    said = full("Emmanuel Macron met Angela Merkel in Strasbourg on February 26, 2019.")
    [summit] = said.found.summits
    assert (summit.start, summit.place) == ("2019-02-26", "Strasbourg")
    assert set(summit.participants) == {"person:emmanuel-macron", "person:angela-merkel"}


def test_a_planned_meeting_counts_once_its_place_is_set(full: Reads) -> None:
    said = full("Talks between Kim Jong Un and Vladimir Putin were planned for April in Vladivostok, officials said.")
    [summit] = said.found.summits
    assert (summit.start, summit.place) == ("2019-04", "Vladivostok")


def test_a_telephone_call_is_no_summit(full: Reads) -> None:
    said = full("Emmanuel Macron telephoned Angela Merkel on Monday.")
    assert said.found.summits == ()


def test_the_same_town_without_its_people_is_no_summit(full: Reads) -> None:
    assert full("Tourists crowded Hanoi on Thursday.").found.summits == ()
