"""Bad input: one clear reason each, with the place, and the good documents beside it are read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from summitgraph.errors import SettingsError
from summitgraph.records import Rejected, SourceDocument
from summitgraph.sources import parse_mapping, read

BAD_FILES: list[tuple[str, bytes, str, str]] = [
    ("latin.txt", "Séoul".encode("latin-1"), "latin.txt:1", "not UTF-8 (byte 0xe9 at offset 1)"),
    ("wide.txt", "Seoul".encode("utf-16"), "wide.txt", "UTF-16"),
    ("empty.txt", b"", "empty.txt", "the file is empty"),
    ("blank.txt", b" \n\n", "blank.txt", "the text is empty"),
    ("head.txt", b"---\ntitle: only a head\n---\n", "head.txt", "the text is empty"),
    ("binary.txt", b"\x7fELF\x02\x01\x00\x00", "binary.txt", "binary data"),
    ("huge.txt", b"word " * 2_000_001, "huge.txt", "larger than 10 MB"),
    ("yaml.txt", b"---\ntitle: Talks: a history\n---\nBody.", "yaml.txt:2", "broken YAML"),
    ("open.txt", b"---\ntitle: Talks\nBody.", "open.txt:1", "not closed"),
    ("list.txt", b"---\n- a\n- b\n---\nBody.", "list.txt:1", "no list of 'key: value' lines"),
    ("alias.txt", b"---\na: &x [1]\nb: [*x, *x]\n---\nBody.", "alias.txt:1", "YAML alias"),
    ("title.txt", b"---\ntitle: [a, b]\n---\nBody.", "title.txt", "'title' is a list"),
    ("someday.txt", b"---\npublished: someday\n---\nBody.", "someday.txt", "'someday' is no date"),
    ("two-ways.txt", b"---\npublished: 02/03/2019\n---\nBody.", "two-ways.txt", "'02/03/2019' is no date"),
    ("day-30.txt", b"---\npublished: 2019-02-30\n---\nBody.", "day-30.txt:1", "day is out of range"),
    ("fake.pdf", b"This is no PDF.", "fake.pdf", "not a PDF"),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "cut.pdf", "not a PDF that can be read"),
    ("hollow.html", b"<html><body></body></html>", "hollow.html", "no article text"),
    ("fake.parquet", b"PAR1 no table", "fake.parquet", "no Parquet file"),
    ("empty.jsonl", b"", "empty.jsonl", "holds no rows"),
    ("empty.csv", b"", "empty.csv", "holds no rows"),
    ("quote.csv", b'text\n"never closed', "quote.csv:2", "broken CSV"),
    ("photo.png", b"\x89PNG", "photo.png", "files of kind '.png' are not read"),
]


def only_rejected(*names: str) -> Rejected:
    [item] = list(read(names))
    assert isinstance(item, Rejected)
    assert item.stage == "read"
    return item


@pytest.mark.parametrize(("name", "content", "origin", "reason"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_a_bad_file_is_rejected_with_place_and_reason(
    folder: Path, name: str, content: bytes, origin: str, reason: str
) -> None:
    (folder / name).write_bytes(content)
    item = only_rejected(name)
    assert item.origin == origin
    assert reason in item.reason


BAD_ROWS = [
    (b'{"id": "a", "text": ', "no JSON (Expecting value"),
    (b"[1, 2]", "no JSON object"),
    (b'{"id": "a"}', "no 'text' field"),
    (b'{"text": 7}', "'text' is no text"),
    (b'{"text": " "}', "the text is empty"),
    (b'{"text": "\\ud800"}', "not valid Unicode"),
    (b'{"text": "S\xe9oul"}', "not UTF-8"),
    (b'{"text": "x", "published": "someday"}', "'someday' is no date"),
    (b"[" * 100_000, "no JSON"),
    (b'{"text": "' + b"x" * 10_000_001 + b'"}', "longer than"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_ROWS, ids=[row[1] for row in BAD_ROWS])
def test_a_bad_row_fails_alone(folder: Path, line: bytes, reason: str) -> None:
    good = json.dumps({"id": "good", "text": "Seoul agreed."}).encode()
    (folder / "news.jsonl").write_bytes(b"\n".join([good, line, good]))
    first, bad, last = read(["news.jsonl"])
    assert isinstance(first, SourceDocument)
    assert isinstance(last, SourceDocument)
    assert isinstance(bad, Rejected)
    assert bad.origin == "news.jsonl:2"
    assert reason in bad.reason


def test_a_csv_row_with_foreign_bytes_or_too_many_cells_fails_alone(folder: Path) -> None:
    (folder / "news.csv").write_bytes(b"id,text\n1,S\xe9oul.\n2,a,b\n3,Tokyo agreed.\n")
    foreign, cells, good = read(["news.csv"])
    assert isinstance(foreign, Rejected)
    assert "not valid Unicode" in foreign.reason
    assert isinstance(cells, Rejected)
    assert "3 cells where the head line has 2" in cells.reason
    assert isinstance(good, SourceDocument)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "no such file"),
        ("none/*.txt", "no file matches"),
        ("file:///etc/passwd", "file: addresses are not read"),
        ("ftp://example.org/a.txt", "begin with ftp: are not read"),
        ("http://127.0.0.1:9/closed", "cannot be reached"),
        ("http://", "cannot be re"),
    ],
)
def test_a_name_that_leads_nowhere_is_rejected(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    monkeypatch.setattr("summitgraph.sources.web.WAITS", ())
    item = only_rejected(name)
    assert item.origin == name
    assert reason in item.reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "the server answered 404"),
        ("/busy", "the server answered 503"),
        ("/photo", "media type 'image/png' is not read"),
        ("/nothing", "the server sent an empty page"),
        ("/latin.txt", "not UTF-8"),
    ],
)
def test_a_page_that_cannot_be_used_is_rejected(
    site: str, monkeypatch: pytest.MonkeyPatch, path: str, reason: str
) -> None:
    monkeypatch.setattr("summitgraph.sources.web.WAITS", (0.0,))
    assert reason in only_rejected(site + path).reason


def test_an_empty_folder_says_so(folder: Path) -> None:
    (folder / "in").mkdir()
    assert "holds no files" in only_rejected("in").reason


@pytest.mark.skipif(os.name == "nt", reason="named pipes are made by mkfifo")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "neither a file nor a folder" in only_rejected("pipe.txt").reason


def test_the_good_ones_go_on(folder: Path) -> None:
    (folder / "a.txt").write_text("First.")
    (folder / "b.txt").write_bytes(b"\xff\xfa")
    (folder / "c.txt").write_text("Third.")
    assert [type(item).__name__ for item in read(["a.txt", "b.txt", "gone.txt", "c.txt"])] == [
        "SourceDocument",
        "Rejected",
        "Rejected",
        "SourceDocument",
    ]


@pytest.mark.parametrize("pair", ["text", "text=", "headline=title"])
def test_a_malformed_mapping_is_refused(pair: str) -> None:
    with pytest.raises(SettingsError, match="write FIELD=COLUMN"):
        parse_mapping([pair])
