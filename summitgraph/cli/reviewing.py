"""``summitgraph review``: the queue of what may be one, and the analyst's decisions about it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summitgraph.cli.asking import FormatOption
from summitgraph.cli.console import DataDirOption, GraphOption, note, settings_of
from summitgraph.cli.tables import write

if TYPE_CHECKING:
    from summitgraph.graph.connection import Graph
    from summitgraph.resolution.candidates import Candidate, Side
    from summitgraph.resolution.decisions import Decision, Decisions

KEYS = "[m]erge  [n]ever  [s]kip  [q]uit"
COLUMNS = ("kind", "keep", "other", "keep_name", "other_name", "touches", "score", "reason")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(review)


def review(
    listed: Annotated[bool, typer.Option("--list", help="Print the queue and stop.")] = False,
    form: FormatOption = "table",
    limit: Annotated[int, typer.Option(min=1, help="So many pairs at most, those that touch most first.")] = 100,
    author: Annotated[
        str | None, typer.Option(help="Who decides; stands in the file. Default: the user's name.")
    ] = None,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Work through what may be one person, organization or event.

    Decisions are rows of decisions.csv in the data directory, or of the file that SUMMITGRAPH_DECISIONS names. They take
    force with the next 'summitgraph ingest', which maps again the documents that they bear on. A row taken out of the
    file is taken back in the same way. The file also takes split, rename, recode and reject: see docs/decisions.md.

    \b
    Examples:
      summitgraph review
      summitgraph review --list --format json --limit 20
    """
    import ontology
    from summitgraph.cli.graphs import opened
    from summitgraph.resolution.candidates import candidates
    from summitgraph.resolution.decision_file import read_decisions
    from summitgraph.resolution.work import Resolution

    settings = settings_of(graph, data_dir)
    file = settings.decisions_file(to_write=True)
    terms = ontology.load(settings.ontology)
    resolution = Resolution.of(terms, read_decisions(file, terms))
    with opened(settings) as open_graph:
        queue = candidates(open_graph, resolution)[:limit]
        if listed:
            write(COLUMNS, [_row(each) for each in queue], form)
            note(f"{len(queue)} to review." if queue else "Nothing to review.")
        else:
            _work_through(queue, open_graph, resolution.decisions, file, author or getpass.getuser())


def _row(each: Candidate) -> tuple[Any, ...]:
    sides = (each.keep.id, each.other.id, each.keep.name, each.other.name)
    return each.kind, *sides, each.touches, each.score, each.reason


def _work_through(queue: list[Candidate], graph: Graph, decisions: Decisions, file: Path, author: str) -> None:
    """Ask about each pair; every answer is written at once, so that nothing is lost where the work is broken off."""
    from summitgraph.errors import DecisionError
    from summitgraph.resolution.checking import check_together
    from summitgraph.resolution.decision_file import append_decisions

    written = 0
    gone: set[str] = set()
    for number, each in enumerate(queue, start=1):
        if {each.keep.id, each.other.id} & gone:
            # One of the two is merged already; what it may still be shows once that is in force.
            continue
        _show(each, graph, f"{number}/{len(queue)}")
        answer = _ask()
        if answer == "q":
            break
        if answer == "s":
            continue
        row = _decision(each, answer, author)
        together = decisions.with_row(row)
        try:
            check_together(together)
        except DecisionError as error:
            note(f"  not written: {error}")
            continue
        decisions = together
        append_decisions(file, [row])
        written += 1
        if answer == "m":
            gone.add(each.other.id)
    if not queue:
        note("Nothing to review.")
    note(f"{written} decided" + (f", written to {file}. The next ingest puts it in force." if written else "."))


def _decision(each: Candidate, answer: str, author: str) -> Decision:
    from summitgraph.resolution.decision_file import made

    today = datetime.now(UTC).date()
    if answer == "n":
        return made("never", {"one": each.keep.id, "other": each.other.id}, author, today, "told apart in review")
    named = {} if each.kind == "event" or set(each.keep.name) & set(";=") else {"name": each.keep.name}
    return made("merge", {"other": each.other.id, "keep": each.keep.id, **named}, author, today, each.reason)


def _show(each: Candidate, graph: Graph, place: str) -> None:
    """Print both sides with the sentences that speak of them."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(f"\n{place}  One {each.kind}? {each.reason} ({each.score:.2f}), touches {each.touches}", "bold"))
    for title, side in (("keep ", each.keep), ("other", each.other)):
        console.print(Text.assemble((f"  {title}  ", "dim"), (side.name, "bold"), f"  {side.id}  {_counted(side)}"))
        for said in _evidence(graph, side):
            console.print(Padding(Text(said), (0, 0, 0, 9)))
    console.print(Text(f"  {KEYS}", "dim"))


def _counted(side: Side) -> str:
    return f"{side.claims} claims, {side.edges} edges"


def _evidence(graph: Graph, side: Side) -> Iterator[str]:
    from summitgraph.resolution.candidates import evidence

    for row in evidence(graph, side.id):
        where = ", ".join(part for part in (row["published"], row["source"] or row["title"] or row["document"]) if part)
        yield f"“{' '.join(row['text'].split())}” ({where})"


def _ask() -> str:
    """Wait for one of the keys."""
    while (answer := _stroke()) not in ("m", "n", "s", "q"):
        note(f"  {KEYS}")
    return answer


def _stroke() -> str:
    """Return the next key in lower case; ``q`` at the end of the input."""
    if sys.stdin.isatty():
        import click

        # Ctrl-C comes as KeyboardInterrupt, Ctrl-D as the end of the input.
        try:
            return click.getchar().lower()
        except EOFError:
            return "q"
    while line := sys.stdin.readline():
        if line.strip():
            return line.strip()[:1].lower()
    return "q"
