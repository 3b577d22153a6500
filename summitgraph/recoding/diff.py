"""What recoding changes, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from summitgraph.graph.model import label_of
from summitgraph.records import Rejected

SHOWN = 10
"""Things of one kind that the text names; JSON names them all."""


@dataclass(slots=True)
class Change:
    """How many claims of one type went, came, or say something else by the same words."""

    gone: int = 0
    new: int = 0
    changed: int = 0

    def count(self, *, was: bool, stands: bool) -> None:
        """Count one claim that differs."""
        self.gone += was and not stands
        self.new += stands and not was
        self.changed += was and stands


@dataclass(frozen=True, slots=True)
class Diff:
    """What recoding changes.

    Attributes:
        documents: number of documents extracted anew.
        claims: by PLOVER type or relationship type.
        gone, new: keys of individuals, events and edges, sorted.
        changed: ids of individuals that documents name otherwise.
        rejected: what was left out: claims that do not fit, and documents that stand as before since they failed.
    """

    documents: int
    claims: Mapping[str, Change]
    gone: Sequence[tuple[str, ...]]
    new: Sequence[tuple[str, ...]]
    changed: Sequence[str]
    rejected: Sequence[Rejected]

    @property
    def empty(self) -> bool:
        """Whether the graph says the same as before."""
        return not (self.claims or self.gone or self.new or self.changed)

    def as_json(self) -> dict[str, Any]:
        """Return the diff for programs: ids of nodes, and edges as ``[start, type, end]``."""
        sides = {"gone": self.gone, "new": self.new}
        return {
            "documents": self.documents,
            "claims": {name: asdict(change) for name, change in self.claims.items()},
            "entities": {side: _nodes(keys, event=False) for side, keys in sides.items()}
            | {"changed": list(self.changed)},
            "events": {side: _nodes(keys, event=True) for side, keys in sides.items()},
            "edges": {side: [list(key) for key in keys if len(key) == 3] for side, keys in sides.items()},
            "rejected": [asdict(each) for each in self.rejected],
        }

    def as_text(self) -> str:
        """Return the diff for the terminal."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield f"documents extracted anew: {self.documents}"
        if self.empty:
            yield "nothing that they say is changed"
        for name, change in self.claims.items():
            yield f"  claims {name:<18} {change.gone} gone, {change.new} new, {change.changed} changed"
        for mark, keys in (("-", self.gone), ("+", self.new)):
            yield from _shown(mark, "entity", _nodes(keys, event=False))
            yield from _shown(mark, "event", _nodes(keys, event=True))
            edges = [key for key in keys if len(key) == 3]
            for type_, count in sorted(Counter(key[1] for key in edges).items()):
                named = [f"{start} -[{type_}]-> {end}" for start, each, end in edges if each == type_]
                yield from _shown(mark, f"edge {type_} ({count})", named)
        yield from _shown("~", "entity", self.changed)
        yield from (f"  left out: {each.origin}: {each.reason}" for each in self.rejected)


def _nodes(keys: Sequence[tuple[str, ...]], *, event: bool) -> list[str]:
    return [key[0] for key in keys if len(key) == 1 and (label_of(key[0]) == "Event") == event]


def _shown(mark: str, kind: str, named: Sequence[str]) -> Iterator[str]:
    yield from (f"  {mark} {kind} {each}" for each in named[:SHOWN])
    if len(named) > SHOWN:
        yield f"  {mark} {kind}: and {len(named) - SHOWN} more"
