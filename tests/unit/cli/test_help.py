"""Every command explains itself, with an example, and the shell starts quickly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from summitgraph.cli import main

COMMANDS = ["", "ingest", "extract", "query", "queries", "cypher", "graph", "graph start", "graph stop", "graph status"]


@pytest.mark.parametrize("command", [*COMMANDS, "schedule", "doctor", "code", "evaluate", "explain", "retract"])
def test_help_shows_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*command.split(), "--help"])
    assert not stop.value.code
    out = capsys.readouterr().out
    assert f"Usage: summitgraph {command}".rstrip() in out
    assert "Example" in out or "Begin with:" in out


def test_heavy_libraries_are_not_loaded_for_help() -> None:
    heavy = "{'spacy', 'prefect', 'neo4j', 'pyarrow', 'trafilatura', 'rdflib', 'pydantic'}"
    code = f"import sys, summitgraph.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
