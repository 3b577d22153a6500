"""Prefect's environment, set before its import: quiet on the terminal, nothing sent out, records in one place."""

from __future__ import annotations

import os
from pathlib import Path

from summitgraph.errors import SettingsError

DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    # Logs go to Prefect's own records, where its UI shows them; the terminal belongs to the report.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_COLORS": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def prepare(data_dir: Path) -> None:
    """Set what the user has not set.

    Run records go below the data directory, unless ``PREFECT_HOME`` or ``PREFECT_API_URL`` is set or the user has
    profiles of Prefect in ``~/.prefect``.
    """
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    configured = "PREFECT_HOME" in os.environ or "PREFECT_API_URL" in os.environ
    if not configured and not Path("~/.prefect/profiles.toml").expanduser().exists():
        home = data_dir / "prefect"
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(
                f"--data-dir {data_dir}: cannot be made ({error.strerror}). Name another folder."
            ) from error
        os.environ["PREFECT_HOME"] = str(home)


def export(graph: str | None, data_dir: Path | None) -> None:
    """Hand options on to the flow by the environment.

    Parameters of a run are kept and shown by Prefect, and an address may hold a password.
    """
    if graph:
        os.environ["SUMMITGRAPH_GRAPH"] = graph
    if data_dir:
        os.environ["SUMMITGRAPH_DATA_DIR"] = str(data_dir.absolute())
