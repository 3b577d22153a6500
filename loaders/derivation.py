"""What derives from claims: relationships between individuals, and the facts of events. No claim, no edge.

The database does it, for what was touched alone, in the transaction that touched it. The result depends on the claims
that stand, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, Self

from loaders.statements import text
from summitgraph.graph.model import SCHEMA, key_label_of
from summitgraph.mapping.rows import Row


class Runner(Protocol):
    """A transaction that runs statements over rows."""

    def each(self, cypher: str, name: str, rows: Sequence[Any], counted: str = "") -> None:
        """Run a statement over rows, passed as the parameter ``name``; count what it makes under ``counted``."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change bears on.

    Attributes:
        facts: by relationship type, rows of ``fact``, ``from`` and ``to``.
        events: ids of events whose claims changed.
        described: ids of entities and summits whose descriptions went.
        runs: ids of runs that lost a document.
        origins: ids of paths and URLs that lost one.
    """

    facts: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    events: Sequence[str] = ()
    described: Sequence[str] = ()
    runs: Sequence[str] = ()
    origins: Sequence[str] = ()

    @classmethod
    def of(
        cls,
        facts: Iterable[str],
        events: Iterable[str],
        described: Iterable[str] = (),
        runs: Iterable[str] = (),
        origins: Iterable[str] = (),
    ) -> Self:
        """Return what the texts of facts and the ids name."""
        rows: dict[str, list[Row]] = {}
        for fact in sorted(set(facts)):
            type_, start, end = fact.split("|")
            rows.setdefault(type_, []).append({"fact": fact, "from": start, "to": end})
        return cls(rows, *(sorted(set(ids)) for ids in (events, described, runs, origins)))

    def union(self, other: Self) -> Self:
        """Return what either bears on."""
        facts = [row["fact"] for each in (self.facts, other.facts) for rows in each.values() for row in rows]
        return type(self).of(
            facts,
            (*self.events, *other.events),
            (*self.described, *other.described),
            (*self.runs, *other.runs),
            (*self.origins, *other.origins),
        )

    def by_ends(self) -> list[tuple[str, tuple[str, str], list[Row]]]:
        """Return the facts by relationship type and constrained labels of both ends: what one statement can take."""
        found: dict[tuple[str, tuple[str, str]], list[Row]] = {}
        for each in SCHEMA.stated_relations:
            for row in self.facts.get(each.type, ()):
                found.setdefault((each.type, (key_label_of(row["from"]), key_label_of(row["to"]))), []).append(row)
        return [(type_, ends, rows) for (type_, ends), rows in found.items()]


class Link(NamedTuple):
    """A relationship of an event and what in its claims gives it."""

    statement: str
    type: str
    said: str
    end: str = ""

    def cypher(self, verb: str) -> str:
        """Return the statement that derives or prunes it."""
        terms = {"type": self.type, "said": self.said} | ({"end": self.end} if self.end else {})
        return text(f"{verb}_{self.statement}", **terms)


LINKS = (
    Link("role", "ACTOR", "SUBJECT"),
    Link("role", "RECIPIENT", "OBJECT"),
    Link("setting", "HELD_IN", "place", "Entity"),
    Link("setting", "PART_OF", "summit", "Event"),
)


def derive(runner: Runner, touched: Touched) -> None:
    """Derive relationships and events from the claims that stand."""
    runner.each(text("derive_events"), "events", touched.events)
    for link in LINKS:
        runner.each(link.cypher("derive"), "events", touched.events, link.type)
    for type_, ends, facts in touched.by_ends():
        runner.each(text("derive_relation", type=type_, start=ends[0], end=ends[1]), "facts", facts, type_)


def prune(runner: Runner, touched: Touched) -> None:
    """Delete what no claim or document supports any more."""
    for type_, ends, facts in touched.by_ends():
        runner.each(text("prune_relation", type=type_, start=ends[0], end=ends[1]), "facts", facts)
    runner.each(text("prune_events"), "events", touched.events)
    for link in LINKS:
        runner.each(link.cypher("prune"), "events", touched.events)
    entities = [id_ for id_ in touched.described if key_label_of(id_) == "Entity"]
    summits = [id_ for id_ in touched.described if key_label_of(id_) == "Event"]
    runner.each(text("prune_individuals", label="Entity"), "ids", entities)
    runner.each(text("prune_individuals", label="Event"), "ids", summits)
    runner.each(text("unsay_summits"), "ids", summits)
    runner.each(text("prune_runs"), "runs", touched.runs)
    runner.each(text("prune_origins"), "ids", touched.origins)
