"""Whether decisions can be obeyed: each row alone, and all of them together. Errors name file and line."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.model import Ontology
from summitgraph.errors import DecisionError
from summitgraph.graph.model import LABEL_OF_PREFIX, label_of
from summitgraph.resolution.decisions import ARGUMENTS, Decision, Decisions

IDS = ("other", "keep", "one", "id", "into", "event", "claim", "document")
MODALITIES = ("actual", "planned", "hypothetical", "negated")


def check_unique(rows: Sequence[Decision]) -> None:
    """Raise DecisionError where two rows have one id."""
    seen: dict[str, Decision] = {}
    for row in rows:
        if row.id in seen:
            raise DecisionError(
                row.where, f"the id {row.id} stands already at {seen[row.id].where}", "Give it another."
            )
        seen[row.id] = row


def check_row(row: Decision, ontology: Ontology | None) -> None:
    """Raise DecisionError where a row's arguments are wrong."""
    required, further = ARGUMENTS[row.kind]
    given = {name for name, _ in row.arguments}
    if missing := required - given:
        raise DecisionError(row.where, f"{row.kind} lacks {', '.join(sorted(missing))}", "Add it to the arguments.")
    if unknown := given - required - further:
        known = ", ".join(sorted(required | further))
        raise DecisionError(row.where, f"{row.kind} takes no {', '.join(sorted(unknown))}", f"It takes {known}.")
    for name, value in row.arguments:
        if name in IDS:
            _check_id(row, name, value)
    if row.kind in ("merge", "never", "split"):
        _check_alike(row)
    if row.kind == "split" and (row.get("document") is None) == (row.get("claim") is None):
        raise DecisionError(row.where, "split takes either document or claim", "Name the text or the claim to part.")
    if row.kind == "split" and row.get("claim") and label_of(row["id"]) != "Event":
        raise DecisionError(row.where, "only an event is split by claim", "Split an entity by document.")
    if row.kind == "recode":
        _check_coding(row, ontology)


def _check_id(row: Decision, name: str, value: str) -> None:
    prefix, colon, rest = value.partition(":")
    label = LABEL_OF_PREFIX.get(prefix) if colon and rest and not set(rest) & set(" |,") else None
    expected = {"event": "Event", "claim": "Claim", "document": "Document"}.get(name)
    if label is None or (expected and label != expected):
        kind = f"{expected.lower()} id" if expected else "id"
        raise DecisionError(
            row.where, f"{name}={value} is no {kind}", "Copy it from a query or from 'summitgraph review'."
        )


def _check_alike(row: Decision) -> None:
    one, other = (value for name, value in row.arguments if name in ("other", "keep", "one", "id", "into"))
    allowed = set(LABEL_OF_PREFIX.values()) - {"Document", "Claim", "Passage", "Run", "Graph"}
    if label_of(one) != label_of(other) or label_of(one) not in allowed:
        raise DecisionError(
            row.where, f"{one} and {other} are not of one kind", "Name two entities, events or summits."
        )
    if one == other:
        raise DecisionError(row.where, f"both sides are {one}", "Name two.")


def _check_coding(row: Decision, ontology: Ontology | None) -> None:
    type_, mode, modality = row.get("type"), row.get("mode"), row.get("modality")
    if len(row.arguments) < 2:
        raise DecisionError(row.where, "recode changes nothing", "Give type, mode, modality or date.")
    if modality and modality not in MODALITIES:
        raise DecisionError(row.where, f"'{modality}' is no modality", f"Write one of {', '.join(MODALITIES)}.")
    if mode and not type_:
        raise DecisionError(row.where, "mode lacks its type", "Give the type too, as type=CONSULT; mode=visit.")
    if ontology is None:
        return
    if type_ and type_ not in ontology.event_types:
        raise DecisionError(
            row.where, f"'{type_}' is no event type", f"The codebook has {', '.join(ontology.event_types)}."
        )
    if type_ and mode and mode not in ontology.event_types[type_].modes:
        known = ", ".join(ontology.event_types[type_].modes) or "none"
        raise DecisionError(row.where, f"'{mode}' is no mode of {type_}", f"Its modes: {known}.")


def check_together(decisions: Decisions) -> None:
    """Raise DecisionError where rows contradict each other."""
    for row in decisions.of("merge"):
        first = decisions.merged[row["other"]]
        if first is not row:
            hint = f"Merge {first['keep']} and {row['keep']} with each other instead."
            raise DecisionError(row.where, f"{row['other']} is merged already at {first.where}", hint)
    for row in decisions.of("merge"):
        _check_ends(row, decisions)
    for pair, row in decisions.apart.items():
        if len({decisions.root(id_) for id_ in pair}) == 1:
            merge = next(decisions.merged[id_] for id_ in sorted(pair) if id_ in decisions.merged)
            raise DecisionError(
                row.where, f"{' and '.join(sorted(pair))} are merged at {merge.where}", "Take one row out."
            )
    for row in (*decisions.of("rename"), *decisions.of("recode")):
        id_ = row.get("id") or row["event"]
        if id_ in decisions.merged:
            where = decisions.merged[id_].where
            raise DecisionError(row.where, f"{id_} is merged at {where}", f"Name {decisions.root(id_)} instead.")


def _check_ends(row: Decision, decisions: Decisions) -> None:
    passed, id_ = {row["other"]}, row["keep"]
    while id_ in decisions.merged:
        if id_ in passed:
            raise DecisionError(row.where, f"the merges lead from {id_} back to it", "Take one of the rows out.")
        passed.add(id_)
        id_ = decisions.merged[id_]["keep"]
