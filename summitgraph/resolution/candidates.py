"""The review queue: what may be one and is not certain to be. A view of the graph as it stands; nothing of it is kept.

Pairs that touch most come first: a wrong node on which many claims and edges hang harms most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from summitgraph.graph.connection import Graph
from summitgraph.graph.model import label_of
from summitgraph.resolution.alike_entities import Named, alike_entities
from summitgraph.resolution.alike_events import Happening, alike_events
from summitgraph.resolution.decisions import Decisions
from summitgraph.resolution.lookups import ask
from summitgraph.resolution.work import Resolution

EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One of a pair, as the analyst sees it."""

    id: str
    name: str
    claims: int
    edges: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two nodes that may be one.

    Attributes:
        keep, other: the side that a merge keeps, which the authority file knows or more claims speak of, and the other.
        score: how alike they are, 0 to 1.
        reason: why they may be one.
    """

    kind: Literal["person", "organization", "event"]
    keep: Side
    other: Side
    score: float
    reason: str

    @property
    def touches(self) -> int:
        """Number of claims and edges that hang on either side."""
        return sum(side.claims + side.edges for side in (self.keep, self.other))


def candidates(graph: Graph, resolution: Resolution) -> list[Candidate]:
    """Return the pairs that no decision settles, those that touch most first."""
    found = (*_entities(graph, resolution), *_events(graph))
    left = (each for each in found if not _is_settled(each, resolution.decisions))
    return sorted(left, key=lambda each: (-each.touches, -each.score, each.keep.id, each.other.id))


def _is_settled(each: Candidate, decisions: Decisions) -> bool:
    """Tell whether the two are never one, or one of them is merged already and the next run puts it in force."""
    pair = frozenset((each.keep.id, each.other.id))
    return pair in decisions.apart or bool(pair & set(decisions.merged))


def evidence(graph: Graph, id_: str) -> list[dict[str, Any]]:
    """Return sentences that speak of a node, earliest first: ``text``, ``title``, ``published``, ``source``, ``document``."""
    name = "evidence_of_event" if label_of(id_) == "Event" else "evidence_of_entity"
    return ask(graph, name, id=id_, limit=EVIDENCE)


def _entities(graph: Graph, resolution: Resolution) -> Iterator[Candidate]:
    rows = {row["id"]: row for row in ask(graph, "named")}
    known = resolution.authority.names
    named = [
        Named(
            id_,
            label_of(id_),
            tuple(sorted({row["name"], *row["aliases"]})),
            frozenset({row["country"], *row["countries"]} - {None}),
            frozenset(row["offices"]),
            id_ in known,
        )
        for id_, row in rows.items()
    ]
    sides = {id_: Side(id_, row["name"], row["claims"], row["edges"]) for id_, row in rows.items()}
    for one, other, score, reason in alike_entities(named):
        keep, rest = _ordered((sides[one], sides[other]), known)
        yield Candidate("person" if label_of(one) == "Person" else "organization", keep, rest, score, reason)


def _events(graph: Graph) -> Iterator[Candidate]:
    rows = {row["id"]: row for row in ask(graph, "happenings")}
    happenings = [
        Happening(
            id_,
            (row["type"], tuple(row["actors"]), tuple(row["recipients"])),
            row["mode"],
            row["date"],
            row["first_published"],
            frozenset(row["places"]),
            frozenset(row["summits"]),
            frozenset(row["documents"]),
        )
        for id_, row in rows.items()
        if row["actors"] and row["recipients"]
    ]
    sides = {id_: Side(id_, _told(row), row["claims"], row["edges"]) for id_, row in rows.items()}
    for one, other, score, reason in alike_events(happenings):
        keep, rest = _ordered((sides[one], sides[other]), {row["id"]: "" for row in rows.values() if row["date"]})
        yield Candidate("event", keep, rest, score, reason)


def _ordered(sides: tuple[Side, Side], preferred: Iterable[str]) -> tuple[Side, Side]:
    """Return the side to keep first: a preferred one, then that of more claims, then of the lesser id."""
    first, second = sorted(sides, key=lambda side: (side.id not in preferred, -side.claims, side.id))
    return first, second


def _told(row: dict[str, Any]) -> str:
    mode = f" ({row['mode']})" if row["mode"] else ""
    who, whom = ", ".join(row["actor_names"]), ", ".join(row["recipient_names"])
    return f"{row['type']}{mode} {row['date'] or 'undated'}: {who} → {whom}"
