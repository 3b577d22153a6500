"""Examples as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from summitgraph.extraction.reader_features import pairs
from summitgraph.extraction.reader_labels import MODALITIES, MODES, ROLES, TYPES
from training.examples import Example

MAX_PIECES = 384
OTHER_WORD_WEIGHT = 0.3  # of a phrase's words other than its head, when the head is what is asked for


@dataclass(slots=True)
class Encoded:
    """One example as arrays; ``rights`` maps (trigger, role) to one row of word weights per filler."""

    example: Example
    pieces: list[int]
    first: list[int]
    heads: np.ndarray
    rights: dict[tuple[int, int], np.ndarray]


@dataclass(slots=True)
class Batch:
    """Examples side by side; triggers of all in one row, ``owner`` says whose each is."""

    pieces: Tensor
    mask: Tensor
    first: Tensor
    is_word: Tensor
    is_head: Tensor
    inside: Tensor
    type_at: Tensor
    owner: Tensor
    head: Tensor
    governor: Tensor
    path: Tensor
    distance: Tensor
    step: Tensor
    label: Tensor
    tag: Tensor
    type: Tensor
    mode: Tensor
    modality: Tensor
    rights: list[tuple[int, int, Tensor]]


def encode(example: Example, tokenizer: Tokenizer) -> Encoded:
    """Return an example with its word pieces; words past ``MAX_PIECES`` point at the last piece."""
    coded = tokenizer.encode(example.words, is_pretokenized=True)
    first = [0] * len(example.words)
    for position in range(len(coded.ids) - 1, -1, -1):
        word = coded.word_ids[position]
        if word is not None:
            first[word] = min(position, MAX_PIECES - 1)
    rights = {}
    for number, trigger in enumerate(example.triggers):
        for role, name in enumerate(ROLES):
            groups = trigger.roles.get(name, [])
            rows = np.zeros((max(1, len(groups)), len(example.words) + 1), dtype=np.float32)
            if not groups:
                rows[0, -1] = 1
            for row, (tops, others) in zip(rows, groups, strict=False):
                row[list(others)] = OTHER_WORD_WEIGHT
                row[list(tops)] = 1
            rights[number, role] = rows
    return Encoded(
        example, coded.ids[:MAX_PIECES], first, np.array([t.head for t in example.triggers], dtype=np.int64), rights
    )


def collate(items: Sequence[Encoded], mask_id: int | None = None, mask_share: float = 0.0) -> Batch:
    """Return a batch; with ``mask_share``, that share of the pieces is masked, which keeps the model from leaning on
    one word."""
    length = max(len(i.pieces) for i in items)
    count = max(len(i.first) for i in items)
    pieces, mask = torch.zeros(len(items), length, dtype=torch.long), torch.zeros(len(items), length, dtype=torch.long)
    first = torch.zeros(len(items), count, dtype=torch.long)
    is_word, is_head, inside = (torch.zeros(len(items), count) for _ in range(3))
    type_at = torch.full((len(items), count), -1)
    triggers = sum(len(i.heads) for i in items)
    path, distance, step, label, tag = (torch.zeros(triggers, count, dtype=torch.long) for _ in range(5))
    owner, head, governor, kind, mode, modality = (torch.zeros(triggers, dtype=torch.long) for _ in range(6))
    rights: list[tuple[int, int, Tensor]] = []
    at = 0
    for number, item in enumerate(items):
        words = len(item.first)
        pieces[number, : len(item.pieces)] = torch.tensor(item.pieces)
        mask[number, : len(item.pieces)] = 1
        first[number, :words] = torch.tensor(item.first)
        is_word[number, :words] = 1
        syntax = item.example.syntax
        between = pairs(syntax, item.heads) if len(item.heads) else None
        for local, trigger in enumerate(item.example.triggers):
            assert between is not None
            inside[number, list(trigger.tokens)] = 1
            type_at[number, list(trigger.tokens)] = TYPES.index(trigger.type)
            is_head[number, trigger.head] = 1
            owner[at], head[at], governor[at] = number, trigger.head, int(syntax.head[trigger.head])
            path[at, :words] = torch.from_numpy(between.path[local])
            distance[at, :words] = torch.from_numpy(between.distance[local])
            step[at, :words] = torch.from_numpy(between.step[local])
            label[at, :words], tag[at, :words] = torch.from_numpy(syntax.dep), torch.from_numpy(syntax.pos)
            kind[at] = TYPES.index(trigger.type)
            mode[at] = MODES.index((trigger.type, trigger.mode))
            modality[at] = MODALITIES.index(trigger.modality)
            for role in range(len(ROLES)):
                for row in item.rights[local, role]:
                    wide = torch.zeros(count + 1)
                    wide[:words] = torch.from_numpy(row[:-1])
                    wide[-1] = float(row[-1])
                    rights.append((at, role, wide))
            at += 1
    if mask_id is not None and mask_share:
        hidden = (torch.rand(pieces.shape) < mask_share) & (mask > 0) & (pieces != pieces[0, 0])
        pieces = torch.where(hidden, torch.tensor(mask_id), pieces)
    return Batch(
        pieces,
        mask,
        first,
        is_word,
        is_head,
        inside,
        type_at,
        owner,
        head,
        governor,
        path,
        distance,
        step,
        label,
        tag,
        kind,
        mode,
        modality,
        rights,
    )


def batches(items: Sequence[Encoded], words: int, rng: random.Random) -> Iterator[list[Encoded]]:
    """Yield groups of examples of like length, of about ``words`` words each, in random order."""
    order = sorted(items, key=lambda i: len(i.first) * rng.uniform(0.85, 1.15))
    groups: list[list[Encoded]] = [[]]
    for item in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(item.first) > words:
            groups.append([])
        groups[-1].append(item)
    rng.shuffle(groups)
    yield from groups
