"""Live engines: the embedded graph and a real Neo4j, each started once; every test begins with an empty graph."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from summitgraph.graph.connection import Graph
from summitgraph.graph.engine import open_graph
from tests.integration.neo4j_server import NEEDS, MissingNeo4j, running_neo4j


@pytest.fixture(scope="session")
def neo4j_address() -> Iterator[str]:
    """Address of a Neo4j with user and password: the one of SUMMITGRAPH_TEST_NEO4J, else one started for this run."""
    given = os.environ.get("SUMMITGRAPH_TEST_NEO4J")
    if given:
        yield given
        return
    try:
        with running_neo4j() as address:
            yield address.with_credentials
    except MissingNeo4j as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(NEEDS)


@pytest.fixture(scope="session")
def neo4j_graph(neo4j_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with open_graph(neo4j_address, tmp_path_factory.mktemp("unused")) as graph:
        yield graph


@pytest.fixture(scope="session")
def embedded_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    with open_graph(None, tmp_path_factory.mktemp("embedded")) as graph:
        yield graph


def empty(graph: Graph) -> Graph:
    graph.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())
    return graph


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def graph(request: pytest.FixtureRequest) -> Graph:
    """An empty graph, on each engine in turn."""
    return empty(request.getfixturevalue(f"{request.param}_graph"))


@pytest.fixture
def both(request: pytest.FixtureRequest) -> tuple[Graph, Graph]:
    """Two empty graphs: embedded and Neo4j."""
    return empty(request.getfixturevalue("embedded_graph")), empty(request.getfixturevalue("neo4j_graph"))


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"
