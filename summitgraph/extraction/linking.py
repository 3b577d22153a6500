"""Who and what is meant: names, titles, descriptions and pronouns of one text resolved to entities.

Order matters: countries and bodies first, then people by their full names, offices beside them, short forms,
descriptions ("the North Korean leader"), and last the pronouns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from ontology import Office
from summitgraph.extraction.bodies import Bodies
from summitgraph.extraction.coreference import resolve
from summitgraph.extraction.gazetteer import Gazetteer, shared, short_forms
from summitgraph.extraction.offices import ADVISERS, OfficeIndex, OfficePhrase, appositions, find_phrases
from summitgraph.extraction.placing import stands_for_government
from summitgraph.extraction.programs import find_programs
from summitgraph.extraction.speech import first_person
from summitgraph.extraction.state import Member, Name, OfficeHeld, Ref, register
from summitgraph.extraction.times import interval
from summitgraph.extraction.typing_names import guess_type
from summitgraph.ids import entity_id


class Linker:
    """Writes ``doc._.refs``, ``doc._.cast`` and ``doc._.offices``."""

    def __init__(self, *, gazetteer: Gazetteer) -> None:
        register()
        self.gazetteer = gazetteer
        self.offices = OfficeIndex(gazetteer)
        self.bodies = Bodies(gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Link one text."""
        scene = Scene(doc, self.gazetteer, self.offices, self.bodies)
        scene.link()
        doc._.refs, doc._.cast, doc._.offices = scene.refs, scene.cast, scene.held
        return doc


