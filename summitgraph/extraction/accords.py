"""Accords that a text does not name: ``signed a joint statement`` at a summit means the statement that was made there."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from ontology import Agreement
from summitgraph.extraction.gazetteer import Gazetteer, shared
from summitgraph.extraction.state import Member, Ref, register
from summitgraph.extraction.vocabulary import words
from summitgraph.records import ExtractedSummit

_SIGNING = frozenset("sign signs signed signing initialled issued adopted concluded released joint".split())


class AccordFinder:
    """Adds to ``doc._.refs`` the accords of the authority file that a summit's text speaks of without their names."""

    def __init__(self, *, gazetteer: Gazetteer) -> None:
        register()
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Extend ``doc._.refs`` and ``doc._.cast``."""
        found = self.match(doc)
        for agreement, ref in found:
            entity = self.gazetteer.entities[agreement]
            member = doc._.cast.setdefault(agreement, Member(entity.id, entity.name, entity.type, entity.wikidata))
            member.aliases[doc[ref.start : ref.end].text] = None
        doc._.refs = sorted([*doc._.refs, *(ref for _, ref in found)], key=lambda ref: (ref.start, -ref.end))
        return doc

    def match(self, doc: Doc) -> list[tuple[str, Ref]]:
        """Return the agreements that descriptions mean, each with its reference."""
        taken = {index for ref in doc._.refs for index in range(ref.start, ref.end)}
        found: list[tuple[str, Ref]] = []
        for summit in doc._.summits:
            made = [
                agreement
                for agreement in self.gazetteer.ontology.agreements.values()
                if self._made_at(agreement, summit)
            ]
            if len(made) == 1:
                found.extend((made[0].id, ref) for ref in _descriptions(doc, summit, made[0].id, taken))
        return found

    def _made_at(self, agreement: Agreement, summit: ExtractedSummit) -> bool:
        known = self.gazetteer.ontology.summits.get(summit.id)
        if known is None or known.start is None or agreement.date is None or len(agreement.date) < 10:
            return False
        if not known.start <= agreement.date <= (known.end or known.start):
            return False
        states = {self.gazetteer.country_of(id_) for id_ in known.principals}
        return not agreement.parties or bool(states & set(agreement.parties))


def _descriptions(doc: Doc, summit: ExtractedSummit, agreement: str, taken: set[int]) -> list[Ref]:
    """Return the accord nouns that are signed or made jointly; of several summits in a text, those in this one's sentences."""
    out = []
    alone = len(doc._.summits) == 1
    for token in doc:
        if (
            token.lower_ in words("accords")
            and token.tag_ == "NN"
            and token.i not in taken
            and _signed(token)
            and (alone or _beside(token, summit))
        ):
            start = min(
                (child.i for child in token.lefts if child.dep_ in ("amod", "compound", "det")), default=token.i
            )
            out.append(Ref(start, token.i + 1, (agreement,), "nominal"))
    return out


def _beside(token: Token, summit: ExtractedSummit) -> bool:
    return any(mention.start <= token.idx < mention.end for mention in summit.mentions)


def _signed(token: Token) -> bool:
    near = token.doc[max(0, token.i - 6) : token.i + 1]
    return token.lower_ in ("statement", "declaration", "communique", "communiqué", "accord", "treaty") and any(
        part.lower_ in _SIGNING for part in near
    )


@Language.factory(
    "summitgraph_accords",
    assigns=["doc._.refs"],
    requires=["doc._.summits"],
    default_config={"extra": []},
)
def make_accords(nlp: Language, name: str, extra: list[str]) -> AccordFinder:
    """Make the component; ``extra`` lists further Turtle files or folders of the user's."""
    return AccordFinder(gazetteer=shared(tuple(extra)))
