"""What each part of the reader's decoding is worth: ``python -m training.ablate DIR/reader.pt``.

Prints the table of ``training/ABLATIONS.md``: the development split read with one part taken out at a time. The weights
stay the same.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from summitgraph.extraction.reader_decode import Thresholds
from summitgraph.extraction.reader_model import read_tokenizer
from training.batches import Encoded, encode
from training.encoders import CACHE
from training.examples import Row, examples, split_of
from training.export import load
from training.network import Reader
from training.rows import load_rows
from training.tune import figures, score_passages

MEASURES = ("found", "typed", "roles", "full")


def without(at: Thresholds) -> dict[str, Thresholds]:
    """Return the thresholds that take one part out each."""
    return {
        "everything": at,
        "threshold of 0.5 for triggers": replace(at, trigger=0.5),
        "pieces of a trigger left apart": replace(at, inside=1.1),
        "no weighing of phrases against none": replace(at, filler=(1.0,) * len(at.filler)),
        "no coordinated parties": replace(at, sibling=2.0),
    }


def table(
    reader: Reader, items: Sequence[Encoded], rows: list[Row], at: Thresholds
) -> list[tuple[str, dict[str, Any]]]:
    """Return each variant with its figures."""
    variants = without(at)
    scored = {inside: score_passages(reader, items, inside) for inside in {v.inside for v in variants.values()}}
    return [(name, figures(rows, scored[variant.inside], variant)) for name, variant in variants.items()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    options = parser.parse_args()
    stored = json.loads((options.checkpoint.parent / "tuned.json").read_text(encoding="utf-8"))["thresholds"]
    at = Thresholds(**{k: tuple(v) if isinstance(v, list) else v for k, v in stored.items()})
    tokenizer = read_tokenizer(options.checkpoint.parent)
    rows = [row for row in load_rows() if split_of(row) == "dev"]
    made = examples(rows, CACHE / "examples.pkl")
    items = [encode(made[row["id"]], tokenizer) for row in rows]
    print("| without |", " | ".join(MEASURES), "|\n|---|---|---|---|---|")
    for name, result in table(load(options.checkpoint), items, rows, at):
        print(f"| {name} |", " | ".join(f"{result[m]['f1']:.3f}" for m in MEASURES), "|", flush=True)


if __name__ == "__main__":
    main()
