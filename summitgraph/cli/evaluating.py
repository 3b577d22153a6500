"""``summitgraph evaluate``: an extraction against gold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summitgraph.cli.console import note, progress
from summitgraph.cli.inputs import ConfigOption, ModelOption
from summitgraph.cli.tables import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from summitgraph.evaluation import Report
    from summitgraph.extraction.pipeline import Extractor
    from summitgraph.records import SourceDocument

Extracted = dict[str, dict[str, Any]]


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD…", help="Folders of <id>.txt and <id>.json, .jsonl files of passages.", show_default=False
        ),
    ],
    format: Annotated[Literal["table", "json"], typer.Option("--format", help="Form of the figures.")] = "table",
    errors: Annotated[
        int, typer.Option("--errors", min=0, metavar="N", help="List errors by phenomenon, up to N examples of each.")
    ] = 0,
    extracted: Annotated[
        Path | None,
        typer.Option("--extracted", help="Score this output of extract --format jsonl instead of reading the texts."),
    ] = None,
    config: ConfigOption = None,
    model: ModelOption = None,
) -> None:
    """Score the extraction against gold: precision, recall and F1, with counts.

    \b
    Example:
      summitgraph evaluate tests/data/gold
      summitgraph evaluate tests/data/gold/passages.jsonl --errors 5
    """
    from summitgraph.evaluation import evaluate as score
    from summitgraph.evaluation import read_gold

    wanted = read_gold(gold)
    if extracted is not None:
        documents = passages = _stored(extracted)
    else:
        documents, passages = _fresh(list(wanted.texts.values()), wanted.passage_texts, config, model)
    report = score(wanted, documents, passages)
    if format == "json":
        print(json.dumps(_with_examples(report, errors), ensure_ascii=False, indent=2))
    else:
        _print_tables(report, errors)
    if report.documents and report.documents.missing:
        note(f"no output for: {', '.join(report.documents.missing)}")


def _print_tables(report: Report, errors: int) -> None:
    for heading, columns, rows in report.tables():
        print(f"\n{heading}")
        write(columns, rows, "table")
    if errors:
        for heading, columns, rows in report.errors(errors):
            print(f"\n{heading}")
            write(columns, rows, "table")


def _with_examples(report: Report, errors: int) -> dict[str, Any]:
    out = report.to_json()
    if errors:
        tables = report.errors(errors)
        out["errors"] = {
            heading: [dict(zip(columns, row, strict=True)) for row in rows] for heading, columns, rows in tables
        }
    return out


def _stored(path: Path) -> Extracted:
    from summitgraph.errors import EvaluationError

    out: Extracted = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(str(path), f"cannot be read ({error})", "Name an output of extract.") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            out[row["id"]] = row
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationError(f"{path}:{number}", "no object with an 'id'", "Write it by extract again.") from error
    return out


def _fresh(
    documents: list[SourceDocument], passages: list[SourceDocument], config: str | None, model: str | None
) -> tuple[Extracted, Extracted]:
    from summitgraph.extraction.pipeline import Extractor
    from summitgraph.settings import load_settings

    settings = load_settings(config=config, model=model)
    extractor = Extractor.load(settings.config, settings.model, settings.ontology)
    with progress("reading", len(documents) + len(passages)) as advance:
        return _read(extractor, documents, advance), _read(extractor, passages, advance)


def _read(extractor: Extractor, texts: Iterable[SourceDocument], advance: Callable[[int], None]) -> Extracted:
    from summitgraph.extraction.output import to_json
    from summitgraph.records import Rejected

    out: Extracted = {}
    for item in extractor.extract(texts):
        advance(1)
        if isinstance(item, Rejected):
            note(f"left out: {item.origin}: {item.reason}")
        else:
            out[item.document.stem] = to_json(item)
    return out
