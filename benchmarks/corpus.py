"""Made-up documents of the shape of real ones, as rows: for benchmarks of loading."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from itertools import accumulate

from ontology.model import EventType, Ontology
from summitgraph.ids import claim_id, document_id, event_id, passage_id
from summitgraph.mapping.rows import Rows, rows_of
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

# Per document, as in the gold documents: 20 sentences, 12 individuals, 45 mentions, 10 event claims, 5 relation claims.
SENTENCES, INDIVIDUALS, MENTIONS, EVENTS, RELATIONS = 20, 12, 45, 10, 5
WORDS = 15
POOL: tuple[tuple[EntityType, int], ...] = (("Person", 400), ("Country", 150), ("Organization", 200), ("Place", 250))
VERSIONS = Versions("0.1.0", "benchmark", "none", None)
TYPES = ("CONSULT", "AGREE", "REJECT", "REQUEST", "ACCUSE", "SUPPORT")


def ontology() -> Ontology:
    """Return an ontology with event types and nothing else."""
    given = {
        "version": VERSIONS.ontology,
        "event_types": {name: EventType(name, 1, 1.0, {}, False, name, ()) for name in TYPES},
    }
    return Ontology(**{each.name: given.get(each.name, {}) for each in fields(Ontology)})  # type: ignore[arg-type]


def documents(count: int, seed: int = 7) -> Iterator[Rows]:
    """Yield so many documents' rows, the same for the same seed; individuals recur as names in news do (Zipf)."""
    chance = random.Random(seed)
    pool = [(type_, f"{type_.lower()}:{type_.lower()}-{i}", f"{type_} {i}") for type_, n in POOL for i in range(n)]
    chance.shuffle(pool)
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(pool))))
    known = ontology()
    for number in range(count):
        extracted, claims = _document(number, chance, pool, weights)
        yield rows_of(extracted, claims, known, "run:benchmark", "2026-01-01T00:00:00Z")


def _document(
    number: int, chance: random.Random, pool: list[tuple[EntityType, str, str]], weights: list[float]
) -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    # Words by chance: texts that repeat each other would count as copies of one.
    sentences = [" ".join(f"w{chance.randrange(5000)}" for _ in range(WORDS)) + f" {number}." for _ in range(SENTENCES)]
    text = " ".join(sentences)
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    spans = tuple(Span(end - len(s) - 1, end - 1) for end, s in zip(ends, sentences, strict=True))
    published = date(2018, 1, 1) + timedelta(days=chance.randrange(1000))
    source = SourceDocument(
        document_id(text, None, published), f"d{number}", text, (f"d{number}.txt",), published=published,
        source=f"Source {number % 40}",
    )  # fmt: skip
    chosen = list(dict.fromkeys(chance.choices(pool, cum_weights=weights, k=INDIVIDUALS)))
    mentions = [(chance.choice(chosen), chance.randrange(SENTENCES), chance.randrange(60)) for _ in range(MENTIONS)]
    entities = tuple(
        ExtractedEntity(id_, name, type_, (name.split()[0],), None, tuple(
            Mention(spans[s].start + at, spans[s].start + at + 8, s) for (_, who, _), s, at in mentions if who == id_
        ))
        for type_, id_, name in chosen
    )  # fmt: skip
    claims = [_claim(source, spans, chance, [each[1] for each in chosen], i) for i in range(EVENTS + RELATIONS)]
    unique = {claim.id: claim for claim in claims}
    return ExtractedDocument(source, VERSIONS, spans, entities), tuple(unique.values())


def _claim(source: SourceDocument, spans: tuple[Span, ...], chance: random.Random, ids: list[str], i: int) -> Claim:
    sentence = chance.randrange(SENTENCES)
    first, second = chance.sample(ids, 2) if len(ids) > 1 else (ids[0], ids[0])
    event = i < EVENTS
    type_ = chance.choice(TYPES) if event else chance.choice(("AFFILIATED_WITH", "LEADS", "LOCATED_IN"))
    day = str(source.published)
    start = spans[sentence].start + i
    return Claim(
        id=claim_id(source.id, "event" if event else "relation", type_, first, second, start, start + 20, ""),
        kind="event" if event else "relation",
        predicate=type_,
        subject=first,
        object=second,
        about=event_id(type_, [first], [second], day, None, "") if event else None,
        document=source.id,
        passage=passage_id(source.id, sentence),
        start=start,
        end=start + 20,
        modality="actual",
        polarity="positive",
        confidence=chance.randrange(50, 100) / 100,
        rule="benchmark",
        ontology=VERSIONS.ontology,
        model=VERSIONS.model,
        date=day if event else None,
        date_precision="day" if event else None,
    )
