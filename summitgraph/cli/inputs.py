"""Options of the commands that read texts, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from summitgraph.sources import ReadOptions

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH|URL…", help="Files, folders, glob patterns, http(s) URLs.", show_default=False),
]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="YYYY-MM-DD", help="Publication date of documents that give none themselves."),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="FIELD=COLUMN", help="Column of a corpus that holds a field, as text=body. Repeatable."
    ),
]
ConfigOption = Annotated[
    str | None, typer.Option("--config", help="Name or path of the extraction config. [env: SUMMITGRAPH_CONFIG]")
]
ModelOption = Annotated[str | None, typer.Option("--model", help="spaCy model. [env: SUMMITGRAPH_MODEL]")]


def read_options(published: str | None, columns: list[str] | None) -> ReadOptions:
    """Return the options for reading.

    Raises:
        SettingsError: ``--published`` is no date, or a ``--map`` is malformed.
    """
    from summitgraph.errors import SettingsError, SourceError
    from summitgraph.sources import ReadOptions, parse_mapping, parse_published

    try:
        day = parse_published(published, "--published")
    except SourceError as error:
        raise SettingsError(str(error)) from error
    return ReadOptions(published=day, columns=parse_mapping(columns or ()))
