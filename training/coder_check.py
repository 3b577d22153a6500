"""How well the coder does on labelled pairs, and the temperature that makes its confidence mean something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch

from summitgraph.extraction.reader_labels import QUADS, TYPES
from training.coder_batches import CodedPair, collate
from training.coder_network import Coder
from training.pairs import Pair


@torch.no_grad()
def type_scores(model: Coder, coded: Sequence[CodedPair], size: int = 32) -> np.ndarray:
    """Return scores (pairs, types), in the order of the pairs."""
    model.eval()
    out = np.zeros((len(coded), len(TYPES)), dtype=np.float32)
    order = sorted(range(len(coded)), key=lambda i: len(coded[i].pieces))
    for at in range(0, len(order), size):
        part = order[at : at + size]
        batch = collate([coded[i] for i in part])
        out[part] = model(batch.pieces, batch.mask, batch.marks)[0][:, :-1].numpy()
    return out


def macro_f1(gold: Sequence[set[str]], found: Sequence[str]) -> float:
    """Return the mean F1 over classes; where several are right, the one found counts, else the first."""
    settled = [f if f in g else min(g) for g, f in zip(gold, found, strict=True)]
    values = []
    for kind in set(settled):
        hit = sum(g == f == kind for g, f in zip(settled, found, strict=True))
        values.append(2 * hit / (settled.count(kind) + found.count(kind)))
    return sum(values) / len(values)


def figures(scores: np.ndarray, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return macro-F1 over types and over quad classes, and accuracy."""
    found = [TYPES[i] for i in scores.argmax(-1)]
    gold = [{act.type for act in pair.acts} for pair in pairs]
    quads = [{str(QUADS[kind]) for kind in kinds} for kinds in gold]
    return {
        "pairs": len(found),
        "root": round(macro_f1(gold, found), 3),
        "quad": round(macro_f1(quads, [str(QUADS[kind]) for kind in found]), 3),
        "accuracy": round(sum(f in g for g, f in zip(gold, found, strict=True)) / len(found), 3),
    }


def confusions(scores: np.ndarray, pairs: Sequence[Pair], most: int = 10) -> list[tuple[str, int]]:
    """Return what is most often read as what."""
    found = [TYPES[i] for i in scores.argmax(-1)]
    gold = [{act.type for act in pair.acts} for pair in pairs]
    return Counter(f"{min(g)} read as {f}" for g, f in zip(gold, found, strict=True) if f not in g).most_common(most)


def temperature(scores: np.ndarray, pairs: Sequence[Pair]) -> float:
    """Return the temperature under which the scores give the right types the greatest likelihood."""
    right = np.array([[float(kind in {a.type for a in pair.acts}) for kind in TYPES] for pair in pairs])

    def likelihood(t: float) -> float:
        raised = np.exp((scores - scores.max(-1, keepdims=True)) / t)
        return float(np.log(((raised * right).sum(-1) / raised.sum(-1)).clip(1e-9)).sum())

    return float(max((round(t, 2) for t in np.arange(0.5, 4.0, 0.05)), key=likelihood))
