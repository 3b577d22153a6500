"""``summitgraph code``: what one given phrase of a text does to another."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summitgraph.cli.console import NOTHING_DONE, note

if TYPE_CHECKING:
    from summitgraph.extraction.coder import CodedRow, CodeRow

_BATCH = 64
_TEXTS = ("text", "source", "target")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(code)


def code(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.jsonl",
            help="Rows {id, text, source, target[, published]}; - reads standard input.",
            show_default=False,
        ),
    ],
) -> None:
    """Print the PLOVER event between two given phrases, a line per row: what source does to target.

    The reading is the fullest that the text allows, null where there is none. Rows that cannot be read are named
    on standard error, the others go on, and the exit code is 1.

    \b
    Example:
      echo '{"id": "1", "text": "France thanked Italy.", "source": "France", "target": "Italy"}' | summitgraph code -
    """
    from summitgraph.extraction.coder import Coder

    bad = 0
    rows: list[CodeRow] = []
    coder: Coder | None = None

    def flush() -> None:
        nonlocal coder
        coder = coder or Coder.load()
        for row, answer in zip(rows, coder.code(rows), strict=True):
            sys.stdout.write(json.dumps(_answer(row.id, answer), ensure_ascii=False) + "\n")
        sys.stdout.flush()
        rows.clear()

    for item in _rows(file):
        if isinstance(item, str):
            note(item)
            bad += 1
            continue
        rows.append(item)
        if len(rows) == _BATCH:
            flush()
    if rows:
        flush()
    if bad:
        raise typer.Exit(NOTHING_DONE)


def _answer(id_: str, answer: CodedRow | None) -> dict[str, Any]:
    fields = ("type", "mode", "quad", "modality", "confidence", "trigger")
    return {"id": id_, **{field: getattr(answer, field) if answer is not None else None for field in fields}}


def _rows(file: Path) -> Iterator[CodeRow | str]:
    """Yield a row per line, or what is wrong with the line, with its place."""
    from summitgraph.errors import SourceError

    name = "standard input" if str(file) == "-" else str(file)
    try:
        lines = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    except OSError as error:
        raise SourceError(name, f"cannot be read ({error.strerror})", "Check the path.") from error
    with lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                place = f"{name}:{number}"
                try:
                    yield _row(line, number, place)
                except SourceError as error:
                    yield str(error)


def _row(line: bytes, number: int, place: str) -> CodeRow:
    from summitgraph.errors import SourceError
    from summitgraph.extraction.coder import CodeRow, find_phrase

    row = _parsed(line, place)
    for key in _TEXTS:
        if key not in row:
            raise SourceError(place, f"no '{key}'", "A row is {id, text, source, target[, published]}.")
        if not isinstance(row[key], str) or not row[key].strip():
            raise SourceError(place, f"'{key}' is no text", "Write a string.")
    for key in ("source", "target"):
        if not find_phrase(row["text"], row[key]):
            note(f"{place}: the {key} '{row[key]}' is not in the text; the row is read without it.")
    id_ = str(row.get("id") or number)
    return CodeRow(id_, row["text"], row["source"], row["target"], _published(row.get("published"), place))


def _parsed(line: bytes, place: str) -> dict[str, Any]:
    from summitgraph.errors import SourceError

    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(place, f"not UTF-8 (byte 0x{line[error.start]:02x})", "Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(place, "no JSON", "Write one JSON object a line.") from error
    if not isinstance(row, dict):
        raise SourceError(place, "no JSON object", "Write one object a line.")
    return row


def _published(value: object, place: str) -> date | None:
    from summitgraph.sources import parse_published

    return parse_published(value, place) if value else None
