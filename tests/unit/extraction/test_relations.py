"""States between two things, as the text says them."""

from __future__ import annotations

import pytest

from tests.unit.extraction.said import Reads


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("President Emmanuel Macron of France spoke.", ("person:emmanuel-macron", "LEADS", "country:FRA")),
        (
            "President Emmanuel Macron of France spoke.",
            ("person:emmanuel-macron", "HOLDS_OFFICE", "President of France"),
        ),
        (
            "U.S. Secretary of State Mike Pompeo left.",
            ("person:mike-pompeo", "HOLDS_OFFICE", "Secretary of State of the United States"),
        ),
        ("U.S. Secretary of State Mike Pompeo left.", ("person:mike-pompeo", "AFFILIATED_WITH", "country:USA")),
        ("North Korean leader Kim Jong Un left.", ("person:kim-jong-un", "LEADS", "country:PRK")),
        (
            "Norway's foreign minister, Ilse Novak, left.",
            ("person:ilse-novak", "HOLDS_OFFICE", "Foreign Minister of Norway"),
        ),
        (
            "Ilse Novak, Norway's foreign minister, left.",
            ("person:ilse-novak", "HOLDS_OFFICE", "Foreign Minister of Norway"),
        ),
        (
            "Ilse Novak is the foreign minister of Norway.",
            ("person:ilse-novak", "HOLDS_OFFICE", "Foreign Minister of Norway"),
        ),
        ("Ilse Novak, an adviser to Kim Jong Un, left.", ("person:ilse-novak", "ADVISES", "person:kim-jong-un")),
        ("Kim Jong Un's top adviser Kim Yong Chol left.", ("person:kim-yong-chol", "ADVISES", "person:kim-jong-un")),
        (
            "South Korea's Blue House confirmed it.",
            ("organization:office-of-president-kor", "AFFILIATED_WITH", "country:KOR"),
        ),
        ("They met in Geneva, Switzerland.", ("place:geneva", "LOCATED_IN", "country:CHE")),
        ("Germany, France's ally, protested.", ("country:FRA", "ALLIED_WITH", "country:DEU")),
        ("North Korea is under U.S. sanctions.", ("country:USA", "SANCTIONS", "country:PRK")),
        ("North Korea's nuclear programme grew.", ("country:PRK", "HAS_PROGRAM", "program:nuclear-program-prk")),
    ],
)
def test_relations(fast: Reads, text: str, relation: tuple[str, str, str]) -> None:
    assert relation in fast(text).relations


def test_a_leader_is_not_affiliated_beside(fast: Reads) -> None:
    said = fast("North Korean leader Kim Jong Un left.")
    assert ("person:kim-jong-un", "AFFILIATED_WITH", "country:PRK") not in said.relations


def test_a_leader_by_description_holds_no_office(fast: Reads) -> None:
    assert not any(p == "HOLDS_OFFICE" for _, p, _ in fast("North Korean leader Kim Jong Un left.").relations)


def test_a_verb_tells_who_leads(fast: Reads) -> None:
    said = fast("Ilse Novak heads the European Commission.")
    assert ("person:ilse-novak", "LEADS", "organization:european-commission") in said.relations


def test_each_relation_has_its_words(fast: Reads) -> None:
    said = fast("Nobody slept. Norway's foreign minister, Ilse Novak, left.")
    [held] = [r for r in said.found.relations if r.predicate == "HOLDS_OFFICE"]
    [proof] = held.evidence
    assert proof.sentence == 1
    assert said.text[proof.start : proof.end] == "Norway's foreign minister, Ilse Novak, left."
