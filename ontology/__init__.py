"""The ontology of Summitgraph: Turtle files, and ``load`` that reads them into plain tables."""

from ontology.check import Record, Violation, check, check_relation
from ontology.errors import OntologyError
from ontology.model import (
    Agreement,
    AuthorityEntity,
    AuthoritySummit,
    BodyPattern,
    Constraint,
    EventType,
    Office,
    Ontology,
    Reading,
    RelationType,
    Tenure,
    Title,
    Trigger,
)
from ontology.reader.loading import load

__all__ = [
    "Agreement",
    "AuthorityEntity",
    "AuthoritySummit",
    "BodyPattern",
    "Constraint",
    "EventType",
    "Office",
    "Ontology",
    "OntologyError",
    "Reading",
    "Record",
    "RelationType",
    "Tenure",
    "Title",
    "Trigger",
    "Violation",
    "check",
    "check_relation",
    "load",
]
