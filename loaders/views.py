"""The part of a graph that a change of documents can touch, seen before and after it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.derivation import Touched
from loaders.origins import Run
from loaders.statements import text
from summitgraph.graph.model import TALLY, key_label_of, label_of
from summitgraph.resolution import copies

Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a change can touch: nodes by constrained label, and the facts that claims of its documents state."""

    nodes: Mapping[str, Sequence[str]]
    touched: Touched


@dataclass(frozen=True, slots=True)
class View:
    """Properties of nodes and relationships. Keys begin with the label or type."""

    nodes: Mapping[Key, Any]
    links: Mapping[Key, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """Keys of what is not there any more, and of what has other properties."""

    gone: Sequence[Key]
    changed: Sequence[Key]


def scope(run: Run, documents: Sequence[str]) -> Scope:
    """Return what a change of the documents can touch; their copies' claims may come from another source after it."""
    together = _together(run, documents)
    touched = Touched()
    owned: dict[str, list[str]] = {"Document": together, "Passage": [], "Claim": []}
    for id_ in together:
        touched = touched.union(Touched.of(**run(text("touched"), id=id_)[0]))
        for row in run(text("owned"), id=id_):
            owned[key_label_of(row["id"])].append(row["id"])
    shared: dict[str, list[str]] = {"Run": list(touched.runs), "Origin": list(touched.origins)}
    for id_ in sorted({*touched.events, *touched.described}):
        shared.setdefault(key_label_of(id_), []).append(id_)
    return Scope(owned | shared, touched)


def view(run: Run, seen: Scope) -> View:
    """Return what stands of it now. Of entities only the relationships that it names are looked at."""
    nodes: dict[Key, Any] = {}
    links: dict[Key, Any] = {}
    for label, ids in seen.nodes.items():
        for row in run(text("view_nodes", label=label), ids=ids):
            # The tally is how names are kept, not what is known.
            known = {name: value for name, value in row["properties"].items() if name != TALLY.name}
            nodes[(label_of(row["id"]), row["id"])] = known
        if label != "Entity":
            for row in run(text("view_links", label=label), ids=ids):
                links[_key(row)] = row["properties"]
    for type_, ends, facts in seen.touched.by_ends():
        for row in run(text("view_facts", type=type_, start=ends[0], end=ends[1]), facts=facts):
            links[_key(row)] = row["properties"]
    return View(nodes, links)


def compare(before: Mapping[Key, Any], after: Mapping[Key, Any]) -> Difference:
    """Return what differs."""
    return Difference(
        [key for key in before if key not in after],
        [key for key, value in before.items() if key in after and after[key] != value],
    )


def _key(row: dict[str, Any]) -> Key:
    # A passage may mention one thing in several places.
    place = row["properties"].get("start") if row["type"] == "MENTIONS" else None
    return row["type"], row["start"], row["end"], place


def _together(run: Run, documents: Sequence[str]) -> list[str]:
    """Return the documents and all that hangs together with them as copies."""
    found: set[str] = set()
    left = sorted(set(documents))
    while left:
        found.update(left)
        left = sorted({other for id_ in left for other in copies.neighbours(run, id_)} - found)
    return sorted(found)
