"""What is gone from a folder, told from what the graph has below it and what the run has read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from flows.stages import Batch
from flows.syncing import Seen, gone, unless_empty
from flows.workshop import Workshop
from loaders.origins import Reading
from summitgraph.records import Rejected, SourceDocument


class Standing:
    """A loader whose graph holds documents at these paths."""

    def __init__(self, origins: Sequence[str]) -> None:
        self.readings = [Reading(f"doc:{origin}", origin) for origin in sorted(origins)]

    def found_below(self, start: str) -> list[Reading]:
        return [each for each in self.readings if each.origin.startswith(start)]


def shop(*origins: str) -> Workshop:
    made = object.__new__(Workshop)
    made.loader = cast("object", Standing(origins))  # type: ignore[assignment]
    return made


@pytest.fixture(autouse=True)
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name in ("a.txt", "broken.txt", ".hidden.txt", "news.jsonl", "bad.jsonl"):
        (folder / name).write_text("Seoul agreed.")
    return folder


def seen() -> Seen:
    found = Seen()
    documents = [SourceDocument("doc:1", "1", "Seoul agreed.", ("inbox/a.txt", "inbox/news.jsonl:1"))]
    left_out: list[object] = [
        Rejected("inbox/broken.txt:1", "read", "not UTF-8"),
        Rejected("inbox/bad.jsonl:2", "read", "no JSON"),
    ]
    found.add(Batch(documents, left_out, []))  # type: ignore[arg-type]
    return found


def test_files_and_rows_that_are_no_longer_there_are_gone() -> None:
    standing = shop("inbox/a.txt", "inbox/b.txt", "inbox/news.jsonl:1", "inbox/news.jsonl:2", "inbox/old.csv:1")
    assert list(gone(["inbox/"], seen(), standing)) == ["inbox/b.txt", "inbox/news.jsonl:2", "inbox/old.csv:1"]


def test_what_is_there_and_was_not_read_stays() -> None:
    standing = shop("inbox/.hidden.txt", "inbox/bad.jsonl:7", "inbox/broken.txt")
    assert list(gone(["inbox"], seen(), standing)) == []


def test_what_lies_elsewhere_stays() -> None:
    standing = shop("elsewhere/b.txt", "inbox-2/b.txt", "/other/b.txt", "https://example.org/b.txt")
    assert list(gone(["inbox"], seen(), standing)) == []
    assert list(gone(["."], seen(), standing)) == ["elsewhere/b.txt", "inbox-2/b.txt"]


def test_a_folder_above_the_working_folder_holds_its_files_too(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(inbox)
    standing = shop("a.txt", "b.txt", f"{inbox.parent}/c.txt")
    assert list(gone([str(inbox.parent)], Seen(), standing)) == [f"{inbox.parent}/c.txt", "b.txt"]


def test_an_empty_folder_is_no_mistake(inbox: Path) -> None:
    (inbox / "empty").mkdir()
    none, other = Rejected("inbox/empty", "read", "the folder holds no files."), Rejected("inbox/x", "read", "no text")
    assert list(unless_empty([none, other], ["inbox/empty", "inbox"])) == [other]
