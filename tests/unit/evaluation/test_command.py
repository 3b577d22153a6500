"""``summitgraph evaluate`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summitgraph.cli import main
from tests.unit.evaluation.made import GOLD, extracted, passages, read_passage


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "extracted.jsonl"
    found = [extracted("walkout"), extracted("alliance"), *map(read_passage, passages())]
    path.write_text("\n".join(map(json.dumps, found)))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["evaluate", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


def test_json_holds_every_figure(capsys: pytest.CaptureFixture[str], stored: Path) -> None:
    code, out, _ = run(capsys, str(GOLD), str(GOLD / "passages.jsonl"), "--extracted", str(stored), "--format", "json")
    assert code == 0
    figures = json.loads(out)
    assert figures["documents"]["events"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "right": 7, "found": 7, "gold": 7}
    assert figures["passages"]["whole"]["f1"] == 1.0
    assert figures["passages"]["precision_by_confidence"] == {"0.90-1.00": {"precision": 1.0, "right": 6, "found": 6}}
    assert figures["passages"]["precision_by_rule"] == {"reader+lexicon": {"precision": 1.0, "right": 6, "found": 6}}


def test_the_table(capsys: pytest.CaptureFixture[str], stored: Path) -> None:
    code, out, _ = run(capsys, str(GOLD), "--extracted", str(stored))
    assert code == 0
    lines = [line.split() for line in out.splitlines()]
    assert ["events", "1.000", "1.000", "1.000", "7", "7", "7"] in lines
    assert ["0.70-0.80", "1.000", "7", "7", "100.0%"] in lines


def test_errors_are_listed_by_phenomenon(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found = extracted("walkout")
    found["events"][0]["recipient"] = None
    path = tmp_path / "extracted.jsonl"
    path.write_text(json.dumps(found))
    _, out, err = run(capsys, str(GOLD), "--extracted", str(path), "--errors", "1")
    assert "documents: event recipient: null missed (1)" in out
    assert "REJECT donald trump kim jong un actual (walked away from the talks)" in out
    assert err == "no output for: alliance\n"


def test_texts_are_read_where_no_output_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, str(GOLD / "passages.jsonl"), "--config", "fast", "--format", "json")
    assert code == 0
    assert json.loads(out)["passages"]["passages"] == 6


def test_wrong_gold_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "nowhere")
    assert (code, out) == (1, "")
    assert err.startswith("summitgraph: nowhere: no gold. Name a folder")


def test_a_broken_output_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text("{}\n")
    code, _, err = run(capsys, str(GOLD), "--extracted", str(path))
    assert code == 1
    assert "broken.jsonl:1: no object with an 'id'" in err
