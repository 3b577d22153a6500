"""``summitgraph ingest``: the flow ``flows/ingest.py:ingest`` with a progress bar and a report."""

from __future__ import annotations

import importlib
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer

from summitgraph.cli import prefect_environment
from summitgraph.cli.console import (
    DataDirOption,
    GraphOption,
    exit_unless_all_went_well,
    note,
    progress,
    settings_of,
)
from summitgraph.cli.inputs import Inputs, MapOption, PublishedOption, read_options

FLOW_MODULE = "flows.ingest"
"""Named, not imported: the library knows its flows as Prefect does, by entry point."""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(ingest)


def ingest(
    inputs: Inputs,
    published: PublishedOption = None,
    columns: MapOption = None,
    sync: Annotated[
        bool, typer.Option("--sync", help="Retract what stood below the folders and is gone there.")
    ] = False,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Read texts, extract what they say, and load it into the graph.

    Documents that the graph knows already are left as they are. Where a path or URL gives another text than before, the
    old one goes, unless it stands elsewhere too; with --sync, so does what no longer lies in the folders. What cannot be
    read or loaded is left out, listed in the report and kept under quarantine/ in the data directory; the exit code is
    then 3.

    \b
    Examples:
      summitgraph ingest examples/
      summitgraph ingest 'archive/**/*.html' https://example.org/statement.html
      summitgraph ingest --sync inbox/
      summitgraph ingest corpus.csv --map text=body --map published=day --graph bolt://localhost:7687
    """
    from summitgraph.reporting import RunReport, as_text, listening

    settings = settings_of(graph, data_dir)
    options = read_options(published, columns)
    check = _stop_unless_folders if sync else _stop_if_nothing_is_there
    check(inputs)
    prefect_environment.prepare(settings.data_dir)
    prefect_environment.export(graph, data_dir)
    flow: Any = importlib.import_module(FLOW_MODULE)
    with progress("ingesting", _count(inputs)) as advance, listening(advance):
        report: RunReport = flow.run(inputs, published=options.published, columns=dict(options.columns), sync=sync)
    note(as_text(report))
    exit_unless_all_went_well(report.loaded + report.unchanged + report.retracted, len(report.rejected))


def _stop_unless_folders(inputs: list[str]) -> None:
    """Raise where a name is no folder: a folder that is not mounted must not look like one whose files are gone."""
    from summitgraph.errors import SettingsError

    for name in inputs:
        if not Path(name).is_dir():
            raise SettingsError(f"--sync: {name} is no folder. Name folders that are there.")


def _stop_if_nothing_is_there(inputs: list[str]) -> None:
    """Raise the first problem where no name leads anywhere, before anything slow is started."""
    from summitgraph.errors import SourceError
    from summitgraph.sources.locating import locate

    found = [next(locate(name)) for name in inputs]
    problems = [item for item in found if isinstance(item, SourceError)]
    if len(problems) == len(found):
        for problem in problems[1:]:
            note(f"summitgraph: {problem}")
        raise problems[0]


def _count(inputs: list[str]) -> int | None:
    """Return how many documents the bar will see; None where a corpus makes it unknown."""
    from summitgraph.sources.locating import CORPORA, Located, locate

    total = 0
    for item in chain.from_iterable(locate(name) for name in inputs):
        if isinstance(item, Located):
            if item.path and item.path.suffix.lower() in CORPORA:
                return None
            total += 1
    return total
