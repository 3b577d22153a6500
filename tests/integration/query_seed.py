"""The small world of ``tests/data/queries/seed.yaml`` as rows: the catalogue's golden answers are about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ontology.model import Ontology
from summitgraph.graph.model import label_of
from summitgraph.ids import document_id, event_id
from summitgraph.mapping.authority import authority_document
from summitgraph.mapping.claims import claims_of
from summitgraph.mapping.individuals import authority_name
from summitgraph.mapping.rows import Rows, rows_of
from summitgraph.records import (
    Claim,
    Evidence,
    ExtractedDocument,
    ExtractedEntity,
    ExtractedEvent,
    ExtractedRelation,
    ExtractedSummit,
    Mention,
    SourceDocument,
    Span,
    Versions,
)

DATA = Path(__file__).resolve().parents[1] / "data" / "queries"
VERSIONS = Versions(summitgraph="0.1.0", ontology="seed", model="seed", reader=None)
FIRST, SECOND = ("run:first", "2026-01-01T06:00:00Z"), ("run:second", "2026-01-02T06:00:00Z")
TENURES = {
    ("person:donald-trump", "office:president-usa"),
    ("person:mike-pompeo", "office:secretary-of-state-usa"),
    ("person:moon-jae-in", "office:president-kor"),
    ("person:vladimir-putin", "office:president-rus"),
}
PRECISIONS = ((r"\d{4}", "year"), (r"\d{4}-\d\d", "month"), (r"\d{4}-W\d\d", "week"), (r"\d{4}-\d\d-\d\d", "day"))


def seed_rows(ontology: Ontology) -> list[Rows]:
    """Return the rows of every document of the seed, and of an authority file cut down to four office holders.

    The authority file and the first two documents come from an earlier run than the others.
    """
    said = yaml.safe_load((DATA / "seed.yaml").read_text(encoding="utf-8"))
    documents = [_document(each, ontology) for each in said]
    made = [_authority(ontology), *((each, claims_of(each)) for each in documents)]
    return [
        rows_of(extracted, claims, ontology, *(FIRST if index < 3 else SECOND))
        for index, (extracted, claims) in enumerate(made)
    ]


def _authority(ontology: Ontology) -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    tenures = tuple(each for each in ontology.tenures if (each.person, each.office) in TENURES)
    extracted, claims = authority_document(replace(ontology, tenures=tenures))
    return replace(extracted, versions=VERSIONS), claims


def _document(said: dict[str, Any], ontology: Ontology) -> ExtractedDocument:
    text = " ".join(said["text"])
    sentences = tuple(_sentences(said["text"]))
    published = said.get("published")
    source = SourceDocument(
        id=document_id(text, said["name"], published),
        stem=said["name"],
        text=text,
        origins=(f"seed/{said['name']}.txt",),
        title=said["name"].replace("-", " ").capitalize(),
        published=published,
        source=said.get("source"),
    )
    return ExtractedDocument(
        source,
        VERSIONS,
        sentences,
        entities=tuple(_entities(said, text, sentences, ontology)),
        summits=tuple(_summit(each, text, sentences, ontology) for each in said.get("summits", ())),
        events=tuple(_event(each, source, sentences) for each in said.get("events", ())),
        relations=tuple(_relation(each, text, sentences, ontology) for each in said.get("relations", ())),
        flags=() if published else ("no-published-date",),
    )


def _sentences(texts: list[str]) -> Iterator[Span]:
    start = 0
    for each in texts:
        yield Span(start, start + len(each))
        start += len(each) + 1


def _entities(
    said: dict[str, Any], text: str, sentences: tuple[Span, ...], ontology: Ontology
) -> Iterator[ExtractedEntity]:
    named = said.get("entities", {})
    words: dict[str, list[str]] = {}
    for word, id_ in said.get("names", {}).items():
        words.setdefault(id_, []).append(word)
    for id_, forms in words.items():
        known = ontology.entities.get(id_)
        mentions = [
            Mention(found.start(), found.end(), _sentence(found.start(), sentences))
            for form in forms
            for found in re.finditer(rf"\b{re.escape(form)}\b", text)
        ]
        name, wikidata = (known.name, known.wikidata) if known else (named[id_], None)
        yield ExtractedEntity(id_, name, label_of(id_), tuple(forms), wikidata, tuple(mentions))  # type: ignore[arg-type]


def _sentence(start: int, sentences: tuple[Span, ...]) -> int:
    return next(index for index, each in enumerate(sentences) if each.start <= start < each.end)


def _evidence(said: dict[str, Any], text: str, sentences: tuple[Span, ...]) -> Evidence:
    sentence = sentences[said["in"]]
    start = text.index(said["words"], sentence.start, sentence.end)
    return Evidence(sentence.start, sentence.end, said["in"], Span(start, start + len(said["words"])))


def _summit(said: dict[str, Any], text: str, sentences: tuple[Span, ...], ontology: Ontology) -> ExtractedSummit:
    words = _evidence(said, text, sentences).trigger
    assert words
    start, end = (str(said[key]) if key in said else None for key in ("start", "end"))
    place, people = said["place"], tuple(said["participants"])
    mention = Mention(words.start, words.end, said["in"])
    return ExtractedSummit(
        said["id"], said["name"], start, end, authority_name(place, ontology), place, people, (mention,), (place,)
    )


def _event(said: dict[str, Any], source: SourceDocument, sentences: tuple[Span, ...]) -> ExtractedEvent:
    day = said.get("date")
    when = day.isoformat() if isinstance(day, date) else day
    modality = said.get("modality", "actual")
    actor, recipient, place = said.get("actor"), said.get("recipient"), said.get("place")
    salt = modality if when else f"{source.id}{modality}"
    return ExtractedEvent(
        id=event_id(said["type"], [actor or ""], [recipient or ""], when, place, salt),
        type=said["type"],
        mode=said.get("mode"),
        actor=actor,
        recipient=recipient,
        modality=modality,
        confidence=said["confidence"],
        rule=said.get("rule", "reader"),
        date=when,
        date_precision=next((name for form, name in PRECISIONS if re.fullmatch(form, when)), None) if when else None,  # type: ignore[arg-type]
        place=place,
        attributed_to=said.get("by"),
        summit=said.get("summit"),
        evidence=(_evidence(said, source.text, sentences),),
    )


def _relation(said: dict[str, Any], text: str, sentences: tuple[Span, ...], ontology: Ontology) -> ExtractedRelation:
    return ExtractedRelation(
        subject=said["subject"],
        predicate=said["is"],
        object=said["object"],
        confidence=said.get("confidence", 0.8),
        rule="lexicon",
        modality=said.get("modality", "actual"),
        attributed_to=said.get("by"),
        object_name=authority_name(said["object"], ontology),
        evidence=(_evidence(said, text, sentences),),
    )
