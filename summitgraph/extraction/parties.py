"""From the words that fill a role to the entities that the graph knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from summitgraph.extraction.gazetteer import Gazetteer
from summitgraph.extraction.state import Member, Ref
from summitgraph.extraction.vocabulary import words
from summitgraph.records import Span

_ACTORS = ("Person", "Country", "Organization")


@dataclass(frozen=True, slots=True)
class Cast:
    """The references of a text by token, the shortest first, and who they mean."""

    doc: Doc
    members: dict[str, Member]
    at: dict[int, list[Ref]]
    gazetteer: Gazetteer

    @classmethod
    def of(cls, doc: Doc, gazetteer: Gazetteer) -> Cast:
        """Index ``doc._.refs``."""
        at: dict[int, list[Ref]] = {}
        for ref in sorted(doc._.refs, key=lambda ref: ref.end - ref.start):
            for index in range(ref.start, ref.end):
                at.setdefault(index, []).append(ref)
        return cls(doc, doc._.cast, at, gazetteer)

    def tokens(self, span: Span) -> TokenSpan | None:
        """Return the tokens that a character span touches."""
        found: TokenSpan | None = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return found

    def parties(self, span: Span | None) -> tuple[str, ...]:
        """Return the people, states and bodies that a phrase names, several for a group, none for one that names nobody.

        A town stands for its state where it fills a role. Unnamed officials or crowds act for the country or body that the
        phrase ties them to (gold/GUIDE.md, "Actor as the text names it").
        """
        tokens = self.tokens(span) if span is not None else None
        if tokens is None or not len(tokens):
            return ()
        root = tokens.root
        covering = [ref for ref in self.at.get(root.i, ()) if ref.start >= tokens.start and ref.end <= tokens.end]
        for ref in reversed(covering or self.at.get(root.i, [])):
            if ref.kind == "demonym":
                continue
            if found := self._actors(ref):
                return found
        for token in tokens:
            for ref in self.at.get(token.i, ()):
                if (
                    ref.kind in ("name", "office")
                    and token.dep_ in ("appos", "nsubj", "ROOT", "dobj", "pobj")
                    and self._acts(ref)
                ):
                    return ref.entities
        return self._tied(tokens, root)

    def _actors(self, ref: Ref) -> tuple[str, ...]:
        found = []
        for id_ in ref.entities:
            if self.members[id_].type in _ACTORS:
                found.append(id_)
            elif self.members[id_].type == "Place":
                country = self.gazetteer.country_of(id_)
                found.extend([country] if country is not None and country in self.members else [])
        return tuple(found)

    def _acts(self, ref: Ref) -> bool:
        return any(self.members[id_].type in _ACTORS for id_ in ref.entities)

    def _tied(self, tokens: TokenSpan, root: Token) -> tuple[str, ...]:
        """The state or body that an unnamed group belongs to: ``two Dutch diplomats``, ``troops from Mali``, ``its army``."""
        if root.lower_ not in words("groups") and root.tag_ not in ("NNS", "NNPS", "NN", "NNP", "JJ"):
            return ()
        group = root.lower_ in words("groups")
        for token in sorted(tokens, key=lambda token: abs(token.i - root.i)):
            for ref in self.at.get(token.i, ()):
                if tied := self._owner(ref, token, group):
                    return tied
        return ()

    def _owner(self, ref: Ref, token: Token, group: bool) -> tuple[str, ...]:
        member = self.members[ref.entities[0]]
        if (
            member.type == "Place"
            and group
            and (country := self.gazetteer.country_of(member.id)) in self.members
            and country
        ):
            return (country,)
        if not self._acts(ref):
            return ()
        if ref.kind == "demonym" or (group and member.type != "Person"):
            return ref.entities[:1]
        if group and member.type == "Person" and (ref.kind == "pronoun" or token.dep_ == "poss"):
            return (member.country,) if member.country in self.members and member.country else ()
        return ()


def char_span(tokens: Sequence[Token]) -> Span:
    """Return the character span of a stretch of tokens."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
