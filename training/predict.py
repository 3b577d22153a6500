"""Readings of labelled passages by the torch model, as records that the passages' scorer reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import torch

from summitgraph.extraction.reader_decode import Decoded
from training.batches import Encoded, collate
from training.examples import Example
from training.network import Reader


@torch.no_grad()
def word_states(model: Reader, item: Encoded) -> tuple[torch.Tensor, np.ndarray]:
    """Return states (words, hidden) and word scores (words, 2 + types) of a passage."""
    batch = collate([item])
    states = model.states(batch.pieces, batch.mask, batch.first)
    return states[0], model.words(states)[0].numpy()


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
