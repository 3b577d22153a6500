"""Readings of labelled passages by the torch model, as records that the passages' scorer reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import torch

from summitgraph.extraction.reader_decode import Candidate, Decoded, Thresholds, candidates, decode
from summitgraph.extraction.reader_features import pairs
from training.batches import Encoded, collate
from training.examples import Example
from training.network import Reader


@torch.no_grad()
def word_states(model: Reader, item: Encoded) -> tuple[torch.Tensor, np.ndarray]:
    """Return states (words, hidden) and word scores (words, 2 + types) of a passage."""
    batch = collate([item])
    states = model.states(batch.pieces, batch.mask, batch.first)
    return states[0], model.words(states)[0].numpy()


@torch.no_grad()
def read(model: Reader, item: Encoded, cached: tuple[torch.Tensor, np.ndarray], at: Thresholds) -> list[Decoded]:
    """Return the readings of a passage."""
    states, scores = cached
    chosen = candidates(scores, at)
    return read_triggers(model, item.example, states, chosen, at)


@torch.no_grad()
def read_triggers(
    model: Reader, example: Example, states: torch.Tensor, chosen: list[Candidate], at: Thresholds
) -> list[Decoded]:
    """Return the readings of given triggers."""
    if not chosen:
        return []
    heads = np.array([c.head for c in chosen], dtype=np.int64)
    syntax = example.syntax
    between = pairs(syntax, heads)
    roles, modality, mode = model.pairs(
        states[None],
        states[heads],
        states[syntax.head[heads]],
        torch.from_numpy(np.stack([c.types for c in chosen])),
        torch.from_numpy(between.path),
        torch.from_numpy(between.distance),
        torch.from_numpy(between.step),
        torch.from_numpy(syntax.dep)[None],
        torch.from_numpy(syntax.pos)[None],
    )
    return decode(chosen, roles.numpy(), modality.numpy(), mode.numpy(), syntax, at)


def record(example: Example, readings: Iterable[Decoded]) -> dict[str, Any]:
    """Return what ``extract --format jsonl`` would print of a passage's events; one per actor and recipient."""

    def span(of: tuple[int, int] | None) -> dict[str, int] | None:
        return {"start": example.offsets[of[0]][0], "end": example.offsets[of[1] - 1][1]} if of else None

    events = []
    for reading in readings:
        first = {role: (found[0].span if found else None) for role, found in reading.fillers.items()}
        for actor in [f.span for f in reading.fillers["actor"]] or [None]:
            for recipient in [f.span for f in reading.fillers["recipient"]] or [None]:
                evidence = {
                    "trigger": span(reading.candidate.span),
                    "actor": span(actor),
                    "recipient": span(recipient),
                    "attributed_to": span(first["speaker"]),
                    "time": span(first["time"]),
                }
                events.append(
                    {
                        "type": reading.type,
                        "mode": reading.mode,
                        "modality": reading.modality,
                        "date": None,
                        "evidence": [evidence],
                    }
                )
    return {"id": example.id, "events": events}
