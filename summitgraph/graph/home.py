"""The folder of the embedded graph: its files, who holds it, and where it listens.

The process that runs the engine keeps a lock on ``owner.lock`` as long as it lives; the operating system frees it
however the process ends, so ``runtime.json`` of a killed one is known to be stale.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from summitgraph.errors import GraphAccessError, GraphUnavailableError
from summitgraph.graph.connection import Access

DATABASE = "summitgraph"
WRITER, READER = "root", "reader"
START_SECONDS, WRITE_SECONDS = 60.0, 600.0


@dataclass(frozen=True, slots=True)
class Runtime:
    """The process that runs the engine.

    Attributes:
        background: whether it was started by ``summitgraph graph start`` and stays until it is stopped.
    """

    pid: int
    port: int
    started_at: str
    background: bool

    @property
    def address(self) -> str:
        """The Bolt address."""
        return f"bolt://127.0.0.1:{self.port}"


@dataclass(frozen=True, slots=True)
class Secrets:
    """Passwords of the engine's two users: one who writes, one who reads."""

    writer: str
    reader: str


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of an embedded graph, ``<data directory>/graph``."""

    folder: Path

    @property
    def log(self) -> Path:
        """The engine's log."""
        return self.folder / "log" / "arcadedb.log"

    @property
    def server_log(self) -> Path:
        """What the background process prints."""
        return self.folder / "log" / "server.log"

    @property
    def passwords(self) -> Path:
        """The file of passwords, readable by its owner alone."""
        return self.folder / "passwords.json"

    def prepare(self) -> None:
        """Make the folder, for its owner alone.

        Raises:
            GraphAccessError: the folder cannot be made or written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self.folder / "log").mkdir(exist_ok=True)
            (self.folder / "config").mkdir(exist_ok=True)
        except OSError as error:
            raise GraphAccessError(
                f"{self.folder}: the folder of the embedded graph cannot be made ({error.strerror})."
                " Name another with --data-dir."
            ) from error

    def held(self) -> bool:
        """Tell whether a living process runs the engine."""
        if not self.folder.exists():
            return False
        lock = self._owner_lock()
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        lock.release()
        return False

    def hold(self) -> FileLock | None:
        """Take the folder for this process until the lock is released; None where another process has it."""
        lock = self._owner_lock()
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        self._runtime_file.unlink(missing_ok=True)
        return lock

    def _owner_lock(self) -> FileLock:
        # Not thread-local: it is released by whichever thread closes the graph.
        return FileLock(self.folder / "owner.lock", thread_local=False)

    @property
    def _runtime_file(self) -> Path:
        return self.folder / "runtime.json"

    def announce(self, runtime: Runtime) -> None:
        """Tell other processes where the engine listens."""
        _write_private(self._runtime_file, json.dumps(asdict(runtime)))

    def withdraw(self) -> None:
        """Take the announcement back."""
        self._runtime_file.unlink(missing_ok=True)

    def announced(self) -> Runtime | None:
        """Return what the holder announced; None where it has not yet, or there is none."""
        try:
            return Runtime(**json.loads(self._runtime_file.read_text(encoding="utf-8")))
        except (FileNotFoundError, json.JSONDecodeError):
            return None

    def secrets(self) -> Secrets:
        """Return the passwords, made on first use."""
        if not self.passwords.exists():
            # The engine keeps its users from its first start: new passwords need new users.
            (self.folder / "config" / "server-users.jsonl").unlink(missing_ok=True)
            made = Secrets(secrets.token_urlsafe(24), secrets.token_urlsafe(24))
            _write_private(self.passwords, json.dumps(asdict(made)))
        try:
            return Secrets(**json.loads(self.passwords.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise GraphAccessError(
                f"{self.passwords}: the password of the embedded graph cannot be read ({error})."
                " Use it as the user who made it, or delete the file while no process uses the graph."
            ) from error

    def access(self, runtime: Runtime) -> Access:
        """Return how to enter the engine that runs."""
        words = self.secrets()
        return Access(runtime.address, (WRITER, words.writer), (READER, words.reader), DATABASE)

    def starting(self) -> AbstractContextManager[None]:
        """Let one process at a time find out who holds the graph, and start it where nobody does."""
        return self._alone("start.lock", START_SECONDS, "starting")

    def writing(self) -> AbstractContextManager[None]:
        """Let one writer at a time work: the engine would refuse the second at the end of its work."""
        return self._alone("write.lock", WRITE_SECONDS, "writing to")

    @contextmanager
    def _alone(self, name: str, seconds: float, doing: str) -> Iterator[None]:
        lock = FileLock(self.folder / name, thread_local=False)
        try:
            lock.acquire(timeout=seconds)
        except Timeout as error:
            raise GraphUnavailableError(
                f"{self.folder}: another process has been {doing} the embedded graph for {seconds:g} s."
                f" Look into {self.log}, or end that process."
            ) from error
        try:
            yield
        finally:
            lock.release()


def home_of(data_dir: Path) -> Home:
    """Return the home of the embedded graph of a data directory."""
    return Home(data_dir.expanduser().absolute() / "graph")


def _write_private(path: Path, text: str) -> None:
    """Write a file that its owner alone may read, whole or not at all."""
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)
