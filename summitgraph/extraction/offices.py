"""Phrases that name an office or a function: ``South Korea's national security adviser``, ``the North Korean leader``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from ontology import Office
from summitgraph.extraction.gazetteer import Gazetteer
from summitgraph.extraction.state import Ref
from summitgraph.extraction.vocabulary import words

_TIME_WORDS = frozenset("former late then ex onetime previous ousted deposed ex-".split())
_STATUS_WORDS = frozenset(
    (
        "current new outgoing incoming longtime long-time veteran own respective incumbent newly elected "
        "re-elected visiting "
    ).split()
)
_LEAD_TAGS = frozenset(("JJ", "NN", "NNP", "NNS", "NNPS", "HYPH", "VBN", "JJS", "JJR"))
# Words before a role noun that belong to its title; any other word ends it.
_MODIFIERS = frozenset(
    (
        "prime vice deputy assistant associate under first second acting interim caretaker foreign "
        "defense defence interior finance trade economy economic justice health energy environment "
        "agriculture education transport labor labour culture information infrastructure oil petroleum "
        "home unification state cabinet chief national security supreme general permanent special senior "
        "top lead nuclear military army navy air force police intelligence spy press party opposition "
        "ruling presidential central bank parliament parliamentary house senate congressional republican "
        "democratic crown joint policy peace climate treasury commerce high executive managing external "
        "affairs ministry external government political human rights humanitarian communist conservative "
        "labour liberal attorney solicitor chargé interior-ministry vice- co - u.n. un us u.s. white "
        "secretary inspector consul "
    ).split()
)
_COUNTRY_ARTICLE = re.compile(
    r"^(United |Netherlands|Philippines|Soviet|Maldives|Bahamas|Gambia|Czech Republic|Dominican|Central African|European Union"
    r"|African Union|Arab League|White House|Blue House|Workers|Communist|Ministry|U\.S\.|National|Supreme|State Affairs"
    r"|International|World|Organi[sz]ation|Palestine|Union|Republic|Vatican City)"
)
_LEADER_ROLES = frozenset(("head-of-state", "head-of-government", "monarch", "party-leader"))
_RULERS = frozenset(("leader", "ruler", "strongman", "dictator"))
ADVISERS = frozenset(["adviser", "advisor", "aide", "counsel", "counselor", "counsellor"])
_POSTS = frozenset(
    (
        "minister secretary ambassador envoy spokesman spokeswoman spokesperson president chairman "
        "chairwoman chairperson director commissioner representative chancellor premier speaker governor "
        "mayor king queen emperor sultan emir pope adviser advisor commander-in-chief general-secretary "
        "secretary-general senator chair attorney-general commissioner administrator coordinator "
    ).split()
)
# Forms of one title that the lexicon keeps apart: a text's "spokeswoman" may be the authority's press secretary.
_ALSO = {
    "top diplomat": ("foreign minister", "secretary of state"),
    "defense chief": ("defense minister", "secretary of defense"),
    "defence chief": ("defense minister", "secretary of defense"),
    "defense secretary": ("secretary of defense", "defense minister"),
    "defence secretary": ("defence secretary", "defense minister"),
    "foreign secretary": ("foreign secretary", "foreign minister"),
    "chief": ("secretary-general", "director general", "director"),
    "head": ("secretary-general", "director general", "director"),
    "envoy": ("special representative", "special envoy", "ambassador"),
    "special envoy": ("special representative",),
    "party chief": ("general secretary", "chairman"),
}


_ORDER = ("head-of-state", "head-of-government", "monarch", "party-leader", "foreign-minister")


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A phrase over tokens ``[start, end)`` around the role noun ``head``.

    ``body`` is the id of the country or organization that it serves, ``target`` where an ambassador or envoy is sent;
    ``owner`` is the index of a possessive pronoun that stands for the body or the superior; ``past`` marks "former".
    """

    start: int
    end: int
    head: int
    role: str
    body: str | None
    target: str | None
    owner: int | None
    determiner: str | None
    past: bool
    superior: str | None = None

    @property
    def plural(self) -> bool:
        """Whether several people are named at once."""
        return self.role.endswith("s") and not self.role.endswith("ss")


def find_phrases(doc: Doc, refs: Sequence[Ref], names: Sequence[tuple[int, int]] = ()) -> list[OfficePhrase]:
    """Return the office phrases of a text in order; ``refs`` are the names linked so far, ``names`` those still open."""
    by_end = {ref.end: ref for ref in refs}
    by_start = {ref.start: ref for ref in refs}
    roles = words("roles")
    inside = {index for ref in refs for index in range(ref.start, ref.end)}
    inside.update(index for start, end in names for index in range(start, end))
    return [
        _phrase(doc, token, by_start, by_end)
        for token in doc
        if token.lower_ in roles
        and token.i not in inside
        and token.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")
        and not _goes_on(doc, token, roles, inside)
    ]


