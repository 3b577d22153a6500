from __future__ import annotations

import os
from pathlib import Path

import pytest

from summitgraph.errors import GraphAccessError
from summitgraph.graph.home import Home, Runtime, home_of


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = home_of(tmp_path)
    made.prepare()
    return made


def test_a_held_folder_is_not_given_twice(home: Home) -> None:
    lock = home.hold()
    assert lock
    assert home.held()
    assert home.hold() is None
    lock.release()
    assert not home.held()


def test_taking_the_folder_removes_a_stale_announcement(home: Home) -> None:
    home.announce(Runtime(os.getpid(), 7687, "2026-01-01T00:00:00+00:00", background=False))
    assert home.announced()
    lock = home.hold()
    assert home.announced() is None
    assert lock
    lock.release()


def test_passwords_are_made_once(home: Home) -> None:
    made = home.secrets()
    assert len(made.writer) >= 32
    assert made.writer != made.reader
    assert home.secrets() == made


def test_new_passwords_need_new_users(home: Home) -> None:
    users = home.folder / "config" / "server-users.jsonl"
    users.write_text("{}")
    home.secrets()
    assert not users.exists()


def test_an_unreadable_password_says_what_to_do(home: Home) -> None:
    home.passwords.write_text("{")
    with pytest.raises(GraphAccessError, match=r"passwords\.json: the password of the embedded graph cannot be read"):
        home.secrets()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GraphAccessError, match="Name another with --data-dir"):
        home_of(tmp_path / "file").prepare()
