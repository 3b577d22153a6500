"""What a name is that the authority file lacks: a person, a body, a place, an accord, or nothing that can be told."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from summitgraph.extraction.offices import OfficePhrase
from summitgraph.extraction.state import Name, Ref
from summitgraph.extraction.vocabulary import words


def guess_type(doc: Doc, name: Name, titled: OfficePhrase | None, refs: Sequence[Ref]) -> str | None:
    """Return ``Person``, ``Organization``, ``Place``, ``Agreement`` or None."""
    before = doc[name.start - 1] if name.start else None
    if (titled is not None and not titled.plural) or (before is not None and before.lower_ in words("honorifics")):
        return "Person"
    if name.type is not None:
        return name.type
    length = name.end - name.start
    if before is not None and before.lower_ == "the":
        return None
    if _role_follows(doc, name.end) or _role_precedes(doc, name.start):
        return "Person"
    if (sibling := _sibling(doc, name, refs)) is not None:
        return sibling
    while before is not None and before.tag_ == "JJ" and before.i > 0:
        before = before.nbor(-1)
    if before is not None and before.lower_ in words("locative") and before.tag_ in ("IN", "TO"):
        return "Place" if length < 3 and not _personal(doc, name) else None
    if length >= 2 and _personal(doc, name):
        return "Person"
    if length == 1 and name.end < len(doc) and doc[name.end].text == "," and _place_follows(name.end + 1, refs):
        return "Place"
    return "Person" if 2 <= length <= 4 and _looks_personal(doc, name) else None


def _role_follows(doc: Doc, index: int) -> bool:
    """Whether an apposition with a role noun follows: ``…, spokesman for``; or an age: ``…, 54,``."""
    if index + 1 >= len(doc) or doc[index].text not in (",", "(", "—"):
        return False
    roles = words("roles")
    for token in doc[index + 1 : index + 9]:
        if token.lower_ in roles:
            return True
        if token.text in (",", ".", ";", ")") or token.tag_.startswith("VB"):
            return False
        if token.like_num and token.nbor(-1).text == ",":
            return True
    return False


def _role_precedes(doc: Doc, index: int) -> bool:
    """Whether the name is an apposition to a role noun: ``The ambassador, Nam Gwan-pyo``."""
    return (
        index >= 2
        and doc[index - 1].text == ","
        and doc[index - 2].lower_ in words("roles")
        and doc[index].dep_ in ("compound", "appos")
    )


def _sibling(doc: Doc, name: Name, refs: Sequence[Ref]) -> str | None:
    """The type of what "and" joins to a short name: ``from Depsang and Demchok``."""
    token = doc[name.end - 1]
    if token.dep_ != "conj" or name.end - name.start > 2:
        return None
    head = token.head
    ref = next((ref for ref in refs if ref.start <= head.i < ref.end and ref.kind == "name" and ref.entity), None)
    return "Place" if ref is not None and (ref.entity or "").startswith("place:") else None


def _place_follows(index: int, refs: Sequence[Ref]) -> bool:
    return any(ref.start == index and (ref.entity or "").startswith(("country:", "place:")) for ref in refs)


def _personal(doc: Doc, name: Name) -> bool:
    """Whether the name does what people do: it is the subject of a verb of saying, moving or thinking."""
    token = doc[name.end - 1]
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = token.head.lower_
    return any(verb.startswith(stem) for stem in _PERSONAL_STEMS) or verb in (
        "said",
        "told",
        "flew",
        "sat",
        "stood",
        "thought",
        "knew",
        "wrote",
        "died",
        "was",
        "has",
    )


_PERSONAL_STEMS = tuple(word.rstrip("e") for word in words("personal_verbs") if len(word) > 3)


def _looks_personal(doc: Doc, name: Name) -> bool:
    tokens = doc[name.start : name.end]
    if not all(
        token.text[0].isupper()
        or token.lower_ in words("surname_particles")
        or not token.is_alpha
        or token.nbor(-1).text == "-"
        for token in tokens
    ):
        return False
    if any(token.is_upper and len(token) > 2 for token in tokens) or any(token.like_num for token in tokens):
        return False
    last = tokens[-1]
    if last.lower_ in words("things") or any(token.lower_ in words("bodies") for token in tokens):
        return False
    if last.tag_ == "NNPS":
        return False
    return last.dep_ not in ("compound", "amod", "nmod")
