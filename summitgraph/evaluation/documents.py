"""Whole documents: sets of what each says, against the sets of its gold (``gold/GUIDE.md`` says what they hold).

Entities count by type and name, summits by first day and town, events by type, actor, recipient and modality, dyads by
type and the countries of the parties of actual events, relations by subject, predicate and object. What the gold calls
optional counts neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from summitgraph.evaluation.counts import Fault, Json, Judged, Score
from summitgraph.evaluation.naming import Names, plain, summit_key

KINDS = ("entities", "summits", "events", "dyads", "relations")
MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))
_TIES = frozenset(("LEADS", "AFFILIATED_WITH", "HOLDS_OFFICE", "LOCATED_IN"))
_LISTS = {"entity": "entities", "event": "events", "relation": "relations", "summit": "summits"}
Key = tuple[str, ...]
Sets = dict[str, set[Key]]


@dataclass(slots=True)
class DocumentScores:
    """Scores by kind, the documents that no output was given for, each event found, and the errors."""

    scores: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in KINDS})
    missing: list[str] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """One document: its gold, what was found, and the keys of both."""

    id: str
    gold: Json
    extracted: Json
    wanted: Sets
    got: Sets
    names: Names
    countries: Mapping[str, str]


def score_documents(gold: Mapping[str, Json], extracted: Mapping[str, Json]) -> DocumentScores:
    """Score extractions, as ``summitgraph extract`` prints them, against gold; both by document id."""
    from summitgraph.evaluation.misses import faults_of

    out = DocumentScores(missing=sorted(set(gold) - set(extracted)), documents=len(gold))
    countries = countries_of(gold.values())
    for id_, wanted in gold.items():
        compared = compare(id_, wanted, extracted.get(id_, {}), countries)
        for kind in KINDS:
            want, got = compared.wanted[kind], compared.got[kind]
            out.scores[kind] += Score(len(want & got), len(got), len(want))
        out.judged.extend(_judged(compared))
        out.faults.extend(faults_of(compared))
    return out


def compare(id_: str, gold: Json, extracted: Json, countries: Mapping[str, str]) -> Compared:
    """Return the keys of gold and extraction, without those that the gold leaves open."""
    names = Names(gold)
    wanted = _sets(gold, names, countries)
    spare = _sets(_optional(gold), names, countries)
    names.learn(extracted)
    found = _sets(extracted, names, countries)
    got = {kind: found[kind] - (spare[kind] - wanted[kind]) for kind in KINDS}
    return Compared(id_, gold, extracted, wanted, got, names, countries)


def event_key(event: Json, names: Callable[[str | None], str]) -> Key:
    """Return type, actor, recipient and modality; of a mutual act the parties in the order of the alphabet."""
    parties = _parties(event["type"], names(event.get("actor")), names(event.get("recipient")))
    return (event["type"], *parties, event.get("modality") or "actual")


def countries_of(golds: Iterable[Json]) -> dict[str, str]:
    """Return the country of each name by the relations of the whole gold; a country is its own."""
    golds = list(golds)
    types = {plain(entity["name"]): entity["type"] for gold in golds for entity in gold["entities"]}
    out: dict[str, str] = {}
    for gold in golds:
        for relation in (*gold["relations"], *_optional(gold)["relations"]):
            country = plain(relation["object"])
            if relation["predicate"] in _TIES and types.get(country) == "Country":
                out.setdefault(plain(relation["subject"]), country)
    return out | {name: name for name, type_ in types.items() if type_ == "Country"}


def _sets(document: Json, names: Callable[[str | None], str], countries: Mapping[str, str]) -> Sets:
    events = [event_key(event, names) for event in document.get("events", [])]
    relations = {(names(r["subject"]), r["predicate"], names(r["object"])) for r in document.get("relations", [])}
    # An alliance holds both ways.
    mirrored = {key[::-1] for key in relations if key[1] == "ALLIED_WITH"}
    return {
        "entities": {(e["type"], names(e.get("id") or e["name"])) for e in document.get("entities", [])},
        "summits": {(summit_key(summit),) for summit in document.get("summits", [])},
        "events": set(events),
        "dyads": {(key[0], *_dyad(key, countries)) for key in events if key[3] == "actual"},
        "relations": relations | mirrored,
    }


def _dyad(key: Key, countries: Mapping[str, str]) -> tuple[str, str]:
    return _parties(key[0], countries.get(key[1], key[1]), countries.get(key[2], key[2]))


def _parties(type_: str, actor: str, recipient: str) -> tuple[str, str]:
    if type_ in MUTUAL and recipient and recipient < actor:
        return recipient, actor
    return actor, recipient


def _optional(gold: Json) -> Json:
    out: Json = {name: [] for name in _LISTS.values()}
    for item in gold.get("optional", []):
        out[_LISTS[item["kind"]]].append(item)
    return out


def _judged(compared: Compared) -> Iterable[Judged]:
    """One judgement per key that was found, by the surest event that has it."""
    best: dict[Key, Json] = {}
    for event in compared.extracted.get("events", []):
        key = event_key(event, compared.names)
        if key in compared.got["events"] and event["confidence"] > best.get(key, {"confidence": -1.0})["confidence"]:
            best[key] = event
    for key, event in best.items():
        yield Judged(event["type"], event["confidence"], event["rule"], key in compared.wanted["events"])
