"""Questions of the catalogue in SPARQL, for a store that holds the ontology and an export.

``sparql/<topic>/<name>.rq`` is the twin of ``cypher/<topic>/<name>.cypher``: the same parameters, columns and rows. It
reads all graphs as one, and knows no limit of rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files

from queries.errors import UnknownQueryError

_PARAMETER = re.compile(r"\$(\w+)")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def twins() -> tuple[str, ...]:
    """Return the ids of the queries that have a twin."""
    folders = (each for each in files("queries").joinpath("sparql").iterdir() if each.is_dir())
    found = (
        f"{topic.name}.{file.name[:-3]}" for topic in folders for file in topic.iterdir() if file.name[-3:] == ".rq"
    )
    return tuple(sorted(found))


def twin(id_: str, values: Mapping[str, object]) -> str:
    """Return the SPARQL text of a query with its parameters in place; one without a value is the empty string.

    Raises:
        UnknownQueryError: the query has no twin.
    """
    if id_ not in twins():
        raise UnknownQueryError(f"{id_}: it has no SPARQL twin. There are {', '.join(twins())}.")
    text = files("queries").joinpath("sparql", *f"{id_}.rq".split(".", 1)).read_text(encoding="utf-8")
    return _PARAMETER.sub(lambda found: _literal(values.get(found[1])), text)


def _literal(value: object) -> str:
    text = "" if value is None else str(value)
    return f'"{text.translate(_ESCAPES)}"'
