"""Summits: the authority's own, and meetings of leaders that the text tells of and the authority lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from ontology.dates import earliest, latest
from summitgraph.extraction.evidence import Sentences
from summitgraph.extraction.gazetteer import Gazetteer, shared
from summitgraph.extraction.meetings import NOUNS, Known, Sighting, close
from summitgraph.extraction.state import Member, Ref, register
from summitgraph.extraction.times import interval, iso
from summitgraph.ids import digest, slug
from summitgraph.records import Evidence, ExtractedEvent, ExtractedSummit, Mention

_MONTHS = "January February March April May June July August September October November December".split()
_REMEMBERED = 365
_SURE, _SURER = 0.5, 0.65  # confidence under which an event makes no summit; of one whose party the text supplied
_STATED = 0.2  # of one whose place and time its own sentence gives
_GATHER = frozenset(
    ("meet meets met meeting gather gathers gathered gathering convene convenes convened assemble assembled ").split()
)
_INNS = ("hotel", "resort", "centre", "center", "hall", "airport", "villa", "museum", "university", "club", "stadium")
_MARGINS = (
    "courtesy",
    "dinner",
    "dined",
    "lunch",
    "margins",
    "sidelines",
    "phone",
    "call",
    "telephon",
    "spoke",
    "letter",
)


class SummitFinder:
    """Writes ``doc._.summits`` and names on each event the summit that it is a part of."""

    def __init__(self, *, gazetteer: Gazetteer) -> None:
        register()
        self.gazetteer = gazetteer
        self.known = Known(gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.summits`` and the ``summit`` of ``doc._.events``."""
        doc._.summits = self.match(doc)
        doc._.events = [self._placed(event, doc._.summits) for event in doc._.events]
        return doc

    def match(self, doc: Doc) -> list[ExtractedSummit]:
        """Return the summits of the text, those of the authority first."""
        sentences = Sentences(doc)
        summits = [self._canonical(doc, sentences, sighting) for sighting in self.known.sightings(doc, sentences)]
        large = [summit for summit in summits if not self._small(summit.id)]
        for found in self._multilateral(doc, sentences):
            if not any(_same(found, other) for other in summits):
                summits.append(found)
                large.append(found)
        for found in self._from_events(doc, large):
            twin = next((n for n, other in enumerate(summits) if _same(found, other)), None)
            if twin is None:
                summits.append(found)
            elif _joins(found, summits[twin]):
                people = dict.fromkeys((*summits[twin].participants, *found.participants))
                summits[twin] = replace(summits[twin], participants=tuple(people))
        return summits

    def _small(self, summit: str) -> bool:
        """Whether a summit of the authority file is a meeting of two to four people, no conference."""
        known = self.gazetteer.ontology.summits.get(summit)
        return known is not None and 2 <= len(known.principals) <= 4

    # -- the authority's ---------------------------------------------------------------------------------------------

    def _canonical(self, doc: Doc, sentences: Sentences, sighting: Sighting) -> ExtractedSummit:
        summit = sighting.summit
        small = 2 <= len(summit.principals) <= 4
        start, end = summit.start, summit.end or summit.start
        day = doc._.published
        early = day is not None and summit.start is not None and earliest(summit.start) > day
        late = day is not None and end is not None and (day - latest(end)).days > _REMEMBERED
        if small and sighting.dates and (early or (late and all(len(value) < 10 for value in sighting.dates))):
            # Planned, or long past: as precise as the text has it.
            start, end = _bounds([value for value in sighting.dates if value])
        if not small:
            # Of a large conference the text's own dates count: the day of one encounter is not that of the whole.
            spans = [sentences.tokens(number) for number in sighting.sentences]
            start, end = _bounds([day for first, last in spans for day in _days_of_meeting(doc, first, last)])
        participants = tuple(id_ for id_ in summit.principals if id_ in doc._.cast)
        if not small:
            participants = tuple(dict.fromkeys((*participants, *self._leaders_in(doc, sentences, sighting))))
        place = self._town(sighting)
        mentions = tuple(
            Mention(sentences.spans[n].start, sentences.spans[n].end, n, "nominal") for n in sighting.sentences
        )
        sites = tuple(id_ for id_ in sighting.sites if id_ != "")
        return ExtractedSummit(summit.id, summit.name, start, end, place, summit.place, participants, mentions, sites)

    def _leaders_in(self, doc: Doc, sentences: Sentences, sighting: Sighting) -> Iterator[str]:
        """Leaders whom the sentences of a large conference name."""
        for ref in doc._.refs:
            if sentences.of(ref.start) in sighting.sentences:
                yield from (
                    id_
                    for id_ in ref.entities
                    if id_.startswith("person:") and self.gazetteer.is_leader(id_, doc._.published)
                )

    def _town(self, sighting: Sighting) -> str | None:
        """The town by the name that the text gives it, else the one that the authority gives."""
        entities = self.gazetteer.entities
        sites = [entities[id_] for id_ in sighting.sites]
        town = self.known.town(sighting.summit)
        if any(entity.name == town for entity in sites):
            return town
        for kinds in (("city",), ("site", "island"), ("region",)):
            for entity in sites:
                if entity.kind in kinds:
                    return entity.name
        return town

    # -- meetings of bodies: the G7 summit in Charlevoix ---------------------------------------------------------------

    def _multilateral(self, doc: Doc, sentences: Sentences) -> Iterator[ExtractedSummit]:
        """Yield the summits of a body: "the ECOWAS summit in Abuja", "leaders of the European Union meet in Brussels"."""
        for ref in doc._.refs:
            if ref.entity is None or ref.kind != "name" or doc._.cast[ref.entity].type != "Organization":
                continue
            if not self._meets(doc, ref):
                continue
            sentence, number = doc[ref.start].sent, sentences.of(ref.start)
            town = self._town_in(doc, sentence.start, sentence.end, ref)
            start, end = _bounds(list(_days_of_meeting(doc, sentence.start, sentence.end)))
            if town is None:
                continue
            year = (start or str(doc._.published or ""))[:4]
            name = f"{year} {doc._.cast[ref.entity].name} Summit".strip()
            span = sentences.spans[number]
            people = tuple(
                dict.fromkeys(
                    id_
                    for r in doc._.refs
                    for id_ in r.entities
                    if sentences.of(r.start) == number
                    and id_.startswith("person:")
                    and self.gazetteer.is_leader(id_, doc._.published)
                )
            )
            yield ExtractedSummit(
                f"summit:{slug(name)}-{slug(doc._.cast[town].name)}",
                name,
                start,
                end,
                doc._.cast[town].name,
                town,
                people,
                (Mention(span.start, span.end, number, "nominal"),),
                (town,),
            )

    def _meets(self, doc: Doc, ref: Ref) -> bool:
        after = [token.lower_ for token in doc[ref.end : ref.end + 3]]
        before = [token.lower_ for token in doc[max(0, ref.start - 6) : ref.start]]
        entity = self.gazetteer.entities.get(ref.entities[0])
        if entity is not None and entity.kind not in (None, "international"):
            return False
        if any(word in ("summit", "session") for word in after) or ("summit" in before[-4:] and "of" in before):
            return True
        if "meeting" in after[:1]:
            return True
        if doc._.cast[ref.entities[0]].name.startswith(("Group of", "BRICS", "G7", "G20", "G8")) and after[:1] in (
            ["in"],
            ["at"],
        ):
            return True
        leaders = any(word in ("leaders", "heads", "presidents") for word in before) and "of" in before
        return leaders and any(token.lower_ in _GATHER for token in doc[ref.start].sent)

    def _town_in(self, doc: Doc, start: int, end: int, ref: Ref) -> str | None:
        places = [
            r
            for r in doc._.refs
            if r.entity
            and start <= r.start < end
            and r.kind == "name"
            and doc._.cast[r.entity].type == "Place"
            and r.start > 0
            and (
                doc[r.start - 1].lower_ in ("in", "at")
                or (doc[r.start - 1].lower_ == "the" and doc[r.start - 2].lower_ in ("in", "at"))
            )
        ]
        towns = [r for r in places if self._kind(r.entities[0]) in ("city", None)] or places
        return min(towns, key=lambda r: abs(r.start - ref.start)).entity if towns else None

    # -- meetings that an event tells of -------------------------------------------------------------------------------

    def _from_events(self, doc: Doc, large: Sequence[ExtractedSummit]) -> Iterator[ExtractedSummit]:
        groups: dict[tuple[str, ...], list[ExtractedEvent]] = {}
        for event in doc._.events:
            if self._is_summit(doc, event) and event.actor and event.recipient:
                parties = sorted((event.actor, event.recipient))
                groups.setdefault((*parties, event.date or "", event.place or "" if not event.date else ""), []).append(
                    event
                )
        for events in groups.values():
            event = events[0]
            if event.modality == "planned" and not event.date:
                continue
            sites = list(
                dict.fromkeys(site for e in events for proof in e.evidence for site in self._sites(doc, e, proof))
            )
            if (event.date or sites) and not (not sites and self._beside(event, large)):
                yield self._made(doc, event, sites)

    def _beside(self, event: ExtractedEvent, large: Sequence[ExtractedSummit]) -> bool:
        """Whether a meeting without a place of its own falls on the days of a large conference: it is held in its margins."""
        return bool(event.date) and any(summit.start and _near(event.date or "", summit) for summit in large)

    def _sites(self, doc: Doc, event: ExtractedEvent, proof: Evidence) -> list[str]:
        """Where the sentence puts the meeting: the event's place, or towns and sites behind "in", "at" and "to", a town first."""
        found = [event.place] if event.place else []
        if not self._names_both(doc, event, proof):
            return found[:1]
        for ref in doc._.refs:
            if ref.entity is None or ref.kind != "name" or not proof.start <= doc[ref.start].idx < proof.end:
                continue
            before = doc[ref.start - 1] if ref.start else None
            if before is not None and before.lower_ == "the" and before.i:
                before = before.nbor(-1)
            if before is not None and before.lower_ in ("in", "at", "to") and doc._.cast[ref.entity].type == "Place":
                found.append(ref.entity)
        towns = [id_ for id_ in found if self._kind(id_) == "city"] or self._towns_around(doc, found)
        return list(dict.fromkeys([*towns, *found]))[:2]

    def _name(self, doc: Doc, place: str | None) -> str | None:
        if place is None:
            return None
        member, entity = doc._.cast.get(place), self.gazetteer.entities.get(place)
        return member.name if member is not None else entity.name if entity is not None else None

    def _names_both(self, doc: Doc, event: ExtractedEvent, proof: Evidence) -> bool:
        """Whether a sentence speaks of both parties: another mention may stand in one that tells of something else."""
        named = {id_ for ref in doc._.refs if proof.start <= doc[ref.start].idx < proof.end for id_ in ref.entities}
        return {event.actor, event.recipient} <= named

    def _towns_around(self, doc: Doc, sites: list[str]) -> list[str]:
        """Towns in which the text itself puts the buildings: ``the Presidential Palace in Hanoi``."""
        by_start = {ref.start: ref for ref in doc._.refs if ref.kind == "name"}
        towns = []
        for ref in doc._.refs:
            if ref.entity in sites and ref.end + 1 < len(doc) and doc[ref.end].lower_ in ("in", ","):
                town = by_start.get(ref.end + 1)
                if town is not None and town.entity and self._kind(town.entity) == "city":
                    towns.append(town.entity)
        return towns or [town for site in sites for town in self._town_of(doc, site)]

    def _town_of(self, doc: Doc, site: str) -> Iterator[str]:
        """The town of the text that a building lies in by its coordinates; the White House and its like stand for themselves."""
        building = self.gazetteer.entities.get(site)
        if building is None or building.kind != "building" or self.gazetteer.is_seat(building.name):
            return
        towns = [town for town in self.known.cities if close(building, town, 20.0)]
        named = [town.id for town in towns if town.id in doc._.cast]
        yield from named or [town.id for town in towns[:1] if any(word in building.name.lower() for word in _INNS)]

    def _kind(self, place: str) -> str | None:
        entity = self.gazetteer.entities.get(place)
        return entity.kind if entity else None

    def _is_summit(self, doc: Doc, event: ExtractedEvent) -> bool:
        if event.modality not in ("actual", "planned") or not (
            (event.type == "CONSULT" and event.mode != "phone") or self._signed(doc, event)
        ):
            return False
        if event.actor is None or event.recipient is None or event.confidence < self._needed(event):
            return False
        when = _day(event.date) or doc._.published
        if not all(self._leads(doc._.cast[id_], when) for id_ in (event.actor, event.recipient)):
            return False
        for proof in event.evidence:
            trigger = doc.text[proof.trigger.start : proof.trigger.end].lower() if proof.trigger else ""
            around = doc.text[proof.start : proof.end].lower()
            if (
                not any(word in trigger for word in _MARGINS)
                and "sidelines" not in around
                and "in the margins" not in around
            ):
                return True
        return False

    def _needed(self, event: ExtractedEvent) -> float:
        """The confidence that makes a summit of an event: more where the text supplied a party, but for a visit on a known day."""
        if "context" not in event.rule or (event.mode == "visit" and event.date is not None and len(event.date) == 10):
            return _SURE
        if event.place and event.date and "lexicon" in event.rule:
            return _STATED  # its own sentence says where and when
        return _SURER

    def _signed(self, doc: Doc, event: ExtractedEvent) -> bool:
        """Whether two put their names to something on one day: they met for it."""
        if event.type != "AGREE" or event.modality != "actual" or not event.date or len(event.date) < 10:
            return False
        return any(
            doc.text[p.trigger.start : p.trigger.end].lower().startswith("sign") for p in event.evidence if p.trigger
        )

    def _leads(self, member: Member, when: date | None) -> bool:
        return member.type == "Person" and (
            (member.known and self.gazetteer.is_leader(member.id, when)) or "LEADS" in member.offices
        )

    def _made(self, doc: Doc, event: ExtractedEvent, sites: list[str]) -> ExtractedSummit:
        place = sites[0] if sites else None
        parties = sorted(id_ for id_ in (event.actor, event.recipient) if id_)
        short = sorted(_surname(doc._.cast[id_]) for id_ in parties)
        when = _when(event.date)
        name = f"{when} {'-'.join(short)} Meeting".strip()
        # Two undated meetings of one pair, told of in two texts, are not one meeting.
        salt = "" if event.date else doc._.document_id or ""
        id_ = f"summit:{slug(name)}-{digest(*parties, event.date or '', place or '', salt)[:4]}"
        proof = event.evidence[0]
        town = self._name(doc, place)
        return ExtractedSummit(
            id_,
            name,
            event.date,
            event.date,
            town,
            place,
            tuple(parties),
            (Mention(proof.start, proof.end, proof.sentence, "nominal"),),
            tuple(id_ for id_ in sites if id_ in doc._.cast),
        )

    # -- events of a summit --------------------------------------------------------------------------------------------

    def _placed(self, event: ExtractedEvent, summits: list[ExtractedSummit]) -> ExtractedEvent:
        for summit in summits:
            parties = {event.actor, event.recipient} - {None}
            if not parties or not parties <= set(summit.participants) or event.modality not in ("actual", "planned"):
                continue
            if event.date and summit.start and _within(event.date, summit):
                return replace(event, summit=summit.id)
            if (
                not event.date
                and event.type == "CONSULT"
                and any(p.sentence == m.sentence for p in event.evidence for m in summit.mentions)
            ):
                return replace(event, summit=summit.id)
        return event