def _goes_on(doc: Doc, token: Token, roles: frozenset[str], inside: set[int]) -> bool:
    """Whether the next role noun belongs to the same title: ``director | general``, ``secretary | - | general``."""
    for step in (1, 2):
        at = token.i + step
        if at < len(doc) and at not in inside and doc[at].lower_ in roles and doc[at].tag_[:2] in ("NN", "JJ"):
            return step == 1 or doc[token.i + 1].text == "-"
    return False


def _phrase(doc: Doc, head: Token, by_start: Mapping[int, Ref], by_end: Mapping[int, Ref]) -> OfficePhrase:
    start, modifiers, body, determiner, owner, past = _left(doc, head.i, by_end)
    superior = body if body is not None and body.startswith("person:") else None
    body = None if superior else body
    end, suffix, right_body, target = _right(doc, head.i + 1, by_start)
    role = " ".join([*modifiers, head.lower_]).replace(" - ", "-") + suffix
    if role.startswith("ex-"):
        role, past = role[3:], True
    return OfficePhrase(start, end, head.i, role, body or right_body, target, owner, determiner, past, superior)


def _left(
    doc: Doc, index: int, by_end: Mapping[int, Ref]
) -> tuple[int, list[str], str | None, str | None, int | None, bool]:
    """Read the words before the role noun, from right to left, up to what names the body."""
    modifiers: list[str] = []
    body: str | None = None
    past = False
    at = index
    while at > 0:
        token = doc[at - 1]
        ref = by_end.get(at)
        if ref is not None:
            if body is None and ref.entity is not None and ref.entity.split(":")[0] in ("country", "organization"):
                body = ref.entity
                at = ref.start
                continue
            break
        lower = token.lower_
        if token.tag_ == "POS" and (owner_ref := by_end.get(at - 1)) is not None:
            if body is None:
                body = owner_ref.entity
            return owner_ref.start, modifiers, body, None, None, past
        if token.tag_ == "PRP$":
            return at - 1, modifiers, body, None, at - 1, past
        if token.tag_ == "DT":
            return at - 1, modifiers, body, lower, None, past
        if token.tag_ not in _LEAD_TAGS or (token.is_sent_start and token.tag_ not in ("NNP", "JJ", "NN")):
            break
        if lower in _TIME_WORDS:
            past = True
        elif lower in _STATUS_WORDS:
            pass
        elif lower in _MODIFIERS:
            modifiers.insert(0, lower)
        else:
            break
        at -= 1
    return at, modifiers, body, None, None, past


_OF = frozenset(("of", "for", "to", "at"))


def _right(doc: Doc, index: int, by_start: Mapping[int, Ref]) -> tuple[int, str, str | None, str | None]:
    """Read ``of State``, ``of the Communist Party``, ``to Japan`` behind the role noun."""
    suffix, body, target, end = "", None, None, index
    while end + 1 < len(doc) and doc[end].lower_ in _OF:
        at = end + 1
        if doc[at].tag_ == "DT" and at + 1 < len(doc):
            at += 1
        ref = by_start.get(at)
        if ref is not None and ref.entity is not None and ref.kind in ("name", "demonym"):
            if doc[end].lower_ in ("to", "for", "at") and body is None and target is None and doc[end].lower_ != "at":
                target = ref.entity
            else:
                body = body or ref.entity
            end = ref.end
            end, owned = _owned(doc, end, by_start)
            body = owned or body
            continue
        stop = at
        while (
            stop < len(doc)
            and stop not in by_start
            and doc[stop].tag_ in ("NN", "NNP", "NNS", "NNPS", "JJ")
            and stop - at < 3
        ):
            stop += 1
        if stop == at or suffix or doc[end].lower_ != "of":
            break
        suffix = f" of {doc[at:stop].text.lower()}"
        end = stop
    return end, suffix, body, target


def _owned(doc: Doc, index: int, by_start: Mapping[int, Ref]) -> tuple[int, str | None]:
    """The body behind a country's possessive: ``of North Korea | 's ruling Workers' Party``."""
    if index < len(doc) and doc[index].tag_ == "POS":
        for at in (index + 1, index + 2, index + 3):
            ref = by_start.get(at)
            if ref is not None and (ref.entity or "").startswith("organization:"):
                return ref.end, ref.entity
    return index, None


