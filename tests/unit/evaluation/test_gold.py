"""Reading gold, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summitgraph.errors import EvaluationError
from summitgraph.evaluation import read_gold
from tests.unit.evaluation.made import GOLD, passages


def test_a_folder_and_a_file() -> None:
    gold = read_gold([GOLD, GOLD / "passages.jsonl"])
    assert sorted(gold.documents) == ["alliance", "walkout"]
    assert gold.texts["walkout"].text.startswith("President Donald Trump")
    assert [row["id"] for row in gold.passages] == [document.stem for document in gold.passage_texts]


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"none: no gold\. Name a folder"):
        read_gold([tmp_path / "none"])
    with pytest.raises(EvaluationError, match=r"no \.json file in this folder"):
        read_gold([tmp_path])


def test_gold_without_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text((GOLD / "walkout.json").read_text())
    with pytest.raises(EvaluationError, match="the text of this gold is missing"):
        read_gold([tmp_path])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"p\.jsonl:1: no JSON"),
        ("[]", r"p\.jsonl:1: no JSON object"),
        (json.dumps({"id": "1", "text": "a"}), r"p\.jsonl:1: no 'events'"),
        (json.dumps({"id": "1", "text": "a", "events": [{}]}), r"p\.jsonl:1: no 'type'"),
        (
            json.dumps(passages()[0] | {"text": "Nothing."}),
            r"p\.jsonl:1: the trigger 'expelled' is not in the text",
        ),
    ],
)
def test_malformed_passages(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "p.jsonl"
    file.write_text(line + "\n")
    with pytest.raises(EvaluationError, match=message):
        read_gold([file])
