"""``cypher`` and ``graph``: reading only, clear refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.e2e.conftest import Command


def test_answers_come_as_table_json_and_csv(workplace: Path, command: Command) -> None:
    question = "UNWIND [1, 2] AS n RETURN n, $word AS word"
    given = ("--param", "word=talks")
    assert command("cypher", question, *given).out.split() == ["n", "word", "─" * 9, "1", "talks", "2", "talks"]
    rows = json.loads(command("cypher", question, *given, "--format", "json").out)
    assert rows == [{"n": 1, "word": "talks"}, {"n": 2, "word": "talks"}]
    assert command("cypher", question, *given, "--format", "csv").out == "n,word\n1,talks\n2,talks\n"


def test_an_empty_answer_is_said(workplace: Path, command: Command) -> None:
    outcome = command("cypher", "MATCH (p:Person) RETURN p.name AS name", "--format", "csv")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "No rows: nothing in the graph answers this.\n"


@pytest.mark.parametrize(
    "question",
    [
        "CREATE (n:Person) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "MATCH (n RETURN n",
    ],
)
def test_what_writes_reads_files_or_is_broken_is_refused(workplace: Path, command: Command, question: str) -> None:
    outcome = command("cypher", question)
    assert outcome.code == 1
    assert outcome.out == ""
    assert outcome.err.startswith("summitgraph: ")
    assert "Traceback" not in outcome.err


def test_the_graph_is_started_shown_and_stopped(workplace: Path, command: Command) -> None:
    assert command("graph", "status").out.startswith("stopped")
    try:
        assert command("graph", "start").out.startswith("running at bolt://127.0.0.1:")
        assert command("graph", "status").out.startswith("running at bolt://127.0.0.1:")
        assert command("cypher", "RETURN 1 AS one", "--format", "csv").out == "one\n1\n"
    finally:
        assert command("graph", "stop").out == "stopped\n"
    assert command("graph", "stop").out == "it was not running\n"


def test_a_wrong_password_is_refused_and_not_repeated(
    workplace: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        address = command("graph", "start").out.split()[2].rstrip(",")
        monkeypatch.setenv("NEO4J_PASSWORD", "wrong-password")
        for arguments in (["ingest", "talks.txt"], ["cypher", "RETURN 1"]):
            (workplace / "talks.txt").write_text("Seoul agreed to talks.")
            outcome = command(*arguments, "--graph", address)
            assert outcome.code == 1
            assert len(outcome.err.strip().splitlines()) == 1
            assert "wrong-password" not in outcome.err
    finally:
        command("graph", "stop")


def test_the_doctor_finds_all_well(workplace: Path, command: Command) -> None:
    outcome = command("doctor")
    assert outcome.code == 0, outcome.out
    assert [line.split()[0] for line in outcome.out.splitlines()] == ["ok"] * 5


def test_the_doctor_names_what_is_missing(workplace: Path, command: Command) -> None:
    outcome = command("doctor", "--graph", "bolt://127.0.0.1:9")
    assert outcome.code == 1
    assert "FAILED  graph" in outcome.out
