"""Faults name what is wrong."""

from __future__ import annotations

from summitgraph.verifying.faults import differences, edge, shown


def test_each_value_that_differs_is_a_line() -> None:
    found = {"claims": 7, "sources": 1}
    assert list(differences(found, {"claims": 2, "sources": 1, "mode": "visit"}, "its claims give")) == [
        "claims is 7, but its claims give 2",
        "mode is absent, but its claims give 'visit'",
    ]


def test_an_edge_is_named_by_its_ends_and_type() -> None:
    assert edge("person:kim-jong-un", "LEADS", "country:PRK") == "person:kim-jong-un -[LEADS]-> country:PRK"


def test_long_values_are_cut() -> None:
    assert shown("x" * 100) == "'" + "x" * 59 + "…"
