"""Texts in, graph out, through the command line: report, exit code, quarantine, and what a second run does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import ROOT, Command

Ask = Callable[[str], list[dict[str, Any]]]

TALKS = """---
title: Talks in Hanoi
published: 2019-02-28
source: Example Wire
---
HANOI - President Donald Trump met North Korean leader Kim Jong Un in Hanoi on Thursday.
"""

ALL_NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"
ALL_RELATIONSHIPS = "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS properties"


def everything(ask: Ask) -> list[str]:
    """Return the whole graph, in one order."""
    return sorted(json.dumps(row, sort_keys=True) for row in (*ask(ALL_NODES), *ask(ALL_RELATIONSHIPS)))


def test_the_examples_give_both_summits_and_a_second_run_changes_nothing(
    workplace: Path, command: Command, ask: Ask
) -> None:
    examples = str(ROOT / "examples")
    first = command("ingest", examples)
    assert first.code == 0, first.err
    assert first.out == ""
    assert first.err.splitlines()[0] == "17 loaded."
    summits = {row["id"]: row for row in ask("MATCH (s:Summit) RETURN s.id AS id, s.start AS start, s.end AS end")}
    assert summits["summit:2018-singapore"]["start"] == "2018-06-12"
    assert summits["summit:2019-hanoi"]["end"] == "2019-02-28"
    before = everything(ask)

    second = command("ingest", examples)
    assert second.code == 0
    assert second.err.splitlines()[0] == "Nothing changed in the graph: all documents are known to it."
    assert "  unchanged                 17" in second.err
    assert everything(ask) == before


def test_bad_documents_are_left_out_and_the_good_ones_loaded(workplace: Path, command: Command, ask: Ask) -> None:
    inbox = workplace / "inbox"
    inbox.mkdir()
    (inbox / "good.txt").write_text(TALKS)
    (inbox / "empty.txt").write_text("")
    (inbox / "fake.pdf").write_text("no PDF")
    (inbox / "latin.txt").write_bytes("Séoul".encode("latin-1"))
    (inbox / "news.jsonl").write_text('{"id": "row", "text": "Moscow expelled two diplomats."}\n{"id": \n')
    (inbox / "notes.json").write_text("{}")
    outcome = command("ingest", "inbox", "gone.txt")
    assert outcome.code == 3
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert outcome.err.splitlines()[0] == "2 loaded, 5 left out."
    assert "without publication date  1" in outcome.err
    assert "other files, not read" in outcome.err
    assert "left out: inbox/news.jsonl:2: no JSON" in outcome.err
    assert [row["at"] for row in ask("MATCH (:Document)-[:FOUND_AT]->(o:Origin) RETURN o.at AS at ORDER BY at")] == [
        "inbox/good.txt",
        "inbox/news.jsonl:1",
        "ontology/authority",
    ]
    [quarantine] = (workplace / "data" / "quarantine").glob("*.jsonl")
    kept = [json.loads(line) for line in quarantine.read_text().splitlines()]
    assert [row["origin"] for row in kept] == [
        "inbox/empty.txt",
        "inbox/fake.pdf",
        "inbox/latin.txt:1",
        "inbox/news.jsonl:2",
        "gone.txt",
    ]
    assert kept[0] == {
        "origin": "inbox/empty.txt",
        "stage": "read",
        "reason": "the file is empty. Remove it or fill it.",
    }


def test_nothing_is_loaded_where_all_is_bad(workplace: Path, command: Command) -> None:
    (workplace / "empty.txt").write_text("")
    outcome = command("ingest", "empty.txt")
    assert outcome.code == 1
    assert outcome.err.splitlines()[0] == "Nothing loaded: 1 left out."


def test_one_content_under_two_names_is_one_document(workplace: Path, command: Command, ask: Ask) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (workplace / name).write_text(TALKS)
    assert command("ingest", "a.txt", "b.txt").err.splitlines()[0] == "1 loaded."
    again = command("ingest", "c.txt")
    assert "known, under a new name   1" in again.err
    assert ask("MATCH (d:Document) WHERE d.id <> 'doc:authority' RETURN d.origins AS origins") == [
        {"origins": ["a.txt", "b.txt", "c.txt"]}
    ]


def test_the_run_and_its_report_stand_in_prefect(workplace: Path, command: Command) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.sorting import ArtifactSort, FlowRunSort

    (workplace / "good.txt").write_text(TALKS)
    (workplace / "empty.txt").write_text("")
    assert command("ingest", "good.txt", "empty.txt").code == 3
    with get_client(sync_client=True) as client:
        [run] = client.read_flow_runs(sort=FlowRunSort.START_TIME_DESC, limit=1)
        [artifact] = client.read_artifacts(sort=ArtifactSort.CREATED_DESC, limit=1)
    assert run.state is not None
    assert (run.state.name, run.state.message) == ("Incomplete", "1 loaded, 1 left out.")
    assert artifact.key == "ingest-report"
    assert "`empty.txt` (read): the file is empty." in str(artifact.data)


@pytest.mark.parametrize(
    ("address", "message"),
    [("bolt://127.0.0.1:9", "127.0.0.1:9"), ("bolt://no-such-host.invalid:7687", "no-such-host")],
)
def test_a_graph_that_is_down_is_said_at_once(workplace: Path, command: Command, address: str, message: str) -> None:
    (workplace / "good.txt").write_text(TALKS)
    outcome = command("ingest", "good.txt", "--graph", address)
    assert outcome.code == 1
    assert message in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1
