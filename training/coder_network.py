"""The coder's network: the encoder reads a text with two phrases marked and says what the first does to the second."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from summitgraph.extraction.reader_labels import MODALITIES, MODES, TYPES
from training.checkpoint import restored


class Coder(nn.Module):
    """Marks are added to the word embeddings: 1 for pieces of the source, 2 for the target's, 0 for others."""

    def __init__(self, encoder: BertModel, dropout: float = 0.2, width: int = 256) -> None:
        super().__init__()
        hidden = encoder.config.hidden_size
        self.encoder = encoder
        self.marks = nn.Embedding(3, hidden)
        self.pointer = nn.Linear(hidden, 1)
        self.drop = nn.Dropout(dropout)
        self.words = nn.Linear(hidden, len(TYPES))
        self.joint = nn.Sequential(nn.Linear(4 * hidden, width), nn.GELU(), nn.Dropout(dropout))
        self.kind = nn.Linear(width, len(TYPES) + 1)
        self.mode = nn.Linear(width, len(MODES))
        self.modality = nn.Linear(width, len(MODALITIES))
        nn.init.normal_(self.marks.weight, std=0.02)

    def forward(self, pieces: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return scores of types and none (batch, types + 1), modes, modalities, and of each piece as the trigger
        (batch, pieces)."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.marks(marks)
        states = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state.float()
        pointer = self.pointer(states)[..., 0].masked_fill((mask == 0) | (marks > 0), -1e4)
        trigger = (pointer.softmax(-1)[..., None] * states).sum(1)
        parties = [self._mean(states, marks == number) for number in (1, 2)]
        joint = self.joint(self.drop(torch.cat([trigger, *parties, states[:, 0]], -1)))
        types = self.kind(joint)
        types = torch.cat([types[:, :-1] + self.words(self.drop(trigger)), types[:, -1:]], -1)
        return types, self.mode(joint), self.modality(joint), pointer

    @staticmethod
    def _mean(states: Tensor, where: Tensor) -> Tensor:
        share = where.float()
        return (states * share[..., None]).sum(1) / share.sum(1, keepdim=True).clamp_min(1)


def load_coder(path: Path) -> Coder:
    """Return the coder that ``training.train_coder`` wrote to ``path``."""
    return restored(path, Coder)
