"""A small universe of texts that share persons, events, a summit, an agreement and relations, for tests of unwinding.

Every statement about the world is made by some of them and not by others; two are wire copies of a third. All is made
by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from loaders.origins import Reading
from summitgraph.ids import event_id
from summitgraph.mapping.rows import Rows
from summitgraph.records import Claim, ExtractedDocument, ExtractedEntity, ExtractedSummit, Span
from tests.integration import samples
from tests.integration.samples import HANOI, KIM, PRK, SUMMIT, TRUMP, VERSIONS, event_claim, relation_claim

Made = tuple[ExtractedDocument, tuple[Claim, ...]]

ACCORD = "agreement:hanoi-declaration"
PATHS = ("a.txt", "b.txt", "c.txt", "news.jsonl:1", "https://example.org/report")
PUBLISHERS = ("Example Wire", "Daily Example", None)
MET = event_id("CONSULT", [TRUMP], [KIM], "2019-02-27", None, "")
REFUSED = event_id("REJECT", [TRUMP], [KIM], "2019-02-28", None, "")

WIRE = (
    "Donald Trump met Kim Jong Un in Hanoi. The two leaders of the United States and North Korea shook hands before "
    "their flags, and they are to sign a declaration on Thursday, said an aide at the hotel in the old quarter."
)
OWN = "Kim Jong Un leads North Korea. Donald Trump met Kim again, and refused to lift any of the sanctions."
PLAN = "North Korea has signed the declaration, and Mr. Trump may have refused to read it in Hanoi."


def _entity(text: str, id_: str, type_: str, name: str, words: str, *aliases: str, **given: str) -> ExtractedEntity:
    return ExtractedEntity(id_, name, type_, aliases, mentions=(samples.find(text, words),), **given)  # type: ignore[arg-type]


def _wire(name: str, lead: str, day: date, confidence: float) -> Made:
    """They met, in Hanoi, at a summit; what a copy adds comes before it."""
    text = lead + WIRE
    source = samples.source(text, day, None, name)
    entities = (
        _entity(text, TRUMP, "Person", "Donald Trump", "Donald Trump", "Trump", wikidata="Q22686"),
        _entity(text, KIM, "Person", "Kim Jong Un", "Kim Jong Un"),
        _entity(text, HANOI, "Place", "Hanoi", "Hanoi"),
        _entity(text, PRK, "Country", "North Korea", "North Korea"),
    )
    summit = ExtractedSummit(SUMMIT, "2019 Hanoi Summit", "2019-02-27", None, "Hanoi", HANOI, (TRUMP, KIM))
    extracted = ExtractedDocument(source, VERSIONS, (Span(0, len(text)),), entities, (summit,))
    when = {"date": "2019-02-27", "date_precision": "day", "summit": SUMMIT, "place": HANOI}
    return extracted, (
        event_claim(source, 0, "met", "CONSULT", MET, confidence=confidence, **when),
        event_claim(source, 0, "shook hands", "CONSULT", SUMMIT, confidence=confidence, mode="visit"),
        relation_claim(source, 0, "Donald Trump met", "PARTICIPATED_IN", TRUMP, SUMMIT),
        relation_claim(source, 0, "in Hanoi", "HELD_IN", SUMMIT, HANOI, modality="planned" if lead else "actual"),
    )


def _own() -> Made:
    """Kim leads North Korea; they met; Trump refused."""
    source = samples.source(OWN, date(2019, 2, 28), None, "own")
    entities = (
        _entity(OWN, TRUMP, "Person", "Donald J. Trump", "Donald Trump"),
        _entity(OWN, KIM, "Person", "Kim Jong Un", "Kim", "Kim", wikidata="Q56226"),
        _entity(OWN, PRK, "Country", "North Korea", "North Korea", wikidata="Q423"),
    )
    summit = ExtractedSummit(SUMMIT, "Trump-Kim summit", None, "2019-02-28", None, None, (TRUMP, KIM))
    cut = OWN.index(" Donald")
    spans = (Span(0, cut), Span(cut + 1, len(OWN)))
    day = {"date_precision": "day", "summit": SUMMIT}
    return ExtractedDocument(source, VERSIONS, spans, entities, (summit,)), (
        relation_claim(source, 0, "Kim Jong Un leads", "LEADS", KIM, PRK, validity="2011-12-17/.."),
        event_claim(source, 1, "met", "CONSULT", MET, date="2019-02-27", mode="visit", attributed_to=KIM, **day),
        event_claim(source, 1, "refused", "REJECT", REFUSED, date="2019-02-28", **day),
    )


def _plan() -> Made:
    """North Korea is party to a declaration; perhaps Trump refused."""
    source = samples.source(PLAN, date(2019, 3, 2), None, "plan")
    entities = (
        _entity(PLAN, ACCORD, "Agreement", "Hanoi Declaration", "the declaration", "declaration"),
        _entity(PLAN, PRK, "Country", "DPRK", "North Korea", "North Korea"),
        _entity(PLAN, TRUMP, "Person", "Donald Trump", "Mr. Trump", "Mr. Trump"),
        _entity(PLAN, KIM, "Person", "Kim Jong Un", "North Korea"),
        _entity(PLAN, HANOI, "Place", "Hanoi", "Hanoi", "Ha Noi"),
    )
    refused = {"date": "2019-02-28", "date_precision": "day", "place": HANOI, "modality": "hypothetical"}
    return ExtractedDocument(source, VERSIONS, (Span(0, len(PLAN)),), entities), (
        relation_claim(source, 0, "signed", "PARTY_TO", PRK, ACCORD),
        relation_claim(source, 0, "North Korea has", "LEADS", KIM, PRK, confidence=0.5),
        event_claim(source, 0, "refused", "REJECT", REFUSED, confidence=0.9, **refused),
    )


TEXTS: Sequence[Made] = (
    _wire("wire", "", date(2019, 2, 27), 0.8),
    _wire("printed", "By our staff. ", date(2019, 2, 28), 0.6),
    _wire("reprinted", "From the news wires. ", date(2019, 2, 26), 0.95),
    _own(),
    _plan(),
)


def found(text: int, path: str, publisher: int) -> Reading:
    """Return that a text stands at a path, where a publisher is named."""
    address = path if path.startswith("https:") else None
    return Reading(TEXTS[text][0].document.id, path, address, PUBLISHERS[publisher])


def rows(text: int, reading: Reading, edition: int) -> Rows:
    """Return the rows of a text as it stands there, read by the first edition of the reader or the next, which finds less.

    Each edition works in a run of its own.
    """
    extracted, claims = TEXTS[text]
    document = replace(extracted.document, origins=(reading.origin,), url=reading.url, source=reading.source)
    versions = replace(VERSIONS, reader=str(edition))
    kept = claims if edition == 0 else claims[:-1]
    return samples.rows((replace(extracted, document=document, versions=versions), kept), run=f"run:{edition}")
