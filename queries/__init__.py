"""The catalogue of questions: one Cypher text a file under ``cypher/<topic>/``, each with a head that describes it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from queries.errors import CatalogueError, HeadError, ParameterError, UnknownQueryError
from queries.model import Parameter, Query
from queries.reader import read_all

__all__ = [
    "CatalogueError",
    "HeadError",
    "Parameter",
    "ParameterError",
    "Query",
    "UnknownQueryError",
    "catalogue",
    "find",
]


@cache
def catalogue() -> Mapping[str, Query]:
    """Return every query by its id, in the order of ids; the files are read once.

    Raises:
        HeadError: a file cannot be read.
    """
    return read_all()


def find(id_: str) -> Query:
    """Return the query of an id.

    Raises:
        UnknownQueryError: there is none; the message names those that look alike.
    """
    known = catalogue()
    if id_ not in known:
        alike = get_close_matches(id_, known, n=3, cutoff=0.5) or [each for each in known if id_ and id_ in each][:3]
        hint = f" Did you mean {' or '.join(alike)}?" if alike else ""
        raise UnknownQueryError(f"{id_}: the catalogue has no such query.{hint} 'summitgraph queries' lists them.")
    return known[id_]
