"""Corpora: .jsonl, .csv and .parquet files with a document a row, streamed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from summitgraph.errors import SourceError
from summitgraph.records import SourceDocument
from summitgraph.sources.building import build
from summitgraph.sources.decoding import check_size, unreadable
from summitgraph.sources.options import FIELDS, ReadOptions

Row = dict[str, object]
NumberedRow = tuple[int, Row | SourceError]


def read_corpus(path: Path, origin: str, options: ReadOptions) -> Iterator[SourceDocument | SourceError]:
    """Yield a document or an error per row; ``origin:N`` names the line, or the row of a Parquet file."""
    readers: dict[str, Callable[[Path, str, ReadOptions], Iterator[NumberedRow]]] = {
        ".jsonl": _jsonl,
        ".csv": _csv,
        ".parquet": _parquet,
    }
    empty = True
    try:
        for number, row in readers[path.suffix.lower()](path, origin, options):
            empty = False
            yield row if isinstance(row, SourceError) else _document(row, path, origin, number, options)
    except OSError as error:
        yield unreadable(origin, error)
        return
    except SourceError as error:
        yield error
        return
    if empty:
        yield SourceError(origin, "the corpus holds no rows", "Remove it or fill it.")


def _document(row: Row, path: Path, origin: str, number: int, options: ReadOptions) -> SourceDocument | SourceError:
    place = f"{origin}:{number}"
    columns = {field: options.column(field) for field in FIELDS}
    taken = set(columns.values())
    values = {field: row.get(column) for field, column in columns.items()}
    values |= {key: value for key, value in row.items() if key not in taken and key not in FIELDS}
    text = values.pop("text")
    try:
        if columns["text"] not in row:
            raise SourceError(place, f"no '{columns['text']}' field", "Name the one with the text: --map text=FIELD.")
        if not isinstance(text, str):
            raise SourceError(place, f"'{columns['text']}' is no text", "Write a string.")
        check_size(len(text), place, options.max_bytes)
        stem = str(values.get("id") or f"{path.stem}-{number}")
        return build(text, values, origin=place, stem=stem, options=options)
    except SourceError as error:
        return error


def _jsonl(path: Path, origin: str, options: ReadOptions) -> Iterator[NumberedRow]:
    limit = options.max_bytes
    with path.open("rb") as file:
        number = 0
        while line := file.readline(limit + 1):
            number += 1
            place = f"{origin}:{number}"
            if len(line) > limit and not line.endswith(b"\n"):
                while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
                    pass
                yield number, SourceError(place, f"the line is longer than {limit} bytes", "Split the text.")
            elif line.strip():
                yield number, _parsed(line, place, number)


def _parsed(line: bytes, place: str, number: int) -> Row | SourceError:
    try:
        row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return SourceError(place, f"not UTF-8 (byte 0x{line[error.start]:02x})", "Save the corpus as UTF-8.")
    except json.JSONDecodeError as error:
        return SourceError(place, f"no JSON ({error.msg} at column {error.colno})", "Write one JSON object a line.")
    except (ValueError, RecursionError):
        return SourceError(place, "no JSON that can be read", "Write one JSON object a line.")
    if not isinstance(row, dict):
        return SourceError(place, "no JSON object", 'Write one object a line, as {"id": "a", "text": "…"}.')
    return row


def _csv(path: Path, origin: str, options: ReadOptions) -> Iterator[NumberedRow]:
    csv.field_size_limit(options.max_bytes)
    # surrogateescape lets a row with foreign bytes fail alone: ``check_text`` refuses it.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        rows = csv.reader(file, strict=True)
        head: list[str] = []
        begun = 1
        try:
            for cells in rows:
                if not head:
                    head = cells
                elif len(cells) == len(head):
                    yield begun, dict(zip(head, cells, strict=True))
                elif cells:
                    yield begun, _uneven(f"{origin}:{begun}", len(cells), len(head))
                begun = rows.line_num + 1
        except csv.Error as error:
            raise SourceError(f"{origin}:{begun}", f"broken CSV ({error})", "Correct the quotes.") from error


def _uneven(place: str, cells: int, head: int) -> SourceError:
    return SourceError(place, f"{cells} cells where the head line has {head}", "Put cells that hold commas in quotes.")


def _parquet(path: Path, origin: str, options: ReadOptions) -> Iterator[NumberedRow]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path) as file:
            batches: Iterator[Any] = file.iter_batches(batch_size=64)
            for batch in batches:
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except pa.ArrowException as error:
        reason = str(error).splitlines()[0]
        raise SourceError(origin, f"no Parquet file that can be read ({reason})", "Write it again.") from error
