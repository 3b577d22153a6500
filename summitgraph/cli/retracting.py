"""``summitgraph retract``: documents taken out of the graph, with all that stands by them alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitgraph.cli.console import DataDirOption, GraphOption, note, settings_of
from summitgraph.cli.graphs import opened
from summitgraph.cli.tables import write

if TYPE_CHECKING:
    from loaders.retraction import Retraction

COLUMNS = ("kind", "name", "gone", "changed")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(retract)


def retract(
    names: Annotated[
        list[str], typer.Argument(metavar="DOC…", help="Ids, paths or URLs of documents.", show_default=False)
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change, and change nothing.")] = False,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Take documents out of the graph: it is then as if they had never been loaded.

    A path or URL of a document that stands at others too is dropped, and the document stays. The path of a corpus
    stands for all its rows. What goes or changes is printed by label and type; what other documents support too is
    derived anew from them. Where one of the names is unknown, nothing is done.

    \b
    Examples:
      summitgraph retract doc:0a1b2c3d4e5f6071
      summitgraph retract --dry-run inbox/report.txt https://example.org/statement.html
    """
    from loaders.bolt import Loader

    with opened(settings_of(graph, data_dir)) as open_graph:
        found = Loader(open_graph).retract([_name(name) for name in names], dry_run=dry_run)
    write(COLUMNS, _rows(found), "table")
    note(_headline(found, dry_run))


def _name(name: str) -> str:
    """Return the name as the graph has it: paths below the working folder are relative to it."""
    from summitgraph.sources.locating import origin_of

    return name if "://" in name or name.startswith("doc:") else origin_of(Path(name))


def _headline(found: Retraction, dry_run: bool) -> str:
    would = "would be " if dry_run else ""
    dropped = f", {len(found.dropped)} paths or URLs {would}dropped" if found.dropped else ""
    return f"{len(found.documents)} {would}retracted{dropped}." + (" Nothing was changed." if dry_run else "")


def _rows(found: Retraction) -> list[tuple[str, str, int, int]]:
    return [
        *_counted("node", found.gone_nodes, found.changed_nodes),
        *_counted("relationship", found.gone_relationships, found.changed_relationships),
    ]


def _counted(kind: str, gone: Mapping[str, int], changed: Mapping[str, int]) -> list[tuple[str, str, int, int]]:
    return [(kind, name, gone.get(name, 0), changed.get(name, 0)) for name in sorted({*gone, *changed})]
