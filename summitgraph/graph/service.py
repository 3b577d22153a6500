"""The embedded graph as a background process: ``summitgraph graph start``, ``stop`` and ``status``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summitgraph.errors import GraphUnavailableError
from summitgraph.graph.home import Home, Runtime, home_of

SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class GraphStatus:
    """Whether the embedded graph runs.

    Attributes:
        folder: where it lives.
        runtime: the process that runs it; None where it is stopped, or has not yet said where it listens.
        log: the engine's log.
    """

    state: Literal["running", "starting", "stopped"]
    folder: Path
    log: Path
    runtime: Runtime | None = None


def status(data_dir: Path) -> GraphStatus:
    """Return whether the embedded graph of a data directory runs, and in which process."""
    home = home_of(data_dir)
    if not home.held():
        return GraphStatus("stopped", home.folder, home.log)
    runtime = home.announced()
    return GraphStatus("running" if runtime else "starting", home.folder, home.log, runtime)


def start(data_dir: Path) -> GraphStatus:
    """Start a process that runs the embedded graph until it is stopped; a graph that runs already is left as it is.

    Raises:
        GraphUnavailableError: it does not start.
    """
    home = home_of(data_dir)
    home.prepare()
    if home.held():
        return status(data_dir)
    with home.server_log.open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "summitgraph.graph.service", str(data_dir)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    deadline = time.monotonic() + SECONDS
    while not (home.held() and home.announced()):
        if process.poll() is not None or time.monotonic() > deadline:
            raise GraphUnavailableError(
                f"{home.folder}: the embedded graph does not start. Its last words: {_last_line(home.server_log)}"
            )
        time.sleep(0.1)
    return status(data_dir)


def stop(data_dir: Path) -> bool:
    """Stop the background process; return whether there was one.

    Raises:
        GraphUnavailableError: a process that is at work with the graph holds it, or the background one does not stop.
    """
    home = home_of(data_dir)
    if not home.held():
        return False
    runtime = home.announced()
    if runtime is None or not runtime.background:
        holder = f"process {runtime.pid}" if runtime else "a process that is just starting"
        raise GraphUnavailableError(
            f"{home.folder}: {holder} works with the embedded graph."
            " It stops with that process; wait for it, or end it."
        )
    os.kill(runtime.pid, signal.SIGTERM)
    if not _freed(home):
        raise GraphUnavailableError(f"{home.folder}: process {runtime.pid} does not stop. Look into {home.server_log}.")
    return True


def serve(data_dir: Path) -> None:
    """Run the embedded graph in this process until a signal ends it."""
    from summitgraph.graph.embedded import open_embedded

    # Blocked before Java starts its threads, so that all of them leave the signals to sigwait.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    with open_embedded(data_dir, background=True) as graph:
        graph.ensure_schema()
        print(f"embedded graph at {graph.address}", flush=True)
        signal.sigwait(ENDING)


ENDING = {signal.SIGTERM, signal.SIGINT}


def _freed(home: Home) -> bool:
    deadline = time.monotonic() + SECONDS
    while home.held():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines() if log.exists() else []
    return lines[-1] if lines else "none"


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
