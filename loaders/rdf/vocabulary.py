"""Names of the property graph in RDF and back: labels, relationship types, properties and their values.

A term is its name in camel case under ``sg:``, as ``ontology/`` declares it, unless a table here says otherwise.
"""

from __future__ import annotations

import re
from typing import Any

from summitgraph.graph.schema import Property
from summitgraph.ids import IRI_BASE, iri

SG = f"{IRI_BASE}core#"
PLOVER = f"{IRI_BASE}plover/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCT = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA_ORG = "https://schema.org/"

PREFIXES = {
    "sg": SG, "plover": PLOVER, "rdf": RDF, "rdfs": RDFS, "xsd": XSD, "dct": DCT, "prov": PROV, "skos": SKOS,
    "schema": SCHEMA_ORG,
}  # fmt: skip


class Iri(str):
    """A value that is a node, not text."""

    __slots__ = ()


class Instant(str):
    """A value that is a moment, as ``xsd:dateTime``."""

    __slots__ = ()


Value = Iri | Instant | str | int | float | bool

TYPE = Iri(f"{RDF}type")
LABEL = Iri(f"{RDFS}label")
ID = Iri(f"{SG}id")

# By owner (a label or relationship type) and name; None stands for every owner without an entry of its own.
_TERMS: dict[tuple[str | None, str], str] = {
    (None, "name"): LABEL,
    (None, "aliases"): f"{SKOS}altLabel",
    ("DESCRIBES", "name"): f"{SKOS}prefLabel",
    (None, "title"): f"{DCT}title",
    (None, "published"): f"{DCT}issued",
    (None, "language"): f"{DCT}language",
    (None, "source"): f"{DCT}publisher",
    (None, "url"): f"{SCHEMA_ORG}url",
    (None, "origins"): f"{SG}origin",
    (None, "flags"): f"{SG}flag",
    (None, "ontology"): f"{SG}ontologyVersion",
    (None, "summitgraph"): f"{SG}softwareVersion",
    ("Claim", "kind"): f"{SG}kindOfClaim",
    ("MENTIONS", "kind"): f"{SG}kindOfMention",
    ("Office", "country"): f"{SG}body",
    ("Summit", "start"): f"{SG}from",
    ("Summit", "end"): f"{SG}until",
    ("DESCRIBES", "start"): f"{SG}from",
    ("DESCRIBES", "end"): f"{SG}until",
}
_NODES = {"country", "place", "summit", "document"}
_XSD = {"integer": int, "float": float, "boolean": bool}


def class_iri(label: str) -> Iri:
    """Return the class of a label: ``Person`` gives ``sg:Person``."""
    return Iri(SG + label)


def relation_iri(type_: str) -> Iri:
    """Return the property of a relationship type: ``HOLDS_OFFICE`` gives ``sg:holdsOffice``."""
    return Iri(SG + _camel(type_.lower()))


def property_iri(owner: str, name: str) -> Iri:
    """Return the property of a name: ``text_hash`` gives ``sg:textHash``."""
    found = _TERMS.get((owner, name)) or _TERMS.get((None, name))
    return Iri(found or SG + _camel(name))


def node_iri(id_: str) -> Iri:
    """Return the node of an id."""
    return Iri(iri(id_))


def node_id(address: str) -> str | None:
    """Return the id of a node of ours, None for other addresses and for terms of the ontology."""
    kind, slash, name = address.removeprefix(IRI_BASE).partition("/")
    ours = address.startswith(IRI_BASE) and slash and name and not address.startswith((SG, PLOVER))
    return f"{kind}:{name}" if ours else None


def to_value(name: str, value: Any, event_type: str | None) -> Value:
    """Return the RDF value of a property; types and modes of events are terms of the codebook."""
    if name in _NODES:
        return node_iri(value)
    if name == "type" and event_type:
        return Iri(PLOVER + value)
    if name == "mode" and event_type:
        return Iri(f"{PLOVER}{event_type}-{value}")
    return value  # type: ignore[no-any-return]


def from_value(declared: Property, value: str, event_type: str | None) -> Any:
    """Return the property's value of the text of an RDF term: what ``to_value`` was given.

    Raises:
        ValueError: it is no value of the declared type.
    """
    if declared.name in _NODES:
        return node_id(value) or value
    if declared.name == "type" and event_type:
        return value.removeprefix(PLOVER)
    if declared.name == "mode" and event_type:
        return value.removeprefix(f"{PLOVER}{event_type}-")
    return value == "true" if declared.type == "boolean" else _XSD.get(declared.type, str)(value)


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
