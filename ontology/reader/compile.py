"""From a parsed graph to the tables of ``ontology.model``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rdflib import OWL, Graph, URIRef

from ontology.errors import OntologyError
from ontology.model import Ontology
from ontology.reader import authority, codebook, lexicon, shapes
from ontology.reader.terms import BASE, Terms


def parse(files: Iterable[Path]) -> Graph:
    """Parse Turtle files into one graph.

    Raises:
        OntologyError: a file is no Turtle; the message names file and line.
    """
    graph = Graph()
    for file in files:
        try:
            graph.parse(file, format="turtle")
        except (SyntaxError, ValueError, IndexError) as error:  # rdflib runs off the end of a file cut short
            raise OntologyError(f"{file}: no valid Turtle. {error}") from error
    return graph


def compile_ontology(files: Iterable[Path], digest: str) -> Ontology:
    """Parse the files and make the tables; ``digest`` is the hash of their content."""
    terms = Terms(parse(files))
    declared = terms.text(URIRef(BASE), OWL.versionInfo) or "0"
    entities = authority.entities(terms)
    return Ontology(
        version=f"{declared}+{digest[:8]}",
        entities=entities,
        offices=authority.offices(terms, entities),
        tenures=authority.tenures(terms),
        summits=authority.summits(terms),
        agreements=authority.agreements(terms),
        event_types=codebook.event_types(terms),
        readings=codebook.readings(terms),
        triggers=lexicon.triggers(terms),
        titles=lexicon.titles(terms),
        bodies=lexicon.bodies(terms),
        relations=codebook.relations(terms),
        constraints=shapes.constraints(terms),
        superclasses=codebook.superclasses(terms),
        contexts=codebook.narrower(terms, "context"),
        sectors=codebook.narrower(terms, "sector"),
        cameo=codebook.cameo(terms),
    )
