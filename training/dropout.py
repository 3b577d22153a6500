"""Dropout that takes its masks from a store: on a CPU, drawing them anew takes longer than the layer that they are
for."""

from __future__ import annotations

import torch
from torch import Tensor, nn

_STORE = 1 << 23


class StoredDropout(nn.Module):
    """Dropout with masks cut at random places from one long random mask."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p
        self._masks: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        """Return the values, some of them zero while training."""
        if not self.training or self.p == 0:
            return x
        if self._masks is None or self._masks.dtype != x.dtype:
            self._masks = (torch.rand(_STORE) >= self.p).to(x.dtype) / (1 - self.p)
        count = x.numel()
        if count > _STORE:
            return nn.functional.dropout(x, self.p)
        at = int(torch.randint(_STORE - count + 1, ()))
        return x * self._masks[at : at + count].view(x.shape)


def store_masks(model: nn.Module) -> None:
    """Put ``StoredDropout`` in the place of every dropout layer of a model."""
    for name, child in model.named_children():
        if isinstance(child, nn.Dropout):
            setattr(model, name, StoredDropout(child.p))
        else:
            store_masks(child)