def is_ruler(role: str) -> bool:
    """Tell whether a role says that somebody leads a state without naming an office: ``leader``, ``military ruler``."""
    parts = role.split()
    return bool(parts) and parts[-1] in _RULERS and all(part in _RULING for part in parts[:-1])


_RULING = frozenset("military supreme paramount de facto communist top junta".split())


class OfficeIndex:
    """Offices of the authority file by role and body, with their holders on a day.

    A role is the words of the text, as ``foreign minister``; the ontology's titles say which wordings are one title.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.ontology = gazetteer.ontology
        self.gazetteer = gazetteer
        self._titles = {form: title for title in self.ontology.titles for form in title.forms}
        self._by_body: dict[str, list[Office]] = {}
        for office in self.ontology.offices.values():
            if office.body:
                self._by_body.setdefault(office.body, []).append(office)

    def _same(self, role: str) -> frozenset[str]:
        """All wordings of the title that a role names, itself included."""
        found = {role}
        for form in (role, *_ALSO.get(role, ())):
            found.add(form)
            if title := self._titles.get(form):
                found.update(title.forms)
        return frozenset(found)

    def matches(self, office: Office, role: str) -> bool:
        """Tell whether a role as the text has it can mean this office."""
        if is_ruler(role):
            return office.role in _LEADER_ROLES
        title = office.title.lower()
        same = self._same(role)
        return title in same

    def find(self, role: str, body: str | None) -> Office | None:
        """Return the office of that body which the role names; None where the authority lacks it."""
        if body is None or is_ruler(role):
            return None
        offices = self._by_body.get(body, [])
        exact = [office for office in offices if office.title.lower() == role]
        return next(iter(exact), None) or next((office for office in offices if self.matches(office, role)), None)

    def holders(self, role: str, body: str, day: date) -> list[str]:
        """Return people who hold an office of that role and body on that day, the most senior office first."""
        offices = [office for office in self._by_body.get(body, []) if self.matches(office, role)]
        offices.sort(key=lambda office: _ORDER.index(office.role) if office.role in _ORDER else len(_ORDER))
        return list(dict.fromkeys(person for office in offices for person in self.ontology.holders(office.id, day)))

    def held(self, person: str, role: str, day: date, body: str | None = None) -> Office | None:
        """Return the office of that role, and body if given, which a person of the authority holds on that day."""
        for id_ in self.ontology.offices_of(person, day):
            office = self.ontology.offices[id_]
            if (self.matches(office, role) or office.title.lower().startswith(f"{role} ")) and body in (
                None,
                office.body,
            ):
                return office
        return None

    def ever_held(self, person: str, role: str, body: str | None = None) -> Office | None:
        """Return the office of that role which a person of the authority held at any time, the latest first."""
        tenures = list(self.ontology.tenures_of(person))
        for tenure in sorted(tenures, key=lambda tenure: tenure.start or "", reverse=True):
            office = self.ontology.offices[tenure.office]
            if (self.matches(office, role) or office.title.lower().startswith(f"{role} ")) and body in (
                None,
                office.body,
            ):
                return office
        return None

    def alike(self, held: str, described: str) -> bool:
        """Tell whether a description can take up a title of the text: "the envoy" for a special envoy."""
        return held.endswith(described) or described in self._same(held)

    def label(self, role: str, body: str | None, target: str | None = None) -> str:
        """Return the title of an office that the authority file lacks: ``Ambassador of the United States to Japan``."""
        if body == "White House" and not role.startswith("spokes"):
            return f"White House {office_label(role, None)}"
        title = self._titles.get(f"{role} to") if target else self._titles.get(role)
        if title is None or body is None or role.startswith("spokes") or ("{other}" in title.pattern and not target):
            return office_label(role, body, target)
        return title.pattern.format(body=with_article(body), other=with_article(target or ""))

    def is_post(self, role: str) -> bool:
        """Tell whether a role is an office that somebody holds, not a trade or a rank."""
        if (
            not role
            or role in _RULERS
            or role in ("head", "chief", "boss", "founder", "lawmaker")
            or role.split()[-1] in ("envoy", "envoys")
        ):
            return False
        return (
            role in self._titles
            or any(word in _POSTS for word in role.replace("-", " ").split())
            or role.split()[-1] in _POSTS
        )

    def leading_office(self, person: str, country: str, year: str) -> Office | None:
        """Return the highest office by which a person led a state in that year or before."""
        offices = [
            self.ontology.offices[t.office]
            for t in self.ontology.tenures_of(person)
            if t.start is None or t.start[:4] <= year
        ]
        leading = [office for office in offices if office.body == country and office.role in _LEADER_ROLES]
        return min(leading, key=lambda office: _ORDER.index(office.role), default=None)

    def of_state(self, office: str) -> bool:
        """Tell whether who holds the office is head of a state, whatever body it belongs to."""
        return self.ontology.offices[office].role in ("head-of-state", "head-of-government", "monarch")

    def leading(self, role: str, office: str | None, body: str) -> bool:
        """Tell whether who bears the role leads its body."""
        if role.startswith(("deputy", "vice")):
            return False
        if office is not None:
            kind = self.ontology.offices[office].role
            if kind in _LEADER_ROLES or kind == "secretary-general":
                return True
        if is_ruler(role):
            return True
        title = self._titles.get(role)
        if title is None or not title.leads:
            return False
        return title.role in _LEADER_ROLES or body.startswith("organization:")


def office_label(role: str, body: str | None, target: str | None = None) -> str:
    """Return the title of an office that the authority file lacks: ``Ambassador of the United States to Japan``."""
    words_ = [
        word if word in ("of", "for", "and", "the", "to") else word[:1].upper() + word[1:] for word in role.split()
    ]
    label = " ".join(words_)
    if body:
        label += f" of {with_article(body)}"
    if target:
        label += f" {'for' if 'envoy' in role or 'representative' in role else 'to'} {with_article(target)}"
    return label


def with_article(name: str) -> str:
    """Return a name as it stands inside a title: ``the United States``."""
    return f"the {name}" if _COUNTRY_ARTICLE.match(name) else name


def _listed(doc: Doc, first: Ref, by_start: Mapping[int, Ref]) -> Iterator[Ref]:
    """Yield the names that go on a list: ``Kang Kyung-wha of South Korea and | Taro Kono``."""
    at = first.end
    while at + 1 < len(doc):
        if doc[at].lower_ == "of":
            country = by_start.get(at + 2 if doc[at + 1].lower_ == "the" else at + 1)
            if country is None:
                return
            at = country.end
            continue
        if doc[at].text == "," or doc[at].lower_ == "and":
            at += 1
            continue
        ref = by_start.get(at)
        if ref is None:
            return
        yield ref
        at = ref.end


def appositions(doc: Doc, phrase: OfficePhrase, refs: Sequence[Ref]) -> Iterator[Ref]:
    """Yield the person that a phrase stands beside: before its name, or set off by commas, or joined by "is"."""
    if phrase.end < len(doc) and doc[phrase.end].tag_ == "POS":
        return  # "the leader's sister" names somebody else
    by_start = {ref.start: ref for ref in refs}
    by_end = {ref.end: ref for ref in refs}
    follows = by_start.get(phrase.end)
    if phrase.plural and follows is None and phrase.end + 1 < len(doc) and doc[phrase.end].text == ",":
        follows = by_start.get(phrase.end + 1)
    if follows is not None:
        yield follows
        if phrase.plural:
            yield from _listed(doc, follows, by_start)
        return
    if phrase.end + 1 < len(doc) and doc[phrase.end].text == "," and phrase.determiner != "a":
        ref = by_start.get(phrase.end + 1)
        if (
            ref is not None
            and (phrase.determiner == "the" or phrase.owner is not None or phrase.body is not None)
            and ref.end < len(doc)
            and doc[ref.end].text in (",", ".", ";", ":", ")", "—", "'s", "’s")
        ):
            yield ref
            return
    comma = phrase.start - 1
    while comma > 1 and doc[comma].lower_ in (
        "now",
        "then",
        "later",
        "also",
        "himself",
        "herself",
        "once",
        "still",
        "today",
    ):
        comma -= 1
    if comma >= 1 and doc[comma].text in (",", "(", "—"):
        ref = by_end.get(comma)
        if ref is not None:
            yield ref
            return
    if phrase.start >= 2 and doc[phrase.start - 1].lower_ == "as":
        sentence = doc[phrase.start].sent
        people = [ref for ref in refs if sentence.start <= ref.start < phrase.start and phrase.start - ref.end < 12]
        yield from people[-1:]
        return
    if phrase.start >= 2 and doc[phrase.start - 1].lower_ in ("is", "was", "became", "becomes"):
        subject = next(
            (child for child in doc[phrase.start - 1].children if child.dep_ in ("nsubj", "nsubjpass")), None
        )
        if subject is not None:
            yield from (ref for ref in refs if ref.start <= subject.i < ref.end)
