"""Analysts' decisions: plain rows of a versioned CSV file, checked as they are read.

The file begins with ``# summitgraph decisions 1`` and a row of column names; then a row for each decision::

    id,decision,arguments,author,day,reason
    d1,merge,other=person:son-gwon-ri; keep=person:ri-son-gwon; name=Ri Son Gwon,mk,2019-03-04,same man by office

``arguments`` are ``name=value`` pairs parted by semicolons. A row in force can be taken out again: the next run of
ingestion leaves the graph that stands without it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from ontology.model import Ontology
from summitgraph.errors import DecisionError
from summitgraph.resolution.checking import check_row, check_together, check_unique
from summitgraph.resolution.decisions import ARGUMENTS, Decision, Decisions, Kind

HEAD = "# summitgraph decisions 1"
COLUMNS = ("id", "decision", "arguments", "author", "day", "reason")


def read_decisions(path: Path, ontology: Ontology | None = None) -> Decisions:
    """Return the decisions of a file; none where there is no file.

    Args:
        ontology: its codebook is asked whether types and modes of recoded events exist.

    Raises:
        DecisionError: a row is malformed or contradicts another; the message names file and line.
    """
    if not path.exists():
        return Decisions()
    rows = list(_rows(path))
    check_unique(rows)
    for row in rows:
        check_row(row, ontology)
    decisions = Decisions(tuple(sorted({row.key: row for row in rows}.values(), key=lambda row: row.key)))
    check_together(decisions)
    return decisions


def append_decisions(path: Path, rows: Sequence[Decision]) -> None:
    """Write rows at the end of the file; a file that is not there yet is made with its head.

    Raises:
        DecisionError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        begun = path.exists() and path.stat().st_size > 0
        lines = "" if not begun or path.read_text(encoding="utf-8").endswith("\n") else "\n"
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(lines if begun else f"{HEAD}\n")
            writer = csv.writer(file, lineterminator="\n")
            if not begun:
                writer.writerow(COLUMNS)
            writer.writerows(_cells(row) for row in rows)
    except OSError as error:
        raise DecisionError(str(path), f"cannot be written ({error.strerror})", "Name another file.") from error


def made(kind: Kind, arguments: Mapping[str, str], author: str, day: date, reason: str) -> Decision:
    """Return a new row, whose id comes from what it decides."""
    row = Decision("", kind, tuple(sorted(arguments.items())), author, day, reason)
    return Decision(f"d-{row.key[:8]}", kind, row.arguments, author, day, reason)


def _cells(row: Decision) -> tuple[str, ...]:
    arguments = "; ".join(f"{name}={value}" for name, value in row.arguments)
    return row.id, row.kind, arguments, row.author, row.day.isoformat(), row.reason


def _rows(path: Path) -> Iterable[Decision]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(str(path), f"cannot be read ({error})", "It is a CSV file in UTF-8.") from error
    if not lines or lines[0].strip().strip(",") != HEAD:
        raise DecisionError(f"{path}:1", "the head is missing or of another version", f"The first line reads: {HEAD}")
    if len(lines) < 2 or tuple(lines[1].strip().split(",")) != COLUMNS:
        raise DecisionError(f"{path}:2", "the column names are missing", f"The second line reads: {','.join(COLUMNS)}")
    reader = csv.reader(lines[2:], strict=True)
    try:
        for cells in reader:
            if cells and not cells[0].startswith("#"):
                yield _row(cells, f"{path}:{reader.line_num + 2}")
    except csv.Error as error:
        raise DecisionError(
            f"{path}:{reader.line_num + 2}", f"no CSV ({error})", "Quote cells that hold quotes."
        ) from error


def _row(cells: Sequence[str], where: str) -> Decision:
    if len(cells) != len(COLUMNS):
        raise DecisionError(where, f"{len(cells)} cells, not {len(COLUMNS)}", "Quote cells that hold a comma.")
    id_, kind, arguments, author, day, reason = (cell.strip() for cell in cells)
    if kind not in ARGUMENTS:
        raise DecisionError(where, f"'{kind}' is no decision", f"Write one of {', '.join(ARGUMENTS)}.")
    if not (id_ and author):
        raise DecisionError(where, "the row lacks its id or its author", "Fill both in.")
    try:
        on = date.fromisoformat(day)
    except ValueError as error:
        raise DecisionError(where, f"'{day}' is no day", "Write YYYY-MM-DD.") from error
    return Decision(id_, cast("Kind", kind), _arguments(arguments, where), author, on, reason, where)


def _arguments(cell: str, where: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in cell.split(";"))):
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not (name and equals and value) or name in found:
            raise DecisionError(where, f"'{pair}' is no new argument", "Write name=value; name=value.")
        found[name] = value
    return tuple(sorted(found.items()))
