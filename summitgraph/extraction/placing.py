"""Whether a capital stands for its government or is the town: ``Pyongyang rejected`` against ``in Pyongyang``."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from summitgraph.extraction.state import Name
from summitgraph.extraction.vocabulary import words

_AT = frozenset("in at near outside around inside via".split())
_MOTION = frozenset(
    (
        "go come fly travel return head arrive drive journey move bring take send trip visit voyage "
        "flight way back leave depart route invite invitation summon rush dispatch shuttle pass carry "
        "march road train plane tour trek recall ride sail "
    ).split()
)
_GOES_TO = frozenset(
    ("visit leave reach tour enter quit capture seize bomb shell attack evacuate besiege storm depart exit ").split()
)
_MEETINGS = frozenset(
    (
        "summit talks meeting conference declaration agreement accord accords treaty airport embassy "
        "street hotel suburb region bureau university correspondent visit trip stock time exchange "
        "protocol process newspaper hospital "
    ).split()
)


def stands_for_government(doc: Doc, name: Name) -> bool:
    """Return True where the capital acts, owns or is dealt with, False where something is or goes there."""
    token = doc[name.end - 1]
    head = token.head
    if (
        name.start == doc[name.start].sent.start
        and name.end < len(doc)
        and doc[name.end].text in (",", "(", "-", "–", "—")
    ):
        return False  # a date line
    if doc[name.start].is_upper and len(name.text) > 3:
        return False
    dep = token.dep_
    if dep == "nsubj" and _is_venue(head):
        return False
    if dep in ("nsubj", "nsubjpass", "poss", "agent", "dative"):
        return True
    if dep == "dobj":
        return head.lower_ not in _GOES_TO_FORMS
    if dep == "pobj":
        return _governs(head.lower_, head.head.lower_)
    if dep in ("compound", "nmod", "amod", "npadvmod"):
        return head.lower_ not in _MEETINGS and (head.lower_ in words("groups") or head.lower_ not in words("sites"))
    if dep in ("conj", "appos"):
        return _conjoined(doc, token.head.i, name)
    return dep != "ROOT" or not token.is_sent_start


def _is_venue(verb: Token) -> bool:
    """Whether a town is said to be or to hold a meeting: ``Hanoi was the second summit``, ``Reykjavik hosted the talks``."""
    if verb.lower_ in ("is", "was"):
        return any(child.dep_ == "attr" and child.lower_ in _MEETINGS for child in verb.children)
    return verb.lower_ in ("hosted", "hosts") and any(
        child.dep_ == "dobj" and child.lower_ in _MEETINGS for child in verb.children
    )


def _governs(preposition: str, governor: str) -> bool:
    if preposition in _AT:
        return False
    if preposition in ("to", "for", "from", "into", "toward", "towards", "through", "on"):
        stem = governor.rstrip("s")
        return not any(governor.startswith(word) or stem.startswith(word) for word in _MOTION_FORMS)
    return True


_MOTION_FORMS = tuple(
    _MOTION | {"went", "gone", "came", "flew", "flown", "brought", "took", "taken", "sent", "left", "drove", "rode"}
)


def _conjoined(doc: Doc, head: int, name: Name) -> bool:
    other = doc[head]
    if other.dep_ in ("nsubj", "nsubjpass", "poss", "agent"):
        return True
    if other.dep_ == "pobj":
        return _governs(other.head.lower_, other.head.head.lower_)
    return other.dep_ not in ("dobj",) or other.head.lower_ not in _GOES_TO_FORMS


def _inflections(verb: str) -> tuple[str, ...]:
    stem = verb.rstrip("e")
    return verb, verb + "s", verb + "es", stem + "ed", stem + "ing", verb + "ed", verb + "ing"


_GOES_TO_FORMS = frozenset(form for verb in _GOES_TO for form in _inflections(verb)) | {"left", "quitting"}
