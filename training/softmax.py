"""A softmax over candidates, a handful of weights: what the fits of coreference and of completion share.

An example is a matrix of a row per candidate: its features, and in the last column 1 where it is a right one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def fit(data: Sequence[np.ndarray], width: int, steps: int, rate: float, penalty: float) -> np.ndarray:
    """Return a weight for each of ``width`` features, by gradient ascent on the log-probability of the right candidates.

    Args:
        penalty: weight of the L2 penalty.
    """
    weights = np.zeros(width)
    for _ in range(steps):
        gradient = np.zeros_like(weights)
        for example in data:
            matrix, right = example[:, :-1], example[:, -1]
            scores = matrix @ weights
            p = np.exp(scores - scores.max())
            p /= p.sum()
            q = p * right / max((p * right).sum(), 1e-12)
            gradient += matrix.T @ (q - p)
        weights += rate * (gradient / max(1, len(data)) - penalty * weights)
    return weights


def accuracy(data: Sequence[np.ndarray], weights: np.ndarray) -> float:
    """Return the share of examples whose best candidate is a right one."""
    return float(np.mean([example[np.argmax(example[:, :-1] @ weights), -1] for example in data])) if data else 0.0


def named(features: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    """Return the weights by feature, as they are written."""
    return {name: round(float(weight), 4) for name, weight in zip(features, weights, strict=True)}
