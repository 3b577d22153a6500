"""An extraction and its claims with other ids in place of those that extraction gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from summitgraph.records import (
    Claim,
    ExtractedDocument,
    ExtractedEntity,
    ExtractedEvent,
    ExtractedRelation,
    ExtractedSummit,
)

Ids = Mapping[str, str]


def rewrite(
    extracted: ExtractedDocument, claims: Sequence[Claim], ids: Ids, names: Mapping[str, str]
) -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    """Return both with entities and summits under other ids; what falls together is one.

    Args:
        ids: by old id the new one.
        names: by new id the name to show.
    """
    to = _lookup(ids)
    rewritten = replace(
        extracted,
        entities=_entities(extracted.entities, to, names),
        summits=_summits(extracted.summits, to, names),
        events=tuple(_event(event, to) for event in extracted.events),
        relations=tuple(_relation(each, to, names) for each in extracted.relations),
    )
    return rewritten, tuple(_claim(claim, to) for claim in claims)


def individuals(extracted: ExtractedDocument, claims: Iterable[Claim]) -> dict[str, str | None]:
    """Return id and name of each entity and summit; the name is None where claims alone name it."""
    found: dict[str, str | None] = {}
    for claim in claims:
        about = claim.about if claim.about and claim.about.startswith("summit:") else None
        named = (claim.subject, claim.object, claim.attributed_to, claim.place, claim.summit, about)
        found.update((id_, None) for id_ in named if id_)
    found |= {each.object: each.object_name for each in extracted.relations if each.object_name}
    found |= {each.id: each.name for each in extracted.entities}
    return found | {each.id: each.name for each in extracted.summits}


def _lookup(ids: Ids) -> Callable[[str | None], str | None]:
    return lambda id_: ids.get(id_, id_) if id_ is not None else None


def _entities(
    entities: Iterable[ExtractedEntity], to: Callable[[str | None], str | None], names: Mapping[str, str]
) -> tuple[ExtractedEntity, ...]:
    groups: dict[str, list[ExtractedEntity]] = {}
    for each in entities:
        groups.setdefault(str(to(each.id)), []).append(each)
    return tuple(_one_entity(id_, group, names.get(id_)) for id_, group in groups.items())


def _one_entity(id_: str, group: Sequence[ExtractedEntity], name: str | None) -> ExtractedEntity:
    if len(group) == 1 and group[0].id == id_ and name in (None, group[0].name):
        return group[0]
    own = next((each for each in group if each.id == id_), min(group, key=lambda each: each.name))
    shown = name or own.name
    forms = {form for each in group for form in (each.name, *each.aliases)} - {shown}
    mentions = {mention for each in group for mention in each.mentions}
    return ExtractedEntity(
        id_,
        shown,
        own.type,
        tuple(sorted(forms)),
        min((each.wikidata for each in group if each.wikidata), default=None),
        tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.kind))),
    )


def _summits(
    summits: Iterable[ExtractedSummit], to: Callable[[str | None], str | None], names: Mapping[str, str]
) -> tuple[ExtractedSummit, ...]:
    found: dict[str, ExtractedSummit] = {}
    for each in summits:
        moved = replace(
            each,
            id=str(to(each.id)),
            place_id=to(each.place_id),
            participants=_all(each.participants, to),
            places=_all(each.places, to),
        )
        moved = replace(moved, name=names.get(moved.id, moved.name))
        first = found.get(moved.id)
        found[moved.id] = _one_summit(first, moved) if first else moved
    return tuple(found.values())


def _one_summit(first: ExtractedSummit, second: ExtractedSummit) -> ExtractedSummit:
    return replace(
        first,
        start=min((day for day in (first.start, second.start) if day), default=None),
        end=max((day for day in (first.end, second.end) if day), default=None),
        participants=tuple(dict.fromkeys((*first.participants, *second.participants))),
        places=tuple(dict.fromkeys((*first.places, *second.places))),
        mentions=tuple(dict.fromkeys((*first.mentions, *second.mentions))),
    )


def _all(ids: Iterable[str], to: Callable[[str | None], str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(to(id_)) for id_ in ids))


def _event(event: ExtractedEvent, to: Callable[[str | None], str | None]) -> ExtractedEvent:
    return replace(
        event,
        actor=to(event.actor),
        recipient=to(event.recipient),
        place=to(event.place),
        attributed_to=to(event.attributed_to),
        summit=to(event.summit),
    )


def _relation(
    each: ExtractedRelation, to: Callable[[str | None], str | None], names: Mapping[str, str]
) -> ExtractedRelation:
    end = str(to(each.object))
    return replace(
        each,
        subject=str(to(each.subject)),
        object=end,
        object_name=names.get(end, each.object_name) if each.object_name else None,
        attributed_to=to(each.attributed_to),
    )


def _claim(claim: Claim, to: Callable[[str | None], str | None]) -> Claim:
    return replace(
        claim,
        subject=to(claim.subject),
        object=to(claim.object),
        about=to(claim.about),
        attributed_to=to(claim.attributed_to),
        place=to(claim.place),
        summit=to(claim.summit),
    )
