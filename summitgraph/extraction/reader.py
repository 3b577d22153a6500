"""The spaCy component ``summitgraph_reader``: runs the trained reader over a text and writes ``doc._.readings``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from summitgraph.extraction import state
from summitgraph.extraction.reader_confidence import confidence
from summitgraph.extraction.reader_decode import Decoded, Filler
from summitgraph.extraction.reader_features import syntax
from summitgraph.extraction.reader_model import WEIGHTS, ReaderModel, load_reader
from summitgraph.extraction.reading import Reading
from summitgraph.records import Span

MAX_WORDS = 160  # of a window; more sentences at once give little and cost attention
_LONGEST = 256  # a sentence of more words is cut


def windows(doc: Doc, most: int = MAX_WORDS) -> Iterator[tuple[int, int]]:
    """Yield token ranges of whole sentences, as many as fit in ``most`` tokens; a longer sentence stands alone, cut if
    need be."""
    start = end = 0
    for sentence in doc.sents:
        if end > start and sentence.end - start > most:
            yield start, end
            start = sentence.start
        while sentence.end - start > _LONGEST:
            yield start, start + _LONGEST
            start += _LONGEST
        end = sentence.end
    if end > start:
        yield start, end


class Reader:
    """Finds triggers, their types, modes, modality and roles."""

    def __init__(self, model: ReaderModel) -> None:
        self.model = model

    @property
    def version(self) -> str:
        """The name of the weights."""
        return self.model.version

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.readings``, in the order of their triggers."""
        doc._.readings = self.match(doc)
        return doc

    def match(self, doc: Doc) -> list[Reading]:
        """Return the readings of a parsed text.

        The text must have sentence boundaries, dependencies and parts of speech.
        """
        out = []
        for start, end in windows(doc):
            words = [token.text for token in doc[start:end]]
            for found in self.model.read(words, syntax(doc, start, end)):
                out.append(self._reading(doc, start, found))
        return out

    def _reading(self, doc: Doc, start: int, found: Decoded) -> Reading:
        def span(of: tuple[int, int]) -> Span:
            first, last = doc[start + of[0]], doc[start + of[1] - 1]
            return Span(first.idx, last.idx + len(last))

        def one(fillers: tuple[Filler, ...]) -> Span | None:
            return span(fillers[0].span) if fillers else None

        return Reading(
            trigger=span(found.candidate.span),
            type=found.type,
            mode=found.mode,
            modality=found.modality,
            actors=tuple(span(f.span) for f in found.fillers["actor"]),
            recipients=tuple(span(f.span) for f in found.fillers["recipient"]),
            speaker=one(found.fillers["speaker"]),
            time=one(found.fillers["time"]),
            place=one(found.fillers["place"]),
            confidence=confidence(found, self.model.calibration),
            rule="reader",
        )


@Language.factory(
    "summitgraph_reader",
    requires=["token.dep", "token.head", "token.pos", "doc.sents"],
    assigns=["doc._.readings"],
    default_config={"weights": None, "threads": 1},
)
def make_reader(nlp: Language, name: str, weights: str | None, threads: int) -> Reader:
    """Make the component from the shipped weights, or from those in the folder ``weights``; ``threads`` are ONNX
    Runtime's.

    Raises:
        ExtractionError: the weights are missing or damaged.
    """
    state.register()
    return Reader(load_reader(Path(weights) if weights else WEIGHTS / "reader", threads))
