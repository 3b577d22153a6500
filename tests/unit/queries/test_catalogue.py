"""The catalogue as code: every query says of itself what it does, and names nothing that the graph lacks."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

import queries
from queries.index import TOPICS, render
from summitgraph.graph.guard import assert_read_only
from summitgraph.graph.model import SCHEMA
from tests.unit.queries.reading import columns, parameters, read, unordered_limits

ROOT = Path(__file__).resolve().parents[3]
CATALOGUE = queries.catalogue()
each_query = pytest.mark.parametrize("query", CATALOGUE.values(), ids=list(CATALOGUE))


def properties(kind: str) -> set[str]:
    """Properties of a label or relationship type; those of its broader and narrower labels are among them."""
    broader = {node.parent for node in SCHEMA.nodes if node.label == kind}
    nodes = [node for node in SCHEMA.nodes if node.label in {kind, *broader} or node.parent == kind]
    relationships = [each for each in SCHEMA.relationships if each.type == kind]
    return {each.name for owner in (*nodes, *relationships) for each in owner.properties}


EVERY_PROPERTY = {p.name for owner in (*SCHEMA.nodes, *SCHEMA.relationships) for p in owner.properties}


def test_every_file_is_a_query_and_every_topic_has_some() -> None:
    folder = files("queries").joinpath("cypher")
    found = {
        f"{topic.name}.{file.name.removesuffix('.cypher')}" for topic in folder.iterdir() for file in topic.iterdir()
    }
    assert set(CATALOGUE) == found
    assert {query.topic for query in CATALOGUE.values()} == set(TOPICS)
    assert len(CATALOGUE) >= 25


@each_query
def test_the_query_only_reads(query: queries.Query) -> None:
    assert_read_only(query.cypher)


@each_query
def test_declared_parameters_are_the_used_ones(query: queries.Query) -> None:
    assert set(query.params) == parameters(query.cypher)


@each_query
def test_declared_columns_are_the_returned_ones(query: queries.Query) -> None:
    assert list(query.returns) == columns(query.cypher)


@each_query
def test_rows_have_an_order_and_are_cut_only_after_it(query: queries.Query) -> None:
    assert "\nORDER BY " in query.cypher
    assert unordered_limits(query.cypher) == []


@each_query
def test_labels_and_relationships_are_those_of_the_graph(query: queries.Query) -> None:
    reading = read(query.cypher)
    assert reading.labels <= SCHEMA.labels
    assert reading.types <= SCHEMA.relationship_types


@each_query
def test_properties_are_those_of_their_labels(query: queries.Query) -> None:
    reading = read(query.cypher)
    for variable, name in reading.used:
        kinds = {variable[1:]} if variable.startswith(":") else reading.kinds.get(variable)
        known = {p for kind in kinds for p in properties(kind)} if kinds else EVERY_PROPERTY | reading.keys
        assert name in known, f"{variable}.{name}"


@each_query
def test_an_example_binds(query: queries.Query) -> None:
    assert query.bind(query.example) == {
        name: param.convert(param.example) if param.required else param.default for name, param in query.params.items()
    }


def test_the_index_in_the_documentation_is_current() -> None:
    written = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert written == render(CATALOGUE), "run: python -m queries > docs/queries.md"


def test_an_unknown_id_is_refused_with_those_that_look_alike() -> None:
    with pytest.raises(queries.UnknownQueryError, match=r"summits\.dosier: .* Did you mean summits\.dossier"):
        queries.find("summits.dosier")