class Scene:
    """The linking of one text: what is known so far, in the order in which the text tells it."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer, offices: OfficeIndex, bodies: Bodies) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.offices = offices
        self.bodies = bodies
        self.day: date | None = doc._.published
        self.cast: dict[str, Member] = {}
        self.refs: list[Ref] = []
        self.held: list[OfficeHeld] = []
        self.shorts: dict[str, list[str]] = {}

    def link(self) -> None:
        """Run all passes."""
        names: list[Name] = [name for name in self.doc._.names if name.kind != "office"]
        later = [name for name in names if not self._link_known(name)]
        later = [name for name in later if not self._link_full_person(name)]
        self._sort()
        later = [name for name in later if not self._link_body(name)]
        self._link_lower_bodies()
        self._link_compass()
        self._sort()
        phrases = find_phrases(self.doc, self.refs, [(name.start, name.end) for name in later])
        for name in later:
            self._link_unknown(name, phrases)
        self._sort()
        self._title_people(phrases)
        self._describe(phrases)
        self._sort()
        self.refs.extend(resolve(self.doc, self.refs, self.cast, self.gazetteer))
        self.refs.extend(first_person(self.doc, self.refs, self.cast))
        self._sort()
        self._owned_offices(phrases)
        self._sort()
        self._link_programs()
        self._sort()

    # -- names -------------------------------------------------------------------------------------------------

    def _link_known(self, name: Name) -> bool:
        """Link a name of the authority that is no person's."""
        if not name.candidates:
            return False
        if name.kind == "demonym":
            self._refer(name, self._best_country(name.candidates, name.start), "demonym")
            return True
        if name.kind == "metonym":
            places = [id_ for id_ in name.candidates if id_.startswith("place:")]
            government = stands_for_government(self.doc, name)
            countries = [id_ for id_ in name.candidates if not id_.startswith("place:")]
            chosen = self._best_country(countries, name.start) if government or not places else places[0]
            self._refer(name, chosen, "name")
            return True
        if name.type == "Person":
            return False
        self._country_inside(name)
        sites = [id_ for id_ in name.candidates if id_.startswith("place:")]
        bodies = [id_ for id_ in name.candidates if id_.startswith("organization:")]
        if sites and bodies:
            # The White House is a body where it speaks or employs, a place where people meet in it.
            self._refer(name, bodies[0] if stands_for_government(self.doc, name) else sites[0], "name")
            return True
        self._refer(name, self._best(name.candidates), "name")
        return True

    def _country_inside(self, name: Name) -> None:
        """Link the countries inside a longer name: ``Chinese`` of "Chinese Foreign Ministry", both of "U.S. sanctions on Iran"."""
        at = name.start
        while at < name.end:
            width = self._country_at(at, name)
            at += max(width, 1)

    def _country_at(self, at: int, name: Name) -> int:
        for width in range(min(3, name.end - at), 0, -1):
            if at == name.start and at + width == name.end:
                continue
            text = self.doc[at : at + width].text
            entry = self.gazetteer.surfaces.get(text)
            if entry is not None and entry.ids[0].startswith("country:"):
                country = self._best_country([id_ for id_ in entry.ids if id_.startswith("country:")], at)
                self._refer(Name(at, at + width, text, "demonym"), country, "demonym")
                return width
        return 0

    def _link_full_person(self, name: Name) -> bool:
        """Link a full name: one of the authority, or one whose type is plain from its shape."""
        if name.type == "Person" and name.candidates:
            self._refer(name, self._best(name.candidates), "name")
            return True
        return False

    def _link_unknown(self, name: Name, phrases: Sequence[OfficePhrase]) -> None:
        """Link a name that the authority lacks: a short form of somebody, or somebody or something new."""
        titled = next((p for p in phrases if p.end == name.start), None)
        if self._take_up(name, titled) or self._shares_surname(name):
            return
        type_ = guess_type(self.doc, name, titled, self.refs)
        if type_ is None or (type_ == "Person" and name.end - name.start < 2):
            return
        id_ = entity_id(type_, _clean(name.text))
        if id_ not in self.cast:
            country = titled.body if titled and titled.body and titled.body.startswith("country:") else None
            self._join(Member(id_, _clean(name.text), type_, known=False, country=country))
        self._refer(name, id_, "name")

    def _link_body(self, name: Name) -> bool:
        """Link a body that stands without its country, by the country beside it or the one last spoken of."""
        owners = self.bodies.owners(name.text)
        beside = self._country_beside(name.start, name.end)
        if not owners and (beside is None or name.type != "Organization"):
            return False
        if owners:
            country = beside if beside in owners else self._spoken_of(owners, name.start)
            if country is not None:
                self._refer(name, owners[country], "name")
                return True
        return beside is not None and self._new_ministry(name, beside)

    def _new_ministry(self, name: Name, country: str) -> bool:
        title = self.bodies.ministry(name.text, country)
        if title is None:
            return False
        id_ = entity_id("Organization", title)
        if id_ not in self.cast:
            self._join(Member(id_, title, "Organization", known=False, country=country))
        self._refer(name, id_, "name")
        return True

    def _link_lower_bodies(self) -> None:
        """Link ministries written small: ``North Korea's foreign ministry``."""
        for token in self.doc[1:]:
            if (
                token.lower_ in ("ministry", "department")
                and token.text.islower()
                and self.doc[token.i - 1].lower_ in ("foreign", "defense", "defence", "unification", "state")
            ):
                name = Name(
                    token.i - 1, token.i + 1, self.doc[token.i - 1 : token.i + 1].text, "unknown", type="Organization"
                )
                self._link_body(name)

    def _link_compass(self) -> None:
        """Link ``the North`` and its like, which mean a state only where the text speaks of it."""
        taken = {index for ref in self.refs for index in range(ref.start, ref.end)}
        for token in self.doc[1:]:
            ids = self.gazetteer.ambiguous.get(f"the {token.text}")
            if (
                ids
                and token.i not in taken
                and self.doc[token.i - 1].lower_ == "the"
                and (
                    token.i + 1 == len(self.doc)
                    or not self.doc[token.i + 1].text[0].isupper()
                    or self.doc[token.i + 1].is_punct
                )
            ):
                present = set(self.cast) | {member.country for member in self.cast.values()}
                spoken = [id_ for id_ in ids if any(other in present for other in (id_, *self.gazetteer.twins(id_)))]
                if spoken:
                    self._refer(Name(token.i, token.i + 1, f"the {token.text}", "name"), spoken[0], "name")

    def _country_beside(self, start: int, end: int) -> str | None:
        """The country whose adjective or possessive stands before, or that "of" joins behind."""
        for ref in self.refs:
            if ref.entity is None or not ref.entity.startswith("country:"):
                continue
            if ref.end == start or (ref.end == start - 1 and self.doc[start - 1].tag_ == "POS"):
                return ref.entity
            if ref.end < start and start - ref.end <= 2 and self.doc[ref.end].tag_ == "POS":
                return ref.entity
            if ref.start in (end + 1, end + 2) and self.doc[end].lower_ == "of":
                return ref.entity
        return None

    def _spoken_of(self, owners: dict[str, str], at: int) -> str | None:
        """Of the countries that have such a body the one that the text spoke of last, by name or through its people."""
        sentence = self.doc[at].sent
        here = [ref for ref in self.refs if sentence.start <= ref.start < sentence.end]
        before = [ref for ref in self.refs if ref.start < sentence.start]
        for ref in (*sorted(here, key=lambda ref: abs(ref.start - at)), *sorted(before, key=lambda ref: -ref.start)):
            member = self.cast[ref.entities[0]]
            country = member.id if member.type == "Country" else member.country
            if country in owners:
                return country
        present = [id_ for id_ in owners if id_ in self.cast or any(m.country == id_ for m in self.cast.values())]
        return present[0] if present else None

    def _link_programs(self) -> None:
        for ref, member in find_programs(self.doc, self.refs, self.cast, self.gazetteer):
            if member.id not in self.cast:
                self._join(member)
            self.cast[member.id].aliases[self.doc[ref.start : ref.end].text] = None
            self.refs.append(ref)

    def _take_up(self, name: Name, titled: OfficePhrase | None) -> bool:
        """Link a bare surname to somebody named before or after, else to who bears it in office on that day."""
        text = _clean(name.text)
        if text.isupper() and len(text) > 2:
            text = text.title()
        people = [id_ for id_ in self.shorts.get(text, ()) if id_ in self.cast]
        if name.end - name.start > 2 and not people:
            return False
        if len(people) > 1 and titled is not None:
            fitting = [id_ for id_ in people if self._bears(id_, titled)]
            people = fitting or people
        if len(people) > 1:
            # Others of a leader's surname are named in full each time: the bare surname is the leader's.
            leaders = [id_ for id_ in people if self.gazetteer.is_leader(id_, self.day)]
            people = leaders if len(leaders) == 1 and titled is None else [self._nearest(people, name.start)]
        if not people and self.day is not None and name.end - name.start == 1:
            officials = self.gazetteer.in_office(text, self.day)
            if titled is not None:
                officials = [id_ for id_ in officials if self._bears(id_, titled)]
            elif not _person_like(self.doc, name):
                officials = []
            people = officials[:1]
        if not people:
            return False
        self._refer(name, people[0], "name")
        return True

    def _shares_surname(self, name: Name) -> bool:
        """Link the first of two who share a surname: ``Fred and Cindy Warmbier``."""
        if (
            name.end - name.start != 1
            or name.end + 1 >= len(self.doc)
            or self.doc[name.end].lower_ != "and"
            or name.type is not None
        ):
            return False
        following = next((n for n in self.doc._.names if n.start == name.end + 1), None)
        if (
            following is None
            or following.end - following.start != 2
            or following.type not in (None, "Person")
            or not self.doc[name.start].is_title
        ):
            return False
        if (
            self.doc[following.end - 1].dep_ not in ("conj", "nsubj", "dobj", "pobj")
            or self.doc[name.start].dep_ == "pobj"
        ):
            return False
        full = f"{name.text} {self.doc[following.end - 1].text}"
        id_ = entity_id("Person", full)
        if id_ not in self.cast:
            self._join(Member(id_, full, "Person", known=False))
        self._refer(name, id_, "name")
        return True

    def _nearest(self, people: Sequence[str], at: int) -> str:
        def distance(id_: str) -> int:
            places = [ref.start for ref in self.refs if ref.entity == id_]
            before = [at - start for start in places if start < at]
            return min(before) if before else 10**6 + min((start - at for start in places), default=10**6)

        return min(people, key=distance)

    def _bears(self, person: str, phrase: OfficePhrase) -> bool:
        """Whether a person is known to hold the office that the phrase names."""
        if any(held.person == person and held.role == phrase.role for held in self.held):
            return True
        return self.day is not None and self.offices.held(person, phrase.role, self.day, phrase.body) is not None

    # -- offices -----------------------------------------------------------------------------------------------

    def _title_people(self, phrases: Sequence[OfficePhrase]) -> None:
        """Note who bears which title by the words beside their names."""
        for phrase in phrases:
            for ref in appositions(self.doc, phrase, self.refs):
                person = ref.entity
                if person is None or self.cast[person].type != "Person":
                    continue
                if phrase.plural:
                    self._hold(
                        person,
                        replace(
                            phrase, role=phrase.role.removesuffix("s"), body=self._of_country(ref.end) or phrase.body
                        ),
                    )
                else:
                    self._hold(person, phrase if phrase.body else replace(phrase, body=self._of_country(ref.end)))
        self._people_of()

    def _owned_offices(self, phrases: Sequence[OfficePhrase]) -> None:
        """Note offices whose body a pronoun or a person names: ``his finance minister``, ``Moon's deputy adviser``."""
        by_start = {ref.start: ref for ref in self.refs}
        done = {(held.start, held.end) for held in self.held if held.body is not None}
        for phrase in phrases:
            if (phrase.start, phrase.end) in done or phrase.body is not None:
                continue
            owned = by_start.get(phrase.owner) if phrase.owner is not None else None
            owner = owned.entity if owned is not None else phrase.superior
            if owner is None or owner not in self.cast:
                continue
            member = self.cast[owner]
            body = member.country if member.type == "Person" else member.id
            if body is None:
                continue
            self.held = [held for held in self.held if (held.start, held.end) != (phrase.start, phrase.end)]
            for ref in appositions(self.doc, phrase, self.refs):
                if ref.entity is not None and self.cast[ref.entity].type == "Person":
                    self._hold(ref.entity, replace(phrase, body=body))

    def _of_country(self, end: int) -> str | None:
        """The country behind a name: ``President Mahuad of Ecuador``."""
        ref = next(self._behind(end, ("of",)), None)
        return ref.entity if ref is not None and ref.entity and ref.entity.startswith("country:") else None

    def _of_body(self, end: int) -> str | None:
        """The body behind a name: ``Grace Park of the Harbor Institute``."""
        ref = next((ref for ref in self._behind(end, ("of", "at", "from")) if ref.kind == "name"), None)
        return ref.entity if ref is not None and ref.entity and ref.entity.startswith("organization:") else None

    def _behind(self, end: int, prepositions: Sequence[str]) -> Iterator[Ref]:
        """What one of the prepositions joins to the name that ends there, an article between them or not."""
        if end + 1 < len(self.doc) and self.doc[end].lower_ in prepositions:
            at = end + 2 if self.doc[end + 1].lower_ == "the" else end + 1
            yield from (ref for ref in self.refs if ref.start == at)

    def _people_of(self) -> None:
        """Note the country of people who are named with it alone: ``Alberto Fujimori of Peru``."""
        titled = {held.person for held in self.held}
        for ref in list(self.refs):
            person = ref.entity
            if person is None or self.cast[person].type != "Person" or person in titled:
                continue
            country = self._of_country(ref.end)
            if country is None:
                if (body := self._of_body(ref.end)) is not None:
                    self.held.append(OfficeHeld(person, None, "", "", body, None, True, ref.start, ref.end, None, body))
                continue
            leads = self.gazetteer.is_leader(person, self.day) or self.gazetteer.ever_led(person, country)
            role = "leader" if leads else ""
            self.held.append(
                OfficeHeld(person, None, "", role, country, None, not leads, ref.start, ref.end, None, country)
            )

    def _hold(self, person: str, phrase: OfficePhrase) -> None:
        member = self.cast[person]
        if phrase.role.split()[-1] in _PEERS:
            peer = next(
                (
                    held
                    for held in reversed(self.held)
                    if held.start < phrase.start and held.role and held.person != person
                ),
                None,
            )
            if peer is None:
                return
            phrase = replace(phrase, role=peer.role, owner=None)
        office = self._office(person, phrase)
        body = phrase.body or (office.body if office else None) or member.country or _DEFAULT_BODIES.get(phrase.role)
        sent = phrase.role.split()[-1] in ("ambassador", "envoy", "commissioner", "consul")
        if (
            body is None
            and not sent
            and self.offices.is_post(phrase.role)
            and phrase.owner is None
            and phrase.superior is None
        ):
            body = self._home(phrase.start)
        if phrase.role.startswith("acting ") and office is not None and not office.label.startswith("Acting"):
            office = replace(office, label=f"Acting {office.label}")
        if phrase.role.startswith("spokes") and office is not None and office.label.startswith("Spokes"):
            office = replace(office, label=phrase.role.capitalize() + office.label[office.label.index(" ") :])
        label = (
            office.label
            if office
            else self.offices.label(phrase.role, self._body_name(body), self._body_name(phrase.target))
        )
        if member.country is None and body is not None:
            member.country = body if body.startswith("country:") else self.gazetteer.country_of(body)
        self.held.append(
            OfficeHeld(
                person,
                office.id if office else None,
                label,
                phrase.role,
                body,
                phrase.target,
                phrase.past,
                phrase.start,
                phrase.end,
                self._superior(phrase),
                phrase.body,
            )
        )

    def _office(self, person: str, phrase: OfficePhrase) -> Office | None:
        """The authority's office that the phrase means beside this person: the one held then, ever held, or of that body."""
        role = phrase.role.removeprefix("acting ")
        country = self.gazetteer.country_of(phrase.body) if phrase.body else None
        day = self._day_at(phrase.start)
        for body in dict.fromkeys((phrase.body, None)):
            held = [self.offices.held(person, role, day, body)] if day is not None else []
            for office in (*held, self.offices.ever_held(person, role, body)):
                if office is not None and (
                    country is None or self.gazetteer.country_of(office.body or "") in (None, country)
                ):
                    return office
        if phrase.target is not None:
            return None
        return self.offices.find(role, phrase.body or self.cast[person].country)

    def _day_at(self, token: int) -> date | None:
        """The day of which a passage tells: that of the last time expression before it, else the day of the text."""
        if self.day is None:
            return None
        at = self.doc[token].idx
        before = [
            time.value for time in self.doc._.times if time.start <= at and time.value and time.type in ("DATE", "TIME")
        ]
        found = interval(before[-1]) if before else None
        return found[0] if found is not None and abs((self.day - found[0]).days) > 400 else self.day

    def _superior(self, phrase: OfficePhrase) -> str | None:
        """Whom an adviser advises: the owner of "Kim's top adviser", the target of "adviser to the president"."""
        if phrase.role.split()[-1] not in ADVISERS:
            return None
        for id_ in (phrase.superior, phrase.target):
            if id_ is not None and id_.startswith("person:"):
                return id_
        return None

    def _body_name(self, id_: str | None) -> str | None:
        if id_ is None:
            return None
        known = self.gazetteer.entities.get(id_)
        return known.name if known else self.cast[id_].name if id_ in self.cast else None

    def _describe(self, phrases: Sequence[OfficePhrase]) -> None:
        """Resolve descriptions that stand for a person: the U.S. president, the prime minister, Moscow's envoy."""
        named = {(held.start, held.end) for held in self.held}
        voices: dict[str, str | None] = {}
        self._sort()
        for phrase in phrases:
            if (phrase.start, phrase.end) in named or phrase.plural:
                continue
            label = self._label(phrase)
            person = voices[label] if label in voices else self._who(phrase)
            if label is not None:
                voices[label] = person
            if person is not None:
                if person not in self.cast:
                    self._join(self._member(person))
                self.refs.append(Ref(phrase.start, phrase.end, (person,), "office"))
                if phrase.body is not None or self._office(person, phrase) is not None:
                    self._hold(person, phrase)
                self.cast[person].aliases[self.doc[phrase.start : phrase.end].text] = None

    def _label(self, phrase: OfficePhrase) -> str | None:
        """The label of a transcript's turn, as "THE PRESIDENT:"; it means one person throughout."""
        if phrase.end < len(self.doc) and self.doc[phrase.end].text == ":" and self.doc[phrase.start].is_sent_start:
            return self.doc[phrase.start : phrase.end].text
        return None

    def _who(self, phrase: OfficePhrase) -> str | None:
        """The person whom a description means: somebody of the text who bears the title, else its holder on the day."""
        if phrase.determiner in ("a", "an", "any", "another", "each", "every", "no", "some"):
            return None
        if phrase.determiner is None and phrase.owner is None and phrase.body is None:
            return None
        if phrase.past:
            return None
        day = self._day_at(phrase.start)
        bearers = [
            held.person
            for held in self.held
            if not held.past
            and (held.role == phrase.role or self.offices.alike(held.role, phrase.role))
            and (phrase.body is None or held.body == phrase.body)
        ]
        if phrase.body is not None and not bearers and day is not None:
            holders = self.offices.holders(phrase.role, phrase.body, day)
            present = [id_ for id_ in holders if id_ in self.cast]
            if (
                present
                or len(holders) == 1
                or phrase.role in ("president", "prime minister", "leader", "chancellor", "foreign minister")
            ):
                return next(iter(present or holders), None)
            return None
        people = [
            id_
            for id_ in dict.fromkeys(bearers)
            if any(ref.entity == id_ and ref.start < phrase.start for ref in self.refs)
        ]
        if (
            not people
            and phrase.body is None
            and phrase.determiner == "the"
            and phrase.role in _DEFAULT_BODIES
            and day is not None
        ):
            # Nobody of that title was named before: English-language news means its own country's.
            return next(iter(self.offices.holders(phrase.role, _DEFAULT_BODIES[phrase.role], day)), None)
        people = people or list(dict.fromkeys(bearers))
        if not people and phrase.body is None and day is not None:
            people = [
                id_
                for id_, member in self.cast.items()
                if member.type == "Person" and member.known and self.offices.held(id_, phrase.role, day, None)
            ]
        if not people:
            return None
        return people[0] if len(people) == 1 else self._last(people, phrase.start)

    def _last(self, people: Sequence[str], at: int) -> str:
        before = [ref for ref in self.refs if ref.start < at and ref.entity in people]
        return max(before, key=lambda ref: ref.start).entity if before else people[0]  # type: ignore[return-value]

    # -- small parts -------------------------------------------------------------------------------------------

    def _best(self, candidates: Sequence[str]) -> str:
        """The candidate that the text has already, else the one in office on the day, else the first."""
        if len(candidates) == 1:
            return candidates[0]
        for id_ in candidates:
            if id_ in self.cast:
                return id_
        if self.day is not None:
            for id_ in candidates:
                if id_.startswith("person:") and self.gazetteer.ontology.offices_of(id_, self.day):
                    return id_
        return candidates[0]

    def _best_country(self, candidates: Sequence[str], at: int) -> str:
        """Of several states that one word names the one that stood at the time told of: Moscow's in 1986 is the Soviet Union."""
        day = self._day_at(at)
        if len(candidates) > 1 and day is not None:
            living = [id_ for id_ in candidates if self.gazetteer.exists(id_, day)]
            bounded = [id_ for id_ in living if self.gazetteer.entities[id_].end is not None]
            candidates = bounded or living or candidates
        return candidates[0]

    def _home(self, at: int) -> str | None:
        """The country that a title without one belongs to: the one just named in the sentence, else the one the text names most."""
        sentence = self.doc[at].sent
        named = [ref for ref in self.refs if ref.entity and ref.entity.startswith("country:") and ref.kind != "pronoun"]
        here = [ref.entity for ref in named if sentence.start <= ref.start < at]
        if here:
            return here[-1]
        counts = Counter(ref.entity for ref in named)
        top = counts.most_common(1)
        return top[0][0] if top and top[0][1] >= 0.4 * sum(counts.values()) else None

    def _member(self, id_: str) -> Member:
        entity = self.gazetteer.entities[id_]
        return Member(id_, entity.name, entity.type, entity.wikidata, entity.gender, entity.country, entity.imposed_by)

    def _join(self, member: Member) -> None:
        self.cast[member.id] = member
        if member.type == "Person":
            forms = [member.name, *(self.gazetteer.entities[member.id].aliases if member.known else ())]
            for form in forms:
                self._shorten(member.id, form)

    def _shorten(self, person: str, form: str) -> None:
        """Let the short forms of a name mean the person, beside whom they mean already."""
        for short in short_forms(form):
            if person not in self.shorts.setdefault(short, []):
                self.shorts[short].append(person)

    def _refer(self, name: Name, id_: str, kind: str) -> None:
        if id_ not in self.cast:
            self._join(self._member(id_))
        member = self.cast[id_]
        member.aliases[_clean(name.text)] = None
        if member.type == "Person":
            self._shorten(id_, _clean(name.text))
        self.refs.append(Ref(name.start, name.end, (id_,), kind))  # type: ignore[arg-type]

    def _sort(self) -> None:
        self.refs.sort(key=lambda ref: (ref.start, -ref.end))


