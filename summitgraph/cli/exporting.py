"""``summitgraph export``, ``import`` and ``validate``: the graph as RDF, out, in and under the shapes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from summitgraph.cli.console import NOTHING_DONE, DataDirOption, GraphOption, note, settings_of
from summitgraph.cli.graphs import opened

if TYPE_CHECKING:
    from loaders.rdf.validation import Finding

RdfFormat = Literal["trig", "turtle", "jsonld", "nquads"]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="File to write; without it, standard output.", show_default=False)
]
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="An export: .trig, .ttl, .jsonld or .nq.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(export)
    app.command(name="import")(import_)
    app.command()(validate)


def export(
    form: Annotated[RdfFormat, typer.Option("--format", help="Format of RDF.")] = "trig",
    output: OutputOption = None,
    derived: Annotated[
        bool, typer.Option("--derived/--no-derived", help="Whether what derives from claims is written too.")
    ] = True,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Write the graph as RDF, with its provenance in PROV-O.

    TriG and N-Quads hold a named graph for each document, JSON-LD too; what derives from claims stands in the default
    graph. Turtle has no named graphs: there, all stands in one. Each of them can be imported again.

    \b
    Examples:
      summitgraph export --output graph.trig
      summitgraph export --format nquads | gzip > graph.nq.gz
    """
    from loaders.rdf.exporting import export as write_graph
    from loaders.rdf.writing import FORMS

    with opened(settings_of(graph, data_dir)) as open_graph, _written(output) as stream:
        done = write_graph(open_graph, FORMS[form], stream, derived=derived)
    note(f"{done.documents} documents, {done.statements} statements")


def import_(file: FileArgument, graph: GraphOption = None, data_dir: DataDirOption = None) -> None:
    """Load an export into the graph: its documents as they stood, from which all else is derived anew.

    Documents that the graph holds from the same versions are left as they are.

    \b
    Example:
      summitgraph import graph.trig --graph bolt://localhost:7687
    """
    from loaders.bolt import Loader
    from loaders.rdf.chunks import form_of
    from loaders.rdf.importing import import_file

    form_of(file)
    with opened(settings_of(graph, data_dir)) as open_graph:
        report = import_file(file, Loader(open_graph))
    nodes, relationships = sum(report.created_nodes.values()), sum(report.created_relationships.values())
    note(
        f"{report.documents} documents loaded, {report.unchanged} known already:"
        f" {nodes} nodes and {relationships} relationships made"
    )


def validate(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="An export; without it, the graph itself.", show_default=False),
    ] = None,
    graph: GraphOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Check the graph, or an export, against the SHACL shapes of the ontology.

    Each line names a node and the demand that it does not meet; the exit code is then 1.

    \b
    Examples:
      summitgraph validate
      summitgraph validate graph.trig
    """
    from loaders.rdf.validation import validate as validate_graph
    from loaders.rdf.validation import validate_file

    if file:
        found = _tell(validate_file(file))
    else:
        with opened(settings_of(graph, data_dir)) as open_graph:
            found = _tell(validate_graph(open_graph))
    note(f"{found} violations of the shapes" if found else "it conforms to the shapes")
    if found:
        raise typer.Exit(NOTHING_DONE)


def _tell(findings: Iterable[Finding]) -> int:
    """Print what does not conform as it is found; return how much."""
    count = 0
    for finding in findings:
        print(f"{finding.node}\t{finding.message}", flush=True)
        count += 1
    return count


@contextmanager
def _written(output: Path | None) -> Iterator[TextIO]:
    """Yield the stream to write; a file takes its name only once it is whole."""
    if output is None:
        yield sys.stdout
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
