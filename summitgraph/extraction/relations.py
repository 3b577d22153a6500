"""States between two things as the text says them: by titles, appositions, possessives, places and meetings."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from summitgraph.extraction.evidence import Sentences
from summitgraph.extraction.gazetteer import Gazetteer, shared
from summitgraph.extraction.meetings import close
from summitgraph.extraction.offices import OfficeIndex
from summitgraph.extraction.phrases import coordinated, subject
from summitgraph.extraction.state import Member, OfficeHeld, Ref, register
from summitgraph.ids import slug
from summitgraph.records import Evidence, ExtractedEvent, ExtractedRelation, ExtractedSummit

_CONFIDENCE = {
    "title": 0.95,
    "verb": 0.8,
    "authority": 0.6,
    "nationality": 0.9,
    "adjacent": 0.85,
    "programme": 0.85,
    "sanctions": 0.8,
    "summit": 0.9,
    "delegate": 0.7,
    "site": 0.85,
    "signature": 0.75,
    "alliance": 0.8,
    "adviser": 0.85,
}


_HEADING = frozenset("chairs heads leads commands governs rules runs led headed".split())


_BESIDE = frozenset(
    (
        "joined beside accompanied accompanying flanked attended attending delegation delegations alongside aides advisers "
        "seated brought table sides took"
    ).split()
)
_STATE_BODIES = ("party", "government-body", "media")
_FEW = 12  # parties of an accord whose list is worth repeating
_SIGNS = ("sign", "initial", "adopt", "conclud", "ratif", "join", "acced", "reach", "agree", "seal", "issue", "declar")


class RelationFinder:
    """Writes ``doc._.relations``: one relation per pair and predicate, with every place where the text says it."""

    def __init__(self, *, gazetteer: Gazetteer) -> None:
        register()
        self.gazetteer = gazetteer
        self.offices = OfficeIndex(gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.relations``."""
        doc._.relations = self.match(doc)
        return doc

    def match(self, doc: Doc) -> list[ExtractedRelation]:
        """Return the relations of the text in order of their first evidence."""
        found: dict[tuple[str, str, str], ExtractedRelation] = {}
        reader = _Reader(doc, self.gazetteer, self.offices)
        for agent, predicate, object_, label, rule, evidence in reader.read():
            key = (agent, predicate, object_)
            known = found.get(key)
            proofs = (*known.evidence, evidence) if known else (evidence,)
            if rule == "authority" and known is not None:
                continue
            found[key] = ExtractedRelation(
                agent,
                predicate,
                object_,
                _CONFIDENCE[rule],
                rule,
                object_name=label,
                evidence=tuple(dict.fromkeys(proofs)),
            )
        leading = {(s, o) for s, p, o in found if p == "LEADS"}
        return [r for (s, p, o), r in found.items() if not (p == "AFFILIATED_WITH" and (s, o) in leading)]


_Found = tuple[str, str, str, str | None, str, Evidence]