_PEERS = frozenset(("colleague", "colleagues", "counterpart", "counterparts"))
# Titles that one country alone gives.
_DEFAULT_BODIES = dict.fromkeys(
    (
        "senator",
        "congressman",
        "congresswoman",
        "secretary of state",
        "secretary of defense",
        "president",
        "vice president",
    ),
    "country:USA",
)


def _clean(text: str) -> str:
    return (
        " ".join(text.split()).strip(" -–'’\"“”.,")
        if not text.endswith(".") or text.count(".") < 2
        else " ".join(text.split())
    )


def _person_like(doc: Doc, name: Name) -> bool:
    """Whether a bare word behaves as a surname: a subject or an object, no place behind a preposition."""
    token = doc[name.end - 1]
    return (
        token.dep_ in ("nsubj", "nsubjpass", "poss", "dobj", "agent", "conj", "appos", "pobj", "dative")
        and token.tag_ == "NNP"
    )


@Language.factory(
    "summitgraph_linker",
    assigns=["doc._.refs", "doc._.cast"],
    requires=["doc._.names", "token.dep"],
    default_config={"extra": []},
)
def make_linker(nlp: Language, name: str, extra: list[str]) -> Linker:
    """Make the component; ``extra`` lists further Turtle files or folders of the user's."""
    return Linker(gazetteer=shared(tuple(extra)))
