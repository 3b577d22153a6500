"""The ontology once per test run, and a cache folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import ontology
from ontology.reader import loading


@pytest.fixture(scope="session")
def loaded() -> ontology.Ontology:
    return ontology.load()


@pytest.fixture
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A researcher's folder of Turtle files; compiled tables go to a cache beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "mine"
    folder.mkdir()
    yield folder
    loading._load.cache_clear()
