"""The authority file as a document: its tenures are sentences, so that office holders too stand by claims alone."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from ontology.dates import earliest, latest
from ontology.model import Ontology, Tenure
from summitgraph.ids import claim_id, passage_id
from summitgraph.mapping.individuals import authority_name
from summitgraph.records import (
    Claim,
    EntityType,
    ExtractedDocument,
    ExtractedEntity,
    Mention,
    SourceDocument,
    Span,
    Versions,
)

DOCUMENT = "doc:authority"
RULE = "authority"


def authority_document(ontology: Ontology) -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    """Return the tenures of the authority file as a document of one sentence each, with its claims.

    The id is the same for every version of the ontology; the versions tell the loader to replace an older one.
    """
    tenures = sorted(ontology.tenures, key=lambda each: (each.person, each.office, each.start or "", each.end or ""))
    sentences = [_sentence(tenure, ontology) for tenure in tenures]
    text = "\n".join(sentences)
    spans = tuple(_spans(sentences))
    source = SourceDocument(DOCUMENT, "authority", text, ("ontology/authority",), "Authority file", source="authority")
    versions = Versions(version("summitgraph"), ontology.version, RULE, None)
    claims = tuple(_claim(tenure, i, spans[i], versions) for i, tenure in enumerate(tenures))
    return ExtractedDocument(source, versions, spans, tuple(_entities(tenures, spans, ontology))), claims


def _sentence(tenure: Tenure, ontology: Ontology) -> str:
    person, office = _name(tenure.person, ontology), _name(tenure.office, ontology)
    return f"{person} is {office} from {tenure.start or 'an unknown day'} to {tenure.end or 'an open end'}."


def _name(id_: str, ontology: Ontology) -> str:
    return authority_name(id_, ontology) or id_


def _spans(sentences: list[str]) -> Iterator[Span]:
    start = 0
    for sentence in sentences:
        yield Span(start, start + len(sentence))
        start += len(sentence) + 1


def _entities(tenures: list[Tenure], spans: tuple[Span, ...], ontology: Ontology) -> Iterator[ExtractedEntity]:
    mentions: dict[tuple[EntityType, str], list[Mention]] = {}
    for sentence, (tenure, span) in enumerate(zip(tenures, spans, strict=True)):
        at = span.start + len(_name(tenure.person, ontology))
        mentions.setdefault(("Person", tenure.person), []).append(Mention(span.start, at, sentence))
        at += len(" is ")
        end = at + len(_name(tenure.office, ontology))
        mentions.setdefault(("Office", tenure.office), []).append(Mention(at, end, sentence, "office"))
    for (type_, id_), found in mentions.items():
        known = ontology.entities.get(id_)
        aliases = known.aliases if known else ontology.offices[id_].aliases
        yield ExtractedEntity(
            id_, _name(id_, ontology), type_, aliases, known.wikidata if known else None, tuple(found)
        )


def _claim(tenure: Tenure, sentence: int, span: Span, versions: Versions) -> Claim:
    validity = _validity(tenure)
    return Claim(
        id=claim_id(DOCUMENT, "relation", "HOLDS_OFFICE", tenure.person, tenure.office, span.start, span.end, validity),
        kind="relation",
        predicate="HOLDS_OFFICE",
        subject=tenure.person,
        object=tenure.office,
        about=None,
        document=DOCUMENT,
        passage=passage_id(DOCUMENT, sentence),
        start=span.start,
        end=span.end,
        modality="actual",
        polarity="positive",
        confidence=1.0,
        rule=RULE,
        ontology=versions.ontology,
        model=versions.model,
        validity=validity,
    )


def _validity(tenure: Tenure) -> str:
    """Return the days from/to, both ends included; a month or year stands for its first or last day."""
    start = earliest(tenure.start).isoformat() if tenure.start else ".."
    end = latest(tenure.end).isoformat() if tenure.end else ".."
    return f"{start}/{end}"
