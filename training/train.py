"""Train the reader: ``python -m training.train --output DIR``.

Reads the labelled passages, parses them with spaCy, fine-tunes the encoder with all heads together, averages the
weights over the last steps, and writes ``reader.pt``. ``--final`` trains on everything, held-out passages included.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path

import torch

from summitgraph.extraction.reader_decode import Thresholds
from summitgraph.extraction.reader_model import read_tokenizer
from training.batches import batches, collate, encode
from training.dropout import store_masks
from training.encoders import CACHE, encoder_files, new_encoder
from training.examples import Row, examples, split_of
from training.export import load
from training.fit import fit, parameter_groups
from training.losses import loss
from training.network import Reader
from training.rows import load_rows
from training.scoring import line
from training.tune import figures, score_passages


def main() -> None:
    """Run the training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=CACHE / "reader")
    parser.add_argument("--encoder", choices=["minilm", "e5"], default="minilm")
    parser.add_argument("--layers", type=int)
    parser.add_argument("--start", type=Path, help="a trained reader to go on from")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--layer-decay", type=float, default=0.9)
    parser.add_argument("--words", type=int, default=900)
    parser.add_argument("--mask", type=float, default=0.06)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--final", action="store_true", help="train on everything")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    rows = load_rows()
    made = examples(rows, CACHE / "examples.pkl")
    files = encoder_files(options.encoder)
    tokenizer = read_tokenizer(files)
    by_split: dict[str, list[Row]] = {"train": [], "dev": [], "held": []}
    for row in rows:
        by_split[split_of(row)].append(row)
    coded = {split: [encode(made[row["id"]], tokenizer) for row in part] for split, part in by_split.items()}
    items = coded["train"] + (coded["dev"] + coded["held"] if options.final else [])
    print({k: len(v) for k, v in coded.items()}, "training on", len(items), flush=True)

    model = load(options.start) if options.start else Reader(new_encoder(options.encoder, options.layers))
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    store_masks(model)

    def check(average: Reader, epoch: int) -> None:
        if epoch % options.every and epoch != options.epochs:
            return
        passages = score_passages(average.eval(), coded["dev"])
        for threshold in (0.45, 0.6):
            print(" ", threshold, line(figures(by_split["dev"], passages, Thresholds(trigger=threshold))), flush=True)

    average = fit(
        model,
        parameter_groups(
            model, model.encoder.config.num_hidden_layers, options.rate, options.head_rate, options.layer_decay
        ),
        options.epochs,
        sum(1 for _ in batches(items, options.words, random.Random(0))),
        lambda: (collate(group, 103, options.mask) for group in batches(items, options.words, rng)),
        lambda batch: loss(model, batch),
        check,
    )
    options.output.mkdir(parents=True, exist_ok=True)
    shutil.copy(files / "tokenizer.json", options.output)
    torch.save({"state": average.state_dict(), "config": model.encoder.config.to_dict()}, options.output / "reader.pt")


if __name__ == "__main__":
    main()
