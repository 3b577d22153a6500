"""What a document says of each individual that it names: entities, offices and summits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ontology.model import Ontology
from summitgraph.errors import MappingError
from summitgraph.graph.model import label_of
from summitgraph.records import Claim, ExtractedDocument


@dataclass(frozen=True, slots=True)
class Description:
    """One individual in one document.

    Attributes:
        node: properties that follow from the id alone, by the authority file; the same in every document.
        said: names, and the days of a summit, as this document gives them; the node's own derive from all documents'.
    """

    id: str
    label: str
    node: dict[str, Any]
    said: dict[str, Any]


def describe(extracted: ExtractedDocument, claims: Sequence[Claim], ontology: Ontology) -> tuple[Description, ...]:
    """Return each individual that the document mentions or its claims name, in the order of ids.

    Raises:
        MappingError: a claim names an individual that neither the document nor the authority file describes.
    """
    said: dict[str, dict[str, Any]] = {
        each.id: {"name": each.name, "aliases": each.aliases, "wikidata": each.wikidata} for each in extracted.entities
    }
    for summit in extracted.summits:
        said[summit.id] = {"name": summit.name, "aliases": (), "start": summit.start, "end": summit.end}
    offices = {each.object: each.object_name for each in extracted.relations if each.object_name}
    for id_ in _named_by(claims) - set(said):
        name = offices.get(id_) or authority_name(id_, ontology)
        if not name:
            raise MappingError(
                f"{extracted.document.id}: a claim names {id_},"
                " which neither the document nor the authority file describes."
            )
        said[id_] = {"name": name, "aliases": ()}
    return tuple(_description(id_, said[id_], ontology) for id_ in sorted(said))


def authority_name(id_: str, ontology: Ontology) -> str | None:
    """Return the name that the authority file gives to an id; None where it does not know it."""
    if id_ in ontology.offices:
        return ontology.offices[id_].label
    known = ontology.entities.get(id_) or ontology.summits.get(id_)
    return known.name if known else None


def _named_by(claims: Iterable[Claim]) -> set[str]:
    named = {id_ for c in claims for id_ in (c.subject, c.object, c.attributed_to, c.place, c.summit, c.about) if id_}
    return {id_ for id_ in named if label_of(id_) != "Event"}


def _description(id_: str, said: dict[str, Any], ontology: Ontology) -> Description:
    forms = sorted({said["name"], *said["aliases"]})
    known = {key: value for key, value in (said | {"aliases": forms}).items() if value is not None}
    return Description(id_, label_of(id_), _authority_properties(id_, ontology), known)


def _authority_properties(id_: str, ontology: Ontology) -> dict[str, Any]:
    """Return the properties of a node that follow from its id alone; those of no value left out."""
    properties: dict[str, Any] = {}
    entity = ontology.entities.get(id_)
    if label_of(id_) == "Summit":
        # A meeting of leaders is a CONSULT by definition (PLOVER), whatever a text says of it.
        consult = ontology.event_types["CONSULT"]
        return {"type": consult.name, "quad": consult.quad, "intensity": consult.intensity(None)}
    if id_ in ontology.offices:
        office = ontology.offices[id_]
        properties = {"role": office.role, "country": office.body}
    elif entity:
        properties = {"country": entity.country, "kind": entity.kind}
        properties |= {"latitude": entity.latitude, "longitude": entity.longitude}
        if id_ in ontology.agreements:
            properties["date"] = ontology.agreements[id_].date
    return {key: value for key, value in properties.items() if value is not None}
