"""Where names stand: the authority file's names first, then runs of capitalised words that it lacks.

The model's own NER is a hint at most: it calls "Trump" an organization half the time, and costs half of its speed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token
from spacy.util import filter_spans

from summitgraph.extraction.gazetteer import Gazetteer, shared
from summitgraph.extraction.state import Name, register
from summitgraph.extraction.vocabulary import words

_CALENDAR = frozenset(
    (
        "january february march april may june july august september october november december monday "
        "tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov "
        "dec mon tue wed thu fri sat sun "
    ).split()
)
_DEPARTMENTS = frozenset(
    (
        "state defense defence commerce energy labor interior treasury foreign homeland agriculture "
        "justice education transportation "
    ).split()
)
_NER_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place"}


class NameFinder:
    """Finds names in a ``Doc`` and writes them to ``doc._.names``, in order, without overlap."""

    def __init__(self, nlp: Language, *, gazetteer: Gazetteer) -> None:
        register()
        self.gazetteer = gazetteer
        self.matcher = PhraseMatcher(nlp.vocab)
        surfaces = list(gazetteer.surfaces)
        tokenizer: Any = nlp.tokenizer
        for surface, pattern in zip(surfaces, tokenizer.pipe(surfaces), strict=True):
            self.matcher.add(surface, [pattern])

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.names``."""
        doc._.names = self.match(doc)
        return doc

    def match(self, doc: Doc) -> list[Name]:
        """Return the names of the text in order."""
        known = self._authority(doc)
        timed = _timed_tokens(doc)
        out: list[Name] = list(_labels(doc))
        labelled = {index for name in out for index in range(name.start, name.end)}
        for start, end in _runs(doc, known, timed):
            if start not in labelled:
                out.extend(self._spelled(name) for name in self._split(doc, start, end, known))
        out.sort(key=lambda name: name.start)
        return [_with_site(doc, name) for name in out if not _byline(doc, name)]

    def _spelled(self, name: Name) -> Name:
        """Look a name up again without the short form that stands inside it: ``Nuclear Forces (INF) Treaty``."""
        plain = _SHORT_FORM.sub("", name.text)
        if plain == name.text:
            return name
        entry = self.gazetteer.surfaces.get(plain)
        if entry is None:
            return Name(name.start, name.end, plain, name.kind, type=name.type)
        return Name(name.start, name.end, plain, entry.kind, entry.ids, entry.type)

    def _authority(self, doc: Doc) -> dict[int, Name]:
        """Names of the authority file by their first token, longest first."""
        found: dict[int, Name] = {}
        for span in filter_spans(self.matcher(doc, as_spans=True)):
            surface = span.label_
            entry = self.gazetteer.surfaces[surface]
            found[span.start] = Name(span.start, span.end, span.text, entry.kind, entry.ids, entry.type)
        return found

    def _split(self, doc: Doc, start: int, end: int, known: dict[int, Name]) -> list[Name]:
        """Cut one run of name tokens into authority names, titles and names that the authority lacks."""
        pieces: list[Name] = []
        at = start
        while at < end:
            if at in known and known[at].end <= end:
                pieces.append(known[at])
                at = known[at].end
                continue
            stop = at + 1
            while stop < end and stop not in known:
                stop += 1
            pieces.extend(_unknown(doc, at, stop))
            at = stop
        return [name for name in _absorb(doc, pieces) if name.kind != "office" or name.title]


def _labels(doc: Doc) -> Iterator[Name]:
    """Yield the speakers of a transcript that are named in capitals: ``TESSA MARLOWE:``."""
    for match in _LABEL.finditer(doc.text):
        words_ = match["name"].split()
        titles = [word for word in words_ if word.lower().strip(".") in words("roles")]
        if (
            len(words_) < 2
            or any(word in _NO_SPEAKER for word in words_)
            or titles == words_
            or titles not in ([], words_[:1])
        ):
            continue
        title = len(titles[0]) + 1 if titles else 0
        span = doc.char_span(match.start("name") + title, match.end("name"), alignment_mode="expand")
        if span is not None:
            yield Name(
                span.start, span.end, match["name"][title:].title(), "unknown", type=None if titles else "Person"
            )


_LABEL = re.compile(r"^[ \t]*(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}):(?=\s)", re.MULTILINE)
_NO_SPEAKER = frozenset("THE QUESTION ANSWER PRESS REPORTER MODERATOR HOST INTERVIEWER VOICE Q A".split())
_SHORT_FORM = re.compile(r" ?\([A-Z.&-]{2,8}\)")


def _byline(doc: Doc, name: Name) -> bool:
    """Whether a name is the agency of a date line: ``HANOI (Meridian Wire) -``."""
    if name.candidates or name.start == 0 or name.end >= len(doc) or name.start > _DATE_LINE:
        return False
    return doc[name.start - 1].text == "(" and doc[name.end].text == ")"


_DATE_LINE = 10


