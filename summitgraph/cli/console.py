"""What the commands share on the terminal: notes, progress, settings from options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from summitgraph.settings import Settings

NOTHING_DONE, SOME_FAILED = 1, 3
"""Exit codes: nothing was done; the work was done, but some documents were left out."""

GraphOption = Annotated[
    str | None,
    typer.Option(
        "--graph",
        metavar="URI",
        help="Bolt server, as bolt://HOST:7687. Default: the embedded graph. [env: SUMMITGRAPH_GRAPH]",
    ),
]
DataDirOption = Annotated[
    Path | None,
    typer.Option(
        "--data-dir", help="Folder of the embedded graph, quarantine and run records. [env: SUMMITGRAPH_DATA_DIR]"
    ),
]


def note(text: str) -> None:
    """Write a line to standard error."""
    print(text, file=sys.stderr, flush=True)


def exit_unless_all_went_well(done: int, left_out: int) -> None:
    """End the command with 3 where some documents were left out, with 1 where all of them were."""
    if left_out:
        raise typer.Exit(SOME_FAILED if done else NOTHING_DONE)


def settings_of(graph: str | None = None, data_dir: Path | None = None) -> Settings:
    """Return the settings of the environment under the options of the command line."""
    from summitgraph.settings import load_settings

    return load_settings(graph=graph, data_dir=data_dir)


@contextmanager
def progress(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a progress bar on standard error inside the block; yield the function that moves it.

    Where standard error is no terminal, nothing is shown.
    """
    if not sys.stderr.isatty():
        yield lambda documents: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda documents: bar.advance(task, documents)
