"""The training loop: warm-up and linear decay, gradients clipped, and an exponential average of the weights as the
result."""

from __future__ import annotations

import copy
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

Model = TypeVar("Model", bound=nn.Module)


def parameter_groups(
    model: nn.Module, layers: int, encoder_rate: float, head_rate: float, decay: float
) -> list[dict[str, Any]]:
    """Return optimizer groups: lower layers of ``model.encoder`` learn more slowly by ``decay`` a layer; vectors are
    not decayed."""
    groups = []
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = head_rate
        if name.startswith("encoder."):
            depth = int(name.split("layer.")[1].split(".")[0]) + 1 if "layer." in name else 0
            rate = encoder_rate * decay ** (layers - depth)
        groups.append({"params": [parameter], "lr": rate, "weight_decay": 0.01 if parameter.dim() > 1 else 0.0})
    return groups


def fit(
    model: Model,
    groups: list[dict[str, Any]],
    epochs: int,
    steps: int,
    batches: Callable[[], Iterable[Any]],
    loss: Callable[[Any], dict[str, Tensor]],
    check: Callable[[Model, int], None],
) -> Model:
    """Train a model in place and return the average of its weights over about the last two hundred steps.

    Args:
        groups: optimizer groups.
        steps: about how many batches an epoch has.
        batches: makes an epoch's batches.
        loss: the parts of a batch's loss, weighted.
        check: called with the average after each epoch.
    """
    total = epochs * steps
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    warm = max(1, int(0.08 * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, s / warm) * max(0.02, 1 - s / (total + 50))
    )
    average = copy.deepcopy(model).eval()
    live = [p for p in model.parameters() if p.requires_grad]
    kept = [a for a, p in zip(average.parameters(), model.parameters(), strict=True) if p.requires_grad]
    step, started = 0, time.monotonic()
    for epoch in range(1, epochs + 1):
        model.train()
        sums: Counter[str] = Counter()
        count = 0
        for batch in batches():
            with torch.autocast("cpu", torch.bfloat16):
                parts = loss(batch)
            optimizer.zero_grad()
            torch.stack(list(parts.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_(live, 1.0)
            optimizer.step()
            schedule.step()
            step, count = step + 1, count + 1
            with torch.no_grad():
                torch._foreach_lerp_(kept, live, 1 - min(0.995, step / (step + 10)))
            sums.update({key: float(value.detach()) for key, value in parts.items()})
        print(
            f"epoch {epoch}, {time.monotonic() - started:.0f} s:",
            {k: round(v / count, 3) for k, v in sums.items()},
            flush=True,
        )
        check(average, epoch)
    return average
