"""A reading of catalogue Cypher, just deep enough to check it: which labels, types, properties and columns it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summitgraph.graph.guard import Token, tokenize

CLAUSES = {"ORDER", "LIMIT", "SKIP", "UNION"}
NO_LABELS = {"CALL", "EXISTS", "COUNT", "COLLECT", "DISTINCT", "RETURN"}
"""Words before a brace that are no label."""


@dataclass(slots=True)
class Reading:
    """What a Cypher text names.

    Attributes:
        labels: labels of nodes.
        types: relationship types.
        kinds: labels or types that a variable is given in a pattern.
        used: pairs of variable and property, in a pattern's map too; a label marked by a colon for a nameless one.
        keys: keys of maps that the text builds itself.
    """

    labels: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    kinds: dict[str, set[str]] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)


def read(cypher: str) -> Reading:
    """Return what a Cypher text names."""
    tokens = list(tokenize(cypher))
    reading, opened = Reading(), list[int]()
    for i, token in enumerate(tokens):
        if token.text in ("(", "[", "{"):
            opened.append(i)
        elif token.text in (")", "]", "}"):
            opened.pop()
        elif token.text == ":":
            _colon(tokens, i, opened, reading)
        elif token.text == "." and tokens[i - 1].kind == "word" and not _called(tokens, i):
            reading.used.add((tokens[i - 1].text, tokens[i + 1].text))
    return reading


def _colon(tokens: Sequence[Token], i: int, opened: Sequence[int], reading: Reading) -> None:
    within = opened[-1] if opened else 0
    if tokens[within].text == "{" and tokens[i - 2].text in ("{", ","):
        before = tokens[within - 1]
        if before.kind == "word" and before.upper not in NO_LABELS:
            reading.used.add((_owner(tokens, opened[-2]), tokens[i - 1].text))
        else:
            reading.keys.add(tokens[i - 1].text)
        return
    names = list(_names(tokens, i + 1))
    relationship = tokens[within].text == "[" and tokens[within - 1].text == "-"
    (reading.types if relationship else reading.labels).update(names)
    if tokens[i - 1].kind == "word":
        reading.kinds.setdefault(tokens[i - 1].text, set()).update(names)


def _called(tokens: Sequence[Token], i: int) -> bool:
    """Whether the dotted name at the index is a function, as ``duration.inDays(``."""
    return len(tokens) > i + 2 and tokens[i + 2].text == "("


def _owner(tokens: Sequence[Token], bracket: int) -> str:
    """The variable of a pattern; of a nameless one its label, marked by a colon."""
    first = tokens[bracket + 1]
    return first.text if first.kind == "word" else ":" + tokens[bracket + 2].text


def _names(tokens: Sequence[Token], i: int) -> Iterator[str]:
    while tokens[i].kind == "word":
        yield tokens[i].text
        if tokens[i + 1].text not in ("|", ":", "&"):
            return
        i += 2


def parameters(cypher: str) -> set[str]:
    """Return the names of the parameters that a text uses."""
    return {token.text.removeprefix("$") for token in tokenize(cypher) if token.kind == "parameter"}


def columns(cypher: str) -> list[str]:
    """Return the columns of the last RETURN that stands in no subquery."""
    tokens = list(tokenize(cypher))
    start = max(i for i, depth in _depths(tokens) if depth == 0 and tokens[i].upper == "RETURN")
    found, last = [], ""
    for i, depth in _depths(tokens):
        if i <= start:
            continue
        if depth == 0 and (tokens[i].upper in CLAUSES or tokens[i].text == ","):
            found.append(last)
            if tokens[i].upper in CLAUSES:
                return found
        last = tokens[i].text
    return [*found, last]


def unordered_limits(cypher: str) -> list[int]:
    """Return the positions of LIMIT clauses without an ORDER BY of the same WITH or RETURN."""
    tokens, found, ordered = list(tokenize(cypher)), [], False
    for token in tokens:
        if token.upper in ("WITH", "RETURN"):
            ordered = False
        elif token.upper == "ORDER":
            ordered = True
        elif token.upper == "LIMIT" and not ordered:
            found.append(token.position)
    return found


def _depths(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    depth = 0
    for i, token in enumerate(tokens):
        if token.text in (")", "]", "}"):
            depth -= 1
        yield i, depth
        if token.text in ("(", "[", "{"):
            depth += 1
