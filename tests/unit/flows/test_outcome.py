"""The state in which a run ends says what stands in the graph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.ingest import outcome
from flows.quarantine import write_quarantine
from summitgraph.records import Rejected
from summitgraph.reporting import NothingLoadedError, RunReport

EMPTY = Rejected("empty.txt", "read", "the file is empty.")


@pytest.mark.parametrize(
    ("report", "name", "message"),
    [
        (RunReport(documents=2, loaded=2), "Completed", "2 loaded."),
        (
            RunReport(documents=2, unchanged=2),
            "Completed",
            "Nothing changed in the graph: all documents are known to it.",
        ),
        (RunReport(documents=1, loaded=1, rejected=[EMPTY]), "Incomplete", "1 loaded, 1 left out."),
        (
            RunReport(documents=1, unchanged=1, rejected=[EMPTY]),
            "Incomplete",
            "Nothing changed in the graph: 1 left out.",
        ),
        (RunReport(rejected=[EMPTY]), "Failed", "Nothing loaded: 1 left out."),
    ],
)
def test_state_and_message(report: RunReport, name: str, message: str) -> None:
    state = outcome(report)
    assert (state.name, state.message) == (name, message)
    assert state.is_failed() == (name == "Failed")


def test_a_run_that_failed_keeps_its_report() -> None:
    error = NothingLoadedError(RunReport(rejected=[EMPTY]))
    assert error.report.rejected == [EMPTY]
    assert str(error) == "Nothing loaded: 1 left out. The first: empty.txt: the file is empty."


def test_quarantine_is_a_line_for_each_that_was_left_out(tmp_path: Path) -> None:
    path = write_quarantine(tmp_path / "quarantine", "run:7", [EMPTY])
    assert path == tmp_path / "quarantine" / "7.jsonl"
    assert [json.loads(line) for line in path.read_text().splitlines()] == [
        {"origin": "empty.txt", "stage": "read", "reason": "the file is empty."}
    ]


def test_a_run_without_losses_writes_no_quarantine(tmp_path: Path) -> None:
    assert write_quarantine(tmp_path / "quarantine", "run:7", []) is None
    assert not (tmp_path / "quarantine").exists()
