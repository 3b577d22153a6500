"""``summitgraph code``: what one given phrase of a text does to another, as a PLOVER event.

The coder is an encoder of its own that reads the text with the two phrases marked. It always gives its fullest reading;
None stands only where a phrase is not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from summitgraph.extraction.reader_decode import Floats, softmax
from summitgraph.extraction.reader_features import Ints
from summitgraph.extraction.reader_labels import MODALITIES, MODES, QUADS, TYPES
from summitgraph.extraction.reader_model import WEIGHTS, open_graph, read_manifest, read_tokenizer
from summitgraph.records import Modality, Span

MAX_PIECES = 256
MAX_PLACES = 3  # of a phrase that stands in the text more than once


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A question to the coder: what does ``source`` do to ``target`` in ``text``?"""

    id: str
    text: str
    source: str
    target: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class CodedRow:
    """The coder's answer.

    Attributes:
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        confidence: calibrated probability that the type is right.
        trigger: the word of the text that carries the act, with its place.
    """

    id: str
    type: str
    mode: str | None
    quad: int
    modality: Modality
    confidence: float
    trigger: str
    trigger_span: Span


def find_phrase(text: str, phrase: str) -> list[Span]:
    """Return where a phrase stands in a text, at most ``MAX_PLACES`` times.

    It is looked for as it is, then in other case, then with other spaces and punctuation, and last by its last word.
    """
    words = re.findall(r"\w+", phrase)
    if not words:
        return []
    spaced, loose = (
        between.join(map(re.escape, parts)) for between, parts in ((r"\s+", phrase.split()), (r"\W*", words))
    )
    tries = ((spaced, 0), (spaced, re.IGNORECASE), (loose, re.IGNORECASE), (re.escape(words[-1]), re.IGNORECASE))
    for pattern, flags in tries:
        if found := [Span(*match.span()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, flags)]:
            return found[:MAX_PLACES]
    return []


@dataclass(frozen=True, slots=True)
class _Scores:
    """What the network says of two marked places; ``none`` is the probability that the first does nothing to the
    second."""

    none: float
    types: Floats
    mode: Floats
    modality: Floats
    trigger: Span


class Coder:
    """Codes the event between two given phrases."""

    def __init__(self, session: ort.InferenceSession, tokenizer: Tokenizer, temperature: float, version: str) -> None:
        self.session, self.tokenizer, self.temperature, self.version = session, tokenizer, temperature, version

    @classmethod
    def load(cls, folder: Path = WEIGHTS / "coder", threads: int = 1) -> Coder:
        """Return the coder of a folder of weights.

        Raises:
            ExtractionError: the weights are missing or damaged.
        """
        manifest = read_manifest(folder)
        session = open_graph(folder / "coder.onnx", threads)
        return cls(session, read_tokenizer(folder), manifest["temperature"], manifest["version"])

    def code(self, rows: Iterable[CodeRow]) -> Iterator[CodedRow | None]:
        """Yield an answer for each row, in their order; None where neither source nor target is in the text.

        Of phrases that stand in the text more than once, the places are taken between which an act is likeliest. Where
        one phrase is missing, the answer is what is read of the other.
        """
        for row in rows:
            sources, targets = _places(row.text, row.source), _places(row.text, row.target)
            if sources == targets == [None]:
                yield None
                continue
            readings = [self._read(row.text, source, target) for source, target in product(sources, targets)]
            yield self._answer(row, min(readings, key=lambda reading: reading.none))

    def _read(self, text: str, source: Span | None, target: Span | None) -> _Scores:
        pieces, marks, offsets = self._marked(text, source, target)
        types, mode, modality, pointer = self.session.run(
            None, {"pieces": pieces[None], "mask": np.ones_like(pieces)[None], "marks": marks[None]}
        )
        none = float(softmax(types[0])[-1])
        return _Scores(
            none, types[0, :-1], mode[0], modality[0], _word(text, offsets[_best_piece(pointer[0], offsets)])
        )

    def _answer(self, row: CodeRow, scores: _Scores) -> CodedRow:
        probabilities = softmax(scores.types / self.temperature)
        kind = TYPES[int(probabilities.argmax())]
        own = [number for number, (of, _) in enumerate(MODES) if of == kind]
        return CodedRow(
            row.id,
            kind,
            MODES[own[int(scores.mode[own].argmax())]][1],
            QUADS[kind],
            MODALITIES[int(scores.modality.argmax())],
            round(float(probabilities.max()), 3),
            row.text[scores.trigger.start : scores.trigger.end],
            scores.trigger,
        )

    def _marked(self, text: str, source: Span | None, target: Span | None) -> tuple[Ints, Ints, list[tuple[int, int]]]:
        """Return pieces, marks and offsets of a text, of a long one those around the phrases."""
        coded = self.tokenizer.encode(text)
        ids, offsets = coded.ids, coded.offsets
        marks = [1 if _touch(at, source) else 2 if _touch(at, target) else 0 for at in offsets]
        if len(ids) > MAX_PIECES:
            marked = [number for number, mark in enumerate(marks) if mark]
            middle, room = (min(marked) + max(marked)) // 2, MAX_PIECES - 2
            start = max(1, min(middle - room // 2, len(ids) - 1 - room))
            keep = [0, *range(start, start + room), len(ids) - 1]
            ids, offsets, marks = ([row[number] for number in keep] for row in (ids, offsets, marks))
        return np.array(ids, dtype=np.int64), np.array(marks, dtype=np.int64), offsets


def _places(text: str, phrase: str) -> list[Span | None]:
    return [*find_phrase(text, phrase)] or [None]


def _touch(at: tuple[int, int], span: Span | None) -> bool:
    return span is not None and at[0] < span.end and span.start < at[1]


def _best_piece(pointer: Floats, offsets: list[tuple[int, int]]) -> int:
    real = np.array([b > a for a, b in offsets])
    return int(np.where(real, pointer, -np.inf).argmax())


def _word(text: str, piece: tuple[int, int]) -> Span:
    start, end = piece
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    return Span(start, end)
