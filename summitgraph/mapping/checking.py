"""The compiled shapes on a document's claims, before anything is loaded: what fails is left out, the rest goes on.

It asks of claims what pySHACL asks of an export (``loaders.rdf.validation``), in plain Python: of each claim itself, of
the event that it tells of, and whether relationships join what their domain and range allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ontology.check import Record, Value, check, check_relation
from ontology.model import Ontology
from summitgraph.graph.model import LABEL_OF_PREFIX
from summitgraph.records import Claim, ExtractedDocument, Rejected


class Checked(NamedTuple):
    """Claims that conform, and those left out with the reasons."""

    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]


def check_claims(extracted: ExtractedDocument, claims: Sequence[Claim], ontology: Ontology) -> Checked:
    """Return the claims of a document that conform to the shapes; each other one is named with the shapes' messages."""
    wrong = violations(claims, ontology)
    source = extracted.document
    rejected = [
        Rejected(
            source.origins[0],
            "validate",
            f"{claim.id} ({claim.predicate}) in '{source.text[claim.start : claim.end]}': {' '.join(wrong[claim.id])}",
        )
        for claim in claims
        if claim.id in wrong
    ]
    return Checked(tuple(claim for claim in claims if claim.id not in wrong), tuple(rejected))


def violations(claims: Sequence[Claim], ontology: Ontology) -> dict[str, tuple[str, ...]]:
    """Return the messages of the shapes that claims violate, sorted, by claim."""
    found: dict[str, set[str]] = {}
    for violation in check(ontology, _records(claims, ontology)):
        owner, _, end = violation.node.partition("#")
        # Of what a claim names it tells the event alone; the rest is described elsewhere.
        told = not end or (end == "about" and violation.shape != "Summit")
        if owner.startswith("claim:") and (told or violation.path is None):
            found.setdefault(owner, set()).add(violation.message)
    for claim in claims:
        if problem := _beyond_shapes(claim, ontology):
            found.setdefault(claim.id, set()).add(problem)
    return {id_: tuple(sorted(messages)) for id_, messages in found.items()}


def _records(claims: Iterable[Claim], ontology: Ontology) -> Iterator[Record]:
    """Yield each claim with copies of its own of what it names, so that a violation leads back to it."""
    for claim in claims:
        yield Record(claim.id, ("Claim",), _properties(claim) | _links(claim, _PROOF))
        yield Record(claim.passage, ("Passage",), {"IN": (claim.document,)})
        yield Record(claim.document, ("Document",), {})
        for end in ("subject", "object", "attributed_to", "place", "summit", "about"):
            id_ = getattr(claim, end)
            if id_ is not None:
                yield Record(_copy(claim, end), (_label(id_),), _told(claim, end, ontology))


def _told(claim: Claim, end: str, ontology: Ontology) -> dict[str, Sequence[Value]]:
    """Return what a claim tells of one of its ends: a relation of its subject, all of an event but of a summit."""
    if end == "subject" and claim.kind == "relation":
        return _links(claim, {claim.predicate: "object"})
    if end == "about" and _label(claim.about) == "Event":
        return _event_properties(claim, ontology) | _links(claim, _ROLES)
    return {}


_PROOF = {"SUBJECT": "subject", "OBJECT": "object", "ABOUT": "about", "ATTRIBUTED_TO": "attributed_to"}
_ROLES = {"ACTOR": "subject", "RECIPIENT": "object", "HELD_IN": "place", "PART_OF": "summit"}


def _links(claim: Claim, ends: Mapping[str, str]) -> dict[str, Sequence[Value]]:
    return {type_: (_copy(claim, end),) for type_, end in ends.items() if getattr(claim, end) is not None}


def _copy(claim: Claim, end: str) -> str:
    return f"{claim.id}#{end}"


def _properties(claim: Claim) -> dict[str, Sequence[Value]]:
    return _known(
        STATED_IN=claim.passage,
        kind=claim.kind,
        predicate=claim.predicate,
        modality=claim.modality,
        polarity=claim.polarity,
        confidence=claim.confidence,
        rule=claim.rule,
        start=claim.start,
        end=claim.end,
        ontology=claim.ontology,
    )


def _event_properties(claim: Claim, ontology: Ontology) -> dict[str, Sequence[Value]]:
    """The event as this claim tells it. A mode is one of its type's: that of another type is named with the type."""
    type_ = ontology.event_types.get(claim.predicate)
    mode = claim.mode if type_ and claim.mode in type_.modes else claim.mode and f"{claim.predicate}-{claim.mode}"
    return _known(type=claim.predicate, mode=mode, date=claim.date, date_precision=claim.date_precision)


def _known(**given: Value | None) -> dict[str, Sequence[Value]]:
    return {name: (value,) for name, value in given.items() if value is not None}


def _beyond_shapes(claim: Claim, ontology: Ontology) -> str | None:
    """Return what no shape can say of a relation claim: its relationship is unknown, or lacks an end."""
    if claim.kind == "event" or (claim.predicate in ontology.relations and claim.subject and claim.object):
        return None
    return check_relation(ontology, claim.predicate, _label(claim.subject), _label(claim.object))


def _label(id_: str | None) -> str:
    return LABEL_OF_PREFIX.get((id_ or "").partition(":")[0], "")