def _with_site(doc: Doc, name: Name) -> Name:
    """Take in the small word that says what a place is: ``the Melia | hotel``."""
    if name.kind == "unknown" and name.type is None and name.end < len(doc) and doc[name.end].lower_ in _SMALL_SITES:
        text = f"{name.text} {doc[name.end].text.capitalize()}"
        return Name(name.start, name.end + 1, text, "unknown", type="Place")
    return name


_SMALL_SITES = frozenset(
    (
        "hotel palace mausoleum island islands peninsula valley river strait mosque temple base airport "
        "prison reef camp "
    ).split()
)


def _unknown(doc: Doc, start: int, stop: int) -> Iterator[Name]:
    """Cut a stretch without authority names at its titles: ``Foreign Minister | Wang Yi``."""
    roles = words("roles")
    cut = start
    for index in range(start, stop):
        lower = doc[index].lower_
        if lower in roles or lower in words("honorifics"):
            end = index + 1
            if end + 1 < stop and doc[end].lower_ == "of" and doc[end + 1].lower_ in _DEPARTMENTS:
                end += 2
            if end < stop or index == start:
                yield Name(cut, end, doc[cut:end].text, "office", title=doc[cut:end].text)
                cut = end
            elif cut < index:
                # "… Ministry Spokesman" at the end of a run: a title for what follows in lower case.
                yield Name(cut, end, doc[cut:end].text, "office", title=doc[cut:end].text)
                cut = end
    cut = _trim(doc, cut, stop)
    if cut < stop and any(token.is_alpha and len(token) > 1 for token in doc[cut:stop]):
        yield Name(cut, stop, doc[cut:stop].text, "unknown", type=_shape_type(doc, cut, stop))


def _trim(doc: Doc, start: int, stop: int) -> int:
    while start < stop and doc[start].lower_ in words("connectors") and not doc[start].is_title:
        start += 1
    return start


def _absorb(doc: Doc, pieces: list[Name]) -> list[Name]:
    """Join names of the authority to the words that make a longer name of them: ``Singapore | Airlines``."""
    out: list[Name] = []
    for piece in pieces:
        while out and out[-1].end == piece.start and _one_name(doc, out[-1], piece):
            last = out.pop()
            type_ = piece.type if piece.kind == "unknown" else "Person"
            if piece.type is None and piece.text.lower() in words("bodies"):
                type_ = "Organization"
            piece = Name(last.start, piece.end, doc[last.start : piece.end].text, "unknown", type=type_ or last.type)
        out.append(piece)
    return out


def _one_name(doc: Doc, left: Name, right: Name) -> bool:
    if right.kind == "unknown" and left.kind in ("name", "metonym"):
        if left.type == "Person":
            return right.text in ("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")
        if right.text.startswith(("Foreign", "Defense", "Defence")):
            return False
        return right.type in ("Organization", "Place", "Agreement") or right.text.lower() in words("bodies")
    if left.kind != "unknown":
        return False
    if doc[right.start - 1].text == "-" and right.kind == "demonym":
        return True  # "Inter-American"
    if right.type in ("Organization", "Place", "Agreement") and right.kind == "unknown":
        return True
    # "Michael | Jordan": a given name before the name of a state or city.
    return (
        right.kind in ("name", "metonym")
        and right.type in ("Country", "Place")
        and left.type is None
        and left.end - left.start == 1
        and left.text.isalpha()
        and not left.text.isupper()
        and left.text.lower() not in _GEOGRAPHIC
    )


_GEOGRAPHIC = frozenset(
    (
        "northern southern eastern western central north south east west upper lower greater new old "
        "inner outer downtown northeastern northwestern southeastern southwestern mainland post pre anti "
        "pro non mid early late president "
    ).split()
)


def _shape_type(doc: Doc, start: int, stop: int) -> str | None:
    last = doc[stop - 1]
    lower = last.lower_
    if start == stop - 1 and last.is_upper and 2 <= len(last) <= 7:
        return "Organization"
    heads = {token.lower_ for token in doc[start:stop]}
    first_of = next((token.i for token in doc[start:stop] if token.lower_ in ("of", "for", "on")), None)
    head = doc[first_of - 1].lower_ if first_of is not None and first_of > start else lower
    if stop - start > 1 or head.endswith("s"):
        if head in words("bodies") or (heads & {"ministry", "department", "committee"}):
            return "Organization"
        if head in words("sites"):
            return "Place"
        if head in words("accords"):
            return "Agreement"
    for entity in doc[start:stop].ents:
        if entity.label_ in _NER_TYPES:
            return _NER_TYPES[entity.label_]
    return None


