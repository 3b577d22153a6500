"""Which documents other versions extracted, and entities of which the authority file says something else now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from ontology.model import Ontology
from summitgraph.graph.connection import Graph
from summitgraph.mapping.authority import DOCUMENT as AUTHORITY
from summitgraph.mapping.individuals import authority_properties
from summitgraph.recoding.lookups import Row, ask, text
from summitgraph.records import Versions

PER_PAGE = 1_000
STATED = ("country", "kind", "latitude", "longitude", "role", "date")


def outdated(graph: Graph, versions: Versions) -> Iterator[str]:
    """Yield the ids of the documents, the authority file aside, that other versions than these extracted."""
    wanted = {name: version for name, version in asdict(versions).items() if name != "decisions"}
    after = ""
    while rows := ask(graph, text("outdated"), after=after, limit=PER_PAGE, authority=AUTHORITY, **wanted):
        yield from (row["id"] for row in rows)
        after = rows[-1]["id"]


def restate(graph: Graph, ontology: Ontology) -> int:
    """Give entities the properties that the authority file states now; return how many had others.

    A load adds properties and changes them, but one that the authority file no longer states would stay.
    """
    changed, after = 0, ""
    while rows := ask(graph, text("entities"), after=after, limit=PER_PAGE):
        after = rows[-1]["id"]
        stated = [_stated(row["id"], ontology) for row in rows]
        others = [new for new, row in zip(stated, rows, strict=True) if new != row]
        if others:
            _write(graph, others)
        changed += len(others)
    return changed


def _write(graph: Graph, rows: list[Row]) -> None:
    graph.write(lambda transaction: transaction.run(text("restate"), rows=rows).consume())


def _stated(id_: str, ontology: Ontology) -> Row:
    properties = authority_properties(id_, ontology)
    return {"id": id_} | {name: properties.get(name) for name in STATED}
