"""Rows by shape: an extracted document and its claims as the nodes and relationships that a loader writes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from ontology.model import Ontology
from summitgraph.errors import MappingError, UnknownTermError
from summitgraph.graph.model import SCHEMA, key_label_of, label_of
from summitgraph.ids import iri, passage_id
from summitgraph.mapping.individuals import Description, describe
from summitgraph.mapping.seals import CLAIM_LINKS, claim_digest, document_seal
from summitgraph.records import Claim, ExtractedDocument, Mention, Versions
from summitgraph.resolution.sketches import bands_of

Row = dict[str, Any]
STATED = frozenset(each.type for each in SCHEMA.stated_relations)


class Shape(NamedTuple):
    """A relationship type with the constrained labels of its ends; all its rows are written by one statement."""

    type: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Rows:
    """What one document puts into the graph.

    Attributes:
        document: its id; ``versions`` made the extraction.
        nodes: by label, the narrowest where there are two; each row has ``id``, ``iri`` and further properties.
        relationships: by shape; each row has ``from``, ``to`` and properties.
        facts: by relationship type, what relation claims say: rows of ``fact``, ``from`` and ``to``.
        events: ids of the events that claims are about.
    """

    document: str
    versions: Versions
    nodes: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    relationships: Mapping[Shape, tuple[Row, ...]] = field(default_factory=dict)
    facts: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    events: tuple[str, ...] = ()


def rows_of(
    extracted: ExtractedDocument, claims: Sequence[Claim], ontology: Ontology, run_id: str, ingested_at: str
) -> Rows:
    """Return the rows of a document.

    Args:
        run_id: ``run:<name>`` of the run of ingestion.
        ingested_at: ISO time in UTC at which the run began.

    Raises:
        UnknownTermError: a claim's predicate is neither an event type of the codebook nor a relationship of the graph.
        MappingError: a claim names an individual that neither the document nor the authority file describes.
    """
    _check_terms(claims, extracted, ontology)
    individuals = describe(extracted, claims, ontology)
    nodes = _nodes(extracted, claims, ontology, individuals, run_id, ingested_at)
    relationships = _relationships(extracted, claims, individuals, run_id)
    return Rows(
        document=extracted.document.id,
        versions=extracted.versions,
        nodes=_sealed(nodes, relationships),
        relationships=relationships,
        facts=_facts(claims),
        events=tuple(sorted({claim.about for claim in claims if claim.about})),
    )


def fact_of(claim: Claim) -> str | None:
    """Return what a relation claim says: ``LEADS|person:kim-jong-un|country:PRK``; None for an event claim."""
    return f"{claim.predicate}|{claim.subject}|{claim.object}" if claim.kind == "relation" else None


def _check_terms(claims: Sequence[Claim], extracted: ExtractedDocument, ontology: Ontology) -> None:
    for claim in claims:
        known = STATED if claim.kind == "relation" else ontology.event_types
        if claim.predicate not in known:
            raise UnknownTermError(claim.predicate, extracted.document.id)
        if claim.kind == "relation" and not (claim.subject and claim.object):
            raise MappingError(f"{extracted.document.id}: the relation claim {claim.id} lacks its subject or object.")


def _nodes(
    extracted: ExtractedDocument,
    claims: Sequence[Claim],
    ontology: Ontology,
    individuals: Sequence[Description],
    run_id: str,
    ingested_at: str,
) -> dict[str, tuple[Row, ...]]:
    source = extracted.document
    nodes: dict[str, list[Row]] = {
        "Run": [{"id": run_id, "started_at": ingested_at}],
        "Document": [_document(extracted, ingested_at)],
        "Passage": [
            {
                "id": passage_id(source.id, i),
                "index": i,
                "start": s.start,
                "end": s.end,
                "text": source.text[s.start : s.end],
            }
            for i, s in enumerate(extracted.sentences)
        ],
        "Event": [
            {"id": about} for about in sorted({c.about for c in claims if c.about and label_of(c.about) == "Event"})
        ],
        "Claim": [_claim(claim, extracted, ontology) for claim in claims],
    }
    for each in individuals:
        nodes.setdefault(each.label, []).append({"id": each.id, **each.node})
    return {label: tuple({"iri": iri(row["id"])} | row for row in rows) for label, rows in nodes.items() if rows}


def _sealed(
    nodes: Mapping[str, tuple[Row, ...]], relationships: Mapping[Shape, tuple[Row, ...]]
) -> dict[str, tuple[Row, ...]]:
    (document,) = nodes["Document"]
    linked = {
        type_: [row for shape, rows in relationships.items() if shape.type == type_ for row in rows]
        for type_ in ("MENTIONS", "DESCRIBES")
    }
    digests = [row["digest"] for row in nodes.get("Claim", ())]
    seal = document_seal(document, nodes.get("Passage", ()), linked["MENTIONS"], linked["DESCRIBES"], digests)
    return {**nodes, "Document": (document | {"seal": seal},)}


def _document(extracted: ExtractedDocument, ingested_at: str) -> Row:
    source = extracted.document
    return {
        "id": source.id,
        "title": source.title,
        "published": _published(extracted),
        "url": source.url,
        "source": source.source,
        "language": source.language,
        "origins": sorted(set(source.origins)),
        "text": source.text,
        "text_hash": hashlib.sha256(source.text.encode()).hexdigest(),
        "flags": sorted(set(extracted.flags)),
        "ingested_at": ingested_at,
        **asdict(extracted.versions),
        **bands_of(source.text),
    }


def _published(extracted: ExtractedDocument) -> str | None:
    day = extracted.document.published
    return day.isoformat() if day else None


def _claim(claim: Claim, extracted: ExtractedDocument, ontology: Ontology) -> Row:
    source = extracted.document
    row = asdict(claim)
    links = {name: row.pop(name) for name in CLAIM_LINKS}
    type_ = ontology.event_types.get(claim.predicate) if claim.kind == "event" else None
    row |= {
        "iri": iri(claim.id),
        "fact": fact_of(claim),
        "quad": type_.quad if type_ else None,
        "intensity": type_.intensity(claim.mode) if type_ else None,
        "source": source.source or source.id,
        "published": _published(extracted),
        "text": source.text[claim.start : claim.end],
    }
    return row | {"digest": claim_digest(row, links)}


def _relationships(
    extracted: ExtractedDocument, claims: Sequence[Claim], individuals: Sequence[Description], run_id: str
) -> dict[Shape, tuple[Row, ...]]:
    found: dict[Shape, list[Row]] = {}
    for type_, start, end, properties in (
        *_document_links(extracted, run_id, individuals),
        *_mention_links(extracted),
        *_claim_links(claims),
    ):
        shape = Shape(type_, key_label_of(start), key_label_of(end))
        found.setdefault(shape, []).append({"from": start, "to": end, **properties})
    return {shape: tuple(rows) for shape, rows in found.items()}


Link = tuple[str, str, str, Row]


def _document_links(extracted: ExtractedDocument, run_id: str, individuals: Iterable[Description]) -> Iterator[Link]:
    document = extracted.document.id
    yield "LOADED_BY", document, run_id, {}
    for index in range(len(extracted.sentences)):
        yield "IN", passage_id(document, index), document, {}
    for each in individuals:
        yield "DESCRIBES", document, each.id, each.said


def _mention_links(extracted: ExtractedDocument) -> Iterator[Link]:
    document = extracted.document

    def link(mention: Mention, node: str) -> Link:
        words = document.text[mention.start : mention.end]
        properties = {"start": mention.start, "end": mention.end, "text": words, "kind": mention.kind}
        return "MENTIONS", passage_id(document.id, mention.sentence), node, properties

    for entity in extracted.entities:
        yield from (link(mention, entity.id) for mention in dict.fromkeys(entity.mentions))
    for summit in extracted.summits:
        yield from (link(mention, summit.id) for mention in dict.fromkeys(summit.mentions))


def _claim_links(claims: Iterable[Claim]) -> Iterator[Link]:
    for claim in claims:
        yield "STATED_IN", claim.id, claim.passage, {}
        for type_, end in (
            ("ABOUT", claim.about),
            ("SUBJECT", claim.subject),
            ("OBJECT", claim.object),
            ("ATTRIBUTED_TO", claim.attributed_to),
        ):
            if end:
                yield type_, claim.id, end, {}


def _facts(claims: Iterable[Claim]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, dict[str, Row]] = {}
    for claim in claims:
        fact = fact_of(claim)
        if fact:
            found.setdefault(claim.predicate, {})[fact] = {"fact": fact, "from": claim.subject, "to": claim.object}
    return {predicate: tuple(rows[fact] for fact in sorted(rows)) for predicate, rows in found.items()}
