"""``summitgraph query``, ``queries`` and ``cypher``: questions to the graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer

from summitgraph.cli.console import DataDirOption, GraphOption, note, settings_of
from summitgraph.cli.graphs import opened
from summitgraph.cli.tables import Format, write
from summitgraph.errors import QueryParameterError

FormatOption = Annotated[Format, typer.Option("--format", help="Form of the answer.")]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", min=0.1, help="Seconds after which the question is given up.")
]
ParamOption = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter of the question. Repeatable."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(query)
    app.command()(queries)
    app.command()(cypher)


def query(
    name: Annotated[
        str, typer.Argument(help="Id of a catalogue query, see 'summitgraph queries'.", show_default=False)
    ],
    param: ParamOption = None,
    form: FormatOption = "table",
    timeout: TimeoutOption = 60.0,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Ask a question of the catalogue.

    \b
    Examples:
      summitgraph query summits.dossier --param summit=summit:2019-hanoi
      summitgraph query actors.met --param person=person:kim-jong-un --format csv > meetings.csv
    """
    from summitgraph.graph.catalogue import ask, bind, find

    found = find(name)
    values = bind(found, _pairs(param or ()))
    with opened(settings_of(graph, data_dir)) as open_graph:
        answer = ask(open_graph, found, values, timeout=timeout)
    write(answer.columns, answer.rows, form)
    _note_if_empty(answer.rows)


def queries(form: FormatOption = "table") -> None:
    """List the questions of the catalogue with their parameters.

    \b
    Example:
      summitgraph queries --format json
    """
    from queries import catalogue

    heads = [each.head() for each in catalogue().values()]
    if form == "table":
        rows = [(head["id"], head["question"], _parameters(head["params"])) for head in heads]
        write(("id", "question", "parameters"), rows, form)
    else:
        columns = ("id", "title", "question", "params", "returns", "since")
        write(columns, [[head[column] for column in columns] for head in heads], form)


def cypher(
    text: Annotated[str, typer.Argument(metavar="CYPHER", help="A Cypher text that only reads.", show_default=False)],
    param: ParamOption = None,
    form: FormatOption = "table",
    timeout: TimeoutOption = 60.0,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Ask in Cypher; what writes, or reads files or the network, is refused.

    Values of --param are text; convert them in the question, as toInteger($n).

    \b
    Examples:
      summitgraph cypher 'MATCH (s:Summit) RETURN s.id, s.name, s.start ORDER BY s.start'
      summitgraph cypher 'MATCH (e:Event {type: $type}) RETURN count(e) AS events' --param type=REJECT
    """
    with opened(settings_of(graph, data_dir)) as open_graph:
        answer = open_graph.read(text, _pairs(param or ()), timeout=timeout)
    write(answer.columns, answer.rows, form)
    _note_if_empty(answer.rows)


def _parameters(params: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the parameters as they are given: required ones by example, the others in brackets."""
    shown = [f"{name}={told['example']}" if told["required"] else f"[{name}]" for name, told in params.items()]
    return " ".join(shown)


def _pairs(given: Iterable[str]) -> dict[str, str]:
    values = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not (name and equals):
            raise QueryParameterError(f"--param {pair}: write NAME=VALUE, as summit=summit:2019-hanoi.")
        values[name] = value
    return values


def _note_if_empty(rows: object) -> None:
    if not rows:
        note("No rows: nothing in the graph answers this.")
