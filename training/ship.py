"""Tune a trained reader and write the files that ship: ``python -m training.ship DIR/reader.pt [--tuned
DIR/tuned.json]``.

Without ``--tuned``, thresholds and calibration are chosen on the development split and written beside the checkpoint;
with it, those of an earlier model are taken over: a model that was trained on everything has no passages left to tune
on.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from summitgraph.extraction.reader_model import read_tokenizer
from training.batches import encode
from training.encoders import CACHE
from training.examples import examples, split_of
from training.export import WEIGHTS, export, load, sha256
from training.network import Reader
from training.rows import load_rows
from training.scoring import line
from training.tune import bands, calibrate, choose, figures, outcomes, score_passages


def tune(reader: Reader, folder: Path) -> dict[str, Any]:
    """Return thresholds, calibration, and the figures of the development split with them."""
    rows = [row for row in load_rows() if split_of(row) == "dev"]
    made = examples(rows, CACHE / "examples.pkl")
    tokenizer = read_tokenizer(folder)
    passages = score_passages(reader, [encode(made[row["id"]], tokenizer) for row in rows])
    at = choose(rows, passages)
    result = figures(rows, passages, at)
    print(at)
    print(line(result))
    rated = outcomes(rows, passages, at)
    weights = calibrate(rated)
    print("calibration", weights, *bands(rated, weights), sep="\n  ")
    return {
        "thresholds": asdict(at),
        "calibration": weights,
        "dev": {k: result[k] for k in ("found", "typed", "roles", "full")},
    }


def main() -> None:
    """Tune and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--output", type=Path, default=WEIGHTS / "reader")
    parser.add_argument("--tuned", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(2)
    reader = load(options.checkpoint)
    if options.tuned:
        tuned = json.loads(options.tuned.read_text(encoding="utf-8"))
    else:
        tuned = tune(reader, options.checkpoint.parent)
        (options.checkpoint.parent / "tuned.json").write_text(json.dumps(tuned, indent=2) + "\n", encoding="utf-8")
    version = f"reader-{sha256(options.checkpoint)[:8]}"
    facts = {"version": version, "thresholds": tuned["thresholds"], "calibration": tuned["calibration"]}
    export(reader, options.checkpoint.parent / "tokenizer.json", options.output, facts)
    print(version, "written to", options.output)


if __name__ == "__main__":
    main()
