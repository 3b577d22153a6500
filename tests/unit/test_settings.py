"""Where settings come from, and what wrong ones say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summitgraph.errors import SettingsError
from summitgraph.settings import load_settings

NAMES = (
    "SUMMITGRAPH_GRAPH",
    "SUMMITGRAPH_ONTOLOGY",
    "SUMMITGRAPH_DATA_DIR",
    "SUMMITGRAPH_BATCH_SIZE",
    "NEO4J_USERNAME",
    "NEO4J_PASSWORD",
)


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_without_anything_the_embedded_graph_under_the_platforms_folder_is_used() -> None:
    settings = load_settings()
    assert settings.graph is None
    assert settings.data_dir.name == "summitgraph"


def test_the_environment_is_read_and_an_option_comes_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITGRAPH_GRAPH", "bolt://one:7687")
    monkeypatch.setenv("NEO4J_USERNAME", "reader")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    settings = load_settings(data_dir=Path("here"))
    assert settings.graph == "bolt://one:7687"
    assert load_settings(graph="neo4j://two").graph == "neo4j://two"
    assert settings.data_dir == Path.cwd() / "here"
    assert settings.neo4j_username == "reader"
    assert settings.neo4j_password is not None
    assert settings.neo4j_password.get_secret_value() == "secret"
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("address", ["http://host", "host:7687", "bolt+x://", "sqlite:///a"])
def test_an_address_that_is_not_bolt_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(SettingsError, match="--graph or SUMMITGRAPH_GRAPH: this is no Bolt address") as caught:
        load_settings(graph=address)
    assert address not in str(caught.value)


def test_a_wrong_number_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMITGRAPH_BATCH_SIZE", "many")
    with pytest.raises(SettingsError, match="SUMMITGRAPH_BATCH_SIZE"):
        load_settings()


def test_turtle_files_are_named_as_in_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").touch()
    monkeypatch.setenv("SUMMITGRAPH_ONTOLOGY", os.pathsep.join((str(tmp_path), str(tmp_path / "mine.ttl"))))
    assert load_settings().ontology == (tmp_path, tmp_path / "mine.ttl")
    monkeypatch.setenv("SUMMITGRAPH_ONTOLOGY", "absent.ttl")
    with pytest.raises(SettingsError, match=r"SUMMITGRAPH_ONTOLOGY: absent\.ttl is not there"):
        load_settings()
