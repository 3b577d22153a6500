"""What a sentence gave, in words: its events, relations and summits, each with the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from summitgraph.records import ExtractedDocument, ExtractedEvent, ExtractedRelation, ExtractedSummit


class Findings:
    """The findings of one document by sentence."""

    def __init__(self, document: ExtractedDocument, quads: Mapping[str, int], numbers: Mapping[str, int]) -> None:
        self.document, self.quads, self.numbers = document, quads, numbers
        self.names = {entity.id: entity.name for entity in document.entities}
        self.names |= {summit.id: summit.name for summit in document.summits}

    def of(self, sentence: int) -> str:
        """Return the list of what a sentence gave; empty where it gave nothing."""
        found = [*self._events(sentence), *self._relations(sentence), *self._summits(sentence)]
        return f"<ul>{''.join(found)}</ul>" if found else ""

    def _events(self, sentence: int) -> Iterator[str]:
        for event in self.document.events:
            if any(proof.sentence == sentence for proof in event.evidence):
                yield f'<li class="event">{self._event(event)}</li>'

    def _event(self, event: ExtractedEvent) -> str:
        mode = f" · {escape(event.mode)}" if event.mode else ""
        quad = self.quads.get(event.type, 0)
        parts = [
            f'<b class="number">{self.numbers[event.id]}</b>',
            f'<span class="type quad{quad}">{escape(event.type)}{mode}</span>',
            f'<span class="parties">{self._name(event.actor)} → {self._name(event.recipient)}</span>',
        ]
        if event.modality != "actual":
            parts.append(f'<span class="modality">{event.modality}</span>')
        details = [
            f"according to {self._name(event.attributed_to)}" if event.attributed_to else "",
            escape(event.date) if event.date else "no date",
            f"at {self._name(event.place)}" if event.place else "",
            f"part of {self._name(event.summit)}" if event.summit else "",
            _mentions(event),
        ]
        parts.append(f'<span class="details">{", ".join(filter(None, details))}</span>')
        parts.append(_found_by(event.rule, event.confidence))
        return " ".join(parts)

    def _relations(self, sentence: int) -> Iterator[str]:
        for relation in self.document.relations:
            if any(proof.sentence == sentence for proof in relation.evidence):
                yield f'<li class="relation">{self._relation(relation)}</li>'

    def _relation(self, relation: ExtractedRelation) -> str:
        object_ = escape(relation.object_name) if relation.object_name else self._name(relation.object)
        modality = f' <span class="modality">{relation.modality}</span>' if relation.modality != "actual" else ""
        return (
            f'<span class="type">{escape(relation.predicate)}</span>'
            f' <span class="parties">{self._name(relation.subject)} → {object_}</span>{modality}'
            f" {_found_by(relation.rule, relation.confidence)}"
        )

    def _summits(self, sentence: int) -> Iterator[str]:
        for summit in self.document.summits:
            if any(mention.sentence == sentence for mention in summit.mentions):
                yield f'<li class="summit">{self.summit(summit)}</li>'

    def summit(self, summit: ExtractedSummit) -> str:
        """Return a summit with its days, its town and who took part."""
        days = " to ".join(dict.fromkeys(escape(day) for day in (summit.start, summit.end) if day)) or "no date"
        people = ", ".join(self._name(id_) for id_ in summit.participants) or "nobody named"
        return (
            f'<span class="type">SUMMIT</span> <span class="parties">{escape(summit.name)}</span>'
            f' <span class="details">{days}, {escape(summit.place or "no place")}: {people}</span>'
        )

    def _name(self, id_: str | None) -> str:
        if id_ is None:
            return '<i class="nobody">nobody known</i>'
        return escape(self.names.get(id_, id_))


def _mentions(event: ExtractedEvent) -> str:
    count = len({proof.trigger for proof in event.evidence})
    return f"told {count} times" if count > 1 else ""


def _found_by(rule: str, confidence: float) -> str:
    meter = f'<meter min="0" max="1" value="{confidence:.3f}"></meter>'
    return f'<span class="found">by {escape(rule)} {meter} {confidence:.2f}</span>'
