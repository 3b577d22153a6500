"""From an open graph to blocks: documents by their ids, a page at a time, then what derives from claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, TextIO

from loaders.rdf.assembling import assemble, loaded_relationships, own_properties
from loaders.rdf.blocks import Block, Resource, document_block, edge, node_statements
from loaders.rdf.vocabulary import node_iri, relation_iri
from loaders.rdf.writing import Form, write
from summitgraph.graph.connection import Graph
from summitgraph.graph.model import SCHEMA, label_of
from summitgraph.mapping.rows import Row

# Ids are paged by key; what belongs to them is read in smaller parts, since a document may be long.
IDS, DOCUMENTS, NODES = 5_000, 20, 500
SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    documents: int
    statements: int


def export(graph: Graph, form: Form, stream: TextIO, *, derived: bool = True) -> Exported:
    """Write the graph; memory holds one page of ids and a few documents at a time.

    Args:
        derived: whether relationships between individuals and facts of events follow the documents.

    Raises:
        GraphUnavailableError, GraphAccessError, QueryError: the graph does not answer.
    """
    documents = 0

    def counted() -> Iterator[Block]:
        nonlocal documents
        for block in document_blocks(graph):
            documents += 1
            yield block

    statements = write(chain(counted(), derived_blocks(graph) if derived else ()), form, stream)
    return Exported(documents, statements)


def document_blocks(graph: Graph) -> Iterator[Block]:
    """Yield a block for each document, in the order of ids."""
    for ids in _parts(_ids(graph, "Document"), DOCUMENTS):
        yield from _documents(graph, ids)


def derived_blocks(graph: Graph) -> Iterator[Block]:
    """Yield events and individuals with what claims make of them, and which documents are copies."""
    for label in ("Event", "Entity", "Document"):
        types = _derived_types(label)
        for ids in _parts(_ids(graph, label) if types else (), NODES):
            block = Block(None, tuple(_derived(graph, label, types, ids)))
            if block.resources:
                yield block


def _derived_types(label: str) -> list[str]:
    """Return the relationship types that claims give and that begin at nodes of a constrained label."""
    derived = (each for each in SCHEMA.relationships if each.origin != "loaded")
    return [each.type for each in derived if label in {SCHEMA.node(start).key_label for start, _ in each.ends}]


def _ids(graph: Graph, label: str) -> Iterator[str]:
    """Yield the ids of a label; each page begins after the last id of the one before."""
    cypher = f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT $limit"
    after = ""
    while rows := graph.read(cypher, {"after": after, "limit": IDS}, timeout=SECONDS).rows:
        yield from (row[0] for row in rows)
        after = rows[-1][0]


def _parts(ids: Iterable[str], size: int) -> Iterator[list[str]]:
    stream = iter(ids)
    while part := list(islice(stream, size)):
        yield part


def _documents(graph: Graph, ids: Sequence[str]) -> Iterator[Block]:
    nodes: dict[str, dict[str, list[Row]]] = {id_: {} for id_ in ids}
    links: dict[str, dict[str, list[Row]]] = {id_: {} for id_ in ids}
    names: dict[str, dict[str, str]] = {id_: {} for id_ in ids}
    for label, path in _PATHS.items():
        for document, node in _read(graph, f"{path} RETURN d.id, n ORDER BY n.id", ids):
            nodes[document].setdefault(label, []).append(_row(node))
    for document, node in _read(graph, f"{_DOCUMENT}-[:DESCRIBES]->(n) RETURN DISTINCT d.id, n ORDER BY n.id", ids):
        label = label_of(node["id"])
        nodes[document].setdefault(label, []).append(_own(label, node))
        names[document][node["id"]] = node["name"]
    for each in loaded_relationships():
        path = _PATHS[each.ends[0][0]]
        question = f"{path} MATCH (n)-[r:{each.type}]->(m) RETURN d.id, n.id, m.id, r"
        for document, start, end, link in _read(graph, question, ids):
            row = {key: value for key, value in link.items() if key != "type"}
            links[document].setdefault(each.type, []).append({"from": start, "to": end, **row})
    for id_ in ids:
        yield document_block(assemble(nodes[id_], links[id_]), names[id_])


_DOCUMENT = "UNWIND $ids AS id MATCH (d:Document {id: id})"
_PATHS = {
    "Document": f"{_DOCUMENT} WITH d, d AS n",
    "Run": f"{_DOCUMENT}-[:LOADED_BY]->(n:Run)",
    "Origin": f"{_DOCUMENT}-[:FOUND_AT]->(n:Origin)",
    "Passage": f"{_DOCUMENT}<-[:IN]-(n:Passage)",
    "Claim": f"{_DOCUMENT}<-[:IN]-(:Passage)<-[:STATED_IN]-(n:Claim)",
}


def _derived(graph: Graph, label: str, types: Iterable[str], ids: Sequence[str]) -> Iterator[Resource]:
    match = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})"
    stated: dict[str, list[Any]] = {}
    edges: list[Resource] = []
    for type_ in types:
        for start, end, link in _read(graph, f"{match}-[r:{type_}]->(m) RETURN n.id, m.id, r ORDER BY m.id", ids):
            stated.setdefault(start, []).append((relation_iri(type_), node_iri(end)))
            edges += edge(type_, start, end, {key: value for key, value in link.items() if key != "type"})
    if label == "Document":
        yield from (Resource(node_iri(start), tuple(said)) for start, said in stated.items())
    else:
        for (node,) in _read(graph, f"{match} RETURN n ORDER BY n.id", ids):
            said = node_statements(label_of(node["id"]), _row(node))
            yield Resource(node_iri(node["id"]), (*said, *stated.get(node["id"], ())))
    yield from edges


def _read(graph: Graph, cypher: str, ids: Sequence[str]) -> tuple[tuple[Any, ...], ...]:
    return graph.read(cypher, {"ids": list(ids)}, timeout=SECONDS).rows


def _row(node: Row) -> Row:
    return {key: value for key, value in node.items() if key != "labels"}


def _own(label: str, node: Row) -> Row:
    names = {"id", "iri", *(each.name for each in own_properties(label))}
    return {key: value for key, value in node.items() if key in names}
