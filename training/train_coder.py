"""Train the coder: ``python -m training.train_coder --reader DIR/reader.pt --output DIR``.

Starts from the trained reader's encoder. Writes ``coder.pt`` and, unless ``--final``, ``tuned.json`` with the
temperature and the figures of the development split.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from summitgraph.extraction.reader_labels import TYPES
from summitgraph.extraction.reader_model import read_tokenizer
from training.coder_batches import NONE, CodedPair, PairBatch, collate, encode, groups
from training.coder_check import confusions, figures, temperature, type_scores
from training.coder_network import Coder, load_coder
from training.dropout import store_masks
from training.encoders import CACHE
from training.examples import examples, split_of
from training.export import load
from training.fit import fit, parameter_groups
from training.network import Reader
from training.pairs import pairs_of
from training.rows import load_rows
from training.tables import rounded


def loss(model: Coder, batch: PairBatch, balance: Tensor) -> dict[str, Tensor]:
    """Return the parts of the loss, means over pairs by their weight; rare types weigh more by ``balance``."""
    types, mode, modality, pointer = model(batch.pieces, batch.mask, batch.marks)
    weight = batch.weight * (batch.wanted * balance).sum(-1)
    weight = weight / weight.sum()
    each = {
        "type": F.cross_entropy(types, batch.wanted, reduction="none", label_smoothing=0.05),
        "mode": 0.2 * F.cross_entropy(mode, batch.mode, reduction="none", ignore_index=NONE),
        "modality": 0.2 * F.cross_entropy(modality, batch.modality, reduction="none", ignore_index=NONE),
    }
    on_trigger = (pointer.log_softmax(-1) + batch.right.clamp_min(1e-9).log()).logsumexp(-1).clamp_min(-20)
    each["trigger"] = 0.3 * torch.where(batch.right.sum(-1) > 0, -on_trigger, 0.0)
    return {name: (weight * value).sum() for name, value in each.items()}


def from_reader(reader: Reader) -> Coder:
    """Return an untrained coder that knows what the reader knows of triggers and types."""
    model = Coder(reader.encoder)
    table = model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    head = reader.words.layers[1]
    with torch.no_grad():
        table.copy_(torch.from_numpy(rounded(table.numpy())))
        model.pointer.weight.copy_(head.weight[:1])
        model.pointer.bias.copy_(head.bias[:1])
        model.words.weight.copy_(head.weight[2:])
        model.words.bias.copy_(head.bias[2:])
    return model


def class_balance(coded: list[CodedPair], power: float = 0.3) -> Tensor:
    """Return a weight per type, the rarer the greater, with a mean of one over the pairs; none weighs one."""
    counts = torch.stack([c.wanted * c.weight for c in coded]).sum(0)
    share = counts / counts.sum()
    balance = share.clamp_min(1e-4).pow(-power)
    balance = balance / (balance * share).sum()
    balance[-1] = 1.0
    return balance


def main() -> None:
    """Run the training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", type=Path, required=True)
    parser.add_argument(
        "--start", type=Path, help="a trained coder to go on from, in the place of the reader's encoder"
    )
    parser.add_argument("--output", type=Path, default=CACHE / "coder")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--pieces", type=int, default=1800)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--final", action="store_true", help="train on everything")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    rows = load_rows()
    made = examples(rows, CACHE / "examples.pkl")
    tokenizer = read_tokenizer(options.reader.parent)
    train = [
        p for row in rows if options.final or split_of(row) == "train" for p in pairs_of(row, made[row["id"]], rng)
    ]
    dev = [p for row in rows if split_of(row) == "dev" for p in pairs_of(row, made[row["id"]], rng, training=False)]
    coded, coded_dev = [encode(p, tokenizer) for p in train], [encode(p, tokenizer) for p in dev]
    balance = class_balance(coded)
    print(
        len(train),
        "pairs to train on,",
        len(dev),
        "to check;",
        dict(zip(TYPES, balance.tolist(), strict=False)),
        flush=True,
    )

    model = load_coder(options.start) if options.start else from_reader(load(options.reader))
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    store_masks(model)
    layers = model.encoder.config.num_hidden_layers
    average = fit(
        model,
        parameter_groups(model, layers, options.rate, options.head_rate, 0.9),
        options.epochs,
        sum(1 for _ in groups(coded, options.pieces, random.Random(0))),
        lambda: (collate(group) for group in groups(coded, options.pieces, rng)),
        lambda batch: loss(model, batch, balance),
        lambda now, _: print(" ", figures(type_scores(now, coded_dev), dev), flush=True),
    )
    options.output.mkdir(parents=True, exist_ok=True)
    shutil.copy(options.reader.parent / "tokenizer.json", options.output)
    torch.save({"state": average.state_dict(), "config": model.encoder.config.to_dict()}, options.output / "coder.pt")
    if not options.final:
        scores = type_scores(average, coded_dev)
        tuned = {"temperature": temperature(scores, dev), "dev": figures(scores, dev)}
        (options.output / "tuned.json").write_text(json.dumps(tuned, indent=2) + "\n", encoding="utf-8")
        print(tuned, confusions(scores, dev), sep="\n")


if __name__ == "__main__":
    main()
