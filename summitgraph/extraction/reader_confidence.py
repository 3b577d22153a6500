"""How likely a reading is right, from the probabilities of its parts.

A logistic regression over the log-odds of the parts, fitted on passages that the reader was not trained on; its weights
stand in the reader's manifest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from summitgraph.extraction.reader_decode import Decoded

_CLIP = 1e-4


def part_probabilities(reading: Decoded) -> tuple[float, float, float, float, float]:
    """Return the probabilities of trigger, type, actor, recipient and modality; of an empty role, that it is empty."""

    def role(name: str) -> float:
        found = reading.fillers[name]
        return found[0].probability if found else reading.empty[name]

    candidate = reading.candidate
    return (
        candidate.probability,
        float(candidate.types.max()),
        role("actor"),
        role("recipient"),
        reading.modality_probability,
    )


def features(reading: Decoded) -> list[float]:
    """Return the regression's inputs: one, and the log-odds of each part."""
    clipped = (min(max(p, _CLIP), 1 - _CLIP) for p in part_probabilities(reading))
    return [1.0, *(math.log(p / (1 - p)) for p in clipped)]


def confidence(reading: Decoded, weights: Sequence[float]) -> float:
    """Return the calibrated probability that type, actor, recipient and modality are right; uncalibrated, the parts'
    product."""
    if not weights:
        return math.prod(part_probabilities(reading))
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, features(reading), strict=True))))
