"""Questions on both engines: values, limits, and errors that say where and what."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from summitgraph.errors import (
    ForbiddenCypherError,
    GraphAccessError,
    GraphUnavailableError,
    LoadError,
    QueryError,
    QueryParameterError,
    QuerySyntaxError,
)
from summitgraph.graph.connection import Graph
from summitgraph.graph.engine import open_graph
from summitgraph.graph.model import SCHEMA


def test_values_come_as_plain_ones(graph: Graph) -> None:
    graph.ensure_schema()
    graph.write(
        lambda transaction: transaction.run(
            "CREATE (a:Entity:Person {id: 'person:a', name: 'A'})"
            "-[:LEADS {claims: 2}]->(:Entity:Country {id: 'country:B', name: 'B'})"
        ).consume()
    )
    answer = graph.read(
        "MATCH p = (a)-[r:LEADS]->(b) RETURN a, r, p, date('2019-02-27') AS day, $list AS list", {"list": [1, None]}
    )
    person = {"labels": ["Entity", "Person"], "id": "person:a", "name": "A"}
    leads = {"type": "LEADS", "claims": 2}
    assert answer.columns == ("a", "r", "p", "day", "list")
    assert answer.records()[0] == {
        "a": person,
        "r": leads,
        "p": [person, leads, {"labels": ["Country", "Entity"], "id": "country:B", "name": "B"}],
        "day": "2019-02-27",
        "list": [1, None],
    }


def test_the_schema_stands_once_however_often_it_is_made(graph: Graph) -> None:
    graph.ensure_schema()
    graph.ensure_schema()
    names = {row[0] for row in graph.read("SHOW CONSTRAINTS YIELD name RETURN name").rows}
    assert names == {f"{node.label.lower()}_id" for node in SCHEMA.nodes if not node.parent}


def test_a_syntax_error_says_where(graph: Graph) -> None:
    with pytest.raises(QuerySyntaxError, match="at line 1, column"):
        graph.read("MATCH (n RETURN n")


def test_a_missing_parameter_is_named(graph: Graph) -> None:
    with pytest.raises(QueryParameterError, match=r"day.*--param NAME=VALUE"):
        graph.read("RETURN $day")


def test_a_question_that_writes_is_refused(graph: Graph) -> None:
    with pytest.raises(ForbiddenCypherError, match="CREATE at line 1, column 1"):
        graph.read("CREATE (n:Entity {id: 'person:x'})")


def test_the_database_refuses_what_the_guard_lets_through(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitgraph.graph.connection.assert_read_only", lambda cypher: None)
    with pytest.raises(ForbiddenCypherError, match="The graph refused the question"):
        graph.read("CREATE (n:Entity {id: 'person:x'})")
    assert graph.read("MATCH (n:Entity) RETURN count(n)").rows == ((0,),)


def test_a_question_has_a_time_limit(graph: Graph) -> None:
    endless = "UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b UNWIND range(1, 5) AS c RETURN sum(a * b * c)"
    with pytest.raises(QueryError, match="longer than its time limit"):
        graph.read(endless, timeout=0.05)


def test_a_write_that_breaks_a_constraint_is_a_load_error(graph: Graph) -> None:
    graph.ensure_schema()
    twice = "CREATE (:Entity {id: 'person:x'}) CREATE (:Entity {id: 'person:x'})"
    with pytest.raises(LoadError, match=r"breaks a constraint.*person:x"):
        graph.write(lambda transaction: transaction.run(twice).consume())


@pytest.mark.neo4j
def test_a_wrong_password_is_refused(neo4j_address: str, neo4j_graph: Graph, data_dir: Path) -> None:
    with pytest.raises(GraphAccessError, match=r"refused the user name or password.*NEO4J_PASSWORD"):
        open_graph(neo4j_graph.address, data_dir, username="neo4j", password="wrong-password")


def test_a_server_that_is_down_is_named(data_dir: Path) -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{unheard.getsockname()[1]}"
        with pytest.raises(GraphUnavailableError, match=f"{address} cannot be reached.*Start the server") as caught:
            open_graph(address, data_dir, password="secret")
    assert caught.value.retryable
