"""The root command and the one place where errors become a line and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from summitgraph.cli import (
    asking,
    coding,
    evaluating,
    explaining,
    exporting,
    extracting,
    graphs,
    health,
    ingesting,
    retracting,
    reviewing,
    scheduling,
    verifying,
)
from summitgraph.cli.console import NOTHING_DONE, note
from summitgraph.errors import SummitgraphError

DEFECT = 70

app = typer.Typer(
    name="summitgraph",
    help="News and official texts in, a knowledge graph of diplomacy out.",
    epilog="Begin with: summitgraph ingest examples/",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
ingesting.register(app)
extracting.register(app)
coding.register(app)
evaluating.register(app)
explaining.register(app)
asking.register(app)
graphs.register(app)
retracting.register(app)
exporting.register(app)
reviewing.register(app)
verifying.register(app)
scheduling.register(app)
health.register(app)


@app.callback()
def root(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """News and official texts in, a knowledge graph of diplomacy out."""
    if show_version:
        print(version("summitgraph"))
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; an error of ours becomes one line on standard error."""
    try:
        app(args=arguments, prog_name="summitgraph")
    except BrokenPipeError:
        # The reader of a pipe has seen enough; without this the interpreter complains again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NOTHING_DONE)
    except Exception as error:
        if _on_purpose(error):
            note(f"summitgraph: {error}")
            sys.exit(NOTHING_DONE)
        if os.environ.get("SUMMITGRAPH_DEBUG"):
            traceback.print_exc()
        kind = type(error).__name__
        note(f"summitgraph: a defect of the program ({kind}: {error}). Report it with what SUMMITGRAPH_DEBUG=1 shows.")
        sys.exit(DEFECT)


def _on_purpose(error: Exception) -> bool:
    """Tell whether the error is raised on purpose, with a message for the user.

    Ontology and catalogue stand alone with roots of their own, and are not loaded only to ask.
    """
    return isinstance(error, SummitgraphError) or type(error).__module__ in ("ontology.errors", "queries.errors")
