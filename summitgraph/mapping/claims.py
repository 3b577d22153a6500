"""From an extraction to claims: one per statement and passage, the only ground of what the graph derives."""

from __future__ import annotations

from collections.abc import Iterator

from summitgraph.ids import claim_id, passage_id
from summitgraph.records import (
    Claim,
    Evidence,
    ExtractedDocument,
    ExtractedEvent,
    ExtractedRelation,
    ExtractedSummit,
    Mention,
    Modality,
)

# Of an ISO day, month or year by its length.
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def claims_of(extracted: ExtractedDocument) -> tuple[Claim, ...]:
    """Return the claims that a document makes, in order of place; equal extractions give equal claims.

    A summit that the text speaks of is claimed as a CONSULT event whose ``about`` is the summit's id.
    """
    found: dict[str, Claim] = {}
    for claim in (*_of_events(extracted), *_of_summits(extracted), *_of_relations(extracted)):
        found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda claim: (claim.start, claim.end, claim.id)))


def _of_events(extracted: ExtractedDocument) -> Iterator[Claim]:
    for event in extracted.events:
        for evidence in event.evidence:
            yield _event_claim(extracted, event, evidence)


def _event_claim(extracted: ExtractedDocument, event: ExtractedEvent, evidence: Evidence) -> Claim:
    start, end = _words(evidence)
    document = extracted.document.id
    return Claim(
        id=claim_id(
            document, "event", event.type, event.actor, event.recipient, start, end, f"{event.id} {event.modality}"
        ),
        kind="event",
        predicate=event.type,
        subject=event.actor,
        object=event.recipient,
        about=event.id,
        document=document,
        passage=passage_id(document, evidence.sentence),
        start=start,
        end=end,
        modality=event.modality,
        polarity="negative" if event.modality == "negated" else "positive",
        confidence=event.confidence,
        rule=event.rule,
        ontology=extracted.versions.ontology,
        model=_model(extracted),
        attributed_to=event.attributed_to,
        mode=event.mode,
        date=event.date,
        date_precision=event.date_precision,
        place=event.place,
        summit=event.summit,
    )


def _of_summits(extracted: ExtractedDocument) -> Iterator[Claim]:
    for summit in extracted.summits:
        for mention in summit.mentions:
            yield _summit_claim(extracted, summit, mention)


def _summit_claim(extracted: ExtractedDocument, summit: ExtractedSummit, mention: Mention) -> Claim:
    document = extracted.document.id
    return Claim(
        id=claim_id(document, "event", "CONSULT", None, None, mention.start, mention.end, summit.id),
        kind="event",
        predicate="CONSULT",
        subject=None,
        object=None,
        about=summit.id,
        document=document,
        passage=passage_id(document, mention.sentence),
        start=mention.start,
        end=mention.end,
        modality=_realis(extracted, summit),
        polarity="positive",
        confidence=0.9,
        rule="summit",
        ontology=extracted.versions.ontology,
        model=_model(extracted),
        date=summit.start,
        date_precision=_PRECISIONS.get(len(summit.start or "")),
        place=summit.place_id,
    )


def _realis(extracted: ExtractedDocument, summit: ExtractedSummit) -> Modality:
    """A summit whose first day lies after the day of the text is planned there."""
    published = extracted.document.published
    return "planned" if published and summit.start and summit.start > published.isoformat() else "actual"


def _of_relations(extracted: ExtractedDocument) -> Iterator[Claim]:
    for relation in extracted.relations:
        for evidence in relation.evidence:
            yield _relation_claim(extracted, relation, evidence)


def _relation_claim(extracted: ExtractedDocument, relation: ExtractedRelation, evidence: Evidence) -> Claim:
    start, end = _words(evidence)
    document = extracted.document.id
    return Claim(
        id=claim_id(
            document, "relation", relation.predicate, relation.subject, relation.object, start, end, relation.modality
        ),
        kind="relation",
        predicate=relation.predicate,
        subject=relation.subject,
        object=relation.object,
        about=None,
        document=document,
        passage=passage_id(document, evidence.sentence),
        start=start,
        end=end,
        modality=relation.modality,
        polarity="negative" if relation.modality == "negated" else "positive",
        confidence=relation.confidence,
        rule=relation.rule,
        ontology=extracted.versions.ontology,
        model=_model(extracted),
        attributed_to=relation.attributed_to,
    )


def _words(evidence: Evidence) -> tuple[int, int]:
    """The words that carry the statement: the trigger where there is one, else the passage."""
    span = evidence.trigger
    return (span.start, span.end) if span else (evidence.start, evidence.end)


def _model(extracted: ExtractedDocument) -> str:
    versions = extracted.versions
    return f"{versions.model}; reader {versions.reader}" if versions.reader else versions.model
