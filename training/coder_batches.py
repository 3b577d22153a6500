"""Labelled pairs as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from summitgraph.extraction.coder import MAX_PIECES
from summitgraph.extraction.reader_labels import MODALITIES, MODES, TYPES
from training.pairs import Pair, Span

NONE = -100  # no label: left out of the loss


@dataclass(frozen=True, slots=True)
class CodedPair:
    """A pair as numbers; ``right`` flags the pieces of its triggers, ``wanted`` shares one between its types and
    none."""

    pieces: list[int]
    marks: list[int]
    right: list[int]
    wanted: Tensor
    weight: float
    mode: int
    modality: int


@dataclass(frozen=True, slots=True)
class PairBatch:
    """Coded pairs side by side."""

    pieces: Tensor
    mask: Tensor
    marks: Tensor
    right: Tensor
    wanted: Tensor
    weight: Tensor
    mode: Tensor
    modality: Tensor


def encode(pair: Pair, tokenizer: Tokenizer) -> CodedPair:
    """Return a pair as numbers."""
    coded = tokenizer.encode(pair.text)
    offsets = coded.offsets[:MAX_PIECES]

    def inside(span: Span) -> list[bool]:
        return [a < span[1] and span[0] < b for a, b in offsets]

    source, target = inside(pair.source), inside(pair.target)
    triggers = [inside(act.trigger) for act in pair.acts]
    wanted = torch.zeros(len(TYPES) + 1)
    for act in pair.acts:
        wanted[TYPES.index(act.type)] += 1 / len(pair.acts)
    if not pair.acts:
        wanted[-1] = 1
    first = pair.acts[0] if pair.acts else None
    return CodedPair(
        coded.ids[:MAX_PIECES],
        [1 if s else 2 if t else 0 for s, t in zip(source, target, strict=True)],
        [int(any(flags)) for flags in zip(*triggers, strict=True)] if triggers else [0] * len(offsets),
        wanted,
        pair.weight,
        MODES.index((first.type, first.mode)) if first else NONE,
        MODALITIES.index(first.modality) if first else NONE,
    )


def collate(items: Sequence[CodedPair]) -> PairBatch:
    """Return pairs side by side, the shorter ones filled up."""
    length = max(len(item.pieces) for item in items)

    def filled(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (length - len(row))] for row in rows])

    return PairBatch(
        filled([i.pieces for i in items]),
        filled([[1] * len(i.pieces) for i in items]),
        filled([i.marks for i in items]),
        filled([i.right for i in items]),
        torch.stack([i.wanted for i in items]),
        torch.tensor([i.weight for i in items]),
        torch.tensor([i.mode for i in items]),
        torch.tensor([i.modality for i in items]),
    )


def groups(items: Sequence[CodedPair], pieces: int, rng: random.Random) -> Iterator[list[CodedPair]]:
    """Yield groups of pairs of like length, of at most ``pieces`` pieces filled up, in random order."""
    out: list[list[CodedPair]] = [[]]
    for item in sorted(items, key=lambda i: len(i.pieces) * rng.uniform(0.9, 1.1)):
        longest = max([len(item.pieces), *(len(other.pieces) for other in out[-1])])
        if out[-1] and (len(out[-1]) + 1) * longest > pieces:
            out.append([])
        out[-1].append(item)
    rng.shuffle(out)
    yield from out
