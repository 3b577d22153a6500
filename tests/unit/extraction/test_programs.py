"""Weapons programmes and sanctions as things of their own."""

from __future__ import annotations

from tests.unit.extraction.said import Reads


def programs(said: object) -> set[str]:
    return {e.name for e in said.found.entities if e.type == "Program"}  # type: ignore[attr-defined]


def test_a_programme_has_an_owner(fast: Reads) -> None:
    said = fast("Japan condemned North Korea's nuclear programme.")
    assert programs(said) == {"North Korean nuclear programme"}
    assert ("HAS_PROGRAM" in {p for _, p, _ in said.relations}) is True


def test_two_kinds_in_one_phrase_are_two_programmes(fast: Reads) -> None:
    said = fast("Japan condemned North Korea's nuclear and ballistic missile programs.")
    assert len(programs(said)) == 2


def test_sanctions_are_named_after_who_imposes_them(fast: Reads) -> None:
    said = fast("U.S. sanctions on North Korea stay in place.")
    assert programs(said) == {"U.S. sanctions on North Korea"}


def test_a_tv_programme_is_none(fast: Reads) -> None:
    assert programs(fast("Norway cut its school meals programme.")) == set()
