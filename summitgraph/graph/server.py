"""The embedded engine: ArcadeDB in this process, serving Bolt on loopback."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summitgraph.errors import GraphUnavailableError
from summitgraph.graph.home import DATABASE, READER, Home

HEAP = "1g"
MESSAGE_BYTES = 256 * 1024 * 1024
# A question that its asker has given up still ends.
COMMAND_MILLISECONDS = 600_000
START_ATTEMPTS = 3


class EmbeddedServer:
    """ArcadeDB serving one folder; the Java machine is started once per process and shared by all.

    Raises:
        GraphUnavailableError: the engine does not start.
    """

    def __init__(self, home: Home) -> None:
        self._home = home
        _write_groups(home.folder)
        _start_java(home)
        self._server, self.port = self._start()

    def stop(self) -> None:
        """Close the database and stop listening."""
        self._server.stop()

    def _start(self) -> tuple[Any, int]:
        from arcadedb_embedded.exceptions import ArcadeDBError

        for attempt in range(1, START_ATTEMPTS + 1):
            try:
                return self._start_once()
            except ArcadeDBError as error:
                # A port may be taken between its choice and its use.
                if attempt == START_ATTEMPTS or "in use" not in str(error).lower():
                    raise GraphUnavailableError(
                        f"{self._home.folder}: the embedded graph does not start: {error}. Its log: {self._home.log}"
                    ) from error
        raise AssertionError("unreachable")

    def _start_once(self) -> tuple[Any, int]:
        from arcadedb_embedded.server import ArcadeDBServer

        words = self._home.secrets()
        bolt, http = _free_ports(2)
        settings = {
            "host": "127.0.0.1",
            "http_port": http,
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_port": bolt,
            "bolt_maxMessageSize": MESSAGE_BYTES,
            "bolt_packstream_maxValueLength": MESSAGE_BYTES,
        }
        server = ArcadeDBServer(str(self._home.folder), root_password=words.writer, config=settings)
        server.start()
        try:
            server.create_database(DATABASE)
            _add_reader(server, words.reader)
        except Exception:
            server.stop()
            raise
        return server, bolt


def leave_java() -> None:
    """Let this process end without waiting for Java: another process may still be connected to the stopped engine."""
    import jpype
    import jpype.config

    if jpype.isJVMStarted():
        # It hands Java's garbage back to Python, and must not do so while the interpreter ends.
        jpype.JClass("org.jpype.ref.JPypeReferenceQueue").getInstance().stop()
        jpype.config.onexit = False


def _add_reader(server: Any, password: str) -> None:
    import jpype

    security = server._java_server.getSecurity()
    if security.existsUser(READER):
        return
    user = {"name": READER, "password": str(security.encodePassword(password)), "databases": {"*": [READER]}}
    security.createUser(jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(user)))


def _write_groups(folder: Path) -> None:
    """Declare who may do what: the reader may read records and nothing else."""
    records = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    groups = {
        "admin": _group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], records),
        READER: _group([], ["readRecord"]),
        "*": _group([], []),
    }
    declared = {"databases": {"*": {"groups": groups}}, "version": 2}
    (folder / "config" / "server-groups.json").write_text(json.dumps(declared), encoding="utf-8")


def _group(access: list[str], records: list[str]) -> dict[str, Any]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": records}}}


def _start_java(home: Home) -> None:
    import jpype
    from arcadedb_embedded.jvm import start_jvm

    if jpype.isJVMStarted():
        return
    logging = home.folder / "config" / "logging.properties"
    handler = "java.util.logging.FileHandler"
    logging.write_text(
        f"handlers={handler}\n.level=WARNING\n{handler}.level=ALL\n{handler}.pattern={home.log.as_posix()}\n"
        f"{handler}.append=true\n{handler}.limit=10000000\n{handler}.count=1\n"
        f"{handler}.formatter=java.util.logging.SimpleFormatter\n",
        encoding="utf-8",
    )
    options = [
        f"-Djava.util.logging.config.file={logging}",
        f"-XX:ErrorFile={home.log.parent}/hs_err_%p.log",
        # Signals stay Python's: a Java handler of SIGTERM crashes as the interpreter goes.
        "-Xrs",
        # Its web server frees buffers in a way of which Java warns.
        "--sun-misc-unsafe-memory-access=allow",
        # The guard refuses LOAD CSV first; the engine does so again.
        "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
        "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
        f"-Darcadedb.command.timeout={COMMAND_MILLISECONDS}",
    ]
    with _standard_error_into(home.log.parent / "java.log"):
        start_jvm(heap_size=HEAP, jvm_args=options)


@contextmanager
def _standard_error_into(path: Path) -> Iterator[None]:
    """Send what Java prints at its start to a file: it warns of an option that the engine needs."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with path.open("ab") as file:
            os.dup2(file.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
    finally:
        for probe in probes:
            probe.close()
