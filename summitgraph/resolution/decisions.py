"""Analysts' decisions: what was decided, by whom and why. ``decision_file`` keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from summitgraph.graph.model import label_of
from summitgraph.ids import digest

Kind = Literal["merge", "never", "split", "rename", "recode", "reject"]

ARGUMENTS: Mapping[Kind, tuple[frozenset[str], frozenset[str]]] = {
    "merge": (frozenset({"other", "keep"}), frozenset({"name"})),
    "never": (frozenset({"one", "other"}), frozenset()),
    "split": (frozenset({"id", "into"}), frozenset({"document", "claim", "name"})),
    "rename": (frozenset({"id", "name"}), frozenset()),
    "recode": (frozenset({"event"}), frozenset({"type", "mode", "modality", "date"})),
    "reject": (frozenset({"claim"}), frozenset()),
}
"""Required and further arguments of each decision."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row.

    Attributes:
        arguments: name and value of each argument, sorted by name.
        where: ``file:line`` for messages.
    """

    id: str
    kind: Kind
    arguments: tuple[tuple[str, str], ...]
    author: str
    day: date
    reason: str
    where: str = ""

    def __getitem__(self, name: str) -> str:
        return dict(self.arguments)[name]

    def get(self, name: str) -> str | None:
        """Return an argument; None where the row does not give it."""
        return dict(self.arguments).get(name)

    @property
    def key(self) -> str:
        """Return 16 hex digits of what is decided: who, when and why play no part."""
        return digest(self.kind, *(f"{name}={value}" for name, value in self.arguments))

    @property
    def sought(self) -> tuple[str, ...]:
        """Return the ids by which the documents are found that the decision may change."""
        if self.kind == "never":
            # Only where a rule unites persons or organizations is anything to be kept apart in a document.
            pair = (self["one"], self["other"])
            return pair if label_of(pair[0]) in ("Person", "Organization") else ()
        name = {"merge": "other", "rename": "id", "recode": "event", "reject": "claim"}.get(self.kind)
        return (self[name] if name else self.get("claim") or self["document"],)


@dataclass(frozen=True)
class Decisions:
    """The rows in force, in the order of their keys: the order of the file plays no part."""

    rows: tuple[Decision, ...] = field(default=())

    def of(self, kind: Kind) -> tuple[Decision, ...]:
        """Return the rows of one kind."""
        return tuple(row for row in self.rows if row.kind == kind)

    def with_row(self, row: Decision) -> Decisions:
        """Return the decisions with one more."""
        return Decisions(tuple(sorted({each.key: each for each in (*self.rows, row)}.values(), key=lambda it: it.key)))

    @cached_property
    def merged(self) -> dict[str, Decision]:
        """Return by id the row that merges it into another."""
        return {row["other"]: row for row in self.of("merge")}

    def root(self, id_: str) -> str:
        """Return the id under which an id stands after all merges."""
        while row := self.merged.get(id_):
            id_ = row["keep"]
        return id_

    @cached_property
    def apart(self) -> dict[frozenset[str], Decision]:
        """Return the pairs that are never one, each with its row."""
        return {frozenset((row["one"], row["other"])): row for row in self.of("never")}
