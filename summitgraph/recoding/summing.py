"""The sum of what recoding changes: claims by type, and the entities, events and edges that go and come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from summitgraph.graph.connection import Graph
from summitgraph.graph.model import key_label_of, label_of
from summitgraph.recoding.diff import Change, Diff
from summitgraph.recoding.lookups import ask, text
from summitgraph.recoding.saying import Key, Saying
from summitgraph.records import Rejected

KEYS_PER_QUESTION = 1_000
_Question = tuple[str, str, str]


@dataclass(slots=True)
class Sum:
    """Adds up documents as they were and as they are now; holds what differs, nothing else.

    Attributes:
        documents: number of documents that were extracted anew.
        claims: by predicate, how many claims went, came and changed.
        renamed: ids of individuals to which a document gives other names or days.
        rejected: documents that could not be extracted or loaded anew and stand as before.
    """

    documents: int = 0
    claims: dict[str, Change] = field(default_factory=dict)
    renamed: set[str] = field(default_factory=set)
    rejected: list[Rejected] = field(default_factory=list)
    _support: Counter[Key] = field(default_factory=Counter)

    def add(self, before: Saying, after: Saying) -> None:
        """Add one document."""
        self.documents += 1
        for id_ in before.claims.keys() | after.claims.keys():
            old, new = before.claims.get(id_), after.claims.get(id_)
            if old != new:
                said = new or old or {}
                self.claims.setdefault(said["predicate"], Change()).count(was=old is not None, stands=new is not None)
        both = before.described.keys() & after.described.keys()
        self.renamed |= {id_ for id_ in both if before.described[id_] != after.described[id_]}
        self._support.update(after.support())
        self._support.subtract(before.support())
        for key in [key for key, change in self._support.items() if not change]:
            del self._support[key]

    def diff(self, graph: Graph, *, applied: bool) -> Diff:
        """Return what goes and comes in the whole graph.

        Args:
            applied: whether the graph stands as recoded; else the diff says what would change.
        """
        now = self._standing(graph)
        gone, new = [], []
        for key, change in sorted(self._support.items()):
            was, will = (now[key] - change, now[key]) if applied else (now[key], now[key] + change)
            if was <= 0 < will:
                new.append(key)
            elif will <= 0 < was:
                gone.append(key)
        ends = {key[0] for key in (*gone, *new) if len(key) == 1}
        return Diff(
            self.documents, dict(sorted(self.claims.items())), gone, new, sorted(self.renamed - ends), self.rejected
        )

    def _standing(self, graph: Graph) -> Mapping[Key, int]:
        """Return the support that each event, individual and edge of a changed one has in the graph."""
        by_question: dict[_Question, list[Key]] = {}
        for key in self._support:
            by_question.setdefault(_question(key), []).append(key)
        found: Counter[Key] = Counter()
        for (name, label, type_), keys in by_question.items():
            for part in _portions(keys):
                rows = ask(graph, text(name, label, type_), keys=part)
                found.update({tuple(row["key"]): row["support"] or 0 for row in rows})
        return found


def _question(key: Key) -> _Question:
    if len(key) == 3:
        return "count_edges", key_label_of(key[0]), key[1]
    kind = "count_events" if label_of(key[0]) == "Event" else "count_individuals"
    return kind, key_label_of(key[0]), "HELD_IN"


def _portions(keys: Iterable[Key]) -> Iterable[Sequence[list[str]]]:
    stream = iter(keys)
    while part := [list(key) for key in islice(stream, KEYS_PER_QUESTION)]:
        yield part
