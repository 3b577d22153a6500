"""Pronouns and plural descriptions of a text: who is meant by ``he``, ``its``, ``the two leaders``, ``the host country``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from spacy.tokens import Doc, Token

from summitgraph.extraction.antecedents import FEATURES, PRONOUNS, Field, features
from summitgraph.extraction.gazetteer import Gazetteer
from summitgraph.extraction.phrases import clause_verb
from summitgraph.extraction.state import Member, Ref

_PAIR_WORDS = frozenset(("two", "both", "three", "four", "pair", "five"))
_LEADERS = frozenset(
    (
        "leaders presidents men principals premiers ministers statesmen women heads diplomats negotiators "
        "envoys rivals protagonists counterparts chancellors monarchs officials generals adversaries "
    ).split()
)
_STATES = frozenset(
    (
        "sides countries nations states governments neighbours neighbors capitals parties koreas powers "
        "allies delegations teams armies republics militaries economies foes enemies "
    ).split()
)
_COUNTRY_NOUNS = frozenset(("country", "nation", "state", "kingdom", "republic", "regime", "government"))
_BODY_NOUNS = frozenset(
    (
        "group",
        "bloc",
        "organization",
        "organisation",
        "agency",
        "council",
        "alliance",
        "party",
        "union",
        "body",
        "committee",
        "movement",
    )
)
_DECAY = 0.8  # of a mention's weight per sentence
_NUMBERS = {"three": 3, "four": 4, "five": 5}


@cache
def _weights() -> tuple[float, ...]:
    text = resources.files("summitgraph.extraction").joinpath("coreference.json").read_text(encoding="utf-8")
    weights = json.loads(text)["weights"]
    return tuple(float(weights.get(name, 0.0)) for name in FEATURES)


def resolve(doc: Doc, refs: Sequence[Ref], cast: dict[str, Member], gazetteer: Gazetteer) -> list[Ref]:
    """Return the references that pronouns and descriptions make, in order; ``refs`` are the names and titles."""
    return list(_Reader(doc, refs, cast, gazetteer).read())


class _Reader:
    def __init__(self, doc: Doc, refs: Sequence[Ref], cast: dict[str, Member], gazetteer: Gazetteer) -> None:
        self.doc, self.cast, self.gazetteer = doc, cast, gazetteer
        self.known = sorted(refs, key=lambda ref: ref.start)
        self.field = Field(doc, refs, cast)
        self.taken = {index for ref in refs if ref.kind in ("name", "demonym") for index in range(ref.start, ref.end)}

    def read(self) -> Iterator[Ref]:
        for token in self.doc:
            if token.i in self.taken:
                continue
            if token.tag_ in ("PRP", "PRP$"):
                ref = self._pronoun(token) if token.lower_ in PRONOUNS else None
            else:
                ref = self._group(token) or self._nominal(token)
            if ref is not None:
                self.known.append(ref)
                self.known.sort(key=lambda known: known.start)
                self.field.add(ref)
                yield ref

    def _pronoun(self, token: Token) -> Ref | None:
        candidates = self.field.for_pronoun(token)
        if not candidates:
            return None
        weights = _weights()
        scores = [
            sum(w * x for w, x in zip(weights, row, strict=True)) for row in features(self.field, token, candidates)
        ]
        best = candidates[max(range(len(scores)), key=lambda index: scores[index])]
        return Ref(token.i, token.i + 1, best.entities, "pronoun") if best.entities else None

    # -- groups --------------------------------------------------------------------------------------------------------

    def _group(self, token: Token) -> Ref | None:
        lower = token.lower_
        if lower == "both" and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass"):
            return self._plural(token.i, token.i + 1, None, 2)
        if token.tag_ not in ("NNS", "NNPS", "NN") or (
            lower not in _LEADERS and lower not in _STATES and lower != "pair"
        ):
            return None
        start = self._left(token)
        lead = {part.lower_ for part in self.doc[start : token.i + 1]}
        if not lead & _PAIR_WORDS and not (lower in ("leaders", "presidents", "sides", "koreas") and "the" in lead):
            return None
        count = next((number for word, number in _NUMBERS.items() if word in lead), 2)
        return self._plural(start, token.i + 1, "Person" if lower in _LEADERS or lower == "pair" else "Country", count)

    def _left(self, token: Token) -> int:
        start = token.i
        while (
            start > 0
            and self.doc[start - 1].tag_ in ("DT", "CD", "JJ", "NNP", "PDT", "PRP$")
            and start - 1 not in self.taken
            and token.i - start < 4
        ):
            start -= 1
        return start

    def _plural(self, start: int, end: int, type_: str | None, count: int) -> Ref | None:
        if type_ is None:
            last = next(
                (ref for ref in reversed(self.known) if ref.start < start and ref.entity and ref.kind == "name"), None
            )
            type_ = (
                self.cast[last.entities[0]].type
                if last and self.cast[last.entities[0]].type in ("Person", "Country")
                else "Person"
            )
        members = self._recent(start, type_, count)
        return Ref(start, end, members, "nominal") if len(members) == count else None

    def _recent(self, at: int, type_: str, count: int) -> tuple[str, ...]:
        """The most salient different entities of a type before ``at``: a pair just named, else leaders before others.

        Whoever does something to the group stands outside it: "Moon commended both men" is not about Moon.
        """
        outside = self._doers(at)
        pair = self._joined(at, type_, count, outside)
        if pair is not None:
            return pair
        weights: dict[str, float] = {}
        here = self.field.sentence[at]
        for ref in reversed(self.known):
            if ref.start >= at or (type_ == "Person" and ref.kind == "demonym"):
                continue
            members = [id_ for id_ in ref.entities if self.cast[id_].type == type_]
            if (
                len(members) == count == len(ref.entities)
                and not outside & set(members)
                and here - self.field.sentence[ref.start] <= 2
            ):
                return ref.entities
            for id_ in members:
                if id_ not in outside:
                    weights[id_] = weights.get(id_, 0.0) + _DECAY ** (here - self.field.sentence[ref.start])
        people = sorted(weights, key=lambda id_: -weights[id_])
        if type_ == "Person":
            leading = [id_ for id_ in people if self.gazetteer.is_leader(id_, self.doc._.published)]
            people = leading if len(leading) >= count else people
        chosen = set(people[:count])
        first = {id_: min(ref.start for ref in self.known if id_ in ref.entities) for id_ in chosen}
        return tuple(sorted(chosen, key=lambda id_: first[id_]))

    def _joined(self, at: int, type_: str, count: int, outside: set[str]) -> tuple[str, ...] | None:
        """What "and" joined in this sentence or one of the two before: ``Obama and Castro`` for "the two men"."""
        here = self.field.sentence[at]
        for candidate in reversed(self.field.candidates):
            if candidate.kind != "group" or candidate.end > at or here - self.field.sentence[candidate.start] > 2:
                continue
            members = candidate.entities
            if (
                len(members) == count
                and not outside & set(members)
                and all(self.cast[id_].type == type_ for id_ in members)
            ):
                return members
        return None

    def _doers(self, at: int) -> set[str]:
        """Subjects of the clause in which the token ``at`` is no subject itself."""
        token = self.doc[at]
        head = next((t for t in self.doc[at : at + 5] if t.tag_[:2] == "NN" or t.lower_ == "both"), token)
        if head.dep_ in ("nsubj", "nsubjpass"):
            return set()
        verb = clause_verb(head)
        subjects = {child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")}
        return {
            id_ for ref in self.known for id_ in ref.entities if any(ref.start <= index < ref.end for index in subjects)
        }

    # -- single descriptions -------------------------------------------------------------------------------------------

    def _nominal(self, token: Token) -> Ref | None:
        """``the country``, ``the host country``, ``the group``, ``the bloc``: the state or body last spoken of."""
        lower = token.lower_
        if token.tag_ != "NN" or (lower not in _COUNTRY_NOUNS and lower not in _BODY_NOUNS):
            return None
        start = self._left(token)
        lead = [part.lower_ for part in self.doc[start : token.i]]
        owner = self.doc[start] if self.doc[start].tag_ == "PRP$" else None
        if owner is not None and lower in _COUNTRY_NOUNS:
            ref = next((ref for ref in self.known if ref.start == owner.i), None)
            country = self.cast[ref.entities[0]].country if ref is not None and ref.entity else None
            return Ref(start, token.i + 1, (country,), "nominal") if country and country in self.cast else None
        if not lead or lead[0] not in ("the", "that", "this") or len(lead) > 2:
            return None
        if len(lead) == 2 and lead[1] not in ("host", "world", "same", "regional"):
            return None
        type_ = "Country" if lower in _COUNTRY_NOUNS else "Organization"
        outside = self._doers(token.i)
        for ref in reversed(self.known):
            if (
                ref.start < start
                and ref.entity not in outside
                and ref.entity
                and self.cast[ref.entity].type == type_
                and (ref.kind != "pronoun")
            ):
                if self.field.sentence[start] - self.field.sentence[ref.start] > 3:
                    return None
                return Ref(start, token.i + 1, (ref.entity,), "nominal")
        return None
