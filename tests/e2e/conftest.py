"""The whole chain in one process: real extraction, real embedded graph, one Prefect server for all tests."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summitgraph.cli import main, prefect_environment

ROOT = Path(__file__).resolve().parents[2]
# The configuration without the trained reader: what is tested here is the chain, and it starts faster.
CONFIG = "fast"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session", autouse=True)
def _prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ["PREFECT_HOME"] = str(tmp_path_factory.mktemp("prefect"))
    prefect_environment.prepare(tmp_path_factory.mktemp("unused"))
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with a data directory of its own below it; commands may change the environment meanwhile."""
    kept = dict(os.environ)
    os.environ |= {"SUMMITGRAPH_DATA_DIR": str(tmp_path / "data"), "SUMMITGRAPH_CONFIG": CONFIG}
    os.environ.pop("SUMMITGRAPH_GRAPH", None)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    os.environ.clear()
    os.environ.update(kept)


Command = Callable[..., Outcome]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command of the real command line and return what it left behind."""

    def run(*arguments: str) -> Outcome:
        code = 0
        try:
            main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture
def ask(command: Command) -> Callable[[str], list[dict[str, Any]]]:
    """Ask the graph in Cypher and return the rows."""

    def rows(cypher: str) -> list[dict[str, Any]]:
        outcome = command("cypher", cypher, "--format", "json")
        assert outcome.code == 0, outcome.err
        found: list[dict[str, Any]] = json.loads(outcome.out)
        return found

    return rows