def _runs(doc: Doc, known: dict[int, Name], timed: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Maximal stretches of name tokens, joined by connectors inside names."""
    covered = {index for name in known.values() for index in range(name.start, name.end)}
    start = None
    index, size = 0, len(doc)
    while index < size:
        if index in covered or (index not in timed and _capital(doc[index])):
            if start is None:
                start = index
            index += 1
            continue
        if start is not None:
            if width := _bridge(doc, index, covered, timed):
                index += width
                continue
            yield start, index
            start = None
        index += 1
    if start is not None:
        yield start, size


def _bridge(doc: Doc, index: int, covered: set[int], timed: frozenset[int]) -> int:
    """Number of tokens at ``index`` that join the words around them into one name; 0 where they do not."""
    token = doc[index]
    if index + 1 >= len(doc):
        return 0

    def name_at(at: int) -> bool:
        return at < len(doc) and at not in timed and (at in covered or _capital(doc[at]))

    before = doc[index - 1]
    if token.text in ("-", "–", "’", "'") and not token.whitespace_ and not before.whitespace_:
        following = doc[index + 1]
        if name_at(index + 1):
            return 1
        # "Gwan-pyo": the second half of a given name is written small.
        return 2 if following.is_alpha and before.is_title and len(following) <= 6 and _given(doc, index) else 0
    if (
        token.text == "("
        and index + 3 < len(doc)
        and doc[index + 1].is_upper
        and doc[index + 2].text == ")"
        and name_at(index + 3)
    ):
        return 3
    if token.tag_ == "POS" and before.lower_ in _PEOPLES and name_at(index + 1):
        return 1
    if token.lower_ in ("of", "for", "on") and (
        before.lower_ in words("bodies")
        or before.lower_ in _WATERS
        or before.lower_ in words("roles")
        or before.lower_ in words("accords")
    ):
        if before.lower_ in words("roles") and not before.is_title:
            return 0
        if name_at(index + 1):
            return 1
        return 2 if doc[index + 1].lower_ == "the" and name_at(index + 2) else 0
    if token.lower_ in words("surname_particles") and before.is_title:
        if name_at(index + 1):
            return 1
        return 2 if doc[index + 1].text == "-" and name_at(index + 2) else 0
    return 0


_PEOPLES = frozenset("people workers women king queen children farmers peoples lord citizens nurses teachers".split())
_WATERS = frozenset(
    ("line gulf strait straits bay sea cape isthmus island islands lake port city university institute mount ").split()
)


def _given(doc: Doc, hyphen: int) -> bool:
    """Whether the word before a hyphen is a part of a person's name and no plain word, as in ``Seoul-led``."""
    return (hyphen >= 2 and doc[hyphen - 2].text[:1].isupper() and doc[hyphen - 2].is_alpha) or (
        hyphen + 2 < len(doc) and doc[hyphen + 2].is_title
    )


def _capital(token: Token) -> bool:
    text = token.text
    if not text[0].isupper() or token.lower_ in _CALENDAR:
        return False
    tag = token.tag_
    if token.is_upper and len(token) > 1 and _shouted(token):
        return False
    if tag in ("NNP", "NNPS"):
        return True
    if token.is_sent_start:
        return _opens(token)
    if token.is_stop:
        return (
            token.is_title
            and token.i > 1
            and token.nbor(-1).is_title
            and token.nbor(-2).is_title
            and token.nbor(-2).tag_ == "NNP"
        )
    # Inside a sentence a capital is a name whatever the tagger makes of it, but not after an opening quotation mark.
    return token.is_alpha and token.i > 0 and not token.nbor(-1).is_quote and not token.nbor(-1).is_punct


def _opens(token: Token) -> bool:
    """Whether a capitalised word that the tagger takes for a plain one opens a sentence as a name: ``Ilse Novak chairs``."""
    if token.is_stop or not token.is_alpha or token.tag_ not in ("NN", "JJ", "FW", "UH", "VB", "VBP", "NNS"):
        return False
    if token.lower_ in words("roles") or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    return (
        following.tag_ == "NNP"
        and following.text[:1].isupper()
        and following.lower_ not in words("roles")
        and token.dep_ == "compound"
    )


def _shouted(token: Token) -> bool:
    """Whether a word in capitals stands in a heading: beside another such word that is no acronym."""
    doc = token.doc
    near = [doc[index] for index in (token.i - 1, token.i + 1) if 0 <= index < len(doc) and doc[index].is_alpha]
    return (
        len(token) > 5
        or token.is_stop
        or any(
            other.is_upper and (other.is_stop or len(other) > 5 or (len(other) > 1 and len(token) > 3))
            for other in near
        )
    )


def _timed_tokens(doc: Doc) -> frozenset[int]:
    out: set[int] = set()
    for time in doc._.times:
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is not None:
            out.update(range(span.start, span.end))
    return frozenset(out)


@Language.factory(
    "summitgraph_names",
    assigns=["doc._.names"],
    requires=["token.tag"],
    default_config={"extra": []},
)
def make_names(nlp: Language, name: str, extra: list[str]) -> NameFinder:
    """Make the component; ``extra`` lists further Turtle files or folders of the user's."""

    return NameFinder(nlp, gazetteer=shared(tuple(extra)))
