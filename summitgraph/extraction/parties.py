"""From the words that fill a role to the entities that the graph knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from summitgraph.extraction.state import Member, Ref
from summitgraph.extraction.vocabulary import words
from summitgraph.records import Span

_ACTORS = ("Person", "Country", "Organization")


@dataclass(frozen=True, slots=True)
class Cast:
    """The references of a text by token, and who they mean."""

    doc: Doc
    members: dict[str, Member]
    at: dict[int, Ref]

    @classmethod
    def of(cls, doc: Doc) -> Cast:
        """Index ``doc._.refs``; where two overlap the shorter, a name inside a description, gives way to the longer."""
        at: dict[int, Ref] = {}
        for ref in sorted(doc._.refs, key=lambda ref: ref.end - ref.start):
            for index in range(ref.start, ref.end):
                at[index] = ref
        return cls(doc, doc._.cast, at)

    def tokens(self, span: Span) -> TokenSpan | None:
        """Return the tokens that a character span touches."""
        found: TokenSpan | None = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return found

    def parties(self, span: Span | None) -> tuple[str, ...]:
        """Return the people, states and bodies that a phrase names, several for a group, none for a phrase that names nobody.

        Unnamed officials or crowds act for the country or body that the phrase ties them to (gold/GUIDE.md, "Actor as the text names it").
        """
        tokens = self.tokens(span) if span is not None else None
        if tokens is None or not len(tokens):
            return ()
        root = tokens.root
        ref = self.at.get(root.i)
        if ref is not None and ref.kind != "demonym":
            return tuple(id_ for id_ in ref.entities if self.members[id_].type in _ACTORS)
        for token in tokens:
            named = self.at.get(token.i)
            if (
                named is not None
                and named.kind in ("name", "office")
                and token.dep_ in ("appos", "nsubj", "ROOT", "dobj", "pobj")
                and self._acts(named)
            ):
                return named.entities
        return self._tied(tokens, root)

    def _acts(self, ref: Ref) -> bool:
        return any(self.members[id_].type in _ACTORS for id_ in ref.entities)

    def _tied(self, tokens: TokenSpan, root: Token) -> tuple[str, ...]:
        """The state or body that an unnamed group belongs to: ``two Dutch diplomats``, ``troops from Mali``, ``its army``."""
        if root.lower_ not in words("groups") and root.tag_ not in ("NNS", "NNPS", "NN", "NNP", "JJ"):
            return ()
        group = root.lower_ in words("groups")
        for token in sorted(tokens, key=lambda token: abs(token.i - root.i)):
            ref = self.at.get(token.i)
            if ref is None or not self._acts(ref):
                continue
            member = self.members[ref.entities[0]]
            if ref.kind == "demonym" or (group and member.type != "Person"):
                return ref.entities[:1]
            if group and ref.kind == "pronoun" and member.type == "Person":
                return (member.country,) if member.country else ()
            if group and member.type == "Person" and token.dep_ == "poss":
                return (member.country,) if member.country else ()
        return ()


def char_span(tokens: Sequence[Token]) -> Span:
    """Return the character span of a stretch of tokens."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
