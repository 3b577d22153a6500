"""Each query of the catalogue on both engines, against golden answers about the small world of the seed.

The answers stand in ``tests/data/queries/answers``, a file per query with one case or more. After a change on purpose,
``SUMMITGRAPH_WRITE_ANSWERS=1`` writes the rows of all cases anew; read the difference before you keep it.
"""

from __future__ import annotations

import json
import os
import re
from typing import Any

import pytest

import ontology
import queries
from loaders.bolt import Loader
from summitgraph.graph.catalogue import ask, bind
from summitgraph.graph.connection import Graph
from tests.integration.conftest import empty
from tests.integration.query_seed import DATA, seed_rows

CATALOGUE = queries.catalogue()
ANSWERS = DATA / "answers"
WRITING = os.environ.get("SUMMITGRAPH_WRITE_ANSWERS") == "1"
KINDS: dict[str, type | tuple[type, ...]] = {"integer": int, "float": (int, float), "boolean": bool}
FORMS = {"id": r"[a-z]+:\S+", "day": r"\d{4}-\d\d-\d\d", "date": r"\d{4}(-[\dA-Z/-]+)?"}


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def seeded(request: pytest.FixtureRequest) -> Graph:
    """The seed on each engine in turn; loaded once, since questions change nothing."""
    graph = empty(request.getfixturevalue(f"{request.param}_graph"))
    Loader(graph).load(seed_rows(ontology.load()))
    return graph


def cases(id_: str) -> list[dict[str, Any]]:
    file = ANSWERS / f"{id_}.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else [{"given": CATALOGUE[id_].example}]


def rows(graph: Graph, query: queries.Query, given: dict[str, Any]) -> list[dict[str, Any]]:
    return ask(graph, query, bind(query, given)).records()


@pytest.mark.parametrize("id_", CATALOGUE)
def test_the_answer_is_the_golden_one(seeded: Graph, id_: str) -> None:
    query, known = CATALOGUE[id_], cases(id_)
    found = [{"given": case["given"], "rows": rows(seeded, query, case["given"])} for case in known]
    if WRITING:
        (ANSWERS / f"{id_}.json").write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == cases(id_)
    assert found[0]["rows"], "the first case has an answer"


@pytest.mark.parametrize("id_", CATALOGUE)
def test_values_have_the_declared_types(seeded: Graph, id_: str) -> None:
    query = CATALOGUE[id_]
    for case in cases(id_):
        for row in rows(seeded, query, case["given"]):
            for column, value in row.items():
                assert value is None or fits(value, query.returns[column]), f"{column}: {value!r}"


def fits(value: Any, type_: str) -> bool:
    if type_ in ("strings", "integers"):
        return isinstance(value, list) and all(isinstance(each, str if type_ == "strings" else int) for each in value)
    if type_ in KINDS:
        return isinstance(value, KINDS[type_])
    return isinstance(value, str) and re.fullmatch(FORMS.get(type_, r"(?s).*"), value) is not None


@pytest.mark.parametrize("day", ["2018-12-31", "2019-02-25", "2019-02-28"])
def test_as_of_a_day_is_the_graph_of_what_was_published_by_then(graph: Graph, day: str) -> None:
    seed = seed_rows(ontology.load())
    asked = [query for query in CATALOGUE.values() if "as_of" in query.params]
    Loader(graph).load(seed)
    later = {query.id: rows(graph, query, {**query.example, "as_of": day}) for query in asked}
    empty(graph)
    Loader(graph).load([each for each in seed if (each.nodes["Document"][0]["published"] or "9") <= day])
    then = {query.id: rows(graph, query, query.example) for query in asked}
    assert later == then


def test_an_empty_answer_has_the_declared_columns(seeded: Graph) -> None:
    query = CATALOGUE["summits.dossier"]
    answer = ask(seeded, query, bind(query, {"summit": "summit:never-held"}))
    assert (answer.columns, answer.rows) == (tuple(query.returns), ())
