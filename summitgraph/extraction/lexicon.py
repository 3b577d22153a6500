"""Events by the trigger lexicon and the syntax: all that the ``fast`` configuration reads, and a second opinion beside the reader.

Lexicon and grammar in the manner of PETRARCH2 (Norris, Schrodt and Beieler 2017): a phrase of the lexicon gives the type, the
dependency parse gives who does it to whom.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from ontology import Trigger
from summitgraph.extraction.gazetteer import shared
from summitgraph.extraction.phrases import (
    agent,
    clause_verb,
    coordinated,
    modality,
    noun_phrase,
    objects,
    passive,
    speaker,
    subject,
)
from summitgraph.extraction.reading import Reading
from summitgraph.extraction.state import register
from summitgraph.records import Span

# What the reader finds and the lexicon does not is right less often: on the development documents 52 % against 71 %.
_ALONE = 0.75
_SKIP = 3  # words that may stand between the words of a phrase: "hold [two days of] talks"
_LIGHT = frozenset(
    (
        "hold held holds holding have had has having launch launched launches make made makes begin began "
        "start started stage staged carry carried conduct conducted mount mounted open opened issue "
        "issued give gave pay paid offer offered resume resumed take took deliver delivered "
    ).split()
)
_CONTAINING = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN"))
_TAGS = {"VERB": ("VB",), "NOUN": ("NN",), "ADJ": ("JJ", "VBN", "IN", "RB")}


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon in a text: its tokens ``[start, end)`` and the token that heads it."""

    start: int
    end: int
    head: int
    trigger: Trigger


class LexiconReader:
    """Writes ``doc._.readings`` from the lexicon, or confirms those that stand there.

    Args:
        triggers: phrases of the ontology's lexicon.
        lemma: gives a token's base form.
        confirm: only mark readings that the lexicon shares, add none.
        least: weight under which a phrase is no trigger.
    """

    def __init__(
        self, triggers: Sequence[Trigger], lemma: Callable[[Token], str], *, confirm: bool, least: float
    ) -> None:
        register()
        self.lemma = lemma
        self.confirm = confirm
        self.by_first: dict[str, list[Trigger]] = defaultdict(list)
        for trigger in triggers:
            if trigger.weight >= least:
                self.by_first[trigger.lemmas[0]].append(trigger)
        for found in self.by_first.values():
            found.sort(key=lambda trigger: (-len(trigger.lemmas), -trigger.weight))

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.readings``."""
        if self.confirm:
            types = {(hit.head, hit.trigger.type) for hit in self.hits(doc)}
            doc._.readings = [self._confirmed(doc, reading, types) for reading in doc._.readings]
        else:
            doc._.readings = self.match(doc)
        return doc

    def match(self, doc: Doc) -> list[Reading]:
        """Return one reading per phrase of the lexicon that is not a part of another's complement."""
        hits = list(self.hits(doc))
        heads = {hit.head: hit for hit in hits}
        return [self._reading(doc, hit) for hit in hits if not self._inside(doc, hit, heads)]

    def hits(self, doc: Doc) -> Iterator[Hit]:
        """Yield the phrases of the lexicon in a text, the longest at each place, without overlap."""
        taken = -1
        for token in doc:
            if token.i <= taken or token.tag_[:2] not in ("VB", "NN", "JJ", "IN", "RB"):
                continue
            hit = self._at(doc, token)
            if hit is not None:
                taken = max(taken, hit.head) if hit.end - hit.start > len(hit.trigger.lemmas) else hit.end - 1
                yield hit

    def _at(self, doc: Doc, token: Token) -> Hit | None:
        if token.tag_ in ("NNP", "NNPS"):
            return None
        for trigger in self.by_first.get(self.lemma(token), ()):
            if token.tag_[:2] not in _TAGS[trigger.pos] and not (trigger.pos == "NOUN" and len(trigger.lemmas) > 1):
                continue
            end = self._follow(doc, token.i, trigger.lemmas)
            if end is not None:
                return Hit(token.i, end, self._head(doc, token.i, end, trigger), trigger)
        return None

    def _follow(self, doc: Doc, start: int, lemmas: tuple[str, ...]) -> int | None:
        at = start + 1
        for lemma in lemmas[1:]:
            for index in range(at, min(at + _SKIP + 1, len(doc))):
                token = doc[index]
                if self.lemma(token) == lemma or token.lower_ == lemma:
                    at = index + 1
                    break
                if token.is_punct or token.is_sent_start or token.tag_[:2] == "VB":
                    return None
            else:
                return None
        return at

    def _head(self, doc: Doc, start: int, end: int, trigger: Trigger) -> int:
        return start if trigger.pos == "VERB" else doc[start:end].root.i

    def _inside(self, doc: Doc, hit: Hit, heads: dict[int, Hit]) -> bool:
        """Whether the act is only what another act promises, demands, refuses or threatens (the guide's "Decided alike")."""
        node = doc[hit.head]
        for _ in range(6):
            if node.head.i == node.i:
                return False
            dep, node = node.dep_, node.head
            above = heads.get(node.i)
            if (
                above is not None
                and above.head != hit.head
                and above.trigger.type in _CONTAINING
                and dep in ("xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep")
            ):
                return dep in ("xcomp", "ccomp", "pcomp")
            if dep in ("relcl", "advcl", "conj", "acl"):
                return False
        return False

    def _reading(self, doc: Doc, hit: Hit) -> Reading:
        head = doc[hit.head]
        actors, recipients = self._parties(doc, hit, head)
        said = speaker(head)
        first, last = doc[hit.start], doc[hit.end - 1]
        if hit.end - hit.start > len(hit.trigger.lemmas) and hit.trigger.pos == "VERB":
            last = first  # words stand between: the verb alone carries the act
        return Reading(
            trigger=Span(first.idx, last.idx + len(last)),
            type=hit.trigger.type,
            mode=hit.trigger.mode,
            modality=hit.trigger.modality or modality(head),  # type: ignore[arg-type]
            actors=tuple(noun_phrase(token) for token in actors),
            recipients=tuple(noun_phrase(token) for token in recipients),
            speaker=noun_phrase(said) if said is not None else None,
            confidence=round(0.6 * hit.trigger.weight, 3),
            rule="lexicon",
        )

    # -- who does it to whom -------------------------------------------------------------------------------------------

    def _parties(self, doc: Doc, hit: Hit, head: Token) -> tuple[list[Token], list[Token]]:
        if head.tag_[:2] == "NN":
            return self._of_noun(hit, head)
        if passive(head):
            done_to = next((child for child in head.lefts if child.dep_ == "nsubjpass"), None)
            if done_to is None and head.dep_ in ("acl", "relcl", "amod"):
                done_to = head.head
            if done_to is None:
                done_to = subject(head)
            by = agent(head)
            return (coordinated(by) if by is not None else []), (coordinated(done_to) if done_to is not None else [])
        doer = subject(head)
        actors = coordinated(doer) if doer is not None else []
        recipients = self._routes(hit, head)
        if hit.trigger.type in ("CONSULT", "COOPERATE", "AGREE") and not recipients and len(actors) > 1:
            return actors[:1], actors[1:]
        return actors, [token for token in recipients if doer is None or token.i != doer.i]

    def _routes(self, hit: Hit, head: Token) -> list[Token]:
        last = head.doc[hit.end - 1]
        if last.i != head.i and last.tag_ == "IN":
            for token in last.rights:
                if token.dep_ == "pobj":
                    return coordinated(token)
        for route in hit.trigger.recipient:
            for token in _follow_route(head, route):
                if not token.is_stop or token.tag_ == "PRP":
                    return coordinated(token)
        return []

    def _of_noun(self, hit: Hit, head: Token) -> tuple[list[Token], list[Token]]:
        """Parties of a noun: its possessor or adjective, "by" and "between", or the subject of the light verb that carries it."""
        recipients = self._routes(hit, head)
        between = list(objects(head, "between"))
        if between:
            pair = coordinated(between[0])
            return pair[:1], pair[1:]
        owner = next(
            (
                child
                for child in head.lefts
                if child.dep_ in ("poss", "compound", "amod", "nmod")
                and (child.ent_type_ or child.tag_ in ("NNP", "PRP$"))
            ),
            None,
        )
        by = agent(head)
        if by is not None:
            return coordinated(by), recipients
        if owner is not None:
            return coordinated(owner), recipients
        verb = clause_verb(head)
        if verb.lower_ in _LIGHT and head.dep_ in ("dobj", "pobj", "nsubjpass"):
            doer = subject(verb) if not passive(verb) else agent(verb)
            if doer is not None:
                if not recipients:
                    recipients = [
                        token for preposition in ("with", "against", "on", "to") for token in objects(verb, preposition)
                    ][:1]
                actors = coordinated(doer)
                if hit.trigger.type == "CONSULT" and not recipients and len(actors) > 1:
                    return actors[:1], actors[1:]
                return actors, recipients
        return [], recipients

    def _confirmed(self, doc: Doc, reading: Reading, types: set[tuple[int, str]]) -> Reading:
        span = doc.char_span(reading.trigger.start, reading.trigger.end, alignment_mode="expand")
        if span is not None and any((token.i, reading.type) in types for token in span):
            return replace(reading, rule="reader+lexicon")
        return replace(reading, confidence=reading.confidence * _ALONE)


