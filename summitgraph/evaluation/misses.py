"""Errors of a document by phenomenon: a missing and an extra event that are nearly alike are a near miss."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from summitgraph.evaluation.counts import Fault, Json
from summitgraph.evaluation.documents import MUTUAL, Compared, Key, event_key
from summitgraph.evaluation.spans import as_span, shared

_FIELDS = ("type", "actor", "recipient", "modality")


def faults_of(compared: Compared) -> Iterator[Fault]:
    """Yield the errors of one document: events first, then summits, entities and relations."""
    yield from _event_faults(compared)
    for kind in ("summits", "entities", "relations"):
        wanted, got = compared.wanted[kind], compared.got[kind]
        name = {"summits": "summit", "entities": "entity", "relations": "relation"}[kind]
        for sign, keys in (("missing", wanted - got), ("extra", got - wanted)):
            for key in sorted(keys):
                yield Fault(compared.id, f"{name} {sign}{_sort(kind, key)}", _shown(key))


def _sort(kind: str, key: Key) -> str:
    return {"entities": f": {key[0]}", "relations": f": {key[1] if len(key) > 1 else ''}"}.get(kind, "")


def _event_faults(compared: Compared) -> Iterator[Fault]:
    wanted, got = compared.wanted["events"], compared.got["events"]
    missing, extra = sorted(wanted - got), sorted(got - wanted)
    gists = {event_key(event, compared.names): event.get("gist") or "" for event in reversed(compared.gold["events"])}
    sources = {event_key(event, compared.names): event for event in reversed(compared.extracted.get("events", []))}
    for want, found in list(_near(missing, extra)):
        missing.remove(want)
        extra.remove(found)
        wrong = list(_named(compared, want, found, sources[found]))
        kind = wrong[0] if len(wrong) == 1 else " and ".join(name.partition(":")[0] for name in wrong)
        yield Fault(compared.id, f"event {kind}", f"{_shown(want)} ({gists[want]}) read as {_shown(found)}")
    for key in missing:
        yield Fault(compared.id, f"event missing: {key[3]}", f"{_shown(key)} ({gists[key]})")
    for key in extra:
        trigger = _words(sources[key])
        yield Fault(compared.id, f"event extra: {key[3]}", f"{_shown(key)} ({sources[key]['rule']}, {trigger})")


def _near(missing: list[Key], extra: list[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs that share most fields, the closest first: at least two, one of them a party."""
    scored = []
    for want, found in product(missing, extra):
        other = _aligned(want, found)
        same = [a == b for a, b in zip(want, other, strict=True)]
        party = (same[1] and want[1]) or (same[2] and want[2])
        if sum(same) == 3 or (sum(same) == 2 and party):
            scored.append((-sum(same), not same[0], want, found))
    left, right = set(), set()
    for _, _, want, found in sorted(scored):
        if want not in left and found not in right:
            left.add(want)
            right.add(found)
            yield want, found


def _aligned(want: Key, found: Key) -> Key:
    """The found key with its parties turned where that fits better: of a mutual act either may come first."""
    if found[0] in MUTUAL and (found[1] == want[2] or found[2] == want[1]):
        return (found[0], found[2], found[1], found[3])
    return found


def _named(compared: Compared, want: Key, found: Key, event: Json) -> Iterator[str]:
    other = _aligned(want, found)
    swapped = other != found
    for index, name in enumerate(_FIELDS):
        if want[index] == other[index]:
            continue
        if name in ("actor", "recipient"):
            role = name if not swapped else {"actor": "recipient", "recipient": "actor"}[name]
            yield f"{name}: {_phenomenon(compared, want[index], other[index], event, role)}"
        else:
            yield f"{name}: {want[index]} as {other[index]}" if name == "modality" else name


def _phenomenon(compared: Compared, want: str, found: str, event: Json, role: str) -> str:
    """Of which kind a wrong party is."""
    if not want:
        return "null filled"
    if not found:
        return "null missed"
    countries = compared.countries
    if countries.get(want, want) == countries.get(found, found):
        return "state for person or body" if countries.get(found) == found else "person or body for state"
    if "context" in event["rule"] and _span(event, role) is None:
        return "supplied"
    return _wording(compared.extracted, event, role)


def _wording(extracted: Json, event: Json, role: str) -> str:
    """By what words the party stands there: a pronoun, a group, a description, a name."""
    span = _span(event, role)
    touching = [
        (mention, entity["id"])
        for entity in extracted["entities"]
        for mention in entity["mentions"]
        if shared(span, (mention["start"], mention["end"]))
    ]
    own = [mention for mention, id_ in touching if id_ == event[role]]
    if not own:
        return "unnamed"
    places = [(mention["start"], mention["end"]) for mention, _ in touching]
    if any(places.count((mention["start"], mention["end"])) > 1 for mention in own):
        return "group"
    kinds = {mention["kind"] for mention in own}
    return next((kind for kind in ("pronoun", "nominal", "office", "demonym") if kind in kinds), "name")


def _span(event: Json, role: str) -> tuple[int, int] | None:
    return next((span for proof in event["evidence"] if (span := as_span(proof.get(role)))), None)


def _words(event: Json) -> str:
    proof = event["evidence"][0] if event["evidence"] else {}
    return f"sentence {proof.get('sentence', '?')}, confidence {event['confidence']:.2f}"


def _shown(key: Key) -> str:
    return " ".join(part or "nobody" for part in key)
