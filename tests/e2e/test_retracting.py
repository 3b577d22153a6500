"""Texts that change, go, and are taken back, through the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.conftest import Command

Ask = Callable[[str], list[dict[str, Any]]]

HEAD = "---\ntitle: Talks in Hanoi\npublished: 2019-02-28\nsource: Example Wire\n---\n"
MET = HEAD + "HANOI - President Donald Trump met North Korean leader Kim Jong Un in Hanoi on Thursday.\n"
CORRECTED = HEAD + "HANOI - President Donald Trump will meet South Korean President Moon Jae-in in Seoul.\n"
GRAPH = "MATCH (n) WHERE NOT n:Run RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id"
PATHS = "MATCH (d:Document) WHERE d.id <> 'doc:authority' UNWIND d.origins AS path RETURN path ORDER BY path"


def graph(ask: Ask) -> list[dict[str, Any]]:
    """Every node without the time of its loading, which another run at another time does not share."""
    rows = ask(GRAPH)
    for row in rows:
        row["properties"].pop("ingested_at", None)
    return rows


def test_a_changed_text_leaves_the_graph_of_the_new_one_alone(workplace: Path, command: Command, ask: Ask) -> None:
    (workplace / "talks.txt").write_text(CORRECTED)
    assert command("ingest", "talks.txt").code == 0
    alone = graph(ask)
    (workplace / "talks.txt").write_text(MET)
    assert command("ingest", "talks.txt").err.splitlines()[0] == "1 loaded, 1 retracted."
    assert graph(ask) != alone
    (workplace / "talks.txt").write_text(CORRECTED)
    assert command("ingest", "talks.txt").err.splitlines()[0] == "1 loaded, 1 retracted."
    assert graph(ask) == alone


def test_what_is_gone_from_a_synced_folder_is_retracted(workplace: Path, command: Command, ask: Ask) -> None:
    inbox = workplace / "inbox"
    inbox.mkdir()
    (workplace / "own.txt").write_text("Moscow expelled two diplomats.")
    (inbox / "met.txt").write_text(MET)
    (inbox / "corrected.txt").write_text(CORRECTED)
    assert command("ingest", "--sync", "inbox").code == 0
    assert command("ingest", "own.txt").code == 0
    (inbox / "met.txt").unlink()
    assert command("ingest", "--sync", "inbox").err.splitlines()[0] == "0 loaded, 1 retracted."
    assert [row["path"] for row in ask(PATHS)] == ["inbox/corrected.txt", "own.txt"]
    (inbox / "corrected.txt").unlink()
    assert command("ingest", "--sync", "inbox").code == 0
    assert [row["path"] for row in ask(PATHS)] == ["own.txt"]
    refused = command("ingest", "--sync", "gone")
    assert (refused.code, refused.err) == (1, "summitgraph: --sync: gone is no folder. Name folders that are there.\n")


def test_a_retraction_is_told_before_it_is_done(workplace: Path, command: Command, ask: Ask) -> None:
    (workplace / "other.txt").write_text(CORRECTED)
    assert command("ingest", "other.txt").code == 0
    alone = graph(ask)
    (workplace / "met.txt").write_text(MET)
    assert command("ingest", "met.txt").code == 0
    told = command("retract", "met.txt", "--dry-run")
    assert told.err == "1 would be retracted, 1 paths or URLs would be dropped. Nothing was changed.\n"
    assert graph(ask) != alone
    done = command("retract", str(workplace / "met.txt"))
    assert (done.code, done.out, done.err) == (0, told.out, "1 retracted, 1 paths or URLs dropped.\n")
    assert graph(ask) == alone
    unknown = command("retract", "met.txt")
    assert unknown.code == 1
    assert unknown.err.startswith("summitgraph: met.txt: the graph holds no document of this id, path or URL.")
