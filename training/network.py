"""The reader's network: an encoder with heads per word, and a scorer of words against a trigger.

``WordHeads`` says of each word how likely it heads a trigger, lies inside one, and of which type. ``PairHeads`` says,
given a trigger, which word (or none) heads each of its roles, its modality and its mode; beside the encoder's states it
sees the dependency path from trigger to word. The two are exported apart, since triggers are chosen in between.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from summitgraph.extraction.reader_features import DISTANCES, LABELS, PARTS_OF_SPEECH, PATHS
from summitgraph.extraction.reader_labels import MODALITIES, MODES, ROLES, TYPES

TAGS = len(PARTS_OF_SPEECH) + 1
WORD_SCORES = 2 + len(TYPES)  # heads a trigger, lies inside one, type


class WordHeads(nn.Module):
    """Scores per word: (…, hidden) → (…, 2 + types)."""

    def __init__(self, hidden: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Dropout(dropout), nn.Linear(hidden, WORD_SCORES))

    def forward(self, states: Tensor) -> Tensor:
        """Return the scores of words."""
        return self.layers(states)


class PairHeads(nn.Module):
    """Scores per trigger: roles over the words and none, modality, mode."""

    def __init__(self, hidden: int, width: int = 192, rank: int = 48, dropout: float = 0.2) -> None:
        super().__init__()
        self.drop = nn.Dropout(dropout)
        self.query = nn.Linear(2 * hidden + len(TYPES), width)
        self.key = nn.Linear(hidden, width, bias=False)
        self.path = nn.Embedding(PATHS, width)
        self.distance = nn.Embedding(DISTANCES, width)
        self.step = nn.Embedding(LABELS, width)
        self.label = nn.Embedding(LABELS, width)
        self.tag = nn.Embedding(TAGS, width)
        self.rank = rank
        self.left = nn.Linear(2 * hidden + len(TYPES), rank * len(ROLES))
        self.right = nn.Linear(hidden, rank * len(ROLES))
        self.role = nn.Linear(width, len(ROLES))
        self.nobody = nn.Sequential(nn.GELU(), nn.Linear(width, len(ROLES)))
        self.modality = nn.Sequential(
            nn.Linear(2 * hidden + len(TYPES), width), nn.GELU(), nn.Dropout(dropout), nn.Linear(width, len(MODALITIES))
        )
        self.mode = nn.Linear(2 * hidden + len(TYPES), len(MODES))
        for table in (self.path, self.distance, self.step, self.label, self.tag):
            nn.init.normal_(table.weight, std=0.1)

    def forward(
        self,
        states: Tensor,
        trigger: Tensor,
        governor: Tensor,
        types: Tensor,
        path: Tensor,
        distance: Tensor,
        step: Tensor,
        label: Tensor,
        tag: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Score the words of a text for each trigger.

        Args:
            states: (triggers or 1, words, hidden).
            trigger, governor: (triggers, hidden) states of the trigger's head and of the word that governs it.
            types: (triggers, types) probabilities.
            path, distance, step: (triggers, words), see ``Pairs``; label, tag: (triggers or 1, words), see ``Syntax``.

        Returns:
            role scores (triggers, roles, words + 1) where the last stands for none; modality and mode scores.
        """
        states = self.drop(states)
        about = torch.cat([self.drop(torch.cat([trigger, governor], -1)), types], -1)
        query = self.query(about)
        features = self.path(path) + self.distance(distance) + self.step(step) + self.label(label) + self.tag(tag)
        joint = self.drop(nn.functional.gelu(query[:, None] + self.key(states) + features))
        left = self.left(about).view(-1, len(ROLES), self.rank)
        right = self.right(states)
        right = right.view(right.shape[0], right.shape[1], len(ROLES), self.rank)
        product = (left[:, None] * right).sum(-1) / self.rank**0.5
        words = (self.role(joint) + product).transpose(1, 2)
        roles = torch.cat([words, self.nobody(query)[:, :, None]], -1)
        return roles, self.modality(about), self.mode(about)


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.words = WordHeads(encoder.config.hidden_size)
        self.pairs = PairHeads(encoder.config.hidden_size)

    def states(self, pieces: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Return the state of each word: that of its first piece. (batch, pieces) → (batch, words, hidden)."""
        hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state.float()
        return torch.gather(hidden, 1, first[:, :, None].expand(-1, -1, hidden.shape[-1]))
