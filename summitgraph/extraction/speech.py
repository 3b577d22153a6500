"""Who speaks: the turns of a transcript, the voice of a statement, the speaker of a quotation; so "I" and "we" mean somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from summitgraph.extraction.phrases import SAYING, subject
from summitgraph.extraction.state import Member, Ref

_LABEL = re.compile(r"^[ \t]*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):(?=\s)", re.MULTILINE)
_SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
_PLURAL = frozenset(["we", "us", "our", "ours", "ourselves"])
_OPEN, _CLOSE = '"“', '"”'


def first_person(doc: Doc, refs: Sequence[Ref], cast: dict[str, Member]) -> Iterator[Ref]:
    """Yield what "I" and "we" refer to: the speaker, and the state that the speaker acts for."""
    by_token = {index: ref for ref in refs for index in range(ref.start, ref.end)}
    turns = list(_turns(doc, by_token))
    quoted = _quoted(doc)
    author = _author(doc, by_token, cast)
    for token in doc:
        lower = token.lower_
        if token.tag_ not in ("PRP", "PRP$") or (lower not in _SINGULAR and lower not in _PLURAL):
            continue
        person = _speaker(doc, token, turns, quoted, by_token, author)
        if person is None or cast[person].type != "Person":
            continue
        meant = person if lower in _SINGULAR else cast[person].country
        if meant is not None and meant in cast:
            yield Ref(token.i, token.i + 1, (meant,), "pronoun")


def _turns(doc: Doc, by_token: dict[int, Ref]) -> Iterator[tuple[int, str | None]]:
    """Yield the token at which each turn of a transcript begins, and who speaks from there on; None for an unknown voice."""
    found = list(_LABEL.finditer(doc.text))
    if len(found) < 2:
        return
    for match in found:
        span = doc.char_span(match.start("name"), match.end("name"), alignment_mode="expand")
        if span is not None:
            ref = next((by_token[token.i] for token in span if token.i in by_token and by_token[token.i].entity), None)
            yield span.start, ref.entity if ref is not None else None


def _quoted(doc: Doc) -> list[bool]:
    """For each token whether it stands inside quotation marks."""
    inside, out = False, []
    for token in doc:
        if token.text in ("``", "''") or token.text in _OPEN or token.text in _CLOSE:
            inside = token.text == "“" or (token.text not in ("”", "''") and not inside)
            out.append(True)
            continue
        if token.is_space and "\n" in token.text:
            inside = False  # a quotation does not run over a paragraph's end unmarked
        out.append(inside)
    return out


def _author(doc: Doc, by_token: dict[int, Ref], cast: dict[str, Member]) -> str | None:
    """The voice of a statement that names itself: ``I, Chung Eui-yong, …``."""
    for token in doc[: max(0, len(doc) - 2)]:
        if token.text == "I" and doc[token.i + 1].text == ",":
            ref = by_token.get(token.i + 2)
            if ref is not None and ref.entity and cast[ref.entity].type == "Person":
                return ref.entity
    return None


def _speaker(
    doc: Doc,
    token: Token,
    turns: Sequence[tuple[int, str | None]],
    quoted: Sequence[bool],
    by_token: dict[int, Ref],
    author: str | None,
) -> str | None:
    if turns:
        before = [person for start, person in turns if start <= token.i]
        if before:
            return before[-1]
    if quoted[token.i]:
        return _quotes(doc, token, quoted, by_token)
    return author


def _quotes(doc: Doc, token: Token, quoted: Sequence[bool], by_token: dict[int, Ref]) -> str | None:
    """Who says the quotation: the subject of the verb of saying in this sentence, or in the one before."""
    sentence = token.sent
    spans = [sentence]
    if sentence.start > 0:
        spans.append(doc[sentence.start - 1].sent)
    for span in spans:
        for verb in span:
            if verb.lower_ in SAYING and verb.tag_[:2] == "VB" and not quoted[verb.i]:
                doer = subject(verb)
                ref = by_token.get(doer.i) if doer is not None else None
                if ref is not None and ref.entity:
                    return ref.entity
    return None
