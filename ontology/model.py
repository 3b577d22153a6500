"""What the ontology says, as plain records: no RDF once it is compiled.

Ids are those of the graph (``person:kim-jong-un``); in Turtle they are the same words, read as prefixed names.
Dates are ISO 8601 days, months or years, as precise as known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ontology.dates import earliest, latest

MODALITIES = ("actual", "planned", "hypothetical", "negated")


@dataclass(frozen=True, slots=True)
class AuthorityEntity:
    """A country, person, organization, place, agreement or programme of the authority file.

    Attributes:
        type: ``Country``, ``Person``, ``Organization``, ``Place``, ``Agreement`` or ``Program``.
        aliases: further names that mean this entity wherever they stand.
        ambiguous: further names that mean it only where the context agrees, as "Congress" or "the North".
        country: id of the country to which it belongs; of a sanctions regime, the target.
        kind: subtype of an organization, place or programme, as ``party``, ``city``, ``sanctions-regime``.
        codes: of a country, its ISO 3166-1 alpha-3 code, then PLOVER's where that differs.
        start, end: of a state of the past, when it existed.
        successor: of a state of the past, the id of the state that continues it.
        imposed_by: of a sanctions regime, the id of who imposes it.
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    wikidata: str | None = None
    country: str | None = None
    kind: str | None = None
    gender: str | None = None
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capital: str | None = None
    codes: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    start: str | None = None
    end: str | None = None
    successor: str | None = None
    imposed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post of one body; ``title`` is the label without it ("Foreign Minister"), aliases name this office alone."""

    id: str
    label: str
    aliases: tuple[str, ...]
    role: str
    body: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """An interval in which a person holds an office; ``end`` None means still in office, ``start`` None unknown."""

    person: str
    office: str
    start: str | None
    end: str | None

    def covers(self, day: date) -> bool:
        """Tell whether the office may be held on the day: a month or year covers each of its days, both ends count."""
        begun = self.start is None or earliest(self.start) <= day
        return begun and (self.end is None or day <= latest(self.end))


@dataclass(frozen=True, slots=True)
class AuthoritySummit:
    """A meeting of leaders that the authority file knows."""

    id: str
    name: str
    aliases: tuple[str, ...]
    start: str | None
    end: str | None
    place: str | None
    hosts: tuple[str, ...]
    principals: tuple[str, ...]
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Date of signature or adoption, parties and place of an agreement, which is also among the entities."""

    id: str
    name: str
    aliases: tuple[str, ...]
    date: str | None
    parties: tuple[str, ...]
    place: str | None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type.

    Attributes:
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        score: base value on the conflict-cooperation scale.
        modes: value of each mode; None where the manual gives none.
        cameo: CAMEO codes that the crosswalk sends here, as ``("081", "082", "083")``.
    """

    name: str
    quad: int
    score: float
    modes: Mapping[str, float | None]
    recipient_required: bool
    definition: str
    cameo: tuple[str, ...]

    def intensity(self, mode: str | None) -> float:
        """Return the value of the mode, or the base score where there is no mode or it has no value."""
        value = self.modes.get(mode) if mode else None
        return self.score if value is None else value


@dataclass(frozen=True, slots=True)
class Reading:
    """A case that Summitgraph and the PLOVER manual code differently; ``type`` and ``mode`` are ours."""

    id: str
    label: str
    definition: str
    type: str
    mode: str | None
    plover_type: str
    plover_mode: str | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase that carries an event.

    Attributes:
        lemmas: the phrase in lower-case lemmas, ``("walk", "out", "of")``.
        pos: part of speech of its head: ``VERB``, ``NOUN`` or ``ADJ``.
        recipient: routes to the recipient, best first: ``dobj``, ``poss``, ``amod``, ``compound``, ``prep:with``.
        modality: what the phrase itself gives, as ``planned`` for "schedule a meeting"; None leaves it to the clause.
        weight: how often the phrase means the event where it occurs, 0 to 1.
        source: id of its trigger set, as ``trigger:reject-refuse``.
    """

    lemmas: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    recipient: tuple[str, ...]
    modality: str | None
    weight: float
    source: str


