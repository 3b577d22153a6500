"""The catalogue on what extraction makes of ``examples/``: every documented example has an answer, the same on both."""

from __future__ import annotations

from pathlib import Path

import pytest

import ontology
import queries
from loaders.bolt import Loader
from summitgraph.extraction.pipeline import Extractor
from summitgraph.graph.catalogue import ask, bind
from summitgraph.graph.connection import Graph
from summitgraph.mapping.authority import authority_document
from summitgraph.mapping.claims import claims_of
from summitgraph.mapping.rows import Rows, rows_of
from summitgraph.records import ExtractedDocument, SourceDocument
from summitgraph.sources import read
from tests.integration.conftest import empty

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CATALOGUE = queries.catalogue()


@pytest.fixture(scope="module")
def rows() -> list[Rows]:
    terms = ontology.load()
    documents = [each for each in read([str(EXAMPLES)]) if isinstance(each, SourceDocument)]
    extracted = [each for each in Extractor.load().extract(documents) if isinstance(each, ExtractedDocument)]
    assert len(extracted) == len(documents) > 0
    made = [authority_document(terms), *((each, claims_of(each)) for each in extracted)]
    return [rows_of(each, claims, terms, "run:examples", "2026-01-01T00:00:00Z") for each, claims in made]


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def loaded(request: pytest.FixtureRequest, rows: list[Rows]) -> Graph:
    graph = empty(request.getfixturevalue(f"{request.param}_graph"))
    Loader(graph).load(rows)
    return graph


@pytest.mark.parametrize("id_", [id_ for id_, query in CATALOGUE.items() if query.example])
def test_the_documented_example_has_an_answer(loaded: Graph, id_: str) -> None:
    query = CATALOGUE[id_]
    assert ask(loaded, query, bind(query, query.example)).rows


@pytest.mark.neo4j
def test_both_engines_give_the_same_rows(both: tuple[Graph, Graph], rows: list[Rows]) -> None:
    for graph in both:
        Loader(graph).load(rows)
    for query in CATALOGUE.values():
        embedded, server = (ask(graph, query, bind(query, query.example)) for graph in both)
        assert embedded == server, query.id
