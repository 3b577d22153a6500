"""The trigger lexicon and the wordings of offices."""

from __future__ import annotations

import re

from rdflib import URIRef

from ontology.errors import OntologyError
from ontology.model import MODALITIES, BodyPattern, Title, Trigger
from ontology.reader.codebook import code
from ontology.reader.terms import SG, Terms, short_id

PARTS_OF_SPEECH = ("VERB", "NOUN", "ADJ")
_WORDS = re.compile(r"-|[^\s-]+")
_ARTICLES = ("a", "an", "the")


def triggers(terms: Terms) -> tuple[Trigger, ...]:
    """Return one trigger per phrase, longest phrases first.

    Raises:
        OntologyError: a set has no phrase, or an unknown part of speech, modality, type or mode.
    """
    found = [trigger for node in terms.instances(SG.TriggerSet) for trigger in _set(terms, node)]
    return tuple(sorted(found, key=lambda t: (-len(t.lemmas), t.lemmas, t.pos, t.source)))


def _set(terms: Terms, node: URIRef) -> list[Trigger]:
    type_, mode = code(terms, node, SG.codedAs)
    pos, modality, weight = (
        terms.text(node, SG.partOfSpeech),
        terms.text(node, SG.modality),
        terms.number(node, SG.weight),
    )
    phrases = terms.texts(node, SG.phrase)
    if pos not in PARTS_OF_SPEECH:
        raise OntologyError(f"{node}: sg:partOfSpeech is '{pos}'. Write one of {', '.join(PARTS_OF_SPEECH)}.")
    if modality is not None and modality not in MODALITIES:
        raise OntologyError(f"{node}: sg:modality is '{modality}'. Write one of {', '.join(MODALITIES)}.")
    if not phrases:
        raise OntologyError(f"{node} has no sg:phrase. Add at least one.")
    return [
        Trigger(
            lemmas=lemmas(phrase),
            pos=pos,
            type=type_,
            mode=mode,
            recipient=tuple((terms.text(node, SG.recipientRoute) or "").split()),
            modality=modality,
            weight=1.0 if weight is None else weight,
            source=short_id(node),
        )
        for phrase in phrases
    ]


def lemmas(phrase: str) -> tuple[str, ...]:
    """Return the phrase as spaCy cuts it, a hyphen being a token of its own; articles are left out.

    >>> lemmas("bury the hatchet"), lemmas("sit-in")
    (('bury', 'hatchet'), ('sit', '-', 'in'))
    """
    return tuple(word for word in _WORDS.findall(phrase.lower()) if word not in _ARTICLES)


def titles(terms: Terms) -> tuple[Title, ...]:
    """Return the title sets by id."""
    return tuple(
        Title(
            id=short_id(node),
            forms=terms.texts(node, SG.title),
            pattern=terms.text(node, SG.pattern) or "",
            role=terms.text(node, SG.role) or "other",
            leads=terms.flag(node, SG.leadsBody),
        )
        for node in terms.instances(SG.TitleSet)
    )


def bodies(terms: Terms) -> tuple[BodyPattern, ...]:
    """Return the body sets by id."""
    return tuple(
        BodyPattern(
            id=short_id(node),
            forms=terms.texts(node, SG.title),
            pattern=terms.text(node, SG.pattern) or "",
            kind=terms.text(node, SG.kind) or "government-body",
        )
        for node in terms.instances(SG.BodySet)
    )