def _days_of_meeting(doc: Doc, start: int, end: int) -> Iterator[str]:
    """Yield the dates that hang on a meeting's noun or on the verb that holds it, not on what else is done that day."""
    for time in doc._.times:
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or not start <= span.start < end or not time.value or time.type not in ("DATE", "TIME"):
            continue
        node = span.root
        follows = doc.text[time.end : time.end + 8].lstrip(" ,").startswith(("when ", "where "))
        clauses = (
            [span.sent.root]
            if follows
            else [child for child in node.children if child.dep_ in ("relcl", "advcl", "acl")]
        )
        if any(token.lower_ in NOUNS for clause in clauses for token in clause.subtree):
            # "in November, when he is guest at the Commonwealth meeting"
            if (day := iso(time.value)) is not None:
                yield day
            continue
        for _ in range(5):
            if (
                node.lower_ in NOUNS
                or node.lower_ in _GATHER
                or node.lower_ in ("held", "hosts", "hosted", "opens", "opened", "receives")
            ):
                if (day := iso(time.value)) is not None:
                    yield day
                break
            if node.head.i == node.i or node.tag_[:2] == "VB":
                break
            node = node.head


def _bounds(values: list[str]) -> tuple[str | None, str | None]:
    values = [value for value in values if value]
    if not values:
        return None, None
    longest = max(len(value) for value in values)
    best = sorted(value for value in values if len(value) == longest)
    return best[0], best[-1]


