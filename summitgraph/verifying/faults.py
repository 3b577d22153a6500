"""What is wrong with a node or an edge, and the comparison that finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the graph that is not what the texts and claims say.

    Attributes:
        kind: of what.
        where: id of the node, or ``start -[TYPE]-> end``.
        wrong: what is wrong with it.
        document: id of the document whose text shows it; None for what derives from claims.
    """

    kind: Literal["document", "passage", "mention", "claim", "event", "individual", "edge"]
    where: str
    wrong: str
    document: str | None = None


def edge(start: str, type_: str, end: str) -> str:
    """Return an edge as it is named: ``person:kim-jong-un -[LEADS]-> country:PRK``."""
    return f"{start} -[{type_}]-> {end}"


def differences(found: Mapping[str, Any], expected: Mapping[str, Any], by: str) -> Iterator[str]:
    """Yield a line for each expected value that is another: ``claims is 7, but its claims give 2``."""
    for name, value in expected.items():
        if found.get(name) != value:
            yield f"{name} is {shown(found.get(name))}, but {by} {shown(value)}"


def shown(value: Any) -> str:
    """Return a value as a message shows it, long ones cut."""
    text = "absent" if value is None else repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