class _Reader:
    def __init__(self, doc: Doc, gazetteer: Gazetteer, offices: OfficeIndex) -> None:
        self.doc, self.gazetteer, self.offices = doc, gazetteer, offices
        self.cast = doc._.cast
        self.refs: list[Ref] = doc._.refs
        self.sentences = Sentences(doc)
        self.by_start = {ref.start: ref for ref in self.refs if ref.kind != "pronoun"}

    def read(self) -> Iterator[_Found]:
        for held in doc_offices(self.doc):
            yield from self._office(held)
        yield from self._known()
        yield from self._neighbours()
        yield from self._programmes()
        yield from self._summits()
        yield from self._signatures()
        yield from self._alliances()
        yield from self._heads()

    def _heads(self) -> Iterator[_Found]:
        """Who chairs, commands or rules what, by the verb."""
        for token in self.doc:
            if token.lower_ not in _HEADING or token.tag_[:2] != "VB":
                continue
            doer = subject(token)
            object_ = next((child for child in token.rights if child.dep_ == "dobj"), None)
            if doer is None or object_ is None:
                continue
            person = next((ref for ref in self.refs if ref.start <= doer.i < ref.end and ref.entity), None)
            body = next((ref for ref in self.refs if ref.start <= object_.i < ref.end and ref.entity), None)
            if person is None or body is None or person.entity is None or body.entity is None:
                continue
            if self.cast[person.entity].type == "Person" and self.cast[body.entity].type in ("Organization", "Country"):
                yield person.entity, "LEADS", body.entity, None, "verb", self.sentences.evidence(token.i, token.i + 1)

    # -- offices ---------------------------------------------------------------------------------------------------

    def _office(self, held: OfficeHeld) -> Iterator[_Found]:
        evidence = self.sentences.evidence(held.start, held.end)
        if held.superior is not None and not held.past:
            yield held.person, "ADVISES", held.superior, None, "adviser", evidence
        if held.body is None:
            if held.office or held.role == "pope":
                yield held.person, "HOLDS_OFFICE", held.office or "office:pope", held.label or "Pope", "title", evidence
            return
        leads = not held.past and self.offices.leading(held.role, held.office, held.body)
        if self.offices.is_post(held.role) and not held.past:
            object_ = held.office or f"office:{slug(held.label)}"
            yield held.person, "HOLDS_OFFICE", object_, held.label, "title", evidence
        named = held.named_body or held.body
        country = self.gazetteer.country_of(named) or (self.cast[named].country if named in self.cast else None)
        if leads and (held.named_body == held.body or held.body.startswith("country:") or held.body in self.cast):
            yield held.person, "LEADS", held.body, None, "title", evidence
        if (
            leads
            and held.office
            and country is not None
            and country != held.body
            and self.offices.of_state(held.office)
        ):
            yield held.person, "LEADS", country, None, "title", evidence
            return
        if named.startswith("organization:") and held.named_body and not (leads and named == held.body):
            yield held.person, "AFFILIATED_WITH", named, None, "title", evidence
        if country is not None and country in self.cast and not (leads and country == held.body):
            yield held.person, "AFFILIATED_WITH", country, None, "title", evidence

    def _known(self) -> Iterator[_Found]:
        """People of the authority file beside their own country, where the text names both: general knowledge, and marked so."""
        day = self.doc._.published
        past = {held.person for held in doc_offices(self.doc) if held.past}
        for ref in self.refs:
            id_ = ref.entity
            if id_ is None or ref.kind != "name" or not id_.startswith("person:"):
                continue
            country = self.gazetteer.country_of(id_)
            if country is None or country not in self.cast:
                continue
            led = self.gazetteer.is_leader(id_, day) if day else False
            evidence = self.sentences.evidence(ref.start, ref.end)
            office = None if led else self.offices.leading_office(id_, country, str(day.year) if day else "9999")
            if office is not None and id_ not in past:
                # In a retrospect people hold the office of the time that it tells of.
                yield id_, "LEADS", country, None, "authority", evidence
                yield id_, "HOLDS_OFFICE", office.id, office.label, "authority", evidence
                continue
            yield id_, "LEADS" if led else "AFFILIATED_WITH", country, None, "authority", evidence

    # -- names side by side ----------------------------------------------------------------------------------------

    def _neighbours(self) -> Iterator[_Found]:
        for ref in self.refs:
            if ref.entity is None or ref.kind != "name":
                continue
            member = self.cast[ref.entity]
            if member.type == "Organization":
                yield from self._body_of(ref)
                yield from self._own_country(ref)
            elif member.type == "Place":
                yield from self._lies_in(ref)
                yield from self._in_town(ref)

    def _body_of(self, ref: Ref) -> Iterator[_Found]:
        for other in self.refs:
            if other.entity is None or self.cast[other.entity].type != "Country":
                continue
            gap = ref.start - other.end
            joined = (
                gap == 0
                or (other.start == ref.start and other.end < ref.end)
                or (gap in (1, 2) and self.doc[other.end].tag_ == "POS")
            )
            behind = other.start - ref.end in (1, 2) and self.doc[ref.end].lower_ == "of"
            if (joined or behind) and self._belongs(ref.entities[0], other.entity):
                evidence = self.sentences.evidence(min(ref.start, other.start), max(ref.end, other.end))
                yield ref.entities[0], "AFFILIATED_WITH", other.entity, None, "nationality", evidence

    def _own_country(self, ref: Ref) -> Iterator[_Found]:
        """A party, ministry or news agency of the authority file beside its country, where the text names both."""
        entity = self.gazetteer.entities.get(ref.entities[0])
        if (
            entity is not None
            and entity.kind in _STATE_BODIES
            and entity.country is not None
            and entity.country in self.cast
        ):
            yield (
                entity.id,
                "AFFILIATED_WITH",
                entity.country,
                None,
                "authority",
                self.sentences.evidence(ref.start, ref.end),
            )

    def _belongs(self, body: str, country: str) -> bool:
        own = self.cast[body].country or self.gazetteer.country_of(body)
        return own in (None, country)

    def _lies_in(self, ref: Ref) -> Iterator[_Found]:
        end = ref.end
        if end + 1 >= len(self.doc):
            return
        step = self.doc[end]
        at = end + 1
        if step.lower_ not in ("in", ",", "on", "near", "(") or step.lower_ == "near":
            return
        if self.doc[at].lower_ in ("the", "central", "downtown", "northern", "southern", "eastern", "western"):
            at += 1
        other = self.by_start.get(at)
        if other is None or other.kind != "name" or other.entity is None or other.entity == ref.entity:
            return
        kind = self.cast[other.entity].type
        if kind not in ("Place", "Country") or not self._within(ref.entities[0], other.entity):
            return
        if step.text == "," and kind == "Place" and self._size(ref.entities[0]) >= self._size(other.entity):
            return
        yield ref.entities[0], "LOCATED_IN", other.entity, None, "site", self.sentences.evidence(ref.start, other.end)

    def _in_town(self, ref: Ref) -> Iterator[_Found]:
        """A building and its town that one sentence names, by their coordinates in the authority file."""
        site = self.gazetteer.entities.get(ref.entities[0])
        if site is None or site.kind not in ("building", "site", "island"):
            return
        sentence = self.sentences.of(ref.start)
        for other in self.refs:
            if other.entity is None or other.kind != "name" or self.sentences.of(other.start) != sentence:
                continue
            town = self.gazetteer.entities.get(other.entity)
            if (
                town is not None
                and town.kind in ("city", "island")
                and town.id != site.id
                and town.kind != site.kind
                and close(site, town, 20.0)
            ):
                yield site.id, "LOCATED_IN", town.id, None, "site", self.sentences.evidence(ref.start, ref.end)

    def _within(self, place: str, other: str) -> bool:
        inner, outer = self.gazetteer.country_of(place), self.gazetteer.country_of(other)
        return inner is None or outer is None or inner == outer

    def _size(self, place: str) -> int:
        entity = self.gazetteer.entities.get(place)
        order = {"site": 0, "building": 0, "city": 1, "island": 1, "region": 2}
        return order.get(entity.kind or "", 1) if entity else 1

    # -- programmes and sanctions ----------------------------------------------------------------------------------

    def _programmes(self) -> Iterator[_Found]:
        for ref in self.refs:
            if ref.entity is None or self.cast[ref.entity].type != "Program":
                continue
            member = self.cast[ref.entity]
            evidence = self.sentences.evidence(ref.start, ref.end)
            imposer = member.imposed_by
            if imposer is not None and member.country is not None and imposer in self.cast:
                yield imposer, "SANCTIONS", member.country, None, "sanctions", evidence
            elif self._weapons(member) and member.country is not None and member.country in self.cast:
                yield member.country, "HAS_PROGRAM", member.id, None, "programme", evidence
        for event in self.doc._.events:
            if self._imposes(event) and event.actor and event.recipient:
                yield event.actor, "SANCTIONS", event.recipient, None, "sanctions", event.evidence[0]

    def _imposes(self, event: ExtractedEvent) -> bool:
        """Whether an event is a state's or body's sanction on a state."""
        if event.type != "SANCTION" or event.modality != "actual" or event.mode not in (None, "discontinue"):
            return False
        by_body = event.actor is not None and self.cast[event.actor].type in ("Country", "Organization")
        return by_body and event.recipient is not None and event.recipient.startswith("country:")

    def _weapons(self, member: Member) -> bool:
        entity = self.gazetteer.entities.get(member.id)
        return entity.kind in ("nuclear", "missile") if entity else "sanctions" not in member.name.lower()

    # -- meetings and accords --------------------------------------------------------------------------------------

    def _summits(self) -> Iterator[_Found]:
        for summit in self.doc._.summits:
            for mention in summit.mentions[:1]:
                span = self.sentences.spans[mention.sentence]
                evidence = Evidence(span.start, span.end, mention.sentence)
                for person in summit.participants:
                    yield person, "PARTICIPATED_IN", summit.id, None, "summit", evidence
                for place in summit.places:
                    yield summit.id, "HELD_IN", place, None, "summit", evidence
            for event in self.doc._.events:
                if event.summit == summit.id and event.place and event.place.startswith("place:"):
                    yield summit.id, "HELD_IN", event.place, None, "summit", event.evidence[0]
            yield from self._delegates(summit)

    def _delegates(self, summit: ExtractedSummit) -> Iterator[_Found]:
        """People of the principals' countries whom a sentence of the summit puts beside them."""
        countries = {self.gazetteer.country_of(id_) or self.cast[id_].country for id_ in summit.participants}
        sentences = {mention.sentence for mention in summit.mentions}
        for number in sorted({n + step for n in sentences for step in (0, 1)}):
            if number >= len(self.sentences.spans):
                continue
            span = self.sentences.spans[number]
            if not any(word in _BESIDE for word in self.doc.text[span.start : span.end].lower().split()):
                continue
            for ref in self.refs:
                id_ = ref.entity
                if (
                    id_ is None
                    or ref.kind != "name"
                    or self.sentences.of(ref.start) != number
                    or id_ in summit.participants
                ):
                    continue
                if (
                    self.cast[id_].type == "Person"
                    and (self.cast[id_].country or self.gazetteer.country_of(id_)) in countries
                ):
                    yield id_, "PARTICIPATED_IN", summit.id, None, "delegate", Evidence(span.start, span.end, number)

    def _signatures(self) -> Iterator[_Found]:
        """Who is party to an accord: who signs it by an event of its sentence, and its parties by the authority file."""
        for ref in self.refs:
            if ref.entity is None or self.cast[ref.entity].type != "Agreement":
                continue
            evidence = self.sentences.evidence(ref.start, ref.end)
            for party in self._signers(self.sentences.of(ref.start)):
                yield party, "PARTY_TO", ref.entity, None, "signature", evidence
            known = self.gazetteer.ontology.agreements.get(ref.entity)
            if known is not None and len(known.parties) <= _FEW:
                for party in known.parties:
                    if party in self.cast:
                        yield party, "PARTY_TO", ref.entity, None, "authority", evidence

    def _signers(self, sentence: int) -> Iterator[str]:
        for event in self.doc._.events:
            if event.type != "AGREE" or event.modality != "actual":
                continue
            for proof in event.evidence:
                if proof.sentence == sentence and proof.trigger is not None:
                    trigger = self.doc.text[proof.trigger.start : proof.trigger.end].lower()
                    if any(stem in trigger for stem in _SIGNS):
                        yield from (party for party in (event.actor, event.recipient) if party is not None)

    def _alliances(self) -> Iterator[_Found]:
        for token in self.doc:
            if token.lower_ not in ("ally", "allies", "alliance"):
                continue
            if token.dep_ == "attr" and token.head.lower_ in ("are", "were", "is", "was"):
                yield from self._pair_of_allies(token)
            sentence = token.sent
            near = [
                ref
                for ref in self.refs
                if ref.entity
                and sentence.start <= ref.start < sentence.end
                and self.cast[ref.entity].type == "Country"
                and abs(ref.start - token.i) <= 6
            ]
            owners = [
                ref
                for ref in near
                if ref.end <= token.i
                and (self.doc[ref.end].tag_ == "POS" or ref.kind == "demonym" or self.doc[ref.start].tag_ == "PRP$")
            ]
            others = [ref for ref in near if ref.start > token.i or ref not in owners]
            for owner in owners[:1]:
                for other in others[:2]:
                    if owner.entity and other.entity and owner.entity != other.entity:
                        yield (
                            owner.entity,
                            "ALLIED_WITH",
                            other.entity,
                            None,
                            "alliance",
                            self.sentences.evidence(token.i, token.i + 1),
                        )

    def _pair_of_allies(self, token: Token) -> Iterator[_Found]:
        """``France and Germany are allies``."""
        doer = subject(token.head)
        if doer is None:
            return
        names = [ref for noun in coordinated(doer) for ref in self.refs if ref.start <= noun.i < ref.end and ref.entity]
        states = [ref.entities[0] for ref in names if self.cast[ref.entities[0]].type == "Country"]
        for other in states[1:]:
            yield states[0], "ALLIED_WITH", other, None, "alliance", self.sentences.evidence(token.i, token.i + 1)


def doc_offices(doc: Doc) -> list[OfficeHeld]:
    """Return the titles that the linker found."""
    offices: list[OfficeHeld] = doc._.offices
    return offices


@Language.factory(
    "summitgraph_relations",
    assigns=["doc._.relations"],
    requires=["doc._.refs", "doc._.events", "doc._.summits"],
    default_config={"extra": []},
)
def make_relations(nlp: Language, name: str, extra: list[str]) -> RelationFinder:
    """Make the component; ``extra`` lists further Turtle files or folders of the user's."""
    return RelationFinder(gazetteer=shared(tuple(extra)))
