"""The JSON of an extraction, one object a document, as DESIGN.md's contract has it."""

from __future__ import annotations

from typing import Any

from summitgraph.records import (
    Evidence,
    ExtractedDocument,
    ExtractedEntity,
    ExtractedEvent,
    ExtractedRelation,
    ExtractedSummit,
    Mention,
    Span,
    TimeExpression,
)


def to_json(extracted: ExtractedDocument) -> dict[str, Any]:
    """Return a document's extraction as plain JSON values; offsets count characters of the document's text."""
    document = extracted.document
    return {
        "id": document.stem,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "document": document.id,
        "versions": {
            "summitgraph": extracted.versions.summitgraph,
            "ontology": extracted.versions.ontology,
            "model": extracted.versions.model,
            "reader": extracted.versions.reader,
        },
        "flags": list(extracted.flags),
        "entities": [_entity(entity) for entity in extracted.entities],
        "summits": [_summit(summit) for summit in extracted.summits],
        "events": [_event(event) for event in extracted.events],
        "relations": [_relation(relation) for relation in extracted.relations],
        "dates": [_date(time) for time in extracted.dates],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {"start": mention.start, "end": mention.end, "sentence": mention.sentence, "kind": mention.kind}


def _entity(entity: ExtractedEntity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "wikidata": entity.wikidata,
        "mentions": [_mention(mention) for mention in entity.mentions],
    }


def _summit(summit: ExtractedSummit) -> dict[str, Any]:
    return {
        "id": summit.id,
        "name": summit.name,
        "start": summit.start,
        "end": summit.end,
        "place": summit.place,
        "participants": list(summit.participants),
        "mentions": [_mention(mention) for mention in summit.mentions],
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "start": evidence.start,
        "end": evidence.end,
        "sentence": evidence.sentence,
        "trigger": _span(evidence.trigger),
        "actor": _span(evidence.actor),
        "recipient": _span(evidence.recipient),
        "attributed_to": _span(evidence.attributed_to),
        "time": _span(evidence.time),
    }


def _event(event: ExtractedEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "actor": event.actor,
        "recipient": event.recipient,
        "date": event.date,
        "date_precision": event.date_precision,
        "place": event.place,
        "modality": event.modality,
        "attributed_to": event.attributed_to,
        "confidence": event.confidence,
        "rule": event.rule,
        "summit": event.summit,
        "evidence": [_evidence(evidence) for evidence in event.evidence],
    }


def _relation(relation: ExtractedRelation) -> dict[str, Any]:
    return {
        "subject": relation.subject,
        "predicate": relation.predicate,
        # An office is no entity of the text: it is printed by its title.
        "object": relation.object_name or relation.object,
        "modality": relation.modality,
        "attributed_to": relation.attributed_to,
        "confidence": relation.confidence,
        "rule": relation.rule,
        "evidence": [_evidence(evidence) for evidence in relation.evidence],
    }


def _date(time: TimeExpression) -> dict[str, Any]:
    return {"start": time.start, "end": time.end, "text": time.text, "value": time.value, "type": time.type}
