"""A wrong command line gives one line that says what to do, an exit code, and no traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from summitgraph.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    captured = capsys.readouterr()
    return int(stop.value.code or 0), captured.out, captured.err


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    kept = dict(os.environ)
    monkeypatch.chdir(tmp_path)
    os.environ["SUMMITGRAPH_DATA_DIR"] = str(tmp_path / "data")
    os.environ.pop("SUMMITGRAPH_GRAPH", None)
    yield
    os.environ.clear()
    os.environ.update(kept)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ingest", "missing.txt"], "summitgraph: missing.txt: no such file or folder. Check the path."),
        (["ingest", "file:///etc/passwd"], "file: addresses are not read. Give the path itself: /etc/passwd."),
        (["ingest", "none/*.txt"], "none/*.txt: no file matches this pattern."),
        (["ingest", ".", "--published", "someday"], "--published: the publication date 'someday' is no date."),
        (["ingest", ".", "--map", "text"], "--map text: write FIELD=COLUMN"),
        (["ingest", ".", "--graph", "http://host"], "--graph or SUMMITGRAPH_GRAPH: this is no Bolt address"),
        (["extract", "missing.txt"], "missing.txt: no such file or folder. Check the path."),
        (["schedule", "inbox"], "schedule: give either --cron '0 6 * * *' or --interval 6h."),
        (["schedule", "inbox", "--cron", "whenever"], "--cron 'whenever': this is no cron time"),
        (["schedule", "inbox", "--interval", "soon"], "--interval 'soon': write a number and a unit"),
        (["query", "summits.dosier"], "summits.dosier: the catalogue has no such query."),
        (["cypher", "RETURN $n", "--param", "n"], "--param n: write NAME=VALUE"),
    ],
)
def test_a_wrong_argument(capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 1
    assert out == ""
    assert message in err
    assert len(err.strip().splitlines()) == 1


def test_several_names_that_lead_nowhere_are_all_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "ingest", "one.txt", "two.txt")
    assert code == 1
    assert "one.txt: no such file" in err
    assert "two.txt: no such file" in err


@pytest.mark.parametrize(
    "arguments", [["fly"], ["ingest"], ["query"], ["ingest", "--speed", "9", "."], ["extract", ".", "--format", "xml"]]
)
def test_wrong_usage_has_a_code_of_its_own(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert "Usage: summitgraph" in err


def test_a_defect_is_named_as_one(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("summitgraph.cli.ingesting.settings_of", fail)
    code, _, err = run(capsys, "ingest", ".")
    assert code == 70
    assert err.startswith("summitgraph: a defect of the program (ZeroDivisionError: division by zero).")
