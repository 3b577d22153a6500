"""Choose thresholds and fit the calibration on the development split; both go into the reader's manifest."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from summitgraph.extraction.reader_confidence import confidence, features
from summitgraph.extraction.reader_decode import Candidate, Decoded, Floats, Thresholds, candidates, decode
from summitgraph.extraction.reader_features import pairs
from training.batches import Encoded
from training.examples import Example, Row
from training.network import Reader
from training.predict import record, word_states
from training.scoring import scorer, scores

LEAST = 0.15  # under this probability no word is taken as a trigger, whatever the threshold


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage with all that decoding needs: the candidates at the least threshold, and their pair scores."""

    example: Example
    word_scores: Floats
    chosen: list[Candidate]
    roles: Floats
    modality: Floats
    mode: Floats


@torch.no_grad()
def score_passages(model: Reader, items: Sequence[Encoded], inside: float = 0.5) -> list[Scored]:
    """Return the scores of passages."""
    out = []
    for item in items:
        states, word_scores = word_states(model, item)
        chosen = candidates(word_scores, Thresholds(trigger=LEAST, inside=inside))
        syntax = item.example.syntax
        empty = np.zeros((0, 0, 0), dtype=np.float32)
        roles = modality = mode = empty
        if chosen:
            heads = np.array([c.head for c in chosen], dtype=np.int64)
            between = pairs(syntax, heads)
            roles, modality, mode = (
                tensor.numpy()
                for tensor in model.pairs(
                    states[None],
                    states[heads],
                    states[syntax.head[heads]],
                    torch.from_numpy(np.stack([c.types for c in chosen])),
                    *(torch.from_numpy(a) for a in (between.path, between.distance, between.step)),
                    torch.from_numpy(syntax.dep)[None],
                    torch.from_numpy(syntax.pos)[None],
                )
            )
        out.append(Scored(item.example, word_scores, chosen, roles, modality, mode))
    return out


def decode_all(passages: Sequence[Scored], at: Thresholds) -> dict[str, list[Decoded]]:
    """Return the readings of scored passages by id."""
    out = {}
    for p in passages:
        keep = [n for n, c in enumerate(p.chosen) if c.probability >= at.trigger]
        chosen = [p.chosen[n] for n in keep]
        out[p.example.id] = (
            decode(chosen, p.roles[keep], p.modality[keep], p.mode[keep], p.example.syntax, at) if chosen else []
        )
    return out


def figures(rows: list[Row], passages: Sequence[Scored], at: Thresholds) -> dict[str, Any]:
    """Return the figures of ``score.py`` for scored passages."""
    readings = decode_all(passages, at)
    return scores(rows, {p.example.id: record(p.example, readings[p.example.id]) for p in passages})


def choose(rows: list[Row], passages: Sequence[Scored]) -> Thresholds:
    """Return the thresholds that read the passages best, one after the other."""

    def worth(at: Thresholds) -> float:
        result = figures(rows, passages, at)
        return sum(result[key]["f1"] for key in ("found", "typed", "roles", "full"))

    best = Thresholds()
    trials = {
        "trigger": [float(x) for x in np.arange(0.3, 0.76, 0.05)],
        "filler": [
            (a, r, s, *best.filler[3:]) for a in (0.7, 1.0, 1.4, 2.0) for r in (0.5, 0.7, 1.0, 1.4, 2.0) for s in (1.0,)
        ],
        "sibling": [0.05, 0.1, 0.2, 0.4, 0.7],
    }
    for field in ("trigger", "filler", "sibling", "trigger"):
        best = max((replace(best, **{field: value}) for value in trials[field]), key=worth)
    return replace(best, trigger=round(best.trigger, 3))


def outcomes(rows: list[Row], passages: Sequence[Scored], at: Thresholds) -> list[tuple[Decoded, bool]]:
    """Return each reading with whether it is wholly right: type, actor, recipient and modality."""
    score = scorer()
    readings = decode_all(passages, at)
    example = {p.example.id: p.example for p in passages}
    out = []
    for row in rows:
        gold = [score.gold_event(row["text"], event) for event in row["events"]]
        for reading in readings[row["id"]]:
            found = score.system_events(record(example[row["id"]], [reading]))
            right = [
                any(
                    score.overlap(g["trigger"], s["trigger"])
                    and (g["type"], g["modality"]) == (s["type"], s["modality"])
                    and score.role_ok(g["actor"], s["actor"])
                    and score.role_ok(g["recipient"], s["recipient"])
                    for g in gold
                )
                for s in found
            ]
            out.append((reading, all(right)))
    return out


def calibrate(pairs_: Sequence[tuple[Decoded, bool]], penalty: float = 1.0) -> tuple[float, ...]:
    """Return the weights of a logistic regression by Newton's method with a ridge penalty."""
    x = np.array([features(reading) for reading, _ in pairs_])
    y = np.array([float(right) for _, right in pairs_])
    weights = np.zeros(x.shape[1])
    ridge = penalty * np.eye(x.shape[1])
    ridge[0, 0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (y - p) - ridge @ weights)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return tuple(round(float(w), 5) for w in weights)


def bands(
    pairs_: Sequence[tuple[Decoded, bool]],
    weights: Sequence[float],
    edges: Sequence[float] = (0, 0.3, 0.5, 0.7, 0.85, 1.01),
) -> list[dict[str, float]]:
    """Return, per band of confidence, how many readings it holds, their mean confidence and their precision."""
    rated = [(confidence(reading, weights), right) for reading, right in pairs_]
    out = []
    for low, high in itertools.pairwise(edges):
        inside = [(c, r) for c, r in rated if low <= c < high]
        if inside:
            out.append(
                {
                    "from": low,
                    "to": min(high, 1.0),
                    "readings": len(inside),
                    "confidence": round(sum(c for c, _ in inside) / len(inside), 3),
                    "precision": round(sum(r for _, r in inside) / len(inside), 3),
                }
            )
    return out
