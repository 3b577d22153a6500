"""``summitgraph code``: what one given phrase of a text does to another, as a PLOVER event.

The coder is an encoder of its own that reads the text with the two phrases marked. It always gives its fullest reading;
None stands only where a phrase is not in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from summitgraph.extraction.reader_decode import Floats, softmax
from summitgraph.extraction.reader_features import Ints
from summitgraph.extraction.reader_labels import MODALITIES, MODES, QUADS, TYPES
from summitgraph.extraction.reader_model import WEIGHTS, open_graph, read_manifest
from summitgraph.records import Modality, Span

MAX_PIECES = 256


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


def find_phrase(text: str, phrase: str) -> Span | None:
    """Return where a phrase stands in a text: as it is, in other case, or with other spaces; failing that, its last
    word."""
    wanted = phrase.strip()
    if not wanted:
        return None
    loose = r"\s+".join(re.escape(word) for word in wanted.split())
    for pattern in (rf"(?<!\w){loose}(?!\w)", loose, rf"(?<!\w){re.escape(wanted.split()[-1])}(?!\w)"):
        if match := re.search(pattern, text, re.IGNORECASE):
            return Span(*match.span())
    return None


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
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(open_graph(folder / "coder.onnx", threads), tokenizer, manifest["temperature"], manifest["version"])

    def code(self, rows: Iterable[CodeRow]) -> Iterator[CodedRow | None]:
        """Yield an answer for each row, in their order; None where source or target is not in the text."""
        for row in rows:
            source, target = find_phrase(row.text, row.source), find_phrase(row.text, row.target)
            yield self._code(row, source, target) if source and target else None

    def _code(self, row: CodeRow, source: Span, target: Span) -> CodedRow:
        pieces, marks, offsets = self._marked(row.text, source, target)
        types, mode, modality, pointer = self.session.run(
            None, {"pieces": pieces[None], "mask": np.ones_like(pieces)[None], "marks": marks[None]}
        )
        probabilities = softmax(types[0, :-1] / self.temperature)
        kind = TYPES[int(probabilities.argmax())]
        own = [number for number, (of, _) in enumerate(MODES) if of == kind]
        where = _word(row.text, offsets[_best_piece(pointer[0], offsets)])
        return CodedRow(
            row.id,
            kind,
            MODES[own[int(mode[0, own].argmax())]][1],
            QUADS[kind],
            MODALITIES[int(modality[0].argmax())],
            round(float(probabilities.max()), 3),
            row.text[where.start : where.end],
            where,
        )

    def _marked(self, text: str, source: Span, target: Span) -> tuple[Ints, Ints, list[tuple[int, int]]]:
        """Return pieces, marks and offsets of a text, of a long one those around the two phrases."""
        coded = self.tokenizer.encode(text)
        ids, offsets = coded.ids, coded.offsets
        if len(ids) > MAX_PIECES:
            inside = [
                n
                for n, (a, b) in enumerate(offsets)
                if b > a and ((a < source.end and b > source.start) or (a < target.end and b > target.start))
            ]
            middle = (min(inside) + max(inside)) // 2
            start = max(1, min(middle - MAX_PIECES // 2, len(ids) - MAX_PIECES + 1))
            keep = [0, *range(start, min(start + MAX_PIECES - 2, len(ids) - 1)), len(ids) - 1]
            ids, offsets = [ids[n] for n in keep], [offsets[n] for n in keep]

        def mark(a: int, b: int) -> int:
            if a < source.end and b > source.start:
                return 1
            return 2 if a < target.end and b > target.start else 0

        return np.array(ids, dtype=np.int64), np.array([mark(a, b) for a, b in offsets], dtype=np.int64), offsets


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
