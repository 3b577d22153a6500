"""What a document says, as it stands in the graph and as it would be loaded, in one form to compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from summitgraph.graph.model import label_of
from summitgraph.mapping.rows import Rows
from summitgraph.verifying.stored import Stored

LINKS = ("subject", "object", "about", "attributed_to")
# What changes with every version, or by other documents, is no change of what is said.
ASIDE = frozenset({"ontology", "model", "digest", "source"})

Key = tuple[str, ...]
"""``(id,)`` of an event or individual; ``(start, type, end)`` of an edge."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one document says.

    Attributes:
        claims: by id, their properties and the ids that they lead to by ``LINKS``.
        described: by id of an individual, the names and days that the document gives it.
    """

    claims: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    described: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def support(self) -> Counter[Key]:
        """Return how many claims support each event and edge, and 1 for each individual described."""
        keys = (key for claim in self.claims.values() for key in supported(claim))
        return Counter(keys) + Counter((id_,) for id_ in self.described)


def of_stored(stored: Stored) -> Saying:
    """Return what a document of the graph says."""
    claims = {
        row["claim"]["id"]: _claim(row["claim"], {name: row[name][0] if row[name] else None for name in LINKS})
        for row in stored.claims
    }
    return Saying(claims, {row["node"]: _known(row["said"]) for row in stored.described})


def of_rows(rows: Rows) -> Saying:
    """Return what a document says by rows that are to be loaded."""
    links: dict[str, dict[str, str]] = {}
    described: dict[str, dict[str, Any]] = {}
    for shape, each in rows.relationships.items():
        if shape.type.lower() in LINKS:
            for row in each:
                links.setdefault(row["from"], {})[shape.type.lower()] = row["to"]
        elif shape.type == "DESCRIBES":
            described |= {row["to"]: _known(row) for row in each}
    claims = {row["id"]: _claim(row, links.get(row["id"], {})) for row in rows.nodes.get("Claim", ())}
    return Saying(claims, described)


def supported(claim: Mapping[str, Any]) -> Iterator[Key]:
    """Yield what stands by a claim: its event and the edges that derive from it."""
    subject, object_, about = claim.get("subject"), claim.get("object"), claim.get("about")
    if about is None:
        if claim["modality"] == "actual" and claim["polarity"] == "positive":
            yield str(subject), str(claim["predicate"]), str(object_)
        return
    ends = [("ACTOR", subject), ("RECIPIENT", object_)]
    if label_of(about) == "Event":
        yield (about,)
        ends += [("HELD_IN", claim.get("place")), ("PART_OF", claim.get("summit"))]
    yield from ((about, type_, end) for type_, end in ends if end)


def _claim(properties: Mapping[str, Any], links: Mapping[str, str | None]) -> dict[str, Any]:
    return _known({key: value for key, value in properties.items() if key not in ASIDE} | dict(links))


def _known(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in properties.items()
        if value is not None and key not in ("from", "to")
    }
