"""The installed command in a process of its own: what a shell sees."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.e2e.conftest import CONFIG

SUMMITGRAPH = [sys.executable, "-c", "from summitgraph.cli import main; main()"]
TALKS = "---\npublished: 2019-02-28\n---\nDonald Trump met Kim Jong Un in Hanoi on Thursday.\n"
PATIENCE = 240.0


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has set nothing of Prefect."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "SUMMITGRAPH_"))}
    return kept | {
        "HOME": str(tmp_path / "home"),
        "SUMMITGRAPH_DATA_DIR": str(tmp_path / "data"),
        "SUMMITGRAPH_CONFIG": CONFIG,
    }


def test_a_run_is_quiet_but_for_its_report(tmp_path: Path, environment: Mapping[str, str]) -> None:
    (tmp_path / "talks.txt").write_text(TALKS)
    done = subprocess.run(
        [*SUMMITGRAPH, "ingest", "talks.txt"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "\x1b" not in done.stderr
    lines = done.stderr.splitlines()
    assert lines[0] == "1 loaded."
    assert lines[-1].startswith("  wall time ")
    assert not (tmp_path / "home" / ".prefect").exists()


def test_a_pipe_that_closes_early_is_no_error(tmp_path: Path, environment: Mapping[str, str]) -> None:
    command = [*SUMMITGRAPH, "cypher", "UNWIND range(1, 50000) AS n RETURN n", "--format", "csv"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "n\n"
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_a_schedule_runs_the_flow_and_its_runs_are_seen(tmp_path: Path, environment: Mapping[str, str]) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "talks.txt").write_text(TALKS)
    port = _free_port()
    with _scheduled(tmp_path, environment, port) as process:
        run = _wait_for_run(f"http://127.0.0.1:{port}/api", process)
        assert run["state_name"] == "Completed"
        assert run["state"]["message"] == "1 loaded."
        assert run["parameters"]["paths"] == [str(tmp_path / "inbox")]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    status = subprocess.run(
        [*SUMMITGRAPH, "graph", "status"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert status.stdout.startswith("stopped")


@contextmanager
def _scheduled(folder: Path, environment: Mapping[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [*SUMMITGRAPH, "schedule", "inbox", "--interval", "15s", "--port", str(port)]
    # Where a script runs the tests in the background they inherit that Ctrl-C is ignored, and would pass it on.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with (folder / "schedule.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def _wait_for_run(api: str, process: subprocess.Popen[bytes]) -> dict[str, Any]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            answer = httpx.post(f"{api}/flow_runs/filter", json={"sort": "START_TIME_ASC"}, trust_env=False)
            runs = answer.json() if answer.is_success else []
        except httpx.TransportError:
            runs = []
        ended = [run for run in runs if run["state_type"] in ("COMPLETED", "FAILED", "CRASHED")]
        if ended:
            first: dict[str, Any] = ended[0]
            return first
        time.sleep(1)
    raise AssertionError("no scheduled run ended")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
