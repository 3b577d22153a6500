"""``summitgraph graph start|stop|status``, and the opening of the graph for the other commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from summitgraph.cli.console import DataDirOption, GraphOption, settings_of
from summitgraph.cli.tables import write

if TYPE_CHECKING:
    from summitgraph.graph.connection import Graph
    from summitgraph.graph.service import GraphStatus
    from summitgraph.settings import Settings


def register(app: typer.Typer) -> None:
    """Add the group to the command line."""
    group = typer.Typer(help="The embedded graph as a server of its own.", no_args_is_help=True)
    group.command()(start)
    group.command()(stop)
    group.command()(status)
    app.add_typer(group, name="graph", epilog="Example: summitgraph graph start")


def opened(settings: Settings) -> Graph:
    """Return the graph that the settings name, to be used in a ``with`` block."""
    from summitgraph.graph.engine import open_from

    return open_from(settings)


def start(data_dir: DataDirOption = None) -> None:
    """Start the embedded graph and leave it running, so that other commands and programs find it at once.

    \b
    Example:
      summitgraph graph start
    """
    from summitgraph.graph import service

    state = service.start(settings_of(None, data_dir).data_dir)
    print(_described(state))


def stop(data_dir: DataDirOption = None) -> None:
    """Stop the embedded graph.

    \b
    Example:
      summitgraph graph stop
    """
    from summitgraph.graph import service

    settings = settings_of(None, data_dir)
    stopped = service.stop(settings.data_dir)
    print("stopped" if stopped else "it was not running")


def status(graph: GraphOption = None, data_dir: DataDirOption = None) -> None:
    """Show where the graph is, whether it answers, and what it holds.

    \b
    Example:
      summitgraph graph status --graph bolt://localhost:7687
    """
    settings = settings_of(graph, data_dir)
    if settings.graph is None:
        from summitgraph.graph import service

        state = service.status(settings.data_dir)
        print(_described(state))
        if state.state != "running":
            return
    with opened(settings) as open_graph:
        answer = open_graph.read("MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS nodes ORDER BY label")
    if settings.graph:
        print(f"answers at {open_graph.address}")
    write(answer.columns, answer.rows, "table")


def _described(state: GraphStatus) -> str:
    runtime = state.runtime
    if runtime is None:
        return f"{state.state}: {state.folder}"
    return f"{state.state} at {runtime.address}, process {runtime.pid}, since {runtime.started_at}: {state.folder}"
