"""The SHACL shapes over an export: what pySHACL says of a graph, block by block, so that its size plays no part.

Each claim is taken at its word, also where it is planned or denied: the triple that a relation claim states and the event
of an event claim stand beside it. So what is asked here is what ``summitgraph.mapping.checking`` asks before loading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyshacl
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from loaders.rdf.blocks import Block
from loaders.rdf.chunks import graphs
from loaders.rdf.exporting import derived_blocks, document_blocks
from loaders.rdf.vocabulary import PLOVER, SG, XSD, Instant, Iri, Value, class_iri, node_id, relation_iri
from ontology.reader.compile import parse
from ontology.reader.loading import FOLDER
from summitgraph.graph.connection import Graph as PropertyGraph
from summitgraph.graph.model import LABEL_OF_PREFIX

STATEMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Finding:
    """A demand of a shape that a node does not meet; ``node`` is its id, of a claim also where its event fails."""

    node: str
    message: str


def validate(graph: PropertyGraph) -> Iterator[Finding]:
    """Yield what in an open graph does not conform.

    Raises:
        GraphUnavailableError, GraphAccessError, QueryError: the graph does not answer.
    """
    for blocks in (document_blocks(graph), derived_blocks(graph)):
        yield from _findings(map(to_graph, blocks))


def validate_file(path: Path) -> Iterator[Finding]:
    """Yield what in a file of RDF does not conform.

    Raises:
        SourceError: the file cannot be read.
    """
    yield from _findings(graphs(path, derived=True))


def to_graph(block: Block) -> Graph:
    """Return a block as a graph of rdflib."""
    graph = Graph()
    for resource in block.resources:
        for predicate, value in resource.statements:
            graph.add((URIRef(resource.iri), URIRef(predicate), _term(value)))
    return graph


def _term(value: Value) -> Node:
    if isinstance(value, Iri):
        return URIRef(value)
    return Literal(str(value), datatype=URIRef(f"{XSD}dateTime")) if isinstance(value, Instant) else Literal(value)


def _findings(parts: Iterable[Graph]) -> Iterator[Finding]:
    seen: set[Finding] = set()
    for data in _gathered(parts):
        yield from (found := set(_validate(data)) - seen)
        seen |= found


def _gathered(parts: Iterable[Graph]) -> Iterator[Graph]:
    """Yield small graphs together: each run of pySHACL looks at all shapes."""
    data = Graph()
    for part in parts:
        data += part
        if len(data) >= STATEMENTS:
            yield data
            data = Graph()
    if len(data):
        yield data


def _validate(data: Graph) -> Iterator[Finding]:
    _take_at_their_word(data)
    bare = _add_classes(data)
    _, report, _ = pyshacl.validate(data + _vocabulary(), shacl_graph=_shapes())
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        # A node that a block only refers to is described, and looked at, in another.
        if focus in bare and path is not None:
            continue
        address = str(focus).partition("#event")[0]
        yield Finding(node_id(address) or address, str(report.value(result, SH.resultMessage)))


def _take_at_their_word(data: Graph) -> None:
    for claim in list(data.subjects(RDF.type, _sg("Claim"))):
        said = {name: data.value(claim, _sg(name)) for name in ("predicate", "subject", "object", "about")}
        if str(data.value(claim, _sg("kindOfClaim"))) == "relation":
            if said["subject"] and said["object"]:
                data.add((said["subject"], URIRef(relation_iri(str(said["predicate"]))), said["object"]))
        elif not (node_id(str(said["about"])) or "").startswith("summit:"):
            _add_event(data, claim, said)


def _add_event(data: Graph, claim: Node, said: dict[str, Any]) -> None:
    event = URIRef(f"{claim}#event")
    data.add((event, RDF.type, _sg("Event")))
    data.add((event, _sg("type"), URIRef(PLOVER + str(said["predicate"]))))
    given = {"mode": "mode", "date": "date", "datePrecision": "datePrecision"}
    given |= {"subject": "actor", "object": "recipient", "place": "heldIn", "summit": "partOf"}
    for source, target in given.items():
        for value in data.objects(claim, _sg(source)):
            data.add((event, _sg(target), value))


def _add_classes(data: Graph) -> set[Node]:
    """Give nodes that are only referred to the class that their ids tell; return them."""
    bare: set[Node] = {
        each for each in data.objects() if isinstance(each, URIRef) and (each, RDF.type, None) not in data
    }
    for each in bare:
        label = LABEL_OF_PREFIX.get((node_id(str(each)) or "").partition(":")[0])
        if label:
            data.add((each, RDF.type, URIRef(class_iri(label))))
    return bare


def _sg(name: str) -> URIRef:
    return URIRef(SG + name)


@cache
def _shapes() -> Graph:
    return parse(sorted((FOLDER / "shapes").glob("*.ttl")))


@cache
def _vocabulary() -> Graph:
    """Return what shapes need of the terms: which class is below which, and what is a type or mode of event."""
    terms = parse([FOLDER / "core.ttl", FOLDER / "codebook" / "plover.ttl"])
    needed = Graph()
    for triple in terms.triples((None, RDFS.subClassOf, None)):
        needed.add(triple)
    for class_ in (_sg("EventType"), _sg("EventMode")):
        for triple in terms.triples((None, RDF.type, class_)):
            needed.add(triple)
    return needed
