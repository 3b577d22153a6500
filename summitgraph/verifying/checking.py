"""All checks of a graph, or of one document and what it bears on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summitgraph.errors import QueryParameterError
from summitgraph.graph.connection import Graph
from summitgraph.verifying.documents import check_documents, faults_of_strays
from summitgraph.verifying.events import check_events
from summitgraph.verifying.faults import Fault
from summitgraph.verifying.lookups import ask, ids, portions
from summitgraph.verifying.relations import check_individuals, check_relations

DOCUMENTS_PER_QUESTION = 16


def verify(
    graph: Graph, document: str | None = None, advance: Callable[[int], None] = lambda count: None
) -> Iterator[Fault]:
    """Yield what in the graph is not what its texts and claims say; nothing where it is sound.

    The graph must stand still meanwhile: a load that runs beside would show as faults.

    Args:
        document: id, path or URL of the one document to check, with the events and edges that it bears on.
        advance: told how many more documents and nodes are checked.

    Raises:
        QueryParameterError: the graph has no such document.
        GraphUnavailableError, GraphAccessError: the graph does not answer or let us in.
    """
    if document is not None:
        for id_ in find(graph, document):
            yield from _of_document(graph, id_)
        return
    for part in portions(ids(graph, "Document"), DOCUMENTS_PER_QUESTION):
        yield from check_documents(graph, part)
        advance(len(part))
    yield from faults_of_strays(ask(graph, "stray_passages"), "passage")
    yield from faults_of_strays(ask(graph, "stray_claims"), "claim")
    for label in ("Event", "Entity"):
        for part in portions(ids(graph, label)):
            yield from _of_nodes(graph, label, part)
            advance(len(part))


def find(graph: Graph, name: str) -> list[str]:
    """Return the ids of the documents with this id, path or URL.

    Raises:
        QueryParameterError: there is none.
    """
    found = [row["id"] for row in ask(graph, "find_document", name=name)]
    if not found:
        raise QueryParameterError(
            f"{name}: the graph has no document of this id, path or URL."
            " 'summitgraph query operations.documents' lists those that it has."
        )
    return found


def _of_document(graph: Graph, id_: str) -> Iterator[Fault]:
    yield from check_documents(graph, [id_])
    (borne,) = ask(graph, "borne_on", id=id_)
    summits = {node for node in borne["described"] if node.startswith("summit:")}
    for part in portions(sorted({*borne["events"], *summits})):
        yield from _of_nodes(graph, "Event", part)
    for part in portions(sorted({*borne["described"]} - summits)):
        yield from _of_nodes(graph, "Entity", part)


def _of_nodes(graph: Graph, label: str, part: list[str]) -> Iterator[Fault]:
    if label == "Event":
        yield from check_events(graph, part)
    yield from check_individuals(graph, "Summit" if label == "Event" else label, part)
    yield from check_relations(graph, label, part)
