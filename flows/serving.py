"""Serving a flow on a schedule, with a Prefect server of our own where the user has none."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from prefect import Flow
from prefect.settings import PREFECT_API_URL, PREFECT_UI_URL, temporary_settings
from prefect.types.entrypoint import EntrypointType

from summitgraph.errors import SettingsError

START_SECONDS = 120.0


def serve(flow: Flow[..., Any], name: str, parameters: Mapping[str, Any], timing: Mapping[str, Any]) -> None:
    """Run the flow until interrupted, at the times of ``timing``: ``cron`` or ``interval`` as Prefect takes them."""
    flow.serve(
        name=name,
        parameters=dict(parameters),
        limit=1,  # The embedded graph has one writer; a run that is late waits for the one before.
        entrypoint_type=EntrypointType.MODULE_PATH,
        print_starting_message=False,
        **timing,
    )


@contextmanager
def server(port: int, home: Path) -> Iterator[str]:
    """Yield the address of the Prefect UI: of the user's own server, else of one that runs while the block does.

    Raises:
        SettingsError: the port is in use, or the server does not come up.
    """
    if PREFECT_API_URL.value():
        yield str(PREFECT_UI_URL.value() or PREFECT_API_URL.value())
        return
    _check_free(port)
    home.mkdir(parents=True, exist_ok=True)
    log = home / "server.log"
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    with log.open("ab") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        _wait(process, f"{address}/api/health", log)
        # The runs are processes of their own and find the server by the environment.
        os.environ["PREFECT_API_URL"] = f"{address}/api"
        with temporary_settings({PREFECT_API_URL: f"{address}/api"}):
            yield address
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        _stop(process)


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise SettingsError(
                f"--port {port}: this port is in use. If a Prefect server runs there, set "
                f"PREFECT_API_URL=http://127.0.0.1:{port}/api; else choose another port."
            ) from error


def _wait(process: subprocess.Popen[bytes], health: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(health, trust_env=False).is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise SettingsError(f"The Prefect server did not start. Its words are in {log}.")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
