"""The embedded graph, shared: the first process runs the engine, the others connect to it.

Within a process the engine runs once for each folder and stops with its last user.
"""

from __future__ import annotations

import atexit
import os
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from summitgraph.errors import GraphUnavailableError
from summitgraph.graph.connection import Access, Graph
from summitgraph.graph.home import Home, Runtime, home_of
from summitgraph.graph.server import EmbeddedServer, leave_java

FIND_SECONDS = 60.0


@dataclass(slots=True)
class _Running:
    """An engine that this process runs, and how many use it here."""

    home: Home
    server: EmbeddedServer
    lock: FileLock
    users: int = 0

    def stop(self) -> None:
        self.home.withdraw()
        self.server.stop()
        self.lock.release()


_running: dict[Path, _Running] = {}
_guard = threading.RLock()


def open_embedded(data_dir: Path, *, background: bool = False) -> Graph:
    """Open the embedded graph of a data directory, started where no process runs it.

    Raises:
        GraphUnavailableError: the engine does not start, or the process that holds it does not answer.
        GraphAccessError: the folder or its password cannot be read.
    """
    home = home_of(data_dir)
    home.prepare()
    joined = threading.Event()

    def find() -> Access:
        access, here = _find(home, background, counted=not joined.is_set())
        if here:
            joined.set()
        return access

    def leave() -> None:
        if joined.is_set():
            _leave(home)

    access = find()
    try:
        graph = Graph(access, find=find, on_close=leave, exclusive=home.writing)
        graph.verify()
    except BaseException:
        leave()
        raise
    return graph


def _find(home: Home, background: bool, *, counted: bool) -> tuple[Access, bool]:
    """Return the way in, and whether the engine runs in this process; count one more user of it here."""
    with _guard:
        running = _running.get(home.folder)
        if running is None:
            with home.starting():
                lock = home.hold()
                if lock is None:
                    return home.access(_await_announcement(home)), False
                running = _start(home, lock, background)
        running.users += counted
        runtime = home.announced()
        if runtime is None:
            raise GraphUnavailableError(
                f"{home.folder}: runtime.json was removed while the graph runs. Start it again."
            )
        return home.access(runtime), True


def _start(home: Home, lock: FileLock, background: bool) -> _Running:
    try:
        server = EmbeddedServer(home)
    except BaseException:
        lock.release()
        raise
    # Registered once Java runs, so that it comes before the binding's own end of Java, which would wait for the engine.
    atexit.unregister(_stop_all)
    atexit.register(_stop_all)
    started_at = datetime.now(UTC).isoformat(timespec="seconds")
    home.announce(Runtime(os.getpid(), server.port, started_at, background))
    running = _running[home.folder] = _Running(home, server, lock)
    return running


def _await_announcement(home: Home) -> Runtime:
    deadline = time.monotonic() + FIND_SECONDS
    while (runtime := home.announced()) is None:
        if time.monotonic() > deadline:
            raise GraphUnavailableError(
                f"{home.folder}: another process holds the embedded graph and does not say where it listens."
                " End it, or stop it with 'summitgraph graph stop'."
            )
        time.sleep(0.05)
    return runtime


def _leave(home: Home) -> None:
    with _guard:
        running = _running.get(home.folder)
        if running is None:
            return
        running.users -= 1
        if running.users <= 0:
            del _running[home.folder]
            running.stop()


def _stop_all() -> None:
    # Its threads would keep Java, and so this process, from ending.
    with _guard:
        for running in _running.values():
            running.stop()
        _running.clear()
    leave_java()
