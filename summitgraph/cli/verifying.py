"""``summitgraph verify``: the graph against the texts that it stores."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summitgraph.cli.console import NOTHING_DONE, DataDirOption, GraphOption, note, progress, settings_of
from summitgraph.cli.graphs import opened

if TYPE_CHECKING:
    from summitgraph.verifying import Fault


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(verify)


def verify(
    document: Annotated[
        str | None, typer.Option(metavar="DOC", help="Id, path or URL of one document: check it and what it bears on.")
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Lines to read, or one JSON object per fault and line.")
    ] = "text",
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Check every span, hash and derived edge of the graph against the stored texts and claims.

    Each fault is one line that names the node or edge; the exit code is then 1. Run it while nothing is being loaded.

    \b
    Examples:
      summitgraph verify
      summitgraph verify --document examples/hanoi-wire.txt
      summitgraph verify --format json | jq -r .where
    """
    from summitgraph import verifying

    faults = 0
    with opened(settings_of(graph, data_dir)) as open_graph, progress("verifying", None) as advance:
        checked = 0

        def count(more: int) -> None:
            nonlocal checked
            checked += more
            advance(more)

        for fault in verifying.verify(open_graph, document, count):
            faults += 1
            sys.stdout.write(_line(fault, format) + "\n")
    if faults:
        note(f"{faults} faults. 'summitgraph retract' and 'summitgraph ingest' bring a document back as its text says.")
        raise typer.Exit(NOTHING_DONE)
    note(f"All is as the texts and claims say: {document or f'{checked} documents, events and entities'}.")


def _line(fault: Fault, form: str) -> str:
    if form == "json":
        return json.dumps(asdict(fault), ensure_ascii=False)
    within = f" (in {fault.document})" if fault.document and fault.document != fault.where else ""
    return f"{fault.kind} {fault.where}{within}: {fault.wrong}"
