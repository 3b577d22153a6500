"""``summitgraph extract``: one JSON object a document on standard output, all else on standard error."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.conftest import ROOT, Command


def test_extract_prints_a_line_per_document(workplace: Path, command: Command) -> None:
    (workplace / "empty.txt").write_text("")
    outcome = command("extract", str(ROOT / "examples" / "hanoi-wire.txt"), "empty.txt", "--format", "jsonl")
    assert outcome.code == 3
    [line] = outcome.out.splitlines()
    found = json.loads(line)
    assert (found["id"], found["published"]) == ("hanoi-wire", "2019-02-28")
    assert "summit:2019-hanoi" in [summit["id"] for summit in found["summits"]]
    assert outcome.err == "left out: empty.txt: the file is empty. Remove it or fill it.\n"


def test_a_copy_is_named_and_not_printed_again(workplace: Path, command: Command) -> None:
    for name in ("a.txt", "b.txt"):
        (workplace / name).write_text("Seoul agreed to talks.")
    outcome = command("extract", "a.txt", "b.txt")
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 1
    assert outcome.err == "same content as a.txt: b.txt\n"


def test_an_unknown_configuration_is_refused(workplace: Path, command: Command) -> None:
    (workplace / "a.txt").write_text("Seoul agreed to talks.")
    outcome = command("extract", "a.txt", "--config", "slow")
    assert outcome.code == 1
    assert "slow: no such configuration" in outcome.err
