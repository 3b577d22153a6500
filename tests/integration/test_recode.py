"""A graph recoded after a change of the ontology is the one that a fresh ingestion gives, on both engines."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from summitgraph.cli import main, prefect_environment
from summitgraph.graph.connection import Graph
from summitgraph.graph.engine import open_graph
from summitgraph.verifying import verify
from tests.integration.conftest import empty
from tests.integration.snapshots import snapshot

EXTRA = """
@prefix sg: <https://w3id.org/summitgraph/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix plover: <https://w3id.org/summitgraph/plover/> .
@prefix person: <https://w3id.org/summitgraph/person/> .
@prefix country: <https://w3id.org/summitgraph/country/> .
@prefix office: <https://w3id.org/summitgraph/office/> .
@prefix trigger: <https://w3id.org/summitgraph/trigger/> .

person:kim-jong-un skos:altLabel "the Marshal of Paektu" .
trigger:agree sg:phrase "smoke the peace pipe" .
person:jane-doe a sg:Person ; rdfs:label "Jane Doe" ; sg:country country:NZL ;
    sg:held [ sg:office office:foreign-minister-nzl ; sg:from "2031-05" ; sg:until "2033" ] .
"""
TEXTS = {
    "pipe.txt": "Donald Trump smoked the peace pipe with Kim Jong Un in Hanoi on Thursday. Trump praised Jane Doe.",
    "talks.txt": "Donald Trump met Kim Jong Un in Hanoi on Wednesday. Moon Jae-in welcomed the talks.",
    "doe.txt": "Jane Doe criticized Russia on Monday. Russia rejected the criticism on Tuesday.",
}
Command = Callable[..., str]
# The authority file is written four times.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def _prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ["PREFECT_HOME"] = str(tmp_path_factory.mktemp("prefect"))
    prefect_environment.prepare(tmp_path_factory.mktemp("unused"))
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(f"---\npublished: 2019-02-28\ntitle: {name}\n---\n{text}\n", encoding="utf-8")
    return folder


@pytest.fixture
def extra(tmp_path: Path) -> Path:
    file = tmp_path / "mine.ttl"
    file.write_text(EXTRA, encoding="utf-8")
    return file


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def named(request: pytest.FixtureRequest, tmp_path: Path, _prefect: None) -> Iterator[Graph]:
    """An empty graph that the environment names."""
    address = request.getfixturevalue("neo4j_address") if request.param == "neo4j" else None
    kept = dict(os.environ)
    os.environ |= {"SUMMITGRAPH_DATA_DIR": str(tmp_path / "data"), "SUMMITGRAPH_CONFIG": "fast"}
    os.environ |= {"SUMMITGRAPH_GRAPH": address} if address else {}
    with open_graph(address, tmp_path / "data") as graph:
        yield empty(graph)
    os.environ.clear()
    os.environ.update(kept)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    def run(*arguments: str, ontology: Path | None = None) -> str:
        if ontology:
            monkeypatch.setenv("SUMMITGRAPH_ONTOLOGY", str(ontology))
        else:
            monkeypatch.delenv("SUMMITGRAPH_ONTOLOGY", raising=False)
        code: Any = 0
        try:
            main(arguments)
        except SystemExit as stop:
            code = stop.code
        captured = capsys.readouterr()
        assert not code, captured.err
        return captured.out

    return run


def test_recoding_gives_the_graph_of_a_fresh_ingestion(
    named: Graph, command: Command, texts: Path, extra: Path
) -> None:
    command("ingest", str(texts))
    plain = snapshot(named, runs=False)

    foreseen = json.loads(command("recode", "--dry-run", "--format", "json", ontology=extra))
    assert snapshot(named, runs=False) == plain
    diff = json.loads(command("recode", "--format", "json", ontology=extra))
    assert diff == foreseen
    recoded = snapshot(named, runs=False)
    assert list(verify(named)) == []

    empty(named)
    command("ingest", str(texts), ontology=extra)
    assert recoded == snapshot(named, runs=False)

    assert diff["documents"] == 4
    assert diff["claims"]["AGREE"] == {"gone": 0, "new": 1, "changed": 0}
    assert ["person:jane-doe", "HOLDS_OFFICE", "office:foreign-minister-nzl"] in diff["edges"]["new"]
    assert len(diff["events"]["new"]) == 1
    assert diff["events"]["gone"] == []
    assert "person:kim-jong-un" in diff["entities"]["changed"]

    back = json.loads(command("recode", "--format", "json"))
    assert snapshot(named, runs=False) == plain
    assert back["events"]["gone"] == diff["events"]["new"]


def test_nothing_is_done_where_versions_are_the_same(named: Graph, command: Command, texts: Path) -> None:
    command("ingest", str(texts))
    before = snapshot(named)
    assert command("recode") == "documents extracted anew: 0\nnothing that they say is changed\n"
    assert snapshot(named) == before
