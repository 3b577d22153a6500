"""What ``training.train`` and ``training.train_coder`` leave behind, read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from torch import nn
from transformers import BertConfig, BertModel

Model = TypeVar("Model", bound=nn.Module)


def restored(path: Path, around: Callable[[BertModel], Model]) -> Model:
    """Return the trained network of a checkpoint, ready to read: ``around`` builds it about an encoder."""
    stored = torch.load(path, weights_only=True)
    config = BertConfig.from_dict(stored["config"])
    config._attn_implementation = "eager"  # whose backward pass is the faster one on a CPU
    model = around(BertModel(config, add_pooling_layer=False))
    model.load_state_dict(stored["state"])
    return model.eval()
