"""Whole documents against gold, and their errors by phenomenon."""

from __future__ import annotations

import pytest

from summitgraph.evaluation.counts import Score
from summitgraph.evaluation.documents import KINDS, DocumentScores, score_documents
from tests.unit.evaluation.made import Json, extracted, gold


def scored(found: Json, stem: str = "walkout") -> DocumentScores:
    return score_documents({stem: gold(stem)}, {stem: found})


def kinds(scores: DocumentScores) -> list[str]:
    return [fault.kind for fault in scores.faults]


@pytest.mark.parametrize("stem", ["walkout", "alliance"])
def test_what_says_the_same_is_right_in_all(stem: str) -> None:
    scores = scored(extracted(stem), stem)
    assert {kind: scores.scores[kind].f1 for kind in KINDS if scores.scores[kind].gold} == {
        kind: 1.0 for kind in KINDS if gold(stem).get(kind) or kind == "dyads"
    }
    assert scores.faults == []


def test_no_output_is_counted_and_named() -> None:
    scores = score_documents({"walkout": gold("walkout")}, {})
    assert scores.missing == ["walkout"]
    assert scores.scores["events"] == Score(0, 0, 3)


def test_parties_of_a_meeting_may_stand_the_other_way_round() -> None:
    found = extracted("walkout")
    found["events"][1]["actor"], found["events"][1]["recipient"] = "id:Kim Jong Un", "id:Donald Trump"
    assert scored(found).scores["events"].f1 == 1.0


def test_parties_of_a_refusal_may_not() -> None:
    found = extracted("walkout")
    found["events"][0]["actor"], found["events"][0]["recipient"] = "id:Kim Jong Un", "id:Donald Trump"
    assert scored(found).scores["events"] == Score(2, 3, 3)


def test_an_optional_event_counts_neither_way() -> None:
    found = extracted("walkout")
    found["events"].append(found["events"][2] | {"recipient": "id:United States"})
    assert scored(found).scores["events"] == Score(3, 3, 3)


def test_dyads_roll_people_up_to_their_states() -> None:
    found = extracted("walkout")
    found["events"][0] |= {"actor": "id:United States", "recipient": "id:North Korea"}
    scores = scored(found)
    assert scores.scores["events"] == Score(2, 3, 3)
    assert scores.scores["dyads"].f1 == 1.0


def test_dyads_are_of_actual_events_only() -> None:
    assert scored(extracted("alliance"), "alliance").scores["dyads"] == Score(2, 2, 2)


def test_an_alliance_holds_both_ways() -> None:
    found = extracted("alliance")
    found["relations"] = [{"subject": "id:Japan", "predicate": "ALLIED_WITH", "object": "id:South Korea"}]
    assert scored(found, "alliance").scores["relations"].f1 == 1.0


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"recipient": None}, "event recipient: null missed"),
        ({"recipient": "id:North Korea"}, "event recipient: state for person or body"),
        ({"actor": "id:United States"}, "event actor: state for person or body"),
        ({"recipient": "id:Hanoi"}, "event recipient: unnamed"),
        ({"type": "ACCUSE"}, "event type"),
        ({"modality": "planned"}, "event modality: actual as planned"),
        ({"type": "ACCUSE", "modality": "planned"}, "event type and modality"),
    ],
)
def test_near_misses_have_a_name(change: Json, kind: str) -> None:
    found = extracted("walkout")
    found["events"][0] |= change
    assert kinds(scored(found)) == [kind]


def test_a_null_that_was_filled() -> None:
    found = extracted("walkout")
    found["events"][2] |= {"recipient": "id:Mike Pompeo"}
    assert kinds(scored(found)) == ["event recipient: null filled"]


@pytest.mark.parametrize(
    ("mentioned", "kind"),
    [
        ([("Mike Pompeo", "pronoun")], "pronoun"),
        ([("Mike Pompeo", "office")], "office"),
        ([("Mike Pompeo", "name")], "name"),
        ([("Mike Pompeo", "nominal"), ("Donald Trump", "nominal")], "group"),
    ],
)
def test_a_wrong_party_is_named_by_its_words(mentioned: list[tuple[str, str]], kind: str) -> None:
    found = extracted("walkout")
    for name, how in mentioned:
        entity = next(entity for entity in found["entities"] if entity["name"] == name)
        entity["mentions"] = [{"start": 5, "end": 7, "sentence": 0, "kind": how}]
    proof = {"sentence": 0, "recipient": {"start": 5, "end": 7}}
    found["events"][0] |= {"recipient": "id:Mike Pompeo", "evidence": [proof]}
    assert kinds(scored(found)) == [f"event recipient: {kind}"]


def test_missing_and_extra() -> None:
    found = extracted("walkout")
    del found["events"][2], found["relations"][2]
    found["entities"].append({"id": "x", "name": "Vietnam", "type": "Country", "mentions": []})
    assert kinds(scored(found)) == [
        "event missing: actual",
        "entity extra: Country",
        "relation missing: LEADS",
    ]


def test_each_event_found_is_judged_once_by_its_surest() -> None:
    found = extracted("walkout")
    found["events"].append(found["events"][0] | {"confidence": 0.9, "rule": "lexicon"})
    judged = scored(found).judged
    assert len(judged) == 3
    assert [(item.confidence, item.rule, item.right) for item in judged if item.type == "REJECT"] == [
        (0.9, "lexicon", True)
    ]
