"""The catalogue's index for the documentation: ``python -m queries > docs/queries.md``."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from queries.model import Parameter, Query

TOPICS = {
    "summits": "Meetings of leaders: participants, places, days, what came of them and by whose account",
    "actors": "Persons, countries and bodies: who they are, whom they met, which offices they hold",
    "timeline": "What happened when, between whom, and on the conflict-cooperation scale",
    "claims": "Who says what, what is denied, what was promised, where sources contradict each other",
    "network": "Who deals with whom, and how two actors are linked",
    "places": "Where it happened",
    "agreements": "Agreements, sanctions, programmes and their parties",
    "quality": "How far the answers can be trusted",
    "operations": "What stands in the graph, and which runs brought it",
}
"""Topics in the order of the documentation, with what each is about."""


def render(catalogue: Mapping[str, Query]) -> str:
    """Return the index as Markdown, ended by a newline."""
    order = list(TOPICS)
    known = sorted(catalogue.values(), key=lambda query: (order.index(query.topic), query.id))
    return "\n".join(_lines(known)) + "\n"


def _lines(known: Iterable[Query]) -> Iterator[str]:
    yield from (
        "# The catalogue of questions",
        "",
        "<!-- Generated from queries/cypher by `python -m queries > docs/queries.md`. -->",
        "",
        "`summitgraph query ID --param NAME=VALUE` asks one; `summitgraph queries` lists them. Every question runs"
        " unchanged on the embedded graph and on Neo4j. A parameter without a value stands for no restriction.",
    )
    for topic, members in groupby(known, key=lambda query: query.topic):
        yield from ("", f"## {topic.capitalize()}", "", f"{TOPICS[topic]}.")
        for query in members:
            yield from _query(query)


def _query(query: Query) -> Iterator[str]:
    yield from ("", f"### {query.id}", "", f"**{query.title}.** {query.question}", "")
    yield from ("```sh", _command(query), "```")
    if query.params:
        yield from ("", "| parameter | type | default | meaning |", "|---|---|---|---|")
        yield from (_parameter(param) for param in query.params.values())
    columns = ", ".join(f"`{name}` {type_}" for name, type_ in query.returns.items())
    yield from ("", f"Returns {columns}. Since {query.since}.")


def _command(query: Query) -> str:
    given = [f"--param {shlex.quote(f'{name}={value}')}" for name, value in query.example.items()]
    return " ".join(["summitgraph query", query.id, *given])


def _parameter(param: Parameter) -> str:
    default = "required" if param.required else "" if param.default is None else str(param.default).lower()
    meaning = param.about or ("one of " + ", ".join(param.values) if param.values else "")
    return f"| `{param.name}` | {param.type} | {default} | {meaning} |"
