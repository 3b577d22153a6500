"""The shapes in plain Python: what pySHACL would report on the same nodes, without RDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ontology.model import Constraint, Ontology

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Record:
    """A node to be checked.

    Attributes:
        labels: its labels, as ``("Person",)``; classes above them are understood.
        properties: by name in the graph (``confidence``, ``LEADS``), each with all its values; other nodes by their id.
    """

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Violation:
    """A demand that a node does not meet, with the shape's own message."""

    node: str
    shape: str
    path: str | None
    message: str


def check(ontology: Ontology, records: Iterable[Record]) -> tuple[Violation, ...]:
    """Return every violation among the records, which must hold all nodes that they refer to."""
    nodes = {record.id: record for record in records}
    labels = _codebook_labels(ontology)
    labels |= {id_: _with_superclasses(ontology, record.labels) for id_, record in nodes.items()}
    found = {
        Violation(id_, constraint.shape, constraint.path, constraint.message)
        for constraint in ontology.constraints
        for id_ in _targets(constraint, nodes, labels)
        if not _holds(constraint, id_, nodes, labels)
    }
    return tuple(sorted(found, key=lambda v: (v.node, v.shape, v.path or "", v.message)))


def check_relation(ontology: Ontology, predicate: str, subject: str, object_: str) -> str | None:
    """Return what is wrong with a relationship between nodes of the two labels, or None: the quick test in mapping.

    >>> check_relation(load(), "LEADS", "Country", "Person")
    'LEADS starts at a Person.'
    """
    relation = ontology.relations.get(predicate)
    if relation is None:
        return f"{predicate} is no relationship type of the ontology."
    for side, label, allowed in (("domain", subject, relation.domain), ("range", object_, relation.range)):
        if not _with_superclasses(ontology, (label,)) & set(allowed):
            return f"{predicate} {'starts at' if side == 'domain' else 'leads to'} {_either(allowed)}."
    return None


def _either(labels: Sequence[str]) -> str:
    text = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"
    return f"an {text}" if text[0] in "AEIO" else f"a {text}"


def _codebook_labels(ontology: Ontology) -> dict[str, set[str]]:
    modes = {mode: {"EventMode"} for type_ in ontology.event_types.values() for mode in type_.modes}
    return modes | {name: {"EventType"} for name in ontology.event_types}


def _with_superclasses(ontology: Ontology, labels: Iterable[str]) -> set[str]:
    return {above for label in labels for above in ontology.superclasses.get(label, (label,))}


def _targets(constraint: Constraint, nodes: Mapping[str, Record], labels: Mapping[str, set[str]]) -> Iterator[str]:
    for id_, record in nodes.items():
        if (constraint.target == "class" and constraint.term in labels[id_]) or (
            constraint.target == "subjects-of" and record.properties.get(constraint.term)
        ):
            yield id_
        elif constraint.target == "objects-of":
            yield from map(str, record.properties.get(constraint.term, ()))


def _holds(constraint: Constraint, id_: str, nodes: Mapping[str, Record], labels: Mapping[str, set[str]]) -> bool:
    properties = nodes[id_].properties if id_ in nodes else {}
    values: Sequence[Value] = (id_,) if constraint.path is None else properties.get(constraint.path, ())
    if constraint.min_count is not None and len(values) < constraint.min_count:
        return False
    if constraint.max_count is not None and len(values) > constraint.max_count:
        return False
    others = properties.get(constraint.less_than, ()) if constraint.less_than else ()
    return all(test(constraint, value, labels, others) for value in values for test in _TESTS)


def _class(constraint: Constraint, value: Value, labels: Mapping[str, set[str]], _: Sequence[Value]) -> bool:
    return not constraint.classes or bool(labels.get(str(value), set()) & set(constraint.classes))


def _listed(constraint: Constraint, value: Value, *_: object) -> bool:
    return not constraint.values or str(value) in constraint.values


def _integer(constraint: Constraint, value: Value, *_: object) -> bool:
    return constraint.datatype != "integer" or isinstance(value, int)


def _matches(constraint: Constraint, value: Value, *_: object) -> bool:
    return constraint.pattern is None or bool(_compiled(constraint.pattern).search(str(value)))


def _bounded(constraint: Constraint, value: Value, *_: object) -> bool:
    if constraint.minimum is None and constraint.maximum is None:
        return True
    if isinstance(value, str):
        return False
    low = constraint.minimum is None or value >= constraint.minimum
    return low and (constraint.maximum is None or value <= constraint.maximum)


def _before(constraint: Constraint, value: Value, _: Mapping[str, set[str]], others: Sequence[Value]) -> bool:
    return all(isinstance(value, int) and isinstance(other, int) and value < other for other in others)


_TESTS: tuple[Callable[[Constraint, Value, Mapping[str, set[str]], Sequence[Value]], bool], ...] = (
    _class, _listed, _integer, _matches, _bounded, _before,
)  # fmt: skip


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
