"""The SHACL shapes as a table of constraints, for the check before loading.

The shapes keep to what ``ontology.check`` can say in plain Python: targets by class or by property, counts, classes
(one, or one of several by ``sh:or``), closed lists, datatypes, patterns, bounds, ``sh:lessThan``. Anything else in a
shapes file is an error, so that the two checks cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, RDFS, SH, SKOS, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.errors import OntologyError
from ontology.model import Constraint
from ontology.reader.terms import PLOVER, Terms, local_name

_TARGETS = {SH.targetClass: "class", SH.targetSubjectsOf: "subjects-of", SH.targetObjectsOf: "objects-of"}
_DEMANDS = {SH["class"], SH["in"], SH["or"], SH.minCount, SH.maxCount, SH.datatype, SH.pattern}
_DEMANDS |= {SH.minInclusive, SH.maxInclusive, SH.lessThan}
_FRAME = {RDF.type, SH.path, SH.property, SH.message, *_TARGETS}


def constraints(terms: Terms) -> tuple[Constraint, ...]:
    """Return the demands of all shapes, one per property shape and one per node shape that demands anything itself."""
    found = [demand for shape in terms.instances(SH.NodeShape) for demand in _node_shape(terms, shape)]
    return tuple(sorted(found, key=lambda c: (c.shape, c.path or "", c.message)))


def _node_shape(terms: Terms, shape: URIRef) -> Iterator[Constraint]:
    targets = [(kind, node) for key, kind in _TARGETS.items() for node in terms.graph.objects(shape, key)]
    bodies = (
        [shape] if (shape, SH["class"]) in _pairs(terms, shape) or (shape, SH["or"]) in _pairs(terms, shape) else []
    )
    for kind, target in targets:
        for body in [*bodies, *terms.graph.objects(shape, SH.property)]:
            yield _constraint(terms, local_name(shape), kind, term_name(terms, target), body)


def _pairs(terms: Terms, shape: Node) -> set[tuple[Node, Node]]:
    return {(shape, predicate) for predicate in terms.graph.predicates(shape)}


def term_name(terms: Terms, term: Node) -> str:
    """Return the name of a term in the graph and in records; a term without one goes by its local name."""
    if term == RDFS.label:
        return "name"
    return terms.text(term, SKOS.notation) or local_name(term)


def _constraint(terms: Terms, shape: str, target: str, term: str, body: Node) -> Constraint:
    unknown = {p for p in terms.graph.predicates(body) if p not in _DEMANDS | _FRAME}
    message = terms.text(body, SH.message)
    if unknown or message is None:
        what = (
            f"uses {local_name(unknown.pop())}, which the compiled check cannot say" if unknown else "has no sh:message"
        )
        raise OntologyError(f"Shape {shape} {what}. Correct the shape, or extend ontology/check.py.")
    path = terms.graph.value(body, SH.path)
    return Constraint(
        shape=shape,
        target=target,
        term=term,
        path=term_name(terms, path) if path is not None else None,
        message=message,
        min_count=_whole(terms, body, SH.minCount),
        max_count=_whole(terms, body, SH.maxCount),
        classes=_classes(terms, body),
        values=_values(terms, body),
        datatype=_name(terms.graph.value(body, SH.datatype)),
        pattern=terms.text(body, SH.pattern),
        minimum=terms.number(body, SH.minInclusive),
        maximum=terms.number(body, SH.maxInclusive),
        less_than=_less_than(terms, body),
    )


def _whole(terms: Terms, body: Node, predicate: URIRef) -> int | None:
    found = terms.number(body, predicate)
    return None if found is None else int(found)


def _name(node: Node | None) -> str | None:
    return None if node is None else local_name(node)


def _less_than(terms: Terms, body: Node) -> str | None:
    other = terms.graph.value(body, SH.lessThan)
    return None if other is None else term_name(terms, other)


def _classes(terms: Terms, body: Node) -> tuple[str, ...]:
    classes = list(terms.graph.objects(body, SH["class"]))
    for choice in terms.graph.objects(body, SH["or"]):
        classes += [c for part in Collection(terms.graph, choice) for c in terms.graph.objects(part, SH["class"])]
    return tuple(sorted(local_name(class_) for class_ in classes))


def _values(terms: Terms, body: Node) -> tuple[str, ...]:
    listed = terms.graph.value(body, SH["in"])
    members = [] if listed is None else list(Collection(terms.graph, listed))
    return tuple(str(m) if isinstance(m, Literal) else value_name(terms, m) for m in members)


def value_name(terms: Terms, node: Node) -> str:
    """Return how a codebook concept stands in records: ``CONSULT`` for a type, ``visit`` for a mode of it."""
    return terms.label(node) if str(node).startswith(PLOVER) else local_name(node)
