"""A real Neo4j for tests and benchmarks: started on a free port, with a random password, in a temporary home.

The jars come from Maven Central (``pom.xml`` beside this file) and stay in ``.cache/neo4j`` of the repository.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VERSION = "5.26.30"
HERE = Path(__file__).resolve().parent
JARS = HERE.parents[1] / ".cache" / "neo4j" / VERSION
NEEDS = "Neo4j tests need Java 17 and Maven (Debian: apt-get install openjdk-17-jdk-headless maven), or SUMMITGRAPH_TEST_NEO4J=bolt://user:password@host:port"
JAVA_OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
)


class MissingNeo4j(Exception):
    """Java, Maven or the jars are not to be had."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens and who may enter."""

    uri: str
    user: str
    password: str

    @property
    def with_credentials(self) -> str:
        """The address with user and password in it."""
        return self.uri.replace("://", f"://{self.user}:{self.password}@")


def fetch_jars() -> Path:
    """Return the folder of jars, filled by Maven on first use."""
    if not shutil.which("java"):
        raise MissingNeo4j(NEEDS)
    if not (JARS / ".complete").exists():
        if not shutil.which("mvn"):
            raise MissingNeo4j(NEEDS)
        command = ["mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies"]
        done = subprocess.run([*command, f"-DoutputDirectory={JARS}", "-DincludeScope=runtime"], capture_output=True)
        if done.returncode:
            raise MissingNeo4j(f"{NEEDS}\nMaven said: {done.stdout.decode()[-2000:]}")
        (JARS / ".complete").touch()
    return JARS


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _configure(home: Path, port: int) -> Path:
    conf = home / "conf" / "neo4j.conf"
    conf.parent.mkdir(parents=True)
    conf.write_text(
        "server.bolt.enabled=true\n"
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        f"server.bolt.advertised_address=127.0.0.1:{port}\n"
        "dbms.security.auth_enabled=true\n"
        "dbms.usage_report.enabled=false\n"
        "server.memory.pagecache.size=256m\n"
    )
    return conf


def _set_password(home: Path, conf: Path, classpath: str, password: str) -> None:
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(conf.parent)}
    command = [
        "java",
        *JAVA_OPTIONS,
        "-cp",
        classpath,
        "org.neo4j.cli.AdminTool",
        "dbms",
        "set-initial-password",
        password,
    ]
    subprocess.run(command, env=environment, check=True, capture_output=True)


def _await_ready(server: subprocess.Popen[bytes], log: Path, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while b"READY" not in log.read_bytes():
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"Neo4j did not start: {log.read_text()[-2000:]}")
        time.sleep(0.1)


@contextmanager
def running_neo4j() -> Iterator[Address]:
    """Run a server for the length of the block; it ends with this process, however that ends."""
    classpath = f"{fetch_jars()}/*"
    home = Path(tempfile.mkdtemp(prefix="summitgraph-neo4j-"))
    port, password = free_port(), secrets.token_urlsafe(16)
    try:
        conf, log = _configure(home, port), home / "out.log"
        _set_password(home, conf, classpath, password)
        command = ["java", *JAVA_OPTIONS, "-Xms512m", "-Xmx1g", "-cp", classpath, str(HERE / "Neo4jServer.java")]
        with log.open("wb") as out:
            server = subprocess.Popen([*command, str(home), str(conf)], stdin=subprocess.PIPE, stdout=out, stderr=out)
        try:
            _await_ready(server, log)
            yield Address(f"bolt://127.0.0.1:{port}", "neo4j", password)
        finally:
            server.kill()
            server.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)
