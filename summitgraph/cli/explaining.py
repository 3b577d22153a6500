"""``summitgraph explain``: what was found in a text by what, as a page for the eye."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitgraph.cli.console import exit_unless_all_went_well, note
from summitgraph.cli.inputs import ConfigOption, MapOption, ModelOption, PublishedOption, read_options

if TYPE_CHECKING:
    from summitgraph.records import ExtractedDocument, Rejected, SourceDocument
    from summitgraph.sources import ReadOptions


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(explain)


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, a corpus or a URL.", show_default=False)],
    output: Annotated[
        Path | None, typer.Option("--output", help="File to write. Default: standard output.", show_default=False)
    ] = None,
    published: PublishedOption = None,
    columns: MapOption = None,
    config: ConfigOption = None,
    model: ModelOption = None,
) -> None:
    """Write an HTML page that shows, sentence by sentence, what was found by what.

    The page holds all that it needs and opens without a network.

    \b
    Example:
      summitgraph explain examples/hanoi-wire.txt --output hanoi.html
    """
    import ontology
    from summitgraph.explaining import to_html
    from summitgraph.extraction.pipeline import Extractor
    from summitgraph.records import Rejected
    from summitgraph.settings import load_settings

    settings = load_settings(config=config, model=model)
    left_out: list[Rejected] = []
    found: list[ExtractedDocument] = []
    documents = list(_documents(file, read_options(published, columns), left_out))
    if documents:
        extractor = Extractor.load(settings.config, settings.model, settings.ontology)
        for item in extractor.extract(documents):
            if isinstance(item, Rejected):
                left_out.append(item)
            else:
                found.append(item)
    for rejected in left_out:
        note(f"left out: {rejected.origin}: {rejected.reason}")
    if found:
        quads = {name: type_.quad for name, type_ in ontology.load(settings.ontology).event_types.items()}
        _write(to_html(found, quads), output)
    exit_unless_all_went_well(len(found), len(left_out))


def _documents(file: str, options: ReadOptions, left_out: list[Rejected]) -> Iterator[SourceDocument]:
    from summitgraph.records import Rejected
    from summitgraph.sources import Ignored, read

    for item in read([file], options):
        if isinstance(item, Rejected):
            left_out.append(item)
        elif isinstance(item, Ignored):
            note(f"not read: {item.origin}: {item.reason}")
        else:
            yield item


def _write(page: str, output: Path | None) -> None:
    from summitgraph.errors import SettingsError

    if output is None:
        sys.stdout.write(page)
        return
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"--output {output}: cannot be written ({error.strerror}).") from error
    note(f"written: {output}")
