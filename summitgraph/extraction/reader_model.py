"""The trained reader's files, and one window of text through them.

``weights/reader/`` holds two ONNX graphs (``words``: encoder and scores per word piece; ``pairs``: words against
triggers), the tokenizer, and ``manifest.json`` with the hash of each, the thresholds and the calibration. How they are
made: ``training/``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from summitgraph.errors import ExtractionError
from summitgraph.extraction.reader_decode import Candidate, Decoded, Floats, Thresholds, candidates, decode
from summitgraph.extraction.reader_features import Ints, Syntax, pairs

WEIGHTS = Path(__file__).parent / "weights"
MAX_PIECES = 384


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a folder of weights after checking each file against its hash.

    Raises:
        ExtractionError: a file is missing or not the one that the manifest names.
    """
    hint = "Install the package again, or run the `fast` configuration, which needs no weights."
    path = folder / "manifest.json"
    if not path.is_file():
        raise ExtractionError(str(folder), "the trained reader's weights are missing", hint)
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for name, expected in manifest["files"].items():
        file = folder / name
        if not file.is_file():
            raise ExtractionError(str(file), "a file of the trained reader is missing", hint)
        if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ExtractionError(str(file), "a file of the trained reader differs from its manifest's hash", hint)
    return manifest


def read_tokenizer(folder: Path) -> Tokenizer:
    """Return the tokenizer of a folder of weights; it neither pads nor cuts off."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def open_graph(path: Path, threads: int = 1) -> ort.InferenceSession:
    """Return an ONNX session that runs on ``threads`` threads of the CPU."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def pieces_of(tokenizer: Tokenizer, words: list[str]) -> tuple[Ints, Ints]:
    """Return the word pieces of a window and, per word, the index of its first piece; a word without one points at the
    start."""
    coded = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=True)
    first = np.zeros(len(words), dtype=np.int64)
    for position in range(len(coded.word_ids) - 1, -1, -1):
        word = coded.word_ids[position]
        if word is not None:
            first[word] = min(position, MAX_PIECES - 1)
    return np.array(coded.ids[:MAX_PIECES], dtype=np.int64), first


@dataclass(frozen=True, slots=True)
class ReaderModel:
    """An opened reader. ``version`` names the weights in an extraction's record of what made it."""

    version: str
    tokenizer: Tokenizer
    words: ort.InferenceSession
    pairs: ort.InferenceSession
    thresholds: Thresholds
    calibration: tuple[float, ...]

    def states(self, words: list[str]) -> tuple[Floats, Floats]:
        """Return states (words, hidden) and word scores (words, 2 + types) of a window of at most ``MAX_PIECES``
        pieces."""
        pieces, first = pieces_of(self.tokenizer, words)
        states, scores = self.words.run(None, {"pieces": pieces[None], "mask": np.ones_like(pieces)[None]})
        return states[0, first], scores[0, first]

    def read(self, words: list[str], syntax: Syntax) -> list[Decoded]:
        """Return the readings of a window of whole sentences."""
        states, scores = self.states(words)
        chosen = candidates(scores, self.thresholds)
        return self.read_triggers(chosen, states, syntax) if chosen else []

    def read_triggers(self, chosen: list[Candidate], states: Floats, syntax: Syntax) -> list[Decoded]:
        """Return the readings of given triggers; there must be one."""
        heads = np.array([candidate.head for candidate in chosen], dtype=np.int64)
        between = pairs(syntax, heads)
        roles, modality, mode = self.pairs.run(
            None,
            {
                "states": states[None],
                "trigger": states[heads],
                "governor": states[syntax.head[heads]],
                "types": np.stack([candidate.types for candidate in chosen]),
                "path": between.path,
                "distance": between.distance,
                "step": between.step,
                "label": syntax.dep[None],
                "tag": syntax.pos[None],
            },
        )
        return decode(chosen, roles, modality, mode, syntax, self.thresholds)


@lru_cache(maxsize=4)
def load_reader(folder: Path = WEIGHTS / "reader", threads: int = 1) -> ReaderModel:
    """Return the reader of a folder of weights.

    Raises:
        ExtractionError: the weights are missing or damaged.
    """
    manifest = read_manifest(folder)
    tokenizer = read_tokenizer(folder)
    stored = manifest.get("thresholds", {})
    choices: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in stored.items()}
    thresholds = Thresholds(**choices)
    return ReaderModel(
        manifest["version"],
        tokenizer,
        open_graph(folder / "words.onnx", threads),
        open_graph(folder / "pairs.onnx", threads),
        thresholds,
        tuple(manifest.get("calibration", ())),
    )
