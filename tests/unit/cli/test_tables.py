"""Forms of answers."""

from __future__ import annotations

import io
import json

import pyarrow.parquet as pq
import pytest

from summitgraph.cli.tables import cell, write

COLUMNS = ("name", "days", "met")
ROWS = [("Kim Jong Un", 2, ["Moon Jae-in", "Donald Trump"]), ('[bold]Nobody[/bold], a "name"', None, [])]


def test_a_table_is_not_cut_off_where_it_goes_to_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    write(COLUMNS, [("x" * 300, 1, [])], "table")
    assert "x" * 300 in capsys.readouterr().out


def test_a_table_shows_text_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    write(COLUMNS, ROWS, "table")
    out = capsys.readouterr().out
    assert "Moon Jae-in; Donald Trump" in out
    assert "[bold]Nobody[/bold]" in out


def test_json_keeps_types(capsys: pytest.CaptureFixture[str]) -> None:
    write(COLUMNS, ROWS, "json")
    assert json.loads(capsys.readouterr().out)[0] == {
        "name": "Kim Jong Un",
        "days": 2,
        "met": ["Moon Jae-in", "Donald Trump"],
    }


def test_csv_quotes_what_needs_it(capsys: pytest.CaptureFixture[str]) -> None:
    write(COLUMNS, ROWS, "csv")
    assert capsys.readouterr().out.splitlines() == [
        "name,days,met",
        "Kim Jong Un,2,Moon Jae-in; Donald Trump",
        '"[bold]Nobody[/bold], a ""name""",,',
    ]


def test_parquet_reads_back(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write(COLUMNS, ROWS, "parquet")
    table = pq.read_table(io.BytesIO(capfdbinary.readouterr().out))
    assert table.column_names == list(COLUMNS)
    assert table.to_pylist()[0]["days"] == 2


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (0, "0"), ([1, 2], "1; 2"), ({"a": 1}, '{"a": 1}'), ([{"a": 1}], '[{"a": 1}]')]
)
def test_cells(value: object, shown: str) -> None:
    assert cell(value) == shown
