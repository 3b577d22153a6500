"""What the reader's heads see of the syntax: small integer arrays made from a parsed ``Doc``.

Training and reading share this module, so that both see the same numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, POS
from spacy.symbols import IDS
from spacy.tokens import Doc

Ints = npt.NDArray[np.int64]

DEPENDENCIES = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj "
    "csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd "
    "parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp "
).split()
PARTS_OF_SPEECH = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()

MAX_STEPS = 4  # steps up and down a dependency path that are told apart; more count as this many
PATHS = (MAX_STEPS + 1) ** 2 + 4  # and: another sentence, one or more before or after
_DISTANCES = np.array([1, 2, 3, 5, 8, 13, 21, 41])
DISTANCES = 2 * (len(_DISTANCES) + 1)
LABELS = len(DEPENDENCIES) + 1  # 0 stands for any other label


@dataclass(frozen=True, slots=True)
class Syntax:
    """Per token of a window: index of its head in the window, dependency and part of speech as small numbers, sentence
    number."""

    head: Ints
    dep: Ints
    pos: Ints
    sentence: Ints

    def __len__(self) -> int:
        return len(self.head)


def _numbering(names: list[str], doc: Doc) -> dict[int, int]:
    strings = doc.vocab.strings
    return {(IDS[name] if name in IDS else strings[name]): number for number, name in enumerate(names, 1)}


def syntax(doc: Doc, start: int, end: int) -> Syntax:
    """Return the syntax of the tokens ``[start, end)``, which should be whole sentences."""
    array = doc.to_array([HEAD, DEP, POS])[start:end]
    count = end - start
    head = np.clip(np.arange(count) + array[:, 0].astype(np.int64), 0, count - 1)
    deps, tags = _numbering(DEPENDENCIES, doc), _numbering(PARTS_OF_SPEECH, doc)
    dep = np.array([deps.get(int(code), 0) for code in array[:, 1]], dtype=np.int64)
    pos = np.array([tags.get(int(code), 0) for code in array[:, 2]], dtype=np.int64)
    sentence = np.zeros(count, dtype=np.int64)
    window: Any = doc[start:end]  # spaCy's stubs lack Span.sents
    for number, sent in enumerate(window.sents):
        sentence[max(sent.start - start, 0) : sent.end - start] = number
    return Syntax(head, dep, pos, sentence)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Per trigger and token, arrays of shape (triggers, tokens): class of the dependency path, bucket of the signed
    distance, and the label of the path's first step down towards the token."""

    path: Ints
    distance: Ints
    step: Ints


def pairs(of: Syntax, triggers: Ints) -> Pairs:
    """Return what lies between each trigger and each token."""
    count, rows = len(of), np.arange(len(triggers))
    up = np.full((len(triggers), count), -1, dtype=np.int64)
    current = triggers.copy()
    for steps in range(64):
        fresh = up[rows, current] < 0
        if not fresh.any():
            break
        up[rows[fresh], current[fresh]] = steps
        current = of.head[current]

    cursor = np.broadcast_to(np.arange(count), up.shape).copy()
    down, step = np.zeros_like(up), np.zeros_like(up)
    for _ in range(64):
        apart = np.take_along_axis(up, cursor, axis=1) < 0
        above = of.head[cursor]
        apart &= above != cursor
        if not apart.any():
            break
        step[apart] = of.dep[cursor[apart]]
        down[apart] += 1
        cursor = np.where(apart, above, cursor)

    meets = np.take_along_axis(up, cursor, axis=1)
    path = np.minimum(meets, MAX_STEPS) * (MAX_STEPS + 1) + np.minimum(down, MAX_STEPS)
    gap = of.sentence[None, :] - of.sentence[triggers][:, None]
    elsewhere = (meets < 0) | (gap != 0)
    other = (MAX_STEPS + 1) ** 2 + np.where(gap > 0, 2, 0) + (np.abs(gap) > 1)
    path = np.where(elsewhere, other, path)
    step = np.where(elsewhere, 0, step)

    offset = np.arange(count)[None, :] - triggers[:, None]
    bucket = np.searchsorted(_DISTANCES, np.abs(offset), side="right")
    return Pairs(path, np.where(offset < 0, bucket + len(_DISTANCES) + 1, bucket), step)
