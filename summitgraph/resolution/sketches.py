"""MinHash: how alike two texts are, told from a few numbers of each (Broder 1997), and by which numbers to find them.

A text is the set of its word triples. Two texts whose sets share ``SIMILARITY`` of their union are copies of one: a wire
report that two papers print, with another headline, a dateline or a paragraph less. Below ``LEAST_WORDS`` words, equal
texts may be chance.
"""

from __future__ import annotations

import hashlib
import re

import numpy as np
import numpy.typing as npt

from summitgraph.graph.model import SKETCH_BANDS

SIMILARITY = 0.6
LEAST_WORDS = 16
WORDS_PER_SHINGLE = 3
BANDS, ROWS = len(SKETCH_BANDS), 3
"""Copies share one of 12 bands of 3 minima with probability 1-(1-s^3)^12: .95 at s = .6, .99 at .7, 1 at .9."""


def shingles(text: str) -> frozenset[int]:
    """Return the word triples of a text as 64-bit hashes; none where it is too short to tell."""
    words = re.findall(r"[^\W_]+", text.lower())
    if len(words) < LEAST_WORDS:
        return frozenset()
    triples = zip(*(words[start:] for start in range(WORDS_PER_SHINGLE)), strict=False)
    return frozenset(_hash(" ".join(triple)) for triple in triples)


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the Jaccard similarity of two sets, 0 where either is empty."""
    return len(one & other) / len(one | other) if one and other else 0.0


def sketch(text: str) -> tuple[str, ...]:
    """Return one value for each band, by which copies are found; none where the text is too short to tell."""
    values = np.fromiter(shingles(text), dtype=np.uint64)
    if not values.size:
        return ()
    # Products wrap around 2^64: multiply-shift hashing with odd factors.
    minima = (values[:, None] * _FACTORS + _OFFSETS).min(axis=0)
    return tuple(hashlib.blake2b(band.tobytes(), digest_size=8).hexdigest() for band in minima.reshape(BANDS, ROWS))


def bands_of(text: str) -> dict[str, str]:
    """Return the properties of a Document by which its copies are found; none where its text is too short to tell."""
    return dict(zip(SKETCH_BANDS, sketch(text), strict=False))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _constants(name: str) -> npt.NDArray[np.uint64]:
    """Return numbers that are the same on every machine and in every version of NumPy."""
    return np.array([_hash(f"{name} {n}") for n in range(BANDS * ROWS)], dtype=np.uint64)


_FACTORS = _constants("factor") | np.uint64(1)
_OFFSETS = _constants("offset")
