"""Access to the parsed Turtle by short names: terms of the core, ids of the graph, literals as Python values."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ontology.dates import earliest
from ontology.errors import OntologyError

BASE = "https://w3id.org/summitgraph/"
SG = Namespace(f"{BASE}core#")
PLOVER = Namespace(f"{BASE}plover/")
CAMEO = Namespace(f"{BASE}cameo/")
SCHEMA = Namespace("https://schema.org/")
WIKIDATA = "http://www.wikidata.org/entity/"


def short_id(node: Node) -> str:
    """Return the graph's id of an IRI of ours: ``…/person/kim-jong-un`` gives ``person:kim-jong-un``."""
    text = str(node)
    if not text.startswith(BASE):
        raise OntologyError(f"<{text}> is no term of ours. Write it with one of our prefixes, as person:kim-jong-un.")
    return text.removeprefix(BASE).replace("/", ":", 1)


def local_name(node: Node) -> str:
    """Return what follows the last ``/`` or ``#`` of an IRI."""
    return str(node).replace("#", "/").rsplit("/", 1)[-1]


class Terms:
    """Read access to a graph, in the order in which nothing depends on how the files are sorted.

    Blocks about one subject may stand in several files: a user's file adds an alias to a person of ours.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def instances(self, class_: URIRef) -> Iterator[URIRef]:
        """Yield the subjects of a class, by IRI."""
        for node in sorted(set(self.graph.subjects(RDF.type, class_)), key=str):
            if not isinstance(node, URIRef):
                raise OntologyError(
                    f"A {local_name(class_)} has no IRI. Begin its block with a name such as person:jane-doe."
                )
            yield node

    def texts(self, subject: Node, predicate: URIRef) -> tuple[str, ...]:
        """Return all literals, sorted: RDF keeps no order."""
        return tuple(sorted({str(value) for value in self.graph.objects(subject, predicate)}))

    def text(self, subject: Node, predicate: URIRef) -> str | None:
        """Return the one literal, or None; two differing ones are an error."""
        values = self.texts(subject, predicate)
        if len(values) > 1:
            raise OntologyError(
                f"{subject} has {len(values)} values of {local_name(predicate)}: {', '.join(values)}. Keep one."
            )
        return values[0] if values else None

    def label(self, subject: Node) -> str:
        """Return the rdfs:label, which every block must have."""
        found = self.text(subject, RDFS.label)
        if found is None:
            raise OntologyError(f"{subject} has no rdfs:label. Add one to its block.")
        return found

    def number(self, subject: Node, predicate: URIRef) -> float | None:
        """Return the one number, or None."""
        found = self.text(subject, predicate)
        try:
            return None if found is None else float(found)
        except ValueError as error:
            raise OntologyError(f"{subject}: {local_name(predicate)} '{found}' is no number.") from error

    def flag(self, subject: Node, predicate: URIRef) -> bool:
        """Tell whether the property is true."""
        return (subject, predicate, Literal(True)) in self.graph

    def date(self, subject: Node, predicate: URIRef) -> str | None:
        """Return the one partial ISO date, checked, or None."""
        found = self.text(subject, predicate)
        if found is not None:
            earliest(found)
        return found

    def ids(self, subject: Node, predicate: URIRef) -> tuple[str, ...]:
        """Return the ids of all objects, sorted."""
        return tuple(sorted({short_id(value) for value in self.graph.objects(subject, predicate)}))

    def id(self, subject: Node, predicate: URIRef) -> str | None:
        """Return the id of the one object, or None; two differing ones are an error."""
        values = self.ids(subject, predicate)
        if len(values) > 1:
            raise OntologyError(
                f"{subject} has {len(values)} values of {local_name(predicate)}: {', '.join(values)}. Keep one."
            )
        return values[0] if values else None

    def wikidata(self, subject: Node) -> str | None:
        """Return the Wikidata id that the subject is matched to, or None."""
        for predicate in (SKOS.exactMatch, OWL.sameAs):
            for value in self.graph.objects(subject, predicate):
                if str(value).startswith(WIKIDATA):
                    return str(value).removeprefix(WIKIDATA)
        return None
