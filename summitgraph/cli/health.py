"""``summitgraph doctor``: whether everything that the work needs is there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import typer

from summitgraph.cli.console import DataDirOption, GraphOption, settings_of
from summitgraph.errors import SummitgraphError

if TYPE_CHECKING:
    from summitgraph.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(doctor)


def doctor(graph: GraphOption = None, data_dir: DataDirOption = None) -> None:
    """Check the installation, the data directory, the extraction and the graph.

    \b
    Examples:
      summitgraph doctor
      summitgraph doctor --graph bolt://localhost:7687
    """
    settings = settings_of(graph, data_dir)
    failed = False
    for name, check in CHECKS:
        try:
            print(f"ok      {name:<16}{check(settings)}")
        except Exception as error:  # every finding is shown, whatever it is
            failed = True
            reason = str(error) if isinstance(error, SummitgraphError) else f"{type(error).__name__}: {error}"
            print(f"FAILED  {name:<16}{reason}")
    if failed:
        raise typer.Exit(1)


def _python(settings: Settings) -> str:
    return f"{sys.version.split()[0]}, summitgraph {version('summitgraph')}"


def _data_dir(settings: Settings) -> str:
    folder = settings.data_dir
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK):
        raise PermissionError(f"{folder} may not be written; choose another with --data-dir")
    return str(settings.data_dir) + ("" if settings.data_dir.exists() else " (made on first use)")


def _extraction(settings: Settings) -> str:
    from summitgraph.extraction.pipeline import Extractor

    versions = Extractor.load(settings.config, settings.model, settings.ontology).versions
    return f"model {versions.model}, reader {versions.reader or 'none'}, ontology {versions.ontology}"


def _prefect(settings: Settings) -> str:
    try:
        return version("prefect") + (f", server {url}" if (url := os.environ.get("PREFECT_API_URL")) else "")
    except PackageNotFoundError as error:
        raise FileNotFoundError("Prefect is not installed") from error


def _graph(settings: Settings) -> str:
    from summitgraph.cli.graphs import opened

    with opened(settings) as graph:
        [[nodes]] = graph.read("MATCH (n) RETURN count(n)").rows
        return f"{graph.address}, {nodes} nodes"


CHECKS: tuple[tuple[str, Callable[[Settings], str]], ...] = (
    ("python", _python),
    ("data directory", _data_dir),
    ("extraction", _extraction),
    ("prefect", _prefect),
    ("graph", _graph),
)
