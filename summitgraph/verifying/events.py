"""An event's facts and edges against the claims about it, computed here anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from summitgraph.graph.connection import Graph
from summitgraph.verifying.faults import Fault, differences, edge
from summitgraph.verifying.lookups import Row, ask, grouped

STRENGTH = {"actual": 0, "negated": 1, "planned": 2, "hypothetical": 3}
COUNTED = ("claims", "sources", "confidence", "first_published", "last_published")
GIVES = "its claims give"


def check_events(graph: Graph, ids: Sequence[str]) -> Iterator[Fault]:
    """Yield what is wrong with events and with the edges that derive from the claims about them."""
    claims = grouped(ask(graph, "event_claims", ids=ids), "event")
    edges = grouped(ask(graph, "event_edges", ids=ids), "event")
    for row in ask(graph, "events", ids=ids):
        event, about = row["event"], claims.get(row["event"]["id"], [])
        if not about and not row["summit"]:
            yield Fault("event", event["id"], "no claim speaks of it")
        for wrong in differences(event, _facts(about, summit=row["summit"]), GIVES):
            yield Fault("event", event["id"], wrong)
        yield from _edges(event["id"], edges.get(event["id"], []), about, summit=row["summit"])


def support(claims: Sequence[Mapping[str, Any]]) -> Row:
    """Return how claims support something: their number and sources, highest confidence, first and last publication."""
    days = [claim["published"] for claim in claims if claim["published"]]
    return {
        "claims": len(claims),
        "sources": len({claim["source"] for claim in claims}),
        "confidence": max(claim["confidence"] for claim in claims),
        "first_published": min(days, default=None),
        "last_published": max(days, default=None),
    }


def _facts(claims: Sequence[Row], *, summit: bool) -> Row:
    """Return an event's facts: of a summit only what claims count, since its type and days are its own."""
    if not claims:
        return dict.fromkeys((*COUNTED, *STRENGTH, "modality", "mode"))
    best = min(claims, key=lambda claim: (STRENGTH[claim["modality"]], -claim["confidence"], claim["id"]))
    by_modality = {name: sum(claim["modality"] == name for claim in claims) for name in STRENGTH}
    taken = (
        ("modality", "mode") if summit else ("modality", "mode", "type", "quad", "intensity", "date", "date_precision")
    )
    return support(claims) | by_modality | {name: best[name] for name in taken}


def _edges(event: str, found: Sequence[Row], claims: Sequence[Row], *, summit: bool) -> Iterator[Fault]:
    expected = _expected(claims, summit=summit)
    seen = set()
    for row in found:
        if row["type"] == "HELD_IN" and (summit or row["properties"].get("fact")):
            continue  # Relation claims state it: summitgraph.verifying.relations.
        key, name = (row["type"], row["end"]), edge(event, row["type"], row["end"])
        if key not in expected:
            yield Fault("edge", name, "no claim supports it")
        elif key in seen:
            yield Fault("edge", name, "it stands twice")
        else:
            for wrong in differences(row["properties"], support(expected[key]), GIVES):
                yield Fault("edge", name, wrong)
        seen.add(key)
    for type_, end in sorted(set(expected) - seen):
        yield Fault("edge", edge(event, type_, end), "claims support it, but it is not there")


def _expected(claims: Sequence[Row], *, summit: bool) -> dict[tuple[str, str], list[Row]]:
    """Return the claims by type and end of the edge that they support."""
    found: dict[tuple[str, str], list[Row]] = {}
    for claim in claims:
        ends = [("ACTOR", id_) for id_ in claim["subjects"]] + [("RECIPIENT", id_) for id_ in claim["objects"]]
        if not summit:
            ends += [
                (type_, claim[said]) for type_, said in (("HELD_IN", "place"), ("PART_OF", "summit")) if claim[said]
            ]
        for key in ends:
            found.setdefault(key, []).append(claim)
    return found
