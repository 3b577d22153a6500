"""The rules by which documents meet without a decision. Each looks at one document alone.

Persons and organizations that the authority file lacks:

* a person's titles and suffixes are no part of the name, ``Family, Given`` is turned, and family names of Korea, China
  and Vietnam come first: ``Son Gwon Ri`` is ``Ri Son Gwon``;
* spellings of one name that ``names.toml`` lists are one: ``Sergey`` is ``Sergei``;
* whose letters then are those of exactly one person of the authority file is that person: ``Jongun Kim``;
* an organization's article and company ending are no part of its name.

Events:

* a day, or an interval of at most three days, identifies an act of one type by one actor towards one recipient
  at one place; whether it is planned, denied or reported as done, it is the same event, and its claims say which;
* within a summit the place identifies nothing: hotel and town are the summit's own;
* a coarser date identifies no event across documents, nor does none: two calls in one week are two events, and so are
  the meetings of Singapore and Hanoi. The review queue shows which of them may be one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ontology.model import Ontology
from summitgraph.graph.model import label_of
from summitgraph.ids import event_id
from summitgraph.records import ExtractedEvent
from summitgraph.resolution.names import letters, ordered, organization_key, person_key

LONGEST_INTERVAL = 3


@dataclass(frozen=True, slots=True)
class Authority:
    """What the rules need of the authority file: its ids with their names, and its persons by the letters of a name."""

    names: dict[str, str] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ontology: Ontology) -> Authority:
        """Return them; the letters of two persons' names are left out, since they name neither for certain."""
        found: dict[str, set[str]] = {}
        for each in ontology.entities.values():
            if each.type == "Person":
                for name in _full_names(each.name, each.aliases):
                    found.setdefault(letters(person_key(name)), set()).add(each.id)
        persons = {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}
        return cls({each.id: each.name for each in ontology.entities.values()}, persons)


@dataclass(frozen=True, slots=True)
class Canonical:
    """The id and name under which an entity is known by the rules."""

    id: str
    name: str


def canonical(id_: str, name: str, authority: Authority) -> Canonical:
    """Return under which id and name the rules know an entity of a document."""
    label = label_of(id_)
    if id_ in authority.names or label not in ("Person", "Organization"):
        return Canonical(id_, name)
    if label == "Organization":
        return Canonical(f"organization:{organization_key(name)}", name)
    key = person_key(name)
    known = authority.persons.get(letters(key))
    return Canonical(known, authority.names[known]) if known else Canonical(f"person:{key}", ordered_name(name))


def ordered_name(name: str) -> str:
    """Return the name as written where only its order is in question and stands; else in its own order."""
    turned = ordered(name)
    return name if turned.split() == name.replace("-", " ").split() else turned


def canonical_event(before: ExtractedEvent, after: ExtractedEvent, document: str) -> str:
    """Return the event's id by the rules.

    Args:
        before: the event as it was extracted.
        after: the same, with the ids that its actor, recipient, place and summit have across documents.
    """
    if not _is_dated(before):
        return before.id
    identified = identifies(after.date, after.date_precision)
    place = None if identified and after.summit else after.place
    salt = "" if identified else f"{document}{after.modality}"
    return event_id(after.type, [after.actor or ""], [after.recipient or ""], after.date, place, salt)


def identifies(day: str | None, precision: str | None) -> bool:
    """Tell whether a date is so narrow that acts alike on it are one."""
    if day is None:
        return False
    if precision == "day":
        return True
    start, slash, end = day.partition("/")
    if not slash:
        return False
    try:
        days = (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return False
    return 0 <= days < LONGEST_INTERVAL


def _is_dated(event: ExtractedEvent) -> bool:
    """Whether the id was made of the event's own fields, so that it means the same in every document."""
    made = event_id(event.type, [event.actor or ""], [event.recipient or ""], event.date, event.place, event.modality)
    return event.date is not None and event.id == made


def _full_names(name: str, aliases: Iterable[str]) -> list[str]:
    """Names of more than one word: a bare surname is nobody's alone."""
    return [form for form in (name, *aliases) if len(form.split()) > 1]
