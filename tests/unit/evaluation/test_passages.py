"""Labelled passages: pairs of labels and answers, levels, errors."""

from __future__ import annotations

import pytest

from summitgraph.evaluation.counts import Score
from summitgraph.evaluation.labels import labels_of
from summitgraph.evaluation.passages import LEVELS, PassageScores, score_passages
from summitgraph.evaluation.spans import fills, locate, shared
from tests.unit.evaluation.made import Json, passages, read_passage


def scored(id_: str, **change: object) -> PassageScores:
    """Scores of one passage whose first event is changed."""
    row = next(row for row in passages() if row["id"] == id_)
    found = read_passage(row)
    for key, value in change.items():
        where: Json = (
            found["events"][0]["evidence"][0] if key in found["events"][0]["evidence"][0] else found["events"][0]
        )
        where[key] = value
    return score_passages([row], {id_: found})


def levels(scores: PassageScores) -> list[int]:
    return [scores.scores[level].right for level in LEVELS]


def test_spans() -> None:
    assert locate("Kim met Kim.", "Kim#2") == (8, 11)
    assert locate("Kimchi", "Kim") is None
    assert shared((0, 5), (3, 9)) == 2
    assert fills([], None)
    assert not fills([], (0, 1))
    assert fills([(0, 3), (8, 11)], (9, 10))


def test_what_says_the_same_is_right_in_all() -> None:
    scores = score_passages(passages(), {row["id"]: read_passage(row) for row in passages()})
    assert (scores.passages, levels(scores)) == (6, [6, 6, 6, 6])
    assert scores.scores["whole"].f1 == 1.0
    assert scores.faults == []


@pytest.mark.parametrize(
    ("change", "expected", "kind"),
    [
        ({"modality": "planned"}, [1, 1, 1, 0], "modality"),
        ({"recipient": None}, [1, 1, 0, 0], "recipient: null missed"),
        ({"actor": {"start": 20, "end": 24}}, [1, 1, 0, 0], "actor: another"),
        ({"type": "AID"}, [1, 0, 0, 0], "type"),
        ({"mode": "arrest"}, [1, 1, 1, 1], "mode"),
        ({"date": "2021-03-04"}, [1, 1, 1, 1], "date"),
    ],
)
def test_levels_and_errors(change: dict[str, object], expected: list[int], kind: str) -> None:
    scores = scored("t-01", **change)
    assert levels(scores) == expected
    assert [fault.kind for fault in scores.faults] == [kind]


def test_a_pronoun_or_its_name_fills_the_role() -> None:
    assert levels(scored("t-03", actor={"start": 0, "end": 3})) == [1, 1, 1, 1]


def test_a_null_must_be_null() -> None:
    row = {"id": "x", "text": "France was condemned.", "tags": []}
    event = {"type": "ACCUSE", "mode": None, "trigger": "condemned", "actor": None, "recipient": "France"}
    row["events"] = [event | {"modality": "actual", "attributed_to": None, "date": None}]
    found = read_passage(row)
    found["events"][0]["evidence"][0]["actor"] = {"start": 0, "end": 6}
    scores = score_passages([row], {"x": found})
    assert [fault.kind for fault in scores.faults] == ["actor: null filled"]


def test_another_trigger_is_missed_and_extra_but_loosely_right() -> None:
    scores = scored("t-01", trigger={"start": 0, "end": 6})
    assert levels(scores) == [0, 0, 0, 0]
    assert scores.scores["loose"] == Score(1, 1, 1)
    assert [fault.kind for fault in scores.faults] == ["missed", "extra"]


def test_each_label_is_found_once() -> None:
    row = passages()[0]
    found = read_passage(row)
    found["events"].append(found["events"][0] | {"type": "AID"})
    scores = score_passages([row], {row["id"]: found})
    assert scores.scores["typed"] == Score(1, 2, 1)


def test_equal_answers_count_once() -> None:
    row = passages()[0]
    found = read_passage(row)
    found["events"].append(found["events"][0] | {"confidence": 0.1})
    assert score_passages([row], {row["id"]: found}).scores["found"] == Score(1, 1, 1)


def test_a_passage_without_output_misses_its_events() -> None:
    assert score_passages(passages()[:1], {}).scores["found"] == Score(0, 0, 1)


def test_details_of_the_typed() -> None:
    accuracy = scored("t-04", attributed_to=None).accuracy
    assert accuracy == {"mode": (0, 0), "modality": (1, 1), "attribution": (0, 1), "date": (0, 0)}


def test_tags_gather_their_passages() -> None:
    scores = score_passages(passages(), {row["id"]: read_passage(row) for row in passages()})
    assert scores.by_tag["active"] == Score(3, 3, 3)
    assert scores.by_tag["no-event"] == Score()


def test_the_second_occurrence_of_a_name_is_meant() -> None:
    labels = labels_of(passages()[5])
    assert [label.actor for label in labels] == [((0, 5),), ((35, 40),)]
