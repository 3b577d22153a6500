"""``summitgraph extract``: the extraction alone."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summitgraph.cli.console import exit_unless_all_went_well, note, progress
from summitgraph.cli.inputs import ConfigOption, Inputs, MapOption, ModelOption, PublishedOption, read_options

if TYPE_CHECKING:
    from summitgraph.records import Rejected, SourceDocument
    from summitgraph.sources import ReadOptions


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(extract)


def extract(
    inputs: Inputs,
    format: Annotated[
        Literal["jsonl"], typer.Option("--format", help="One JSON object per document and line.")
    ] = "jsonl",
    published: PublishedOption = None,
    columns: MapOption = None,
    config: ConfigOption = None,
    model: ModelOption = None,
) -> None:
    """Print what is found in texts; nothing is loaded into a graph.

    \b
    Example:
      summitgraph extract examples/hanoi-wire.txt | jq '.events[].type'
      summitgraph extract corpus.csv --map text=body --map published=day > corpus.events.jsonl
    """
    options = read_options(published, columns)
    rejected: list[Rejected] = []
    done = 0
    with progress("extracting", None) as advance:
        for line in _lines(inputs, options, rejected, config, model):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
            advance(1)
            done += 1
    exit_unless_all_went_well(done, len(rejected))


def _lines(
    inputs: list[str], options: ReadOptions, rejected: list[Rejected], config: str | None, model: str | None
) -> Iterator[str]:
    from summitgraph.extraction.output import to_json
    from summitgraph.extraction.pipeline import Extractor
    from summitgraph.records import Rejected
    from summitgraph.settings import load_settings

    settings = load_settings(config=config, model=model)
    documents = _documents(inputs, options, rejected)
    first = next(documents, None)
    if first is None:
        return
    extractor = Extractor.load(settings.config, settings.model, settings.ontology)
    for item in extractor.extract(chain([first], documents), batch_size=settings.batch_size):
        if isinstance(item, Rejected):
            _leave_out(item, rejected)
        else:
            yield json.dumps(to_json(item), ensure_ascii=False)


def _documents(inputs: list[str], options: ReadOptions, rejected: list[Rejected]) -> Iterator[SourceDocument]:
    from summitgraph.records import Rejected
    from summitgraph.sources import Ignored, read

    seen: dict[str, str] = {}
    for item in read(inputs, options):
        if isinstance(item, Rejected):
            _leave_out(item, rejected)
        elif isinstance(item, Ignored):
            note(f"not read: {item.origin}: {item.reason}")
        elif item.id in seen:
            note(f"same content as {seen[item.id]}: {item.origins[0]}")
        else:
            seen[item.id] = item.origins[0]
            yield item


def _leave_out(item: Rejected, rejected: list[Rejected]) -> None:
    note(f"left out: {item.origin}: {item.reason}")
    rejected.append(item)
