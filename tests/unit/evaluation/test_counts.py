"""Precision, recall and F1, and events grouped by what found them."""

from __future__ import annotations

import pytest

from summitgraph.evaluation.counts import Judged, Score, by_band, by_rule, by_type, macro_f1, rule_of


def test_shares() -> None:
    assert Score(3, 4, 6).to_json() == {"p": 0.75, "r": 0.5, "f1": 0.6, "right": 3, "found": 4, "gold": 6}


def test_nothing_is_no_error() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_scores_add_up() -> None:
    assert Score(1, 2, 3) + Score(1, 1, 1) == Score(2, 3, 4)


def test_macro_f1_is_over_the_kinds_of_the_gold() -> None:
    assert macro_f1({"AID": Score(1, 1, 1), "AGREE": Score(0, 1, 1), "ACCUSE": Score(0, 5, 0)}) == 0.5


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("reader", "reader"),
        ("lexicon", "lexicon"),
        ("reader+lexicon", "reader+lexicon"),
        ("lexicon+reader", "reader+lexicon"),
        ("reader+context", "context"),
        ("keywords", "keywords"),
    ],
)
def test_rules(rule: str, name: str) -> None:
    assert rule_of(rule) == name


def test_groups() -> None:
    judged = [
        Judged("AID", 0.3, "reader", True),
        Judged("AID", 1.0, "lexicon", False),
        Judged("AGREE", 0.29, "reader", False),
    ]
    assert by_type(judged) == {"AGREE": Score(0, 1), "AID": Score(1, 2)}
    assert by_band(judged) == {"0.00-0.30": Score(0, 1), "0.30-0.50": Score(1, 1), "0.90-1.00": Score(0, 1)}
    assert by_rule(judged) == {"lexicon": Score(0, 1), "reader": Score(1, 2)}
