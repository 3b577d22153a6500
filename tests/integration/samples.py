"""Two reports of the Hanoi summit with their claims, and an ontology just large enough for them."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from ontology.model import AuthorityEntity, EventType, Office, Ontology, Tenure
from summitgraph.ids import claim_id, document_id, event_id, passage_id
from summitgraph.mapping.rows import Rows, rows_of
from summitgraph.records import (
    Claim,
    Evidence,
    ExtractedDocument,
    ExtractedEntity,
    ExtractedRelation,
    ExtractedSummit,
    Mention,
    SourceDocument,
    Span,
    Versions,
)

VERSIONS = Versions(summitgraph="0.1.0", ontology="0.1.0+test", model="en_core_web_sm-3.8.0", reader=None)
TRUMP, KIM, USA, PRK = "person:donald-trump", "person:kim-jong-un", "country:USA", "country:PRK"
HANOI, SUMMIT, LEADER = "place:hanoi", "summit:2019-hanoi", "office:president-of-the-united-states"
RUN, INGESTED = "run:test", "2026-01-02T03:04:05Z"

KNOWN: dict[str, object] = {
    "version": "0.1.0+test",
    "entities": {
        each.id: each
        for each in (
            AuthorityEntity(TRUMP, "Donald Trump", "Person", aliases=("Trump",), wikidata="Q22686", country=USA),
            AuthorityEntity(KIM, "Kim Jong Un", "Person", aliases=("Kim",), wikidata="Q56226", country=PRK),
            AuthorityEntity(
                HANOI, "Hanoi", "Place", kind="city", latitude=21.03, longitude=105.85, country="country:VNM"
            ),
        )
    },
    "offices": {LEADER: Office(LEADER, "President of the United States", (), "head-of-state", USA, "President")},
    "tenures": (Tenure(TRUMP, LEADER, "2017-01-20", "2021-01-20"), Tenure(TRUMP, LEADER, "2025-01-20", None)),
    "event_types": {
        "CONSULT": EventType("CONSULT", 1, 2.5, {"visit": 4.0}, False, "meet", ()),
        "REJECT": EventType("REJECT", 3, -2.0, {}, False, "refuse", ()),
    },
}
ONTOLOGY = Ontology(**{each.name: KNOWN.get(each.name, {}) for each in fields(Ontology)})  # type: ignore[arg-type]

REPORT = "Donald Trump met Kim Jong Un in Hanoi on Wednesday. Trump walked away from the talks on Thursday."
BRIEF = "President Trump and Kim, who leads North Korea, meet in Hanoi this week."
CONSULT = event_id("CONSULT", [TRUMP], [KIM], "2019-02-27", HANOI, "")
REJECT = event_id("REJECT", [TRUMP], [KIM], "2019-02-28", None, "")


def source(text: str, published: date, publisher: str | None, name: str) -> SourceDocument:
    id_ = document_id(text, name, published)
    return SourceDocument(id_, name, text, (f"{name}.txt",), title=name, published=published, source=publisher)


def event_claim(document: SourceDocument, sentence: int, words: str, type_: str, about: str, **given: object) -> Claim:
    start = document.text.index(words)
    claim = Claim(
        id=claim_id(document.id, "event", type_, TRUMP, KIM, start, start + len(words), ""),
        kind="event",
        predicate=type_,
        subject=TRUMP,
        object=KIM,
        about=about,
        document=document.id,
        passage=passage_id(document.id, sentence),
        start=start,
        end=start + len(words),
        modality="actual",
        polarity="positive",
        confidence=0.75,
        rule="lexicon",
        ontology=VERSIONS.ontology,
        model=VERSIONS.model,
    )
    return replace(claim, **given)  # type: ignore[arg-type]


def relation_claim(
    document: SourceDocument, sentence: int, words: str, predicate: str, subject: str, object_: str, **given: object
) -> Claim:
    claim = event_claim(document, sentence, words, predicate, "")
    return replace(
        claim,
        id=claim_id(document.id, "relation", predicate, subject, object_, claim.start, claim.end, ""),
        kind="relation",
        subject=subject,
        object=object_,
        about=None,
        **given,  # type: ignore[arg-type]
    )


def find(text: str, words: str, sentence: int = 0) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), sentence)


def report() -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    """A wire report: they met, he walked away."""
    document = source(REPORT, date(2019, 2, 28), "Example Wire", "report")
    cut = REPORT.index(" Trump walked")
    extracted = ExtractedDocument(
        document,
        VERSIONS,
        (Span(0, cut), Span(cut + 1, len(REPORT))),
        entities=(
            ExtractedEntity(
                TRUMP,
                "Donald Trump",
                "Person",
                ("Trump",),
                "Q22686",
                (find(REPORT, "Donald Trump"), find(REPORT, "Trump walked", 1)),
            ),
            ExtractedEntity(KIM, "Kim Jong Un", "Person", (), "Q56226", (find(REPORT, "Kim Jong Un"),)),
            ExtractedEntity(HANOI, "Hanoi", "Place", (), None, (find(REPORT, "Hanoi"),)),
        ),
        summits=(
            ExtractedSummit(
                SUMMIT,
                "2019 Hanoi Summit",
                "2019-02-27",
                "2019-02-28",
                "Hanoi",
                HANOI,
                (TRUMP, KIM),
                (find(REPORT, "the talks", 1),),
            ),
        ),
    )
    day = {"date_precision": "day", "summit": SUMMIT}
    return extracted, (
        event_claim(document, 0, "met", "CONSULT", CONSULT, date="2019-02-27", place=HANOI, confidence=0.875, **day),
        event_claim(document, 1, "walked away", "REJECT", REJECT, date="2019-02-28", **day),
        relation_claim(document, 0, "Donald Trump met", "PARTICIPATED_IN", TRUMP, SUMMIT),
        relation_claim(document, 0, "Kim Jong Un in Hanoi", "PARTICIPATED_IN", KIM, SUMMIT),
        relation_claim(document, 0, "in Hanoi", "HELD_IN", SUMMIT, HANOI),
    )


def brief() -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    """A brief of the week before: they are to meet."""
    document = source(BRIEF, date(2019, 2, 25), None, "brief")
    relation = ExtractedRelation(
        TRUMP,
        "HOLDS_OFFICE",
        LEADER,
        0.9,
        "title",
        object_name="President of the United States",
        evidence=(Evidence(0, 15, 0),),
    )
    extracted = ExtractedDocument(
        document,
        VERSIONS,
        (Span(0, len(BRIEF)),),
        entities=(
            ExtractedEntity(TRUMP, "Donald Trump", "Person", ("Trump",), "Q22686", (find(BRIEF, "Trump"),)),
            ExtractedEntity(KIM, "Kim Jong Un", "Person", ("Kim",), None, (find(BRIEF, "Kim"),)),
            ExtractedEntity(PRK, "North Korea", "Country", (), "Q423", (find(BRIEF, "North Korea"),)),
            ExtractedEntity(HANOI, "Hanoi", "Place", (), None, (find(BRIEF, "Hanoi"),)),
        ),
        summits=(ExtractedSummit(SUMMIT, "2019 Hanoi Summit", None, None, "Hanoi", HANOI, (TRUMP, KIM), ()),),
        relations=(relation,),
    )
    planned = {"modality": "planned", "date": "2019-02-27", "date_precision": "day", "place": HANOI, "summit": SUMMIT}
    return extracted, (
        event_claim(document, 0, "meet", "CONSULT", CONSULT, **planned),
        relation_claim(document, 0, "President Trump", "HOLDS_OFFICE", TRUMP, LEADER, confidence=0.9),
        relation_claim(document, 0, "Kim, who leads North Korea", "LEADS", KIM, PRK, attributed_to=TRUMP),
        relation_claim(document, 0, "meet in Hanoi", "HELD_IN", SUMMIT, HANOI, modality="planned"),
        relation_claim(document, 0, "Trump and Kim", "AFFILIATED_WITH", KIM, PRK, polarity="negative"),
    )


def rows(made: tuple[ExtractedDocument, tuple[Claim, ...]], run: str = RUN, ingested_at: str = INGESTED) -> Rows:
    extracted, claims = made
    return rows_of(extracted, claims, ONTOLOGY, run, ingested_at)
