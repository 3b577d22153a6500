"""Weapons programmes and sanctions as things of their own: whose they are, who imposes them on whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from summitgraph.extraction.gazetteer import Gazetteer
from summitgraph.extraction.state import Member, Ref
from summitgraph.ids import slug

_PROGRAMME = frozenset(["programme", "program", "programmes", "programs", "arsenal", "arsenals"])
_WEAPONS = frozenset(["weapons", "arms", "warheads", "deterrent"])
_KINDS = {
    "nuclear": "nuclear",
    "atomic": "nuclear",
    "missile": "missile",
    "missiles": "missile",
    "ballistic": "missile",
    "chemical": "chemical",
}
_SANCTIONS = frozenset(["sanctions", "embargo"])
_IMPOSED = frozenset(("on", "against"))
_BLOCS = frozenset(
    (
        "organization:ecowas",
        "organization:african-union",
        "organization:arab-league",
        "organization:gcc",
        "organization:oas",
    )
)


def find_programs(
    doc: Doc, refs: Sequence[Ref], cast: dict[str, Member], gazetteer: Gazetteer
) -> list[tuple[Ref, Member]]:
    """Return references to programmes and sanctions, each with its member."""
    at = {index: ref for ref in refs for index in range(ref.start, ref.end)}
    return list(_Finder(doc, at, cast, gazetteer).find())


class _Finder:
    def __init__(self, doc: Doc, at: dict[int, Ref], cast: dict[str, Member], gazetteer: Gazetteer) -> None:
        self.doc, self.at, self.cast, self.gazetteer = doc, at, cast, gazetteer

    def find(self) -> Iterator[tuple[Ref, Member]]:
        for token in self.doc:
            lower = token.lower_
            named = self.at.get(token.i)
            if named is not None and named.entity and self.cast[named.entity].type == "Program":
                continue
            if lower in _SANCTIONS and (lower == "sanctions" or token.tag_ == "NN"):
                yield from self._sanctions(token)
            elif lower in _PROGRAMME or lower in _WEAPONS:
                yield from self._programme(token)

    def _owner(self, token: Token) -> tuple[int, str | None]:
        """First token of the noun phrase and the country or body that owns it."""
        start = token.i
        while start > 0 and (
            self.doc[start - 1].tag_ in ("JJ", "NN", "NNP", "NNS", "CC", "HYPH", "POS", "PRP$", "DT", "NNPS")
            or start - 1 in self.at
        ):
            start -= 1
            ref = self.at.get(start)
            if ref is not None and ref.entity and self.cast[ref.entity].type in ("Country", "Organization", "Person"):
                member = self.cast[ref.entity]
                return ref.start, member.id if member.type != "Person" else member.country
            if token.i - start > 6:
                break
        return start, None

    def _after(self, token: Token, prepositions: frozenset[str]) -> str | None:
        for child in token.children:
            if child.lower_ in prepositions:
                for grandchild in child.subtree:
                    ref = self.at.get(grandchild.i)
                    if ref is not None and ref.entity:
                        member = self.cast[ref.entity]
                        if member.type == "Country":
                            return member.id
                        if member.type == "Person" and member.country:
                            return member.country
        return None

    def _programme(self, token: Token) -> Iterator[tuple[Ref, Member]]:
        start, owner = self._owner(token)
        words = {part.lower_ for part in self.doc[start : token.i + 1]}
        kinds = list(dict.fromkeys(kind for word, kind in _KINDS.items() if word in words))
        if token.lower_ in ("arsenal", "arsenals") and not kinds:
            kinds = ["nuclear"]
        if owner is None:
            owner = self._after(token, frozenset(("of", "in")))
        if (
            owner is None
            or not owner.startswith("country:")
            or not kinds
            or (token.lower_ in _WEAPONS and "nuclear" not in kinds)
        ):
            return
        for kind in kinds:
            member = self._known(owner, kind) or self._new(owner, kind)
            yield Ref(start, token.i + 1, (member.id,), "nominal"), member

    def _known(self, country: str, kind: str) -> Member | None:
        for entity in self.gazetteer.entities.values():
            if (
                entity.type == "Program"
                and entity.country == country
                and entity.kind == kind
                and "program" in entity.name.lower()
            ):
                return Member(entity.id, entity.name, "Program", entity.wikidata, country=country)
        return None

    def _new(self, country: str, kind: str) -> Member:
        entity = self.gazetteer.entities[country]
        adjective = entity.demonyms[0] if entity.demonyms else entity.name
        label = {"missile": "ballistic missile"}.get(kind, kind)
        name = f"{adjective} {label} programme"
        return Member(f"program:{slug(name)}", name, "Program", known=False, country=country)

    def _sanctions(self, token: Token) -> Iterator[tuple[Ref, Member]]:
        start, owner = self._owner(token)
        target = self._after(token, _IMPOSED)
        if target is None:
            target = self._target_nearby(token, owner)
        if target is None or target == owner:
            return
        if owner is None or (not self._imposes(owner) and not owner.startswith("country:")):
            owner = self._imposer(target, token)
        member = self._regime(owner, target)
        yield Ref(start, token.i + 1, (member.id,), "nominal"), member

    def _target_nearby(self, token: Token, owner: str | None) -> str | None:
        """The state under sanctions where the phrase leaves it out: the one named most in the text that sanctions are spoken of."""
        counts: dict[str, int] = {}
        for ref in self.at.values():
            if ref.entity and ref.entity.startswith("country:"):
                counts[ref.entity] = counts.get(ref.entity, 0) + 1
        regimes = {
            e.country for e in self.gazetteer.entities.values() if e.type == "Program" and e.kind == "sanctions-regime"
        }
        likely = [id_ for id_ in counts if id_ in regimes and id_ != owner]
        return max(likely, key=lambda id_: counts[id_]) if likely else None

    def _imposer(self, target: str, token: Token) -> str | None:
        """Who imposes sanctions that the text leaves unnamed: the power or international body of the text named nearest to them."""
        near: dict[str, int] = {}
        for index, ref in self.at.items():
            id_ = ref.entity
            if id_ is None or id_ == target or ref.kind == "pronoun" or not self._imposes(id_):
                continue
            near[id_] = min(near.get(id_, 10**6), abs(index - token.i))
        present = min(near, key=lambda id_: near[id_]) if near else None
        if present is None and any(member.country == "country:USA" for member in self.cast.values()):
            return "country:USA"
        return present

    def _imposes(self, id_: str) -> bool:
        if id_ in ("country:USA", "organization:un", "organization:unsc", "organization:eu"):
            return True
        entity = self.gazetteer.entities.get(id_)
        return (
            entity is not None
            and entity.type == "Organization"
            and entity.kind == "international"
            and entity.id in _BLOCS
        )

    def _regime(self, owner: str | None, target: str) -> Member:
        for entity in self.gazetteer.entities.values():
            if (
                entity.type == "Program"
                and entity.kind == "sanctions-regime"
                and entity.country == target
                and (
                    entity.imposed_by == owner
                    or (owner == "organization:unsc" and entity.imposed_by == "organization:un")
                )
            ):
                return Member(
                    entity.id, entity.name, "Program", entity.wikidata, country=target, imposed_by=entity.imposed_by
                )
        place = self.gazetteer.entities[target].name
        imposer = _short(self.gazetteer, owner, self.cast)
        name = f"{imposer} sanctions on {place}" if imposer else f"Sanctions on {place}"
        return Member(f"program:{slug(name)}", name, "Program", known=False, country=target, imposed_by=owner)


def _short(gazetteer: Gazetteer, owner: str | None, cast: dict[str, Member]) -> str | None:
    if owner is None:
        return None
    fixed = {
        "country:USA": "U.S.",
        "organization:un": "UN",
        "organization:unsc": "UN",
        "organization:eu": "EU",
        "country:GBR": "British",
    }
    if owner in fixed:
        return fixed[owner]
    entity = gazetteer.entities.get(owner)
    if entity is not None and entity.demonyms:
        return entity.demonyms[0]
    return entity.name if entity is not None else cast[owner].name
