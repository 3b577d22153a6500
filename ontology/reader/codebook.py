"""The PLOVER codebook, its crosswalk to CAMEO, and the relationship types of the core."""

from __future__ import annotations

from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from ontology.errors import OntologyError
from ontology.model import EventType, Reading, RelationType
from ontology.reader.terms import CAMEO, PLOVER, SCHEMA, SG, Terms, local_name


def event_types(terms: Terms) -> dict[str, EventType]:
    """Return the event types by name.

    Raises:
        OntologyError: a type lacks its quad class or score.
    """
    found = {}
    for node in terms.instances(SG.EventType):
        quad, score = terms.number(node, SG.quad), terms.number(node, SG.score)
        if quad is None or score is None:
            raise OntologyError(f"Event type {local_name(node)} lacks sg:quad or sg:score. Add both to its block.")
        found[terms.label(node)] = EventType(
            name=terms.label(node),
            quad=int(quad),
            score=score,
            modes={terms.label(mode): terms.number(mode, SG.score) for mode in _modes(terms, node)},
            recipient_required=terms.flag(node, SG.recipientRequired),
            definition=terms.text(node, SKOS.definition) or "",
            cameo=tuple(sorted(local_name(code) for code in terms.graph.objects(node, SKOS.closeMatch))),
        )
    return found


def _modes(terms: Terms, type_: URIRef) -> list[URIRef]:
    return [mode for mode in terms.instances(SG.EventMode) if (mode, SKOS.broader, type_) in terms.graph]


def code(terms: Terms, subject: URIRef, predicate: URIRef) -> tuple[str, str | None]:
    """Return type and mode to which the subject's property points: an event type, or a mode of one.

    Raises:
        OntologyError: there is not exactly one, or it is no type or mode of the codebook.
    """
    values = list(terms.graph.objects(subject, predicate))
    if len(values) != 1:
        raise OntologyError(f"{subject} has {len(values)} values of {local_name(predicate)}. Give one type or mode.")
    value = values[0]
    if (value, RDF.type, SG.EventType) in terms.graph:
        return terms.label(value), None
    if (value, RDF.type, SG.EventMode) in terms.graph:
        type_ = next(terms.graph.objects(value, SKOS.broader))
        return terms.label(type_), terms.label(value)
    raise OntologyError(f"{subject}: {value} is no event type or mode. Correct it, or add it to the codebook.")


def readings(terms: Terms) -> tuple[Reading, ...]:
    """Return the cases that Summitgraph and the manual code differently."""
    return tuple(
        Reading(
            local_name(node),
            terms.label(node),
            terms.text(node, SKOS.definition) or "",
            *code(terms, node, SG.codedAs),
            *code(terms, node, SG.ploverCodedAs),
        )
        for node in terms.instances(SG.Reading)
    )


def narrower(terms: Terms, group: str) -> dict[str, str]:
    """Return label and definition of the concepts of a group of the codebook, as ``context`` or ``sector``."""
    nodes = sorted(terms.graph.subjects(SKOS.broader, PLOVER[group]), key=str)
    return {terms.label(node): terms.text(node, SKOS.definition) or "" for node in nodes}


def cameo(terms: Terms) -> dict[str, str]:
    """Return CAMEO code to event type; a code goes by the longest entry that begins it."""
    found = {}
    for node in terms.instances(SKOS.Concept):
        if node.startswith(CAMEO):
            for target in terms.graph.objects(node, SKOS.closeMatch):
                found[local_name(node)] = local_name(target).split("-")[0]
    return found


def relations(terms: Terms) -> dict[str, RelationType]:
    """Return the relationship types of the graph by name, as ``HOLDS_OFFICE``."""
    found = {}
    for node in terms.instances(SG.RelationshipType):
        name = terms.text(node, SKOS.notation) or local_name(node)
        found[name] = RelationType(
            name=name,
            label=terms.label(node),
            definition=terms.text(node, SKOS.definition) or "",
            domain=_labels(terms, node, SCHEMA.domainIncludes),
            range=_labels(terms, node, SCHEMA.rangeIncludes),
        )
    return found


def _labels(terms: Terms, node: URIRef, predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted(local_name(value) for value in terms.graph.objects(node, predicate)))


def superclasses(terms: Terms) -> dict[str, tuple[str, ...]]:
    """Return each class of the core with the classes of the core above it, itself first."""
    return {
        local_name(class_): tuple(
            local_name(above)
            for above in terms.graph.transitive_objects(class_, RDFS.subClassOf)
            if isinstance(above, URIRef) and above.startswith(SG)
        )
        for class_ in terms.instances(OWL.Class)
    }
