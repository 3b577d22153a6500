"""Parties that a sentence leaves out and the text supplies: with whom "Moon met on Saturday", who "was freed".

A sentence often names one party only; a reader of the whole text knows the other. Every person, state and body of the text
is weighed as the missing party by features of salience and of the dyad; the weights are fitted on whole documents by
``training/completion.py``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, log

from spacy.tokens import Doc

from summitgraph.extraction.gazetteer import Gazetteer
from summitgraph.extraction.state import Member, Ref

ROLES = ("actor", "recipient")


def _listed(text: str) -> list[str]:
    return text.split()


_TYPES = _listed(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
)
FEATURES = _listed(
    "none none-worded same-sentence before-in-sentence one-back two-back near after mentions partner partner-share person country"
    " organization same-type same-country leader both-leaders possessive mutual-person subject-before worded worded-person"
    " worded-country first-mention opposed place-country sanctioned"
) + [f"none-{kind}" for kind in _TYPES]
_INDEX = {name: number for number, name in enumerate(FEATURES)}
_MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing role of one act: its trigger's token, its type, who is known, and whether words stand for the role all the same."""

    role: str
    type: str
    trigger: int
    other: str | None
    worded: bool


class Stage:
    """Who appears where in a text, and who deals with whom in it."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer, dyads: Counter[tuple[str, str]]) -> None:
        self.doc, self.gazetteer, self.dyads = doc, gazetteer, dyads
        self.cast: dict[str, Member] = doc._.cast
        self.places: dict[str, list[Ref]] = {}
        for ref in doc._.refs:
            for id_ in ref.entities:
                if self.cast[id_].type in ("Person", "Country", "Organization") and ref.kind != "demonym":
                    self.places.setdefault(id_, []).append(ref)
        self.sentence = _sentences(doc)

    def candidates(self, gap: Gap) -> list[str | None]:
        """Return everybody who may fill the gap, and None: nobody."""
        known = [id_ for id_ in self.places if id_ != gap.other]
        return [None, *known]

    def rows(self, gap: Gap, candidates: Sequence[str | None]) -> list[list[float]]:
        """Return a row of ``FEATURES`` per candidate."""
        return [self._row(gap, candidate) for candidate in candidates]

    def _row(self, gap: Gap, candidate: str | None) -> list[float]:
        row = [0.0] * len(FEATURES)

        def put(name: str, value: float | bool) -> None:
            row[_INDEX[name]] = float(value)

        if candidate is None:
            put("none", 1)
            put("none-worded", gap.worded)
            put(f"none-{gap.type}", 1)
            return row
        member = self.cast[candidate]
        other = self.cast.get(gap.other or "")
        here = self.sentence[gap.trigger]
        before = [ref for ref in self.places[candidate] if ref.start < gap.trigger]
        last = before[-1] if before else None
        back = here - self.sentence[last.start] if last is not None else None
        put("same-sentence", any(self.sentence[ref.start] == here for ref in self.places[candidate]))
        put("before-in-sentence", back == 0)
        put("one-back", back == 1)
        put("two-back", back == 2)
        put("near", 1 / (1 + back) if back is not None else 0)
        put("after", not before)
        put("mentions", log(1 + len(self.places[candidate])))
        put("place-country", candidate in self._countries_of_places(here))
        put(
            "sanctioned",
            gap.type in ("SANCTION", "CONCEDE") and gap.role == "recipient" and candidate in self._targets(here),
        )
        put("first-mention", bool(before) and self.places[candidate][0].start < 60)
        put("subject-before", last is not None and self.doc[last.end - 1].dep_ in ("nsubj", "nsubjpass"))
        put("possessive", last is not None and back == 0 and self.doc[last.end - 1].dep_ == "poss")
        put("person", member.type == "Person")
        put("country", member.type == "Country")
        put("organization", member.type == "Organization")
        put("worded-person", gap.worded and member.type == "Person")
        put("worded-country", gap.worded and member.type == "Country")
        put("worded", gap.worded)
        if other is not None:
            deals = self.dyads[_pair(candidate, other.id)]
            put("partner", log(1 + deals))
            put("partner-share", deals / max(1, sum(n for pair, n in self.dyads.items() if other.id in pair)))
            put("same-type", member.type == other.type)
            own, its = _country(member), _country(other)
            put("same-country", own is not None and own == its)
            put("opposed", own is not None and its is not None and own != its and self._deal(own, its) > 0)
            put("mutual-person", gap.type in _MUTUAL and member.type == other.type == "Person")
            leads = self._leads(member)
            put("leader", leads)
            put("both-leaders", leads and self._leads(other))
        return row

    def _countries_of_places(self, sentence: int) -> set[str | None]:
        """Countries of the places that a sentence names."""
        return {
            self.gazetteer.country_of(id_)
            for ref in self.doc._.refs
            if self.sentence[ref.start] == sentence
            for id_ in ref.entities
            if id_.startswith("place:")
        }

    def _targets(self, sentence: int) -> set[str | None]:
        """Countries under the sanctions that a sentence speaks of."""
        return {
            self.cast[id_].country
            for ref in self.doc._.refs
            if self.sentence[ref.start] == sentence
            for id_ in ref.entities
            if self.cast[id_].type == "Program"
        }

    def _leads(self, member: Member) -> bool:
        return member.type == "Person" and member.known and self.gazetteer.is_leader(member.id, self.doc._.published)

    def _deal(self, a: str, b: str) -> int:
        return sum(n for (x, y), n in self.dyads.items() if {_country(self.cast[x]), _country(self.cast[y])} == {a, b})


def fill(stage: Stage, gap: Gap, least: float) -> tuple[str | None, float]:
    """Return who fills the gap and how probable that is; nobody where nobody has a probability of ``least``."""
    candidates = stage.candidates(gap)
    weights = _weights()[gap.role]
    scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in stage.rows(gap, candidates)]
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    best = max(range(len(scores)), key=lambda index: scores[index])
    probability = shares[best] / sum(shares)
    return (candidates[best], probability) if probability >= least else (None, 1.0)


def dyads_of(parties: Iterator[tuple[str | None, str | None]]) -> Counter[tuple[str, str]]:
    """Count how often two parties stand together in the acts of a text."""
    return Counter(_pair(a, b) for a, b in parties if a and b and a != b)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _country(member: Member) -> str | None:
    return member.id if member.type == "Country" else member.country


def _sentences(doc: Doc) -> list[int]:
    numbers, current = [], -1
    for token in doc:
        current += bool(token.is_sent_start) or token.i == 0
        numbers.append(current)
    return numbers


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    text = resources.files("summitgraph.extraction").joinpath("completion.json").read_text(encoding="utf-8")
    stored = json.loads(text)
    return {role: tuple(float(stored[role].get(name, 0.0)) for name in FEATURES) for role in ROLES}
