"""The authority's summits in a text: which of them it speaks of, and by which sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import cos, hypot, radians

from spacy.tokens import Doc

from ontology import AuthorityEntity, AuthoritySummit
from ontology.dates import earliest, latest
from summitgraph.extraction.evidence import Sentences
from summitgraph.extraction.gazetteer import Gazetteer
from summitgraph.extraction.state import Ref
from summitgraph.extraction.times import interval, iso

NOUNS = frozenset(
    (
        "summit summits summitry meeting meetings talks conference encounter handshake tete-a-tete "
        "get-together negotiations session gathering parley dinner lunch breakfast council "
    ).split()
)
_VERBS = frozenset(
    (
        "met meet meets meeting shook sat talked hosted hosts received welcomed greeted dined faced "
        "gathered convened parted "
    ).split()
)
_PRESENT = frozenset(("meet", "meets"))
# What leaders bring home from a meeting: a place in such a sentence stands for what was said or signed there.
_ACCOUNTS = frozenset(
    (
        "promise promised promises pledge pledged pledges signed agreement statement declaration "
        "commitment committed agreed deal failed collapse collapsed walked after since "
    ).split()
)
_NEAR_KM = 45.0
_TRAVEL = timedelta(days=3)
_AHEAD = timedelta(days=200)


@dataclass(slots=True)
class Sighting:
    """A summit that a text speaks of: sentences, sites and the dates that the text itself gives."""

    summit: AuthoritySummit
    sentences: dict[int, None] = field(default_factory=dict)
    sites: dict[str, None] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    score: float = 0.0


class Known:
    """Recognises the summits of the authority file."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        # Talks of envoys stand in the authority file too; they are no meeting of leaders.
        self.summits = [summit for summit in gazetteer.ontology.summits.values() if self._of_leaders(summit)]
        self.cities = [
            entity for entity in gazetteer.entities.values() if entity.type == "Place" and entity.kind == "city"
        ]
        self._named: dict[str, list[AuthorityEntity]] = defaultdict(list)
        self._around: dict[tuple[int, int], list[AuthorityEntity]] = defaultdict(list)
        for entity in gazetteer.entities.values():
            if entity.type in ("Place", "Country"):
                self._named[entity.name].append(entity)
            if (
                entity.type == "Place"
                and entity.kind != "region"
                and entity.latitude is not None
                and entity.longitude is not None
            ):
                self._around[int(entity.latitude), int(entity.longitude)].append(entity)
        self._towns = {summit.id: self._town_of(summit) for summit in self.summits}
        self._sites: dict[str, frozenset[str]] = {s.id: frozenset(self._near(s)) for s in self.summits}

    def _of_leaders(self, summit: AuthoritySummit) -> bool:
        day = earliest(summit.start) if summit.start else None
        return not summit.principals or any(self.gazetteer.is_leader(id_, day) for id_ in summit.principals)

    def _near(self, summit: AuthoritySummit) -> Iterator[str]:
        """Places within a town's reach of where the summit was held; a city state counts as its town."""
        here = self.gazetteer.entities.get(summit.place or "")
        if here is not None and here.latitude is not None and here.longitude is not None:
            north, east = int(here.latitude), int(here.longitude)
            for cell in ((north + i, east + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
                yield from (entity.id for entity in self._around.get(cell, ()) if close(here, entity))
        for entity in self._in_names(summit.name, *summit.aliases):
            # A region of a country may be where it was, as Charlevoix; a part of the world is in the name alone.
            if entity.type == "Place" and (entity.kind != "region" or entity.country is not None):
                yield entity.id
        for entity in self._in_names(summit.name):
            if entity.type == "Country" and entity.id in summit.hosts:
                yield entity.id

    def _in_names(self, *names: str) -> list[AuthorityEntity]:
        """Return the places and countries whose names stand inside the given ones, in their order."""
        found: dict[str, AuthorityEntity] = {}
        for name in names:
            parts = name.split()
            for start in range(len(parts)):
                for end in range(start + 1, min(start + 4, len(parts)) + 1):
                    for entity in self._named.get(" ".join(parts[start:end]), ()):
                        found.setdefault(entity.id, entity)
        return list(found.values())

    def _town_of(self, summit: AuthoritySummit) -> str | None:
        """The town by which a summit is called: the place or city state in its name, else where it was held."""
        own = {entity.id for entity in self._in_names(summit.name)}
        places = [e for e in self._in_names(summit.name, *summit.aliases) if e.kind not in ("building", "region")]
        places = [e for e in places if e.type == "Place" or e.id in summit.hosts]
        places.sort(key=lambda e: (e.kind != "city", e.id not in own))
        place = self.gazetteer.entities.get(summit.place or "")
        return places[0].name if places else place.name if place else None

    def town(self, summit: AuthoritySummit) -> str | None:
        """Return the name of the town where a summit was held."""
        return self._towns[summit.id]

    def at(self, summit: AuthoritySummit, place: str) -> bool:
        """Tell whether a place is where the summit was held, or in the same town."""
        return place in self._sites[summit.id]

    def sightings(self, doc: Doc, sentences: Sentences) -> list[Sighting]:
        """Return the summits that the text speaks of, those surely meant."""
        text = _Text.of(doc, sentences)
        day = doc._.published
        found = []
        for summit in self.summits:
            if summit.start is None or (day is not None and earliest(summit.start) > day + _AHEAD):
                continue
            if not self._may_be_meant(text, summit):
                continue
            sighting = self._sight(text, summit, day)
            if sighting is not None:
                found.append(sighting)
        return self._one_per_place(doc, found)

    def _may_be_meant(self, text: _Text, summit: AuthoritySummit) -> bool:
        """Whether the text names a site, the host or the day at all: most summits fall out here."""
        if text.places & self._sites[summit.id] or text.places & set(summit.hosts):
            return True
        return any(_overlaps(value, summit) for value in text.dates)

    def _sight(self, text: _Text, summit: AuthoritySummit, day: date | None) -> Sighting | None:
        present = set(summit.principals) & text.cast
        states = {country for id_ in summit.principals if (country := self.gazetteer.country_of(id_))}
        bilateral = 2 <= len(summit.principals) <= 4
        named = any(alias.lower() in text.lower for alias in (summit.name, *summit.aliases) if " " in alias)
        over = _is_over(summit, day)
        sighting = Sighting(summit)
        for number, fact in enumerate(text.facts):
            sites = [place for place in fact.places if place in self._sites[summit.id]]
            hosts = [place for place in fact.places if place in summit.hosts]
            dates = [value for value in fact.dates if _overlaps(value, summit)]
            people = len(fact.people & present)
            both = people > 0 and len(present) == len(summit.principals)
            points = _points(
                fact, bool(sites), dates, people, bool(present), bilateral, len(states & text.countries), both
            )
            if not points and hosts and dates and people and (fact.noun or fact.verb):
                points, sites = 1.0 + people, hosts
            if (
                points
                and sites
                and fact.years
                and not dates
                and not any(_overlaps(year, summit) for year in fact.years)
            ):
                continue  # the sentence gives another year
            if (
                points
                and not dates
                and fact.verb
                and not fact.noun
                and _elsewhen(fact, summit, bilateral and people > 1)
            ):
                continue  # the sentence tells of a meeting on another day
            if points and over and fact.ahead and not fact.noun and not dates:
                continue  # "to meet", after the summit is over: another meeting
            if points:
                sighting.sentences[number] = None
                sighting.sites.update(dict.fromkeys(sites))
                sighting.dates.extend(dates)
                sighting.score = max(sighting.score, points + 0.5 * len(dates))
        if named and (present or not summit.principals):
            sighting.score += 2.0
        sure = sighting.score >= (2.0 if bilateral else 3.0)
        backed = len(present) >= 2 or not bilateral or named or bool(sighting.dates)
        return sighting if sighting.sentences and sure and backed else None

    def _one_per_place(self, doc: Doc, found: list[Sighting]) -> list[Sighting]:
        """Of summits at one place that rest on the same sentences keep the best, the nearest to the text's day among equals."""
        day: date | None = doc._.published
        kept: list[Sighting] = []

        def rank(sighting: Sighting) -> tuple[float, float]:
            start = earliest(sighting.summit.start or "1900")
            return -sighting.score, abs((day - start).days) if day else 0

        for sighting in sorted(found, key=rank):
            clash = next(
                (
                    other
                    for other in kept
                    if set(other.sites) & set(sighting.sites) and set(sighting.sentences) <= set(other.sentences)
                ),
                None,
            )
            if clash is None or (sighting.dates and not set(sighting.dates) & set(clash.dates)):
                kept.append(sighting)
        return kept


def _points(
    fact: _Facts, at_site: bool, dates: list[str], people: int, present: bool, bilateral: bool, states: int, both: bool
) -> float:
    """How strongly one sentence speaks for a summit: site, day, people, and a word for meeting or for its outcome."""
    exact = any(len(value) == 10 for value in dates)
    if at_site and fact.noun and present:
        return 2.0 + people
    if at_site and fact.verb and people:
        return 1.5 + people
    if exact and people >= (1 if bilateral else 2) and (fact.noun or fact.verb):
        return 1.0 + people
    if exact and at_site and present:
        return 2.0
    if at_site and people and dates:
        return 1.5
    if at_site and fact.noun and dates and states >= 2:
        return 2.5
    return 2.0 if at_site and fact.account and both else 0.0


@dataclass(frozen=True, slots=True)
class _Text:
    """What a text names, gathered once: who and what, where, when, by sentence and as a whole."""

    facts: list[_Facts]
    cast: set[str]
    countries: set[str]
    places: set[str]
    dates: set[str]
    lower: str

    @classmethod
    def of(cls, doc: Doc, sentences: Sentences) -> _Text:
        facts = [_facts(doc, sentences, number) for number in range(len(sentences.spans))]
        members = doc._.cast
        countries = {id_ for id_ in members if id_.startswith("country:")} | {
            m.country for m in members.values() if m.country
        }
        places = {place for fact in facts for place in fact.places}
        dates = {value for fact in facts for value in fact.dates}
        return cls(facts, set(members), countries, places, dates, doc.text.lower())


@dataclass(frozen=True, slots=True)
class _Facts:
    places: tuple[str, ...]
    people: frozenset[str]
    dates: tuple[str, ...]
    years: tuple[str, ...]
    noun: bool
    verb: bool
    account: bool
    ahead: bool  # its only verbs of meeting are "meet" and "meets"


def _facts(doc: Doc, sentences: Sentences, number: int) -> _Facts:
    span = sentences.spans[number]
    refs: list[Ref] = [ref for ref in doc._.refs if sentences.of(ref.start) == number]
    places = [
        id_ for ref in refs for id_ in ref.entities if id_.startswith(("place:", "country:")) and ref.kind != "demonym"
    ]
    people = {id_ for ref in refs for id_ in ref.entities if id_.startswith("person:")}
    values = [
        t.value for t in doc._.times if span.start <= t.start < span.end and t.value and t.type in ("DATE", "TIME")
    ]
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    lowers = {token.lower_ for token in tokens or ()}
    dates = tuple(day for value in values if (day := iso(value)) is not None)
    return _Facts(
        tuple(dict.fromkeys(places)),
        frozenset(people),
        dates,
        tuple(v[:4] for v in dates),
        bool(lowers & NOUNS),
        bool(lowers & _VERBS),
        bool(lowers & _ACCOUNTS),
        bool(lowers & _VERBS) and lowers & _VERBS <= _PRESENT,
    )


def _is_over(summit: AuthoritySummit, day: date | None) -> bool:
    end = summit.end or summit.start
    return day is not None and end is not None and latest(end) < day


def _elsewhen(fact: _Facts, summit: AuthoritySummit, met: bool) -> bool:
    """Whether a sentence gives a day well away from the summit, beyond arrival and return, and not both its parties."""
    days = [interval(value) for value in fact.dates if len(value) == 10]
    if met or not days or summit.start is None:
        return False
    first, last = earliest(summit.start) - _TRAVEL, latest(summit.end or summit.start) + _TRAVEL
    return all(day is not None and not first <= day[0] <= last for day in days)


def _overlaps(value: str, summit: AuthoritySummit) -> bool:
    found = interval(value)
    if found is None or summit.start is None:
        return False
    return found[0] <= latest(summit.end or summit.start) and found[1] >= earliest(summit.start)


def close(a: object, b: object, most: float = _NEAR_KM) -> bool:
    """Tell whether two places with coordinates lie within ``most`` kilometres of each other."""
    lat1, lon1 = getattr(a, "latitude", None), getattr(a, "longitude", None)
    lat2, lon2 = getattr(b, "latitude", None), getattr(b, "longitude", None)
    if lat1 is None or lon1 is None or lat2 is None or lon2 is None:
        return False
    return hypot(lat1 - lat2, (lon1 - lon2) * cos(radians(lat1))) * 111.0 < most
