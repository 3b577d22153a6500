"""``summitgraph schedule``: the ingest flow at set times, seen in the Prefect UI."""

from __future__ import annotations

import importlib
import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from summitgraph.cli import prefect_environment
from summitgraph.cli.console import DataDirOption, GraphOption, note, settings_of
from summitgraph.cli.ingesting import FLOW_MODULE
from summitgraph.cli.inputs import Inputs, MapOption, PublishedOption, read_options
from summitgraph.errors import SettingsError

_INTERVAL = re.compile(r"(\d+)([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(schedule)


def schedule(
    inputs: Inputs,
    cron: Annotated[
        str | None, typer.Option(metavar="'M H D M W'", help="Times in cron's form, as '0 6 * * *'.")
    ] = None,
    interval: Annotated[
        str | None, typer.Option(metavar="30m|6h|1d", help="Time between the starts of two runs.")
    ] = None,
    name: Annotated[str, typer.Option(help="Name of the deployment in Prefect.")] = "scheduled",
    port: Annotated[int, typer.Option(help="Port of the Prefect server that is started where none is set.")] = 4200,
    published: PublishedOption = None,
    columns: MapOption = None,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Ingest again and again, until stopped with Ctrl-C.

    With PREFECT_API_URL or a Prefect profile, that server keeps the runs; else one is started on this machine and its
    address is printed. ``prefect.yaml`` deploys the same flow to a work pool instead.

    \b
    Examples:
      summitgraph schedule inbox/ --cron '0 6 * * *'
      summitgraph schedule https://example.org/briefing.html --interval 6h
    """
    settings = settings_of(graph, data_dir)
    options = read_options(published, columns)
    prefect_environment.prepare(settings.data_dir)
    prefect_environment.export(graph, data_dir)
    timing = _timing(cron, interval)
    serving: Any = importlib.import_module("flows.serving")
    parameters = {
        "paths": [_absolute(name) for name in inputs],
        "published": options.published.isoformat() if options.published else None,
        "columns": dict(options.columns),
    }
    with serving.server(port, settings.data_dir / "prefect") as address:
        note(f"Runs are seen at {address}. Stop with Ctrl-C.")
        serving.serve(importlib.import_module(FLOW_MODULE).ingest, name, parameters, timing)


def _timing(cron: str | None, interval: str | None) -> dict[str, Any]:
    if bool(cron) == bool(interval):
        raise SettingsError("schedule: give either --cron '0 6 * * *' or --interval 6h.")
    if cron:
        from prefect.client.schemas.schedules import CronSchedule

        try:
            CronSchedule(cron=cron)
        except ValueError as error:
            raise SettingsError(f"--cron '{cron}': this is no cron time; write five fields, as '0 6 * * *'.") from error
        return {"cron": cron}
    parts = _INTERVAL.fullmatch(interval or "")
    if not parts or not int(parts[1]):
        raise SettingsError(f"--interval '{interval}': write a number and a unit, as 30m, 6h or 1d.")
    return {"interval": timedelta(**{_UNITS[parts[2]]: int(parts[1])})}


def _absolute(name: str) -> str:
    """Return the name as it can be read from any folder: a run may start elsewhere."""
    return name if re.match(r"https?://", name) else os.fspath(Path(name).absolute())
