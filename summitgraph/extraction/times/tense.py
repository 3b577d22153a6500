"""Whether the words around a time expression speak of the past or of what is to come."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Doc, Token

# ``open``: a present, an infinitive or a conditional, which may look either way; the nearer date is then meant.
Direction = Literal["past", "future", "open"] | None

_FUTURE_PREPOSITION = re.compile(
    r"\b(?:by|until|till|from|for|starting|beginning|effective|as (?:early|soon) as|come|ahead of"
    r"|before)\s(?:the\s|late\s|early\s|on\s)?$",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:moved|postponed|delayed|rescheduled|pushed|brought|adjourned|put|shifted|extended)\b[^;]{0,20}"
    r"\b(?:to|until|till|forward)\b[^;]{0,18}$",
    re.IGNORECASE,
)
_PAST_PREPOSITION = re.compile(r"\b(?:since|back in|as of)\s(?:the\s|early\s|late\s)?$", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?:will|won't|shall|going to|(?:is|are) (?:to|due|set|scheduled|expected))\b|'ll\b", re.IGNORECASE
)
_PAST_FORM = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|said|told|took|made|came|went|met|held|began|left|won|lost"
    r"|fell|rose|gave|got|led|saw)\b",
    re.IGNORECASE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WILLS = _words("'ll shall will wo")
_CONDITIONALS = _words("ca can could may might must should would")
_PLANNED = _words("bound due expected forecast likely planned poised ready scheduled set slated supposed")
_PLANNING = _words(
    "agree plan expect schedule hope want intend aim prepare promise vow pledge decide propose threaten"
    " invite mean seek go"
)
# Their past looks like their present, and taggers take the one for the other.
_SAME_FORM = _words("set put cut hit shut let quit beat cost hurt burst spread read split shed cast rid bid bound")


_BE = _words("am 'm is 's are 're was were be been being")


def _base(token: Token) -> str:
    """Return a verb's base form; without a lemmatizer in the pipeline, by taking off its ending."""
    if token.lemma_:
        return token.lemma_
    lower = token.lower_
    if lower in _BE:
        return "be"
    return next((form for form in _endings(lower) if form in _PLANNING), lower)


def _endings(lower: str) -> tuple[str, ...]:
    return (
        lower,
        lower.removesuffix("s"),
        lower.removesuffix("ed"),
        lower.removesuffix("d"),
        lower.removesuffix("ing"),
        f"{lower.removesuffix('ing')}e",
    )


def direction(doc: Doc | None, text: str, start: int, end: int) -> Direction:
    """Return the direction of the clause around ``text[start:end]``; None where nothing tells.

    With a parsed document, the governing verb decides by its tag, its auxiliaries and the verb that plans it; without
    one, the words of the sentence do.
    """
    before = text[max(0, start - 25) : start]
    if _PAST_PREPOSITION.search(before):
        return "past"
    if _PUT_OFF.search(text[max(0, start - 60) : start]):
        return "future"
    due = bool(_FUTURE_PREPOSITION.search(before))
    found = _by_parse(doc, start, end, due=due) if doc is not None else _by_words(text, start, end)
    if due:
        return "open" if found == "past" else "future"
    return found


def _by_words(text: str, start: int, end: int) -> Direction:
    left = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "! ", "? ", "; ")) + 1
    right = text.find(". ", end)
    sentence = text[left : right if right > 0 else len(text)]
    if _WILL.search(sentence):
        return "future"
    return "past" if _PAST_FORM.search(sentence) else None


def _by_parse(doc: Doc, start: int, end: int, *, due: bool) -> Direction:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    token: Token = span.root
    owner = token.dep_ in ("poss", "compound", "nmod", "npadvmod") and token.head.pos_ in ("NOUN", "PROPN")
    for _ in range(12):
        if token.tag_[:2] in ("VB", "MD"):
            verdict = "future" if due and _is_infinitive(token) else _verb_direction(token)
            if verdict:  # "Monday's strike" may be past though the clause is about what comes
                return "open" if owner and verdict == "future" else verdict
        elif token.lower_ in _PLANNED or token.lower_ in ("deadline", "upcoming", "plan", "plans"):
            return "future"
        if token.head is token:
            break
        token = token.head
    return None


def _verb_direction(verb: Token) -> Direction:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & _WILLS:
        return "past" if "have" in words else "future"
    if words & _CONDITIONALS:
        return "past" if "have" in words else "future"
    if verb.lower_ in _PLANNED and _is_plan(verb):
        return "future"
    if verb.lower_ in ("is", "are") and any(
        child.dep_ in ("xcomp", "ccomp") and _is_infinitive(child) for child in verb.children
    ):
        return "future"  # "they are to sit down"
    if words & {"did", "was", "were", "had"} or (words & {"has", "have", "'ve"} and verb.tag_ == "VBN"):
        return "past"
    if verb.tag_ == "VB":
        return _infinitive_direction(verb)
    if verb.tag_ == "VBD" or verb.lower_ in _SAME_FORM:
        return "past"
    if verb.tag_ == "VBN":
        return None if auxiliaries else "past"
    if verb.tag_ in ("VBZ", "VBP") and _base(verb) in _PLANNING:
        return "future"
    if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and words & {"is", "are", "'s", "'re", "am"}):
        return "open"
    return None


def _is_plan(verb: Token) -> bool:
    """Tell "is set to meet", "due on Monday" from "set fire to"."""
    children = {child.dep_ for child in verb.children}
    return "dobj" not in children and verb.tag_ in ("VBN", "JJ") and bool(children & {"xcomp", "prep", "auxpass"})


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)


def _infinitive_direction(verb: Token) -> Direction:
    """Return what an infinitive looks to: what somebody plans, or nothing of its own (None, the head decides)."""
    head = verb.head
    if verb.dep_ in ("xcomp", "acl", "ccomp") and (
        _base(head) in _PLANNING or head.lower_ in _PLANNED or _base(head) == "be"
    ):
        told = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")}
        return "open" if head.tag_ == "VBD" or (head.tag_ == "VBN" and not told & {"is", "are", "'s"}) else "future"
    return None if verb.dep_ in ("xcomp", "advcl", "acl", "ccomp", "relcl") else "open"
