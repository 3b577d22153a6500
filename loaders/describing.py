"""Names and days of individuals, from a tally of what documents say of them.

The least name, the least Wikidata item, the first day, the last day and all forms hold, whatever the order of documents.
The tally tells what is left when a document goes without asking all others: of a head of state they may be thousands.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from loaders.origins import Run
from loaders.statements import text
from summitgraph.graph.model import key_label_of
from summitgraph.mapping.rows import Row

SINGLE = ("name", "wikidata", "start", "end")
Said = Counter[tuple[str, str]]
"""How many documents say a value of a property: ``{("aliases", "Kim"): 12}``."""


def describe(run: Run, said: Iterable[Row], unsaid: Iterable[Row]) -> None:
    """Describe individuals anew where documents have come or gone.

    Args:
        said, unsaid: rows of DESCRIBES that were written and deleted: ``to``, and properties under ``set``.
    """
    changes: dict[str, Said] = {}
    for rows, sign in ((said, 1), (unsaid, -1)):
        for row in rows:
            change = changes.setdefault(row["to"], Counter())
            for value in _values(row["set"]):
                change[value] += sign
    for label in ("Entity", "Event"):
        ids = sorted(id_ for id_ in changes if any(changes[id_].values()) and key_label_of(id_) == label)
        found = run(text("tallies", label=label), ids=ids) if ids else []
        rows = [description(row["id"], _read(row["tally"]), changes[row["id"]]) for row in found]
        if rows:
            run(text(f"describe_{label.lower()}"), rows=rows)


def description(id_: str, before: Said, change: Mapping[tuple[str, str], int]) -> Row:
    """Return what holds of an individual after the change, with the tally of it."""
    tally = Counter(before)
    tally.update(change)
    values: dict[str, list[str]] = {}
    for (name, value), count in tally.items():
        if count > 0:
            values.setdefault(name, []).append(value)
    first, last = min(values.get("start", ()), default=None), max(values.get("end", ()), default=None)
    return {
        "id": id_,
        "tally": _written(tally),
        "name": min(values["name"]),
        "aliases": sorted(values["aliases"]),
        "wikidata": min(values.get("wikidata", ()), default=None),
        "start": first,
        "end": last,
        "precision": None if first is None else "day" if first == last else "interval",
    }


def _values(said: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    yield from (("aliases", form) for form in said["aliases"])
    yield from ((name, said[name]) for name in SINGLE if said.get(name) is not None)


def _read(tally: str | None) -> Said:
    counts: Mapping[str, Mapping[str, int]] = json.loads(tally) if tally else {}
    return Counter({(name, value): count for name, each in counts.items() for value, count in each.items()})


def _written(tally: Said) -> str:
    counts: dict[str, dict[str, int]] = {}
    for (name, value), count in tally.items():
        if count > 0:
            counts.setdefault(name, {})[value] = count
    return json.dumps(counts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
