"""The file of decisions: what it may say, and which words tell the analyst what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ontology
from summitgraph.errors import DecisionError
from summitgraph.resolution.decision_file import COLUMNS, HEAD, append_decisions, made, read_decisions
from summitgraph.resolution.decisions import Decisions

ONTOLOGY = ontology.load()


def written(folder: Path, *rows: str) -> Path:
    path = folder / "decisions.csv"
    path.write_text("\n".join((HEAD, ",".join(COLUMNS), *rows)) + "\n")
    return path


def row(id_: str, kind: str, arguments: str) -> str:
    return f"{id_},{kind},{arguments},mk,2019-03-04,seen in two reports"


GOOD = (
    row("d1", "merge", "other=person:son-gwon-ri; keep=person:ri-son-gwon; name=Ri Son Gwon"),
    row("d2", "never", "one=person:pak-il; other=person:pak-il-u"),
    row("d3", "split", "id=person:kim-il; document=doc:1; into=person:kim-il-of-seoul"),
    row("d4", "rename", "id=person:ri-son-gwon; name=Ri Son-gwon"),
    row("d5", "recode", "event=event:1; type=CONSULT; mode=visit"),
    row("d6", "reject", "claim=claim:1"),
)


def test_no_file_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.csv") == Decisions()


def test_each_kind_of_decision_is_read(tmp_path: Path) -> None:
    decisions = read_decisions(written(tmp_path, *GOOD), ONTOLOGY)
    assert sorted(each.kind for each in decisions.rows) == ["merge", "never", "recode", "reject", "rename", "split"]
    assert decisions.root("person:son-gwon-ri") == "person:ri-son-gwon"
    [recode] = decisions.of("recode")
    assert (recode["type"], recode.author, recode.day) == ("CONSULT", "mk", date(2019, 3, 4))
    assert recode.where.endswith("decisions.csv:7")


def test_the_order_of_rows_plays_no_part(tmp_path: Path) -> None:
    forward = read_decisions(written(tmp_path, *GOOD)).rows
    backward = read_decisions(written(tmp_path, *reversed(GOOD))).rows
    assert [each.key for each in forward] == [each.key for each in backward]


def test_a_key_follows_from_what_is_decided_alone() -> None:
    one = made("reject", {"claim": "claim:1"}, "mk", date(2019, 3, 4), "")
    other = made("reject", {"claim": "claim:1"}, "someone else", date(2020, 1, 1), "a lapse")
    assert one.key == other.key
    assert one.key != made("reject", {"claim": "claim:2"}, "mk", date(2019, 3, 4), "").key


def test_rows_are_added_at_the_end_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "decisions.csv"
    first = made("never", {"one": "person:a", "other": "person:b"}, "mk", date(2019, 3, 4), 'two men, says "X"')
    second = made("rename", {"id": "person:a", "name": "A, the elder"}, "mk", date(2019, 3, 4), "")
    append_decisions(path, [first])
    append_decisions(path, [second])
    assert path.read_text().splitlines()[:2] == [HEAD, "id,decision,arguments,author,day,reason"]
    assert {each.key for each in read_decisions(path).rows} == {first.key, second.key}


MERGE = row("d1", "merge", "other=person:a; keep=person:b")


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ([row("d1", "fuse", "x=y")], 3, "'fuse' is no decision"),
        ([row("d1", "merge", "other=person:a")], 3, "merge lacks keep"),
        ([row("d1", "merge", "other=person:a; keep=country:PRK")], 3, "not of one kind"),
        ([row("d1", "merge", "other=person:a; keep=person:a")], 3, "both sides are person:a"),
        ([row("d1", "merge", "other=someone; keep=person:a")], 3, "other=someone is no id"),
        ([row("d1", "reject", "claim=event:1")], 3, "claim=event:1 is no claim id"),
        ([row("d1", "reject", "claim=claim:1; why=so")], 3, "reject takes no why"),
        ([row("d1", "rename", "id=person:a; name")], 3, "'name' is no new argument"),
        ([row("d1", "recode", "event=event:1")], 3, "recode changes nothing"),
        ([row("d1", "recode", "event=event:1; type=MEET")], 3, "'MEET' is no event type"),
        ([row("d1", "recode", "event=event:1; type=CONSULT; mode=dance")], 3, "'dance' is no mode of CONSULT"),
        ([row("d1", "recode", "event=event:1; mode=visit")], 3, "mode lacks its type"),
        ([row("d1", "split", "id=person:a; into=person:b")], 3, "either document or claim"),
        ([MERGE, row("d1", "reject", "claim=claim:1")], 4, "the id d1 stands already"),
        ([MERGE, row("d2", "merge", "other=person:b; keep=person:a")], None, "the merges lead from"),
        ([MERGE, row("d2", "never", "one=person:b; other=person:a")], 4, "are merged at"),
        ([MERGE, row("d2", "rename", "id=person:a; name=A")], 4, "Name person:b instead"),
        (["d1,merge,other=person:a; keep=person:b,mk,yesterday,"], 3, "'yesterday' is no day"),
        (["d1,merge,other=person:a"], 3, "3 cells, not 6"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(
    tmp_path: Path, rows: list[str], line: int | None, words: str
) -> None:
    with pytest.raises(DecisionError) as raised:
        read_decisions(written(tmp_path, *rows), ONTOLOGY)
    assert words in str(raised.value)
    if line:
        assert str(raised.value).startswith(f"{tmp_path / 'decisions.csv'}:{line}: ")


def test_a_merge_of_one_into_two_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="person:a is merged already"):
        read_decisions(written(tmp_path, MERGE, row("d2", "merge", "other=person:a; keep=person:c")))


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text("id,decision\n")
    with pytest.raises(DecisionError, match=r"decisions.csv:1: the head is missing"):
        read_decisions(path)
