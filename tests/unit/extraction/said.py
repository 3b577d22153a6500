"""What a text says, in forms that a test can compare."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from summitgraph.extraction.pipeline import Extractor
from summitgraph.ids import document_id
from summitgraph.records import ExtractedDocument, ExtractedEvent, ExtractedSummit, SourceDocument

DAY = "2019-02-28"


def source(text: str, published: str | None = DAY, stem: str = "text") -> SourceDocument:
    day = date.fromisoformat(published) if published else None
    return SourceDocument(document_id(text, None, day), stem, text, (f"{stem}.txt",), published=day)


@dataclass(frozen=True)
class Said:
    """One text, read."""

    found: ExtractedDocument

    @property
    def text(self) -> str:
        return self.found.document.text

    @property
    def entities(self) -> dict[str, str]:
        """Names by id."""
        return {entity.id: entity.name for entity in self.found.entities}

    def means(self, words: str, nth: int = 1) -> set[str]:
        """Ids of what exactly these words refer to, at their nth occurrence."""
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)]
        span = places[nth - 1]
        return {e.id for e in self.found.entities for m in e.mentions if (m.start, m.end) == span}

    @property
    def events(self) -> list[tuple[str, str | None, str | None, str]]:
        return [(event.type, event.actor, event.recipient, event.modality) for event in self.found.events]

    def of_type(self, type_: str) -> list[ExtractedEvent]:
        return [event for event in self.found.events if event.type == type_]

    @property
    def relations(self) -> set[tuple[str, str, str]]:
        return {(r.subject, r.predicate, r.object_name or r.object) for r in self.found.relations}

    def summit(self, id_: str) -> ExtractedSummit:
        return next(summit for summit in self.found.summits if summit.id == id_)

    def words(self, event: ExtractedEvent, role: str) -> str | None:
        """Words that carry a role of an event in its first evidence."""
        span = getattr(event.evidence[0], role)
        return self.text[span.start : span.end] if span else None


@dataclass(frozen=True)
class Reads:
    """An extractor that reads plain strings."""

    extractor: Extractor

    def __call__(self, text: str, published: str | None = DAY) -> Said:
        [found] = self.extractor.extract([source(text, published)])
        assert isinstance(found, ExtractedDocument), found
        return Said(found)

    def doc(self, text: str, published: str | None = DAY) -> Doc:
        """The annotated ``Doc``."""
        doc = self.extractor.nlp.make_doc(text)
        doc._.published = date.fromisoformat(published) if published else None
        return self.extractor.nlp(doc)


def kinds(events: Sequence[ExtractedEvent]) -> list[str]:
    return [event.type for event in events]
