"""Noun phrases, clauses and modality, as the dependency parse shows them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from summitgraph.records import Modality, Span

_LEFT = frozenset("det amod compound nummod poss case nmod quantmod predet neg advmod punct".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SAYING = frozenset(
    (
        "said say says saying told tell tells reported report reports added claimed claims announced "
        "announces confirmed stated noted wrote explained recalled insisted argued denied suggested "
        "revealed disclosed quoted acknowledged "
    ).split()
)
_PLANNING = frozenset(
    (
        "plan plans planned planning scheduled expected set due ready prepares preparing prepared intends "
        "intend intended going about poised slated hopes hoped hope aims determined "
    ).split()
)
_WEIGHING = frozenset(
    (
        "consider considers considering considered might mulls mulling weighing weighed wants want wanted wish wishes "
    ).split()
)
_HYPOTHETICAL_AUX = frozenset("may might could would should can must ought".split())
_FUTURE_AUX = frozenset(("will", "shall", "'ll", "wo"))
_FAILING = frozenset("failed fails fail failing declined unable without unwilling never neither nor no not n't".split())


def noun_phrase(head: Token) -> Span:
    """Return the phrase of a noun: its determiners and modifiers, an "of" phrase, no relative clause and no apposition."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in _LEFT and child.dep_ != "punct":
            start = min(start, child.left_edge.i)
    end = head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            end = max(end, _end_without_clause(child))
    doc = head.doc
    if doc[start].tag_ == "DT" and doc[start].lower_ in ("the", "a", "an") and start < head.i:
        pass
    return Span(doc[start].idx, doc[end].idx + len(doc[end]))


def _end_without_clause(token: Token) -> int:
    end = token.i
    for child in token.rights:
        if child.dep_ not in ("relcl", "appos", "acl", "punct", "cc", "conj"):
            end = max(end, _end_without_clause(child))
    return end


def coordinated(head: Token) -> list[Token]:
    """Return a noun and those joined to it by "and"."""
    return [
        head,
        *(
            token
            for token in head.conjuncts
            if token.i > head.i and token.dep_ == "conj" and token.tag_[:2] in ("NN", "PR")
        ),
    ]


def clause_verb(token: Token) -> Token:
    """Return the verb of the clause that a token stands in; the token's own root where there is none."""
    node = token
    while node.head.i != node.i and node.tag_[:2] != "VB":
        node = node.head
    return node


def subject(verb: Token) -> Token | None:
    """Return the noun that does what the verb says, also where it stands with a governing verb or before a relative clause."""
    seen = 0
    node = verb
    while seen < 6:
        for child in node.children if node.lower_ in SAYING else node.lefts:
            if child.dep_ in _SUBJECTS:
                if child.tag_ in ("WDT", "WP") or child.lower_ in ("that", "who", "which"):
                    return node.head if node.dep_ == "relcl" else None
                return child
        if node.dep_ == "acl" and node.tag_ == "VBG":
            return node.head
        if node.dep_ == "relcl":
            return node.head
        if node.dep_ not in ("xcomp", "conj", "advcl", "pcomp", "acl", "prep", "ccomp") or (
            node.dep_ == "ccomp" and node.tag_ not in ("VB", "VBG")
        ):
            return None
        node = node.head if node.head.tag_[:2] == "VB" or node.dep_ != "acl" else clause_verb(node.head)
        if node.dep_ == "prep":
            node = clause_verb(node)
        seen += 1
    return None


def passive(verb: Token) -> bool:
    """Tell whether a verb is passive, a bare participle behind a noun included."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or (
        verb.dep_ in ("acl", "relcl", "amod") and verb.tag_ == "VBN"
    )


def agent(verb: Token) -> Token | None:
    """Return the noun behind "by" of a passive verb or of a noun."""
    for child in verb.rights:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            return next((grandchild for grandchild in child.rights if grandchild.dep_ == "pobj"), None)
    return None


def objects(token: Token, preposition: str) -> Iterator[Token]:
    """Yield the nouns behind a preposition that hangs on a token or on its particle or object."""
    for child in token.rights:
        if child.dep_ in ("prep", "dative", "prt", "agent") and child.lower_ == preposition:
            yield from (grandchild for grandchild in child.rights if grandchild.dep_ in ("pobj", "pcomp"))


def speaker(trigger: Token) -> Token | None:
    """Return who says what the trigger's clause tells: the subject of the verb of saying above it, or after "according to"."""
    node = trigger
    for _ in range(8):
        if node.head.i == node.i:
            break
        above = node.head
        if node.dep_ in ("ccomp", "parataxis") and above.lower_ in SAYING:
            return subject(above)
        node = above
    for child in node.children:
        if child.lower_ in SAYING and child.dep_ in ("parataxis", "advcl", "ccomp") and child.i > trigger.i:
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "nsubj"), None)
        if child.lower_ == "according":
            return next((pobj for prep in child.children for pobj in prep.children if pobj.dep_ == "pobj"), None)
    return None


def modality(trigger: Token) -> Modality:
    """Return whether the trigger's act is told as done, planned, possible or not done."""
    verb = clause_verb(trigger)
    noun = trigger.tag_[:2] == "NN"
    if _negated(trigger) or (verb.i != trigger.i and _negated(verb)):
        return "negated"
    if noun and any(
        child.lower_ in ("planned", "scheduled", "upcoming", "proposed", "next", "forthcoming", "future")
        for child in trigger.lefts
    ):
        return "planned"
    governor = verb
    for depth in range(4):
        auxiliaries = {child.lower_ for child in governor.children if child.dep_ == "aux"}
        if auxiliaries & _FUTURE_AUX:
            return "planned"
        if auxiliaries & _HYPOTHETICAL_AUX and (depth == 0 or governor.dep_ in ("ccomp", "conj")):
            return "planned" if auxiliaries & {"would"} and governor.dep_ == "ccomp" else "hypothetical"
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in governor.children):
            return "hypothetical"
        if governor.dep_ not in ("xcomp", "conj", "advcl", "pcomp", "ccomp") or governor.head.tag_[:2] not in (
            "VB",
            "JJ",
        ):
            break
        if governor.dep_ == "ccomp" and governor.head.lower_ in SAYING:
            break
        if governor.dep_ == "xcomp" and governor.head.lower_ in _PLANNING:
            return "planned"
        if governor.dep_ == "xcomp" and governor.head.lower_ in _WEIGHING:
            return "hypothetical"
        if governor.dep_ == "xcomp" and governor.head.lower_ in _FAILING:
            return "negated"
        governor = governor.head
    return "actual"


def _negated(token: Token) -> bool:
    return any(child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") for child in token.children) or (
        token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without"
    )
