"""The authority file as the linker asks it: surface forms, people by surname, holders of an office on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import ontology
from ontology import AuthorityEntity, Ontology
from summitgraph.extraction.state import NameKind
from summitgraph.extraction.vocabulary import words

_SMALL = words("sites") | words("accords") | {"summit", "programme", "program"}
_UPPER_TYPES = ("Country", "Place")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one surface form may mean; ``type`` is that of the first id."""

    kind: NameKind
    ids: tuple[str, ...]
    type: str


@cache
def shared(extra: tuple[str, ...] = ()) -> Gazetteer:
    """Return the gazetteer of the ontology and further Turtle files; made once, since several components ask it."""
    return Gazetteer(ontology.load([Path(path) for path in extra]))


class Gazetteer:
    """Surface forms of every entity of the ontology.

    ``surfaces`` maps a form, letter for letter, to its entry. A form that is a state's name and a town's, as
    ``Singapore``, means the state; a capital that stands for its government keeps both ids, the state first.
    """

    def __init__(self, onto: Ontology) -> None:
        self.ontology = onto
        self.entities: Mapping[str, AuthorityEntity] = onto.entities
        names: dict[str, list[str]] = defaultdict(list)
        demonyms: dict[str, list[str]] = defaultdict(list)
        metonyms: dict[str, list[str]] = defaultdict(list)
        for entity in onto.entities.values():
            for form in (entity.name, *entity.aliases):
                names[form.removeprefix("the ")].append(entity.id)
            for form in entity.demonyms:
                demonyms[form].append(entity.id)
            for form in entity.metonyms:
                metonyms[form].append(entity.id)
        self.surfaces: dict[str, Entry] = {}
        for form, ids in names.items():
            self._add(form, self._name_entry(form, ids, metonyms))
        for form, ids in metonyms.items():
            if form not in self.surfaces:
                self._add(form, Entry("metonym", tuple(ids), "Country"))
        for form, ids in demonyms.items():
            if form not in self.surfaces:
                self._add(form, Entry("demonym", tuple(ids), "Country"))
        self.ambiguous: dict[str, tuple[str, ...]] = {}
        for entity in onto.entities.values():
            for form in entity.ambiguous:
                self.ambiguous[form] = (*self.ambiguous.get(form, ()), entity.id)
        self.by_surname = self._surnames()

    def _name_entry(self, form: str, ids: list[str], metonyms: dict[str, list[str]]) -> Entry:
        ordered = tuple(sorted(dict.fromkeys(ids), key=self._rank))
        if form in metonyms and not any(self.entities[id_].type == "Country" for id_ in ordered):
            if any(self.entities[id_].type == "Organization" for id_ in ordered):
                return Entry("name", ordered, "Organization")
            return Entry("metonym", (*metonyms[form], *ordered), "Country")
        return Entry("name", ordered, self.entities[ordered[0]].type)

    def _rank(self, id_: str) -> tuple[int, str]:
        order = {"Country": 0, "Person": 1, "Organization": 2, "Place": 3}
        return order.get(self.entities[id_].type, 4), id_

    def _add(self, form: str, entry: Entry) -> None:
        variants = {form}
        if "'" in form:
            variants.add(form.replace("'", "’"))
        head, _, last = form.rpartition(" ")
        if head and last.lower() in _SMALL and last[0].isupper():
            variants.add(f"{head} {last.lower()}")
        if entry.type in _UPPER_TYPES and entry.kind != "demonym" and len(form) > 3:
            variants.add(form.upper())
        for variant in variants:
            self.surfaces.setdefault(variant, entry)

    def _surnames(self) -> dict[str, tuple[str, ...]]:
        """First and last words of people's names, since East Asian names put the family name first."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for entity in self.entities.values():
            if entity.type == "Person":
                for form in (entity.name, *entity.aliases):
                    for short in short_forms(form):
                        found[short][entity.id] = None
        return {form: tuple(ids) for form, ids in found.items()}

    def in_office(self, surname: str, day: date) -> list[str]:
        """People of that surname who hold any office on that day, the most senior first."""
        held = []
        for person in self.by_surname.get(surname, ()):
            offices = self.ontology.offices_of(person, day)
            if offices:
                held.append((min(_seniority(self.ontology.offices[id_].role) for id_ in offices), person))
        return [person for _, person in sorted(held)]

    def country_of(self, id_: str) -> str | None:
        """Return the id of the country that an entity belongs to; a country's own id."""
        if id_.startswith("country:"):
            return id_
        entity = self.entities.get(id_)
        return entity.country if entity else None

    def is_seat(self, name: str) -> bool:
        """Tell whether a building's name is that of the body in it too."""
        entry = self.surfaces.get(name)
        return entry is not None and any(id_.startswith("organization:") for id_ in entry.ids)

    def twins(self, id_: str) -> tuple[str, ...]:
        """Return the other states of a divided country: those that share the last word of its name."""
        last = self.entities[id_].name.split()[-1]
        return tuple(
            e.id for e in self.entities.values() if e.type == "Country" and e.id != id_ and e.name.split()[-1] == last
        )

    def exists(self, id_: str, day: date) -> bool:
        """Tell whether a state stands on that day; one without bounds always does."""
        entity = self.entities[id_]
        return (entity.start is None or entity.start <= day.isoformat()) and (
            entity.end is None or day.isoformat() <= entity.end
        )

    def ever_led(self, person: str, country: str) -> bool:
        """Tell whether a person led a state at any time."""
        offices = (self.ontology.offices[t.office] for t in self.ontology.tenures_of(person))
        return any(office.role in _LEADING and office.body == country for office in offices)

    def is_leader(self, person: str, day: date | None) -> bool:
        """Tell whether a person leads a state on that day, or ever where no day is given."""
        offices = self.ontology.offices_of(person, day) if day else [t.office for t in self.ontology.tenures_of(person)]
        return any(self.ontology.offices[id_].role in _LEADING for id_ in offices)


_LEADING = frozenset(("head-of-state", "head-of-government", "monarch", "party-leader"))


def short_forms(name: str) -> tuple[str, ...]:
    """Return the forms by which a full name is taken up again: its last word, its first, its end with particles."""
    parts = name.split()
    if len(parts) < 2:
        return ()
    forms = {parts[-1]: None, parts[0]: None}
    for index in range(1, len(parts) - 1):
        if parts[index][0].islower() or parts[index] in (
            "Al",
            "El",
            "Bin",
            "Ben",
            "Abu",
            "Van",
            "Von",
            "De",
            "Da",
            "Dos",
        ):
            forms[" ".join(parts[index:])] = None
            break
    if parts[-1] in ("Jr.", "Jr", "Sr.", "III", "II"):
        forms[parts[-2]] = None
    return tuple(forms)


_SENIORITY = ("head-of-state", "head-of-government", "monarch", "party-leader", "secretary-general", "foreign-minister")


def _seniority(role: str) -> int:
    return _SENIORITY.index(role) if role in _SENIORITY else len(_SENIORITY)
