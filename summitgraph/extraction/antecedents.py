"""What a pronoun may take up, and what speaks for each candidate.

Training and reading share this module, so that both see the same numbers. The features follow Lappin and Leass (1994, "An
algorithm for pronominal anaphora resolution") and Haghighi and Klein (2009, "Simple coreference resolution with rich
syntactic and semantic features"); their weights are fitted on labelled pronouns by ``training/coreference.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from spacy.tokens import Doc, Token

from summitgraph.extraction.phrases import SAYING, clause_verb
from summitgraph.extraction.state import Member, Ref

MASCULINE = frozenset(["he", "him", "his", "himself"])
FEMININE = frozenset(["she", "her", "hers", "herself"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
PRONOUNS = MASCULINE | FEMININE | NEUTER | PLURAL
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative")
_REACH = 4


def _listed(text: str) -> list[str]:
    return text.split()


FEATURES = _listed(
    "same-sentence one-back two-back three-back distance subject object possessive oblique apposition "
    "conjunct binding parallel-subject parallel-object repeated topic first-in-sentence person country "
    "organization generic group pronoun office demonym nominal gender-known speaker nearest-subject it-country "
    " it-organization it-generic they-generic they-group they-country they-organization said-complement "
    " clause-same him-subject his-subject poss-same-clause governs people-noun frequent "
)
_INDEX = {name: number for number, name in enumerate(FEATURES)}
_PEOPLE = frozenset(
    (
        "officials diplomats soldiers troops protesters demonstrators rebels militants workers students "
        "residents villagers refugees people men women forces police lawmakers leaders ministers envoys "
        "delegates negotiators supporters journalists prisoners hostages guerrillas fighters talks "
        "governments countries sides parties authorities gunmen marchers farmers strikers critics "
        "opponents allies "
    ).split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something named before: ``entities`` is empty for a common noun, which stands for nobody known."""

    start: int
    end: int
    anchor: int
    entities: tuple[str, ...]
    kind: str


class Field:
    """The candidates of one text in order, and where its sentences begin."""

    def __init__(self, doc: Doc, refs: Sequence[Ref], cast: dict[str, Member]) -> None:
        self.doc, self.cast = doc, cast
        self.sentence = _sentence_numbers(doc)
        self.candidates: list[Candidate] = []
        named = {index for ref in refs for index in range(ref.start, ref.end)}
        for ref in refs:
            self.add(ref)
        self._add_pairs(refs)
        for token in doc:
            if (
                token.i not in named
                and token.tag_ in ("NN", "NNS")
                and token.dep_ in (*_SUBJECTS, *_OBJECTS, "pobj", "conj", "attr", "agent")
            ):
                self.candidates.append(Candidate(token.i, token.i + 1, token.i, (), "generic"))
        self.candidates.sort(key=lambda candidate: candidate.start)

    def add(self, ref: Ref) -> None:
        """Add a reference; one that is added late is found all the same."""
        anchor = ref.end - 1 if ref.kind in ("name", "demonym") else self.doc[ref.start : ref.end].root.i
        self.candidates.append(Candidate(ref.start, ref.end, anchor, ref.entities, ref.kind))

    def _add_pairs(self, refs: Sequence[Ref]) -> None:
        """Add what "and" joins: two people or two states that "they" may take up."""
        by_anchor = {ref.end - 1: ref for ref in refs if ref.entity is not None and ref.kind in ("name", "office")}
        for index, ref in by_anchor.items():
            others = [by_anchor[t.i] for t in self.doc[index].conjuncts if t.i > index and t.i in by_anchor]
            members = [ref.entities[0], *(other.entities[0] for other in others)]
            if len(set(members)) > 1:
                self.candidates.append(
                    Candidate(ref.start, max(o.end for o in others), index, tuple(dict.fromkeys(members)), "group")
                )

    def for_pronoun(self, token: Token) -> list[Candidate]:
        """Return what the pronoun may take up by number, gender and distance."""
        here = self.sentence[token.i]
        return [
            candidate
            for candidate in self.candidates
            if candidate.start < token.i
            and candidate.end <= token.i
            and here - self.sentence[candidate.start] <= _REACH
            and self._agrees(token, candidate)
        ]

    def _agrees(self, token: Token, candidate: Candidate) -> bool:
        lower = token.lower_
        types = {self.cast[id_].type for id_ in candidate.entities}
        if lower in PLURAL:
            if not candidate.entities:
                return self.doc[candidate.anchor].tag_ == "NNS"
            return len(candidate.entities) > 1 or bool(types & {"Organization", "Country"})
        if len(candidate.entities) > 1:
            return False
        if lower in NEUTER:
            if not candidate.entities:
                return self.doc[candidate.anchor].tag_ == "NN"
            return bool(types & {"Country", "Organization"})
        if not candidate.entities or "Person" not in types:
            return False
        gender = self.cast[candidate.entities[0]].gender
        return gender in (None, "m" if lower in MASCULINE else "f")