def _same(found: ExtractedSummit, other: ExtractedSummit) -> bool:
    """Whether two findings are one summit: the same people or place on days that agree."""
    if set(found.places) & set(other.places) and (
        found.start is None or other.start is None or _near(found.start, other)
    ):
        return True
    if (
        found.place is not None
        and found.place == other.place
        and (found.start is None or other.start is None or _near(found.start, other))
    ):
        return True
    if found.place and other.place and not (found.start and other.start):
        return False  # two places, and no day that joins them
    shared = set(found.participants) & set(other.participants)
    if (
        shared
        and found.start
        and found.start == other.start
        and len(found.start) < 10
        and found.mentions == other.mentions
    ):
        return True
    if len(shared) >= 2:
        return found.start is None or other.start is None or _near(found.start, other)
    return False


def _joins(found: ExtractedSummit, other: ExtractedSummit) -> bool:
    """Whether two meetings that events tell of are one of several people: they share somebody, a day and a place."""
    return (
        other.id.startswith("summit:")
        and other.start == found.start
        and other.id[-5:-4] == "-"
        and bool(set(found.participants) & set(other.participants))
    )


def _near(value: str, summit: ExtractedSummit) -> bool:
    if summit.start is None:
        return True
    first, last = earliest(value), latest(value)
    return first <= latest(summit.end or summit.start) and last >= earliest(summit.start)


def _within(value: str, summit: ExtractedSummit) -> bool:
    return len(value) == 10 and _near(value, summit)


def _day(value: str | None) -> date | None:
    found = interval(value) if value else None
    return found[0] if found else None


def _when(value: str | None) -> str:
    if value is None:
        return ""
    return f"{_MONTHS[int(value[5:7]) - 1]} {value[:4]}" if len(value) >= 7 and value[5:7].isdigit() else value[:4]


def _surname(member: Member) -> str:
    aliases = [alias for alias in member.aliases if " " not in alias and alias in member.name.split()]
    return aliases[0] if aliases else member.name.split()[-1]


@Language.factory(
    "summitgraph_summits",
    assigns=["doc._.summits"],
    requires=["doc._.refs", "doc._.events"],
    default_config={"extra": []},
)
def make_summits(nlp: Language, name: str, extra: list[str]) -> SummitFinder:
    """Make the component; ``extra`` lists further Turtle files or folders of the user's."""
    return SummitFinder(gazetteer=shared(tuple(extra)))
