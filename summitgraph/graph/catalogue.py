"""Asking a question of the catalogue: ``queries`` knows it, a graph answers it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import queries
from summitgraph.errors import QueryError, QueryParameterError, UnknownQueryError
from summitgraph.graph.connection import READ_SECONDS, Answer, Graph


def find(id_: str) -> queries.Query:
    """Return the catalogue query of an id.

    Raises:
        UnknownQueryError: there is none.
    """
    try:
        return queries.find(id_)
    except queries.UnknownQueryError as error:
        raise UnknownQueryError(str(error)) from error
    except queries.CatalogueError as error:
        raise QueryError(str(error)) from error


def bind(query: queries.Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return every parameter of the query with its value.

    Raises:
        QueryParameterError: one is missing, unknown or of another type.
    """
    try:
        return query.bind(given)
    except queries.ParameterError as error:
        raise QueryParameterError(str(error)) from error


def ask(graph: Graph, query: queries.Query, values: Mapping[str, Any], *, timeout: float = READ_SECONDS) -> Answer:
    """Ask the question with bound values; the answer has the declared columns, also where it has no rows.

    Raises:
        QueryError: it cannot be answered; GraphUnavailableError, GraphAccessError: the graph does not answer.
    """
    answer = graph.read(query.cypher, values, timeout=timeout)
    # The embedded engine names no columns where it finds no rows.
    return Answer(tuple(query.returns), answer.rows)