def features(field: Field, token: Token, candidates: Sequence[Candidate]) -> list[list[float]]:
    """Return a row of ``FEATURES`` per candidate."""
    verb = clause_verb(token)
    before = Counter(id_ for c in field.candidates if c.start < token.i for id_ in c.entities)
    subjects = [c.start for c in candidates if field.doc[c.anchor].dep_ in _SUBJECTS]
    nearest = max(subjects, default=-1)
    return [_row(field, token, candidate, verb, before, nearest) for candidate in candidates]


def _row(
    field: Field, token: Token, candidate: Candidate, verb: Token, before: Counter[str], nearest: int
) -> list[float]:
    doc = field.doc
    anchor = doc[candidate.anchor]
    distance = field.sentence[token.i] - field.sentence[candidate.start]
    own = clause_verb(anchor)
    subject = anchor.dep_ in _SUBJECTS
    kind = {field.cast[id_].type for id_ in candidate.entities}
    count = max((before[id_] for id_ in candidate.entities), default=0)
    lower = token.lower_
    is_subject = token.dep_ in _SUBJECTS
    possessive = token.tag_ == "PRP$"
    flags = {
        "same-sentence": distance == 0,
        "one-back": distance == 1,
        "two-back": distance == 2,
        "three-back": distance >= 3,
        "subject": subject,
        "object": anchor.dep_ in _OBJECTS,
        "possessive": anchor.dep_ == "poss",
        "oblique": anchor.dep_ in ("pobj", "agent"),
        "apposition": anchor.dep_ == "appos",
        "conjunct": anchor.dep_ == "conj",
        "binding": not is_subject
        and not possessive
        and own.i == verb.i
        and distance == 0
        and (subject or anchor.dep_ in _OBJECTS),
        "parallel-subject": is_subject and subject,
        "parallel-object": token.dep_ in ("dobj", "pobj", "dative") and anchor.dep_ in ("dobj", "pobj", "dative"),
        "first-in-sentence": candidate.start - doc[candidate.start].sent.start < 3,
        "person": "Person" in kind,
        "country": "Country" in kind,
        "organization": "Organization" in kind,
        "generic": not candidate.entities,
        "group": len(candidate.entities) > 1,
        "pronoun": candidate.kind == "pronoun",
        "office": candidate.kind == "office",
        "demonym": candidate.kind == "demonym",
        "nominal": candidate.kind == "nominal",
        "gender-known": len(candidate.entities) == 1
        and "Person" in kind
        and field.cast[candidate.entities[0]].gender is not None,
        "speaker": own.lower_ in SAYING and subject,
        "nearest-subject": candidate.start == nearest,
        "it-country": lower in NEUTER and "Country" in kind,
        "it-organization": lower in NEUTER and "Organization" in kind,
        "it-generic": lower in NEUTER and not candidate.entities,
        "they-generic": lower in PLURAL and not candidate.entities,
        "they-group": lower in PLURAL and len(candidate.entities) > 1,
        "they-country": lower in PLURAL and len(candidate.entities) == 1 and "Country" in kind,
        "they-organization": lower in PLURAL and len(candidate.entities) == 1 and "Organization" in kind,
        "said-complement": distance == 0 and own.lower_ in SAYING and subject and verb.head.i == own.i and is_subject,
        "clause-same": distance == 0 and own.i == verb.i,
        "him-subject": subject and not is_subject and not possessive,
        "his-subject": subject and possessive,
        "poss-same-clause": possessive and own.i == verb.i and distance == 0,
        "governs": distance == 0 and any(t.i == candidate.anchor for t in token.ancestors),
        "people-noun": not candidate.entities and anchor.lower_ in _PEOPLE,
    }
    row = [0.0] * len(FEATURES)
    for name, holds in flags.items():
        if holds:
            row[_INDEX[name]] = 1.0
    row[_INDEX["distance"]] = log(1 + token.i - candidate.start)
    row[_INDEX["repeated"]] = log(1 + count)
    row[_INDEX["topic"]] = count / (1 + max(before.values(), default=0))
    row[_INDEX["frequent"]] = float(count >= 3)
    return row


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, current = [], -1
    for token in doc:
        current += bool(token.is_sent_start) or token.i == 0
        numbers.append(current)
    return numbers
