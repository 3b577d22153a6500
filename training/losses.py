"""What the reader is trained to lower."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from summitgraph.extraction.reader_labels import MODES, ROLES, TYPES
from training.batches import Batch
from training.network import Reader

ROLE_WEIGHTS = dict(zip(ROLES, (1.0, 1.0, 0.5, 0.4, 0.3), strict=True))
OWN_MODES = torch.tensor([[of == kind for of, _ in MODES] for kind in TYPES])


def pair_scores(model: Reader, batch: Batch, states: Tensor, word_scores: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return role, modality and mode scores of the batch's gold triggers; words past a text's end get none."""
    own = states[batch.owner]
    rows = torch.arange(len(batch.owner))
    types = word_scores[batch.owner, batch.head, 2:].softmax(-1)
    roles, modality, mode = model.pairs(
        own,
        own[rows, batch.head],
        own[rows, batch.governor],
        types,
        batch.path,
        batch.distance,
        batch.step,
        batch.label,
        batch.tag,
    )
    beyond = batch.is_word[batch.owner] == 0
    roles = torch.cat([roles[..., :-1].masked_fill(beyond[:, None], -1e4), roles[..., -1:]], -1)
    return roles, modality, mode.masked_fill(~OWN_MODES[batch.type], -1e4)


def loss(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """Return the parts of the loss, weighted; each is a mean over triggers, or over trigger words."""
    states = model.states(batch.pieces, batch.mask, batch.first)
    scores = model.words(states)
    count = max(1, len(batch.owner))
    words = batch.is_word
    parts = {
        "head": (F.binary_cross_entropy_with_logits(scores[..., 0], batch.is_head, reduction="none") * words).sum()
        / count,
        "inside": 0.3
        * (F.binary_cross_entropy_with_logits(scores[..., 1], batch.inside, reduction="none") * words).sum()
        / count,
    }
    if not len(batch.owner):
        return parts
    at = batch.type_at >= 0
    weight = torch.where(batch.is_head > 0, 1.0, 0.3)[at]
    each = F.cross_entropy(scores[..., 2:][at], batch.type_at[at], reduction="none", label_smoothing=0.05)
    parts["type"] = (each * weight).sum() / weight.sum()
    roles, modality, mode = pair_scores(model, batch, states, scores)
    log_p = roles.log_softmax(-1)
    totals = {role: torch.zeros(()) for role in ROLES}
    rows = torch.tensor([row for row, _, _ in batch.rights])
    which = torch.tensor([role for _, role, _ in batch.rights])
    right = torch.stack([weights for _, _, weights in batch.rights])
    each = -torch.logsumexp(log_p[rows, which] + right.clamp_min(1e-9).log(), -1)
    share = (
        1
        / torch.zeros(len(batch.owner), len(ROLES)).index_put_((rows, which), torch.ones(len(rows)), accumulate=True)[
            rows, which
        ]
    )
    for number, role in enumerate(ROLES):
        totals[role] = ROLE_WEIGHTS[role] * (each * share)[which == number].sum() / count
    return {
        **parts,
        **totals,
        "modality": F.cross_entropy(modality, batch.modality, label_smoothing=0.05),
        "mode": 0.4 * F.cross_entropy(mode, batch.mode),
    }
