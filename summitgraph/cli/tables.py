"""Answers as table, JSON, CSV or Parquet on standard output."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Sequence
from typing import Any, Literal

from summitgraph.errors import SettingsError

Format = Literal["table", "json", "csv", "parquet"]
Rows = Sequence[Sequence[Any]]

WIDE = 100_000
"""Columns of a table that goes to a file or a pipe: nothing is cut off there."""


def write(columns: Sequence[str], rows: Rows, form: Format) -> None:
    """Print the rows, whose values are plain: what JSON knows."""
    writers = {"table": _table, "json": _json, "csv": _csv, "parquet": _parquet}
    writers[form](columns, rows)


def cell(value: Any) -> str:
    """Return a value as one cell shows it; a list of plain values is joined by semicolons."""
    if value is None:
        return ""
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return "; ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _table(columns: Sequence[str], rows: Rows) -> None:
    """Print a table; on a terminal too narrow for it, a block of lines for each row."""
    shown = [[" ".join(cell(value).split()) for value in row] for row in rows]
    if sys.stdout.isatty() and _width(columns, shown) > shutil.get_terminal_size().columns:
        _blocks(columns, shown)
    else:
        _grid(columns, shown)


def _width(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    return sum(max(map(len, (name, *(row[n] for row in rows)))) + 3 for n, name in enumerate(columns))


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print each row as lines of name and value; rows that share the first value stand under it."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    last = None
    for row in rows:
        if row[0] != last:
            console.print(Text(f"{columns[0]}: {row[0]}", style="bold"))
            last = row[0]
        lines = Table.grid(padding=(0, 2))
        lines.add_column(style="dim", no_wrap=True, min_width=max(map(len, columns)) + 2, justify="right")
        lines.add_column(overflow="fold")
        for name, value in zip(columns[1:], row[1:], strict=True):
            if value:
                lines.add_row(name, Text(value))
        console.print(lines)
        console.print()


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console() if sys.stdout.isatty() else Console(width=WIDE, color_system=None)
    console.print(table)


def _json(columns: Sequence[str], rows: Rows) -> None:
    print(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))


def _csv(columns: Sequence[str], rows: Rows) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if columns:
        writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)


def _parquet(columns: Sequence[str], rows: Rows) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if sys.stdout.isatty():
        raise SettingsError("--format parquet writes bytes: send them to a file, as > answer.parquet.")
    # Nested values of several shapes have no common column type; as JSON text they have.
    shown = [[cell(value) if isinstance(value, dict | list) else value for value in row] for row in rows]
    data = {column: [row[index] for row in shown] for index, column in enumerate(columns)}
    try:
        table = pa.table(data)
    except pa.ArrowException:
        table = pa.table({column: [cell(value) for value in values] for column, values in data.items()})
    pq.write_table(table, sys.stdout.buffer)
