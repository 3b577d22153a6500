"""Sentences of a text by number, and the evidence that a stretch of tokens gives."""

from __future__ import annotations

from spacy.tokens import Doc

from summitgraph.extraction.state import Ref
from summitgraph.records import Evidence, Mention, Span


class Sentences:
    """Sentence numbers and bounds of a text, counted once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.spans: list[Span] = []
        self.number: list[int] = []
        self._tokens: list[tuple[int, int]] = []
        for index, sent in enumerate(doc.sents):
            self._tokens.append((sent.start, sent.end))
            text = sent.text
            start = sent.start_char + len(text) - len(text.lstrip())
            self.spans.append(Span(start, max(start, sent.start_char + len(text.rstrip()))))
            self.number.extend([index] * (sent.end - sent.start))

    def of(self, token: int) -> int:
        """Return the number of the sentence that a token stands in."""
        return self.number[token]

    def tokens(self, number: int) -> tuple[int, int]:
        """Return the token range ``[start, end)`` of a sentence."""
        return self._tokens[number]

    def mention(self, ref: Ref) -> Mention:
        """Return a reference as a record, in characters."""
        span = self.doc[ref.start : ref.end]
        return Mention(span.start_char, span.end_char, self.number[ref.start], ref.kind)

    def evidence(self, start: int, end: int, **roles: Span | None) -> Evidence:
        """Return the sentence of tokens ``[start, end)`` as evidence, those tokens as its trigger."""
        sentence = self.spans[self.number[start]]
        trigger = self.doc[start:end]
        return Evidence(
            sentence.start,
            sentence.end,
            self.number[start],
            trigger=Span(trigger.start_char, trigger.end_char),
            **roles,
        )