@dataclass(frozen=True, slots=True)
class Title:
    """The wordings of one kind of office, valid for any body: "foreign minister" gives "Foreign Minister of {body}"."""

    id: str
    forms: tuple[str, ...]
    pattern: str
    role: str
    leads: bool


@dataclass(frozen=True, slots=True)
class BodyPattern:
    """The wordings of one kind of state body: "foreign ministry" gives "Ministry of Foreign Affairs of {body}"."""

    id: str
    forms: tuple[str, ...]
    pattern: str
    kind: str


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relationship type of the graph: which labels it joins."""

    name: str
    label: str
    definition: str
    domain: tuple[str, ...]
    range: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One demand of a SHACL shape, on one property of the nodes that it targets.

    Attributes:
        shape: local name of the node shape.
        target: ``class``, ``subjects-of`` or ``objects-of``; ``term`` is the label or the property.
        path: property that is constrained; None where the demand is on the node itself.
        classes: labels one of which each value must have; ``values``: what each value must be one of.
        pattern: regular expression that each value must match; ``minimum``, ``maximum``: numeric bounds of each value;
            ``less_than``: property whose every value must be greater.
    """

    shape: str
    target: str
    term: str
    path: str | None
    message: str
    min_count: int | None = None
    max_count: int | None = None
    classes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    datatype: str | None = None
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    less_than: str | None = None


@dataclass(frozen=True)
class Ontology:
    """Everything that the Turtle files say, in plain tables.

    Attributes:
        version: declared version and a hash of all files: ``0.1.0+3f2a9c01``; it changes with any of them.
        entities: by id; agreements and programmes among them.
        contexts, sectors: PLOVER's names with their definitions.
        cameo: CAMEO code to event type, longest code first to be tried.
    """

    version: str
    entities: Mapping[str, AuthorityEntity]
    offices: Mapping[str, Office]
    tenures: tuple[Tenure, ...]
    summits: Mapping[str, AuthoritySummit]
    agreements: Mapping[str, Agreement]
    event_types: Mapping[str, EventType]
    readings: tuple[Reading, ...]
    triggers: tuple[Trigger, ...]
    titles: tuple[Title, ...]
    bodies: tuple[BodyPattern, ...]
    relations: Mapping[str, RelationType]
    constraints: tuple[Constraint, ...]
    superclasses: Mapping[str, tuple[str, ...]]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    cameo: Mapping[str, str]
    modalities: tuple[str, ...] = field(default=MODALITIES)

    @cached_property
    def _by_office(self) -> dict[str, list[Tenure]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.tenures:
            found.setdefault(tenure.office, []).append(tenure)
        return found

    @cached_property
    def _by_person(self) -> dict[str, list[Tenure]]:
        found: dict[str, list[Tenure]] = {}
        for tenure in self.tenures:
            found.setdefault(tenure.person, []).append(tenure)
        return found

    def holders(self, office: str, day: date) -> tuple[str, ...]:
        """Return ids of the persons who may hold the office on the day, the one who came last first.

        On the very day of a handover the one who takes over is alone.
        """
        covering = [tenure for tenure in self._by_office.get(office, ()) if tenure.covers(day)]
        taken_over = any(tenure.start == day.isoformat() for tenure in covering)
        kept = [t for t in covering if not (taken_over and t.end == day.isoformat() and t.start != t.end)]
        return tuple(dict.fromkeys(t.person for t in sorted(kept, key=lambda t: t.start or "", reverse=True)))

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """Return everything that a person held, in the order of the files."""
        return tuple(self._by_person.get(person, ()))

    def offices_of(self, person: str, day: date) -> tuple[str, ...]:
        """Return ids of the offices that the person may hold on the day, the one taken up last first."""
        covering = [tenure for tenure in self._by_person.get(person, ()) if tenure.covers(day)]
        return tuple(dict.fromkeys(t.office for t in sorted(covering, key=lambda t: t.start or "", reverse=True)))
