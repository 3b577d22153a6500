"""Errors of the driver and the engines in our own terms: what failed, where, what to do next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    CypherSyntaxError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from summitgraph.errors import (
    ForbiddenCypherError,
    GraphAccessError,
    GraphUnavailableError,
    LoadError,
    QueryError,
    QueryParameterError,
    QuerySyntaxError,
    SummitgraphError,
)

_POSITION = re.compile(r"line:? (\d+),? column:? (\d+)|line (\d+):(\d+)")
_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration")


@contextmanager
def translated(address: str, *, asking: bool = False) -> Iterator[None]:
    """Turn what the driver raises inside the block into errors of Summitgraph; ``asking`` marks a user's question."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise translate(error, address, asking=asking) from error


def translate(error: Neo4jError | DriverError, address: str, *, asking: bool) -> SummitgraphError:
    """Return our error for one of the driver's."""
    if isinstance(error, AuthError):
        return GraphAccessError(
            f"{address} refused the user name or password."
            " Set NEO4J_USERNAME and NEO4J_PASSWORD, or write them in the address."
        )
    if isinstance(error, (ServiceUnavailable, SessionExpired)):
        return GraphUnavailableError(
            f"{address} cannot be reached: {_first_line(error)}."
            " Start the server or correct --graph; without it the embedded graph is used."
        )
    if isinstance(error, ConfigurationError):
        return LoadError(
            f"{address} is no usable address: {_first_line(error)}. Write bolt://HOST:PORT or neo4j://HOST:PORT."
        )
    if asking and isinstance(error, Neo4jError):
        return _question(error)
    if isinstance(error, ConstraintError):
        return LoadError(f"{address} refused a write that breaks a constraint: {_first_line(error)}")
    failure = LoadError(f"{address} failed: {_first_line(error)}")
    failure.retryable = isinstance(error, TransientError)
    return failure


def _question(error: Neo4jError) -> QueryError:
    message = error.message or str(error)
    code = error.code or ""
    if isinstance(error, Forbidden) or code.endswith(("AccessMode", "Forbidden")):
        return ForbiddenCypherError(
            f"The graph refused the question, since it would change it or read files: {_first_line(error)}"
        )
    if code.endswith("ParameterMissing"):
        return QueryParameterError(f"{message}. Give it with --param NAME=VALUE.")
    if code.endswith(_TIMED_OUT):
        return QueryError("The question took longer than its time limit. Narrow it, or raise the limit with --timeout.")
    if isinstance(error, CypherSyntaxError) or code.endswith(("SemanticError", "SyntaxError")):
        found = _POSITION.search(message)
        where = " at line {}, column {}".format(*(each for each in found.groups() if each)) if found else ""
        return QuerySyntaxError(f"The Cypher text cannot be read{where}: {message.strip()}")
    return QueryError(f"The graph could not answer: {_first_line(error)}")


def _first_line(error: Exception) -> str:
    message = getattr(error, "message", None) or str(error)
    return message.strip().splitlines()[0].rstrip(".") if message.strip() else type(error).__name__
