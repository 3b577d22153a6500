"""The guard of questions: Cypher that may only read.

It looks at words, not at text: comments, strings, quoted names, properties, labels, parameters and map keys are no
clauses. The database's own read mode stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summitgraph.errors import ForbiddenCypherError, QuerySyntaxError

# Clauses that change data, the schema, users or transactions, of Cypher 5 and 25 (Neo4j Cypher manual, "Clauses").
WRITING = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT", "DROP", "ALTER"}
)
ADMINISTRATION = frozenset(
    {"GRANT", "DENY", "REVOKE", "RENAME", "START", "STOP", "TERMINATE", "DEALLOCATE", "REALLOCATE", "ENABLE", "DRYRUN"}
)
# Procedures that read the graph or its schema; every other one may write, or read files or the network.
PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.schema.visualization",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.index.vector.querynodes",
        "dbms.components",
    }
)
# Functions of Neo4j's APOC that read files, settings or the network stand in these families; ``apoc.load`` and its like
# are procedures and refused above.
FUNCTIONS = (
    "apoc.load.",
    "apoc.import.",
    "apoc.export.",
    "apoc.static.",
    "apoc.cypher.",
    "apoc.create.",
    "apoc.refactor.",
)

_TOKEN = re.compile(
    r"""
    (?P<space>\s+ | //[^\n]* | /\*.*?\*/)
  | (?P<string>'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*")
  | (?P<quoted>`(?:``|[^`])*`)
  | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
  | (?P<number>\d[\w]*(?:\.\d\w*)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<open>/\* | ['"`])
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")


class Token(NamedTuple):
    """A word or mark of a Cypher text and where it stands."""

    kind: str
    text: str
    position: int

    @property
    def upper(self) -> str:
        """The word as keywords are compared; empty for all that is no bare word."""
        return self.text.upper() if self.kind == "word" else ""


def assert_read_only(cypher: str) -> None:
    """Refuse Cypher that could write, or read files or the network.

    Raises:
        ForbiddenCypherError: naming the clause or procedure and its place.
        QuerySyntaxError: a string, quoted name or comment is not closed.
    """
    # Neo4j replaces \\uXXXX anywhere before it reads tokens, other engines within strings: both readings must hold.
    for text in dict.fromkeys((cypher, _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher))):
        tokens = tuple(tokenize(text))
        if not tokens:
            raise QuerySyntaxError("The Cypher text is empty. Write a question, as: MATCH (e:Event) RETURN count(e).")
        for index, token in enumerate(tokens):
            reason = _forbidden(tokens, index)
            if reason:
                line, column = place(text, token.position)
                raise ForbiddenCypherError(
                    f"{reason} at line {line}, column {column}: questions only read the graph."
                    " Use 'summitgraph ingest' or 'summitgraph retract' to change it."
                )


def tokenize(cypher: str) -> Iterator[Token]:
    """Yield the tokens of a Cypher text, without white space and comments.

    Raises:
        QuerySyntaxError: a string, quoted name or comment is not closed.
    """
    for found in _TOKEN.finditer(cypher):
        kind = str(found.lastgroup)
        if kind == "open":
            line, column = place(cypher, found.start())
            raise QuerySyntaxError(f"{found[0]} at line {line}, column {column} is never closed.")
        if kind != "space":
            yield Token(kind, found[0], found.start())


def place(text: str, position: int) -> tuple[int, int]:
    """Return line and column, both from 1."""
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def _forbidden(tokens: Sequence[Token], index: int) -> str | None:
    token = tokens[index]
    if token.kind == "mark" and token.text == ";" and index + 1 < len(tokens):
        return "A second statement"
    if token.kind in ("word", "quoted") and _at(tokens, index - 1) != ".":
        name = _dotted(tokens, index).lower()
        if name.startswith(FUNCTIONS):
            return f"{name}, which may write or read files,"
    if not token.upper or _is_name(tokens, index):
        return None
    if token.upper in WRITING:
        return f"The clause {token.upper}"
    if token.upper in ADMINISTRATION and (index == 0 or _at(tokens, index - 1) == ";"):
        return f"The command {token.upper}"
    if token.upper == "LOAD" and _at(tokens, index + 1).upper() == "CSV":
        return "The clause LOAD CSV"
    if token.upper == "CALL" and _at(tokens, index + 1) not in ("{", "("):
        procedure = _dotted(tokens, index + 1)
        if procedure.lower() not in PROCEDURES:
            return f"The procedure {procedure}, which is not among those that only read,"
    return None


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the word at the index names a property, label, key, variable or function rather than a clause."""
    before, after = _at(tokens, index - 1), _at(tokens, index + 1)
    if before == "." and index > 1 and tokens[index - 2].kind == "number":
        return False  # some engines read "1." as a number
    if before in (".", ":", "|", "&", "!") or after in (".", ":"):
        return True
    if before.upper() in ("AS", "YIELD") and tokens[index - 1].kind == "word":
        return True
    return after in (",", ")", "]", "=", "<", ">") or (before in ("(", "[", ",") and after in (")", "]", ","))


def _at(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _dotted(tokens: Sequence[Token], index: int) -> str:
    parts = []
    while index < len(tokens) and tokens[index].kind in ("word", "quoted"):
        parts.append(tokens[index].text.strip("`"))
        if _at(tokens, index + 1) != ".":
            break
        index += 2
    return ".".join(parts)
