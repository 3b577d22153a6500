"""From a file of RDF to a graph: rows of each document, written and derived from as ingestion does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from loaders.bolt import Loader
from loaders.origins import Reading
from loaders.rdf.assembling import assemble, loaded_relationships, own_properties
from loaders.rdf.chunks import graphs
from loaders.rdf.vocabulary import class_iri, from_value, node_id, node_iri, property_iri, relation_iri
from summitgraph.errors import SourceError
from summitgraph.graph.model import SCHEMA, label_of
from summitgraph.graph.schema import Property
from summitgraph.ids import iri
from summitgraph.mapping.rows import Row, Rows
from summitgraph.records import LoadReport

DOCUMENTS_PER_BATCH = 50


class Imported(NamedTuple):
    """A document of a file: its rows, and where it was found."""

    rows: Rows
    readings: tuple[Reading, ...]


def import_file(path: Path, loader: Loader) -> LoadReport:
    """Load an export's documents; what derives from them is derived here.

    A document that stands in the graph with the same versions is left as it is; with others it is replaced.

    Raises:
        SourceError: the file cannot be read, or holds no documents of Summitgraph; earlier batches are loaded.
        LoadError: the graph refused a batch; earlier ones are loaded.
    """
    nodes: Counter[str] = Counter()
    relationships: Counter[str] = Counter()
    total = LoadReport()
    stream = documents_of(path)
    while batch := list(islice(stream, DOCUMENTS_PER_BATCH)):
        report = loader.load([each.rows for each in batch], readings=[one for each in batch for one in each.readings])
        nodes.update(report.created_nodes)
        relationships.update(report.created_relationships)
        documents, unchanged = total.documents + report.documents, total.unchanged + report.unchanged
        total = replace(total, documents=documents, unchanged=unchanged)
    if not total.documents + total.unchanged:
        raise SourceError(
            str(path), "it holds no documents of Summitgraph", "Name a file that 'summitgraph export' wrote."
        )
    return replace(total, created_nodes=dict(nodes), created_relationships=dict(relationships))


def documents_of(path: Path) -> Iterator[Imported]:
    """Yield each document that a file describes.

    Raises:
        SourceError: the file cannot be read, or a document lacks what the loader needs.
    """
    for graph in graphs(path, derived=False):
        for document in sorted(graph.subjects(RDF.type, URIRef(class_iri("Document"))), key=str):
            try:
                yield _document(graph, document)
            except (KeyError, ValueError) as error:
                reason = f"{_id(document)} is incomplete: {error}"
                raise SourceError(str(path), reason, "Export the graph anew, or correct the file.") from error


def _document(graph: Graph, document: Node) -> Imported:
    passages = list(graph.subjects(URIRef(relation_iri("IN")), document))
    claims = [claim for each in passages for claim in graph.subjects(URIRef(relation_iri("STATED_IN")), each)]
    owned = {"Document": [document], "Passage": passages, "Claim": claims}
    links = {
        each.type: [row for start in owned[each.ends[0][0]] for row in _links(graph, start, each.type)]
        for each in loaded_relationships()
    }
    readings = tuple(_readings(graph, links.pop("FOUND_AT")))
    owned["Run"] = [URIRef(node_iri(row["to"])) for row in links["LOADED_BY"]]
    nodes = {label: [_node(graph, each, label) for each in subjects] for label, subjects in owned.items()}
    for id_ in sorted({row["to"] for row in links["DESCRIBES"]}):
        nodes.setdefault(label_of(id_), []).append(_node(graph, URIRef(node_iri(id_)), label_of(id_)))
    (row,) = nodes["Document"]
    # Where copies count as one source, claims bear the source of the first; that too derives anew.
    own_source = {"source": row.get("source") or row["id"]}
    return Imported(assemble({**nodes, "Claim": [claim | own_source for claim in nodes["Claim"]]}, links), readings)


def _readings(graph: Graph, found: Iterable[Row]) -> Iterator[Reading]:
    for row in found:
        origin = _node(graph, URIRef(node_iri(row["to"])), "Origin")
        yield Reading(row["from"], origin["at"], row.get("url"), row.get("source"), row["language"])


def _links(graph: Graph, start: Node, type_: str) -> Iterator[Row]:
    """Yield the relationships of a type that begin at a node, with properties where the type has any."""
    relationship, predicate = SCHEMA.relationship(type_), URIRef(relation_iri(type_))
    if not relationship.properties:
        yield from ({"from": _id(start), "to": _id(end)} for end in graph.objects(start, predicate))
        return
    for statement in graph.subjects(RDF.subject, start):
        if (statement, RDF.predicate, predicate) in graph:
            end = next(graph.objects(statement, RDF.object))
            said = _values(graph, statement, type_, relationship.properties, None)
            yield {"from": _id(start), "to": _id(end), **said}


def _node(graph: Graph, subject: Node, label: str) -> Row:
    properties = own_properties(label)
    event_type: Any = None
    if label in ("Claim", "Summit"):
        coded = graph.value(subject, URIRef(property_iri(label, "predicate" if label == "Claim" else "type")))
        event_type = str(coded).rpartition("/")[2] if coded else None
    return {"id": _id(subject), "iri": iri(_id(subject)), **_values(graph, subject, label, properties, event_type)}


def _values(
    graph: Graph, subject: Node, owner: str, declared: Iterable[Property], event_type: str | None
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in declared:
        said = list(graph.objects(subject, URIRef(property_iri(owner, each.name))))
        values = sorted(from_value(each, str(value), event_type) for value in said)
        if each.type == "strings":
            found[each.name] = values
        elif values:
            found[each.name] = values[0]
        elif each.required and owner != "Event":
            raise ValueError(f"{_id(subject)} lacks {property_iri(owner, each.name)}")
    return found


def _id(node: Node) -> str:
    found = node_id(str(node))
    if found is None:
        raise ValueError(f"<{node}> is no node of Summitgraph")
    return found
