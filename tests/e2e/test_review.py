"""The review queue on the command line: listed, worked through by keys, in force with the next run, and taken back."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import Command

Ask = Callable[[str], list[dict[str, Any]]]

FIRST = """---
title: Envoy in Seoul
published: 2018-03-05
source: Example Wire
---
SEOUL - North Korean envoy Pak Chol Min met South Korean President Moon Jae-in in Seoul on Monday.
"""
SECOND = """---
title: Envoy leaves
published: 2018-03-07
source: Evening Example
---
SEOUL - North Korean envoy Pak Chol Minn thanked South Korean President Moon Jae-in on Tuesday.
"""
PAK, MINN = "person:pak-chol-min", "person:pak-chol-minn"
PERSONS = f"MATCH (p:Person) WHERE p.id STARTS WITH '{PAK}' RETURN p.id AS id ORDER BY id"
WHOLE = (
    "MATCH (n) WHERE NOT n:Run RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.claims AS claims,"
    " n.decisions AS decisions ORDER BY id"
)


@pytest.fixture
def inbox(workplace: Path, command: Command) -> Path:
    folder = workplace / "inbox"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    assert command("ingest", "inbox").code == 0
    return folder


def typed(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))


def test_the_queue_is_listed_as_json(inbox: Path, command: Command) -> None:
    outcome = command("review", "--list", "--format", "json")
    assert outcome.code == 0, outcome.err
    [pair] = [row for row in json.loads(outcome.out) if row["kind"] == "person"]
    assert {pair["keep"], pair["other"]} == {PAK, MINN}
    assert pair["reason"].startswith("a like spelling")


def test_a_merge_is_in_force_with_the_next_run_and_taken_back_with_the_row(
    inbox: Path, command: Command, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ask(WHOLE)
    typed(monkeypatch, "x\nm\nq\n")
    outcome = command("review", "--author", "mk")
    assert outcome.code == 0, outcome.err
    assert "Pak Chol Minn thanked" in outcome.out
    assert "1 decided, written to" in outcome.err
    file = inbox.parent / "data" / "decisions.csv"
    assert file.read_text().splitlines()[-1].split(",")[1] == "merge"

    again = command("ingest", "inbox")
    assert again.err.splitlines()[0] == "0 loaded, 1 mapped again by decisions."
    assert len(ask(PERSONS)) == 1
    assert command("ingest", "inbox").err.startswith("Nothing changed")

    file.unlink()
    assert command("ingest", "inbox").code == 0
    assert ask(WHOLE) == before


def test_a_pair_told_apart_is_shown_no_more(inbox: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "n\n")
    assert command("review").code == 0
    outcome = command("review", "--list", "--format", "json")
    assert not [row for row in json.loads(outcome.out or "[]") if row["kind"] == "person"]


def test_a_wrong_row_stops_the_run_with_file_and_line(inbox: Path, command: Command) -> None:
    file = inbox.parent / "data" / "decisions.csv"
    file.write_text("# summitgraph decisions 1\nid,decision,arguments,author,day,reason\nd1,fuse,a=b,mk,2018-03-08,\n")
    outcome = command("ingest", "inbox")
    assert outcome.code == 1
    assert f"{file}:3: 'fuse' is no decision." in outcome.err


def test_a_named_file_that_is_gone_takes_no_decision_back(
    inbox: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMITGRAPH_DECISIONS", "gone.csv")
    outcome = command("ingest", "inbox")
    assert outcome.code == 1
    assert "gone.csv is not there" in outcome.err
