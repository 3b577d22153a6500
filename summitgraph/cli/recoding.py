"""``summitgraph recode``: the flow ``flows/recode.py:recode`` with a progress bar and a diff."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summitgraph.cli import prefect_environment
from summitgraph.cli.console import DataDirOption, GraphOption, exit_unless_all_went_well, note, progress, settings_of

if TYPE_CHECKING:
    from summitgraph.recoding.diff import Diff

FLOW_MODULE = "flows.recode"
"""Named, not imported: the library knows its flows as Prefect does, by entry point."""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(recode)


def recode(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Lines to read, or one JSON object.")
    ] = "text",
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Extract again, from the texts in the graph, what another codebook, lexicon, authority file or reader extracted.

    No source is read again. What changes is shown: claims by type, and the entities, events and edges that go (-),
    come (+) or are named otherwise (~). Turtle files of your own are read where SUMMITGRAPH_ONTOLOGY names them.

    \b
    Examples:
      summitgraph recode --dry-run
      SUMMITGRAPH_ONTOLOGY=lexicon.ttl summitgraph recode --format json > diff.json
    """
    from summitgraph.reporting import listening

    settings = settings_of(graph, data_dir)
    prefect_environment.prepare(settings.data_dir)
    prefect_environment.export(graph, data_dir)
    flow: Any = importlib.import_module(FLOW_MODULE)
    with progress("recoding", None) as advance, listening(advance):
        diff: Diff = flow.run(dry_run)
    print(json.dumps(diff.as_json(), ensure_ascii=False, indent=2) if format == "json" else diff.as_text())
    if dry_run:
        note("Nothing is changed. Without --dry-run it will be.")
    exit_unless_all_went_well(diff.documents, len(diff.rejected))
