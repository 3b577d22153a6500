"""``summitgraph code``: rows in, an event a row out, and what is wrong with a row."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from summitgraph.cli import main

GOOD = {
    "id": "1",
    "text": "France expelled two Russian diplomats.",
    "source": "France",
    "target": "two Russian diplomats",
}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["code", *arguments])
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{nonsense", "no JSON. Write one JSON object a line."),
        ("[]", "no JSON object. Write one object a line."),
        ('{"id": "1", "text": "a", "source": "a"}', "no 'target'. A row is {id, text, source, target[, published]}."),
        ('{"id": "1", "text": 3, "source": "a", "target": "b"}', "'text' is no text. Write a string."),
        (
            json.dumps(GOOD | {"published": "someday"}),
            "the publication date 'someday' is no date. Write it as YYYY-MM-DD.",
        ),
    ],
)
def test_a_bad_row_is_named_with_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, message: str
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(f"\n{line}\n")
    assert run(capsys, str(file)) == (1, "", f"{file}:2: {message}\n")


@pytest.mark.parametrize("key", ["source", "target"])
def test_a_phrase_that_the_text_lacks_is_told_and_the_row_read_all_the_same(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, key: str
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(GOOD | {key: "Spain"}))
    code, out, err = run(capsys, str(file))
    assert (code, json.loads(out)["id"]) == (0, GOOD["id"])
    assert err == f"{file}:1: the {key} 'Spain' is not in the text; the row is read without it.\n"


def test_a_row_that_is_not_utf8(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b'{"id": "\xff"}\n')
    code, _, err = run(capsys, str(file))
    assert (code, err) == (1, f"{file}:1: not UTF-8 (byte 0xff). Save the file as UTF-8.\n")


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "nowhere.jsonl")
    assert (code, out) == (1, "")
    assert "nowhere.jsonl: cannot be read (No such file or directory). Check the path." in err


def test_good_rows_go_on_beside_bad_ones(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join([json.dumps(GOOD), "{", json.dumps(GOOD | {"id": "2", "published": "2021-03-04"})]))
    code, out, err = run(capsys, str(file))
    assert code == 1
    assert err == f"{file}:2: no JSON. Write one JSON object a line.\n"
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["id"] for answer in answers] == ["1", "2"]
    assert list(answers[0]) == ["id", "type", "mode", "quad", "modality", "confidence", "trigger"]
    assert (answers[0]["type"], answers[0]["quad"]) == ("COERCE", 4)


def test_rows_from_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"{\n")))
    assert run(capsys, "-") == (1, "", "standard input:1: no JSON. Write one JSON object a line.\n")