def _follow_route(head: Token, route: str) -> Iterator[Token]:
    """Yield the tokens that a dependency route leads to: ``dobj.prep:with`` is what "with" joins to the object."""
    nodes = [head]
    for step in route.split("."):
        nodes = [found for node in nodes for found in _step(node, step)]
    yield from nodes


def _step(node: Token, step: str) -> Iterator[Token]:
    if step.startswith("prep:"):
        yield from objects(node, step[5:])
        return
    for child in node.children:
        if child.dep_ == step and child.i != node.i:
            yield child


def _lemmatizer(nlp: Language) -> Callable[[Token], str]:
    """The model's own rule lemmatizer, asked only for the words that may open a trigger; lower case where it has none."""
    if "lemmatizer" not in nlp.component_names:
        return lambda token: token.lower_
    rules: Any = nlp.get_pipe("lemmatizer")
    cache: dict[tuple[int, int], str] = {}

    def lemma(token: Token) -> str:
        key = (token.lower, token.tag)
        found = cache.get(key)
        if found is None:
            found = cache[key] = str(rules.lemmatize(token)[0]).lower()
        return found

    return lemma


@Language.factory(
    "summitgraph_lexicon",
    assigns=["doc._.readings"],
    requires=["token.dep", "token.tag"],
    default_config={"extra": [], "confirm": False, "least": 0.5},
)
def make_lexicon(nlp: Language, name: str, extra: list[str], confirm: bool, least: float) -> LexiconReader:
    """Make the component from the ontology's lexicon and further Turtle files."""
    return LexiconReader(shared(tuple(extra)).ontology.triggers, _lemmatizer(nlp), confirm=confirm, least=least)
