"""Make the shipped weights again: ``python -m training``.

First on the training split, to choose thresholds, calibrate and measure on the held-out passages; then on with
everything, keeping what was chosen (``--finish`` does only that). Figures go to ``training/FIGURES.json``, weights to
``summitgraph/extraction/weights``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BUILD = Path("build/training")
DATA = Path(__file__).parent / "data"
ENCODER = ["--encoder", "e5", "--layers", "9"]


def run(module: str, *arguments: str | Path) -> None:
    """Run a step in a process of its own; stop at the first that fails."""
    command = [sys.executable, "-m", f"training.{module}", *map(str, arguments)]
    print("$", *command[1:], flush=True)
    subprocess.run(command, check=True)


def measure() -> None:
    """Train on the training split, tune on the development split, and score the held-out split."""
    reader, coder = BUILD / "reader-dev", BUILD / "coder-dev"
    run("train", *ENCODER, "--epochs", "10", "--output", reader)
    run("ship", reader / "reader.pt", "--output", BUILD / "weights-dev" / "reader")
    run("evaluate", "--split", "held", "--weights", BUILD / "weights-dev" / "reader", "--json", "training/FIGURES.json")
    run("train_coder", "--reader", reader / "reader.pt", "--output", coder)


def finish() -> None:
    """Go on with everything, held-out passages included, and write the weights that ship."""
    reader, coder = BUILD / "reader-final", BUILD / "coder-final"
    dev = BUILD / "reader-dev", BUILD / "coder-dev"
    slower = ["--rate", "8e-5", "--head-rate", "5e-4"]
    run("train", "--final", "--start", dev[0] / "reader.pt", "--epochs", "4", *slower, "--output", reader)
    run("ship", reader / "reader.pt", "--tuned", dev[0] / "tuned.json")
    run(
        "train_coder",
        "--final",
        "--start",
        dev[1] / "coder.pt",
        "--reader",
        reader / "reader.pt",
        "--epochs",
        "1",
        *slower,
        "--output",
        coder,
    )
    run("ship_coder", coder / "coder.pt", "--tuned", dev[1] / "tuned.json")


def fit_discourse() -> None:
    """Fit what takes up pronouns and supplies missing parties: two small tables of weights, in a minute."""
    sentences, passages = sorted(DATA.glob("sentences/*.jsonl")), sorted(DATA.glob("passages/*.jsonl"))
    run("coreference", *sentences, *passages)
    run("completion", DATA / "gold", *(path for path in passages if path.name.startswith("g-")))


if __name__ == "__main__":
    if "--finish" not in sys.argv:
        measure()
    finish()
    fit_discourse()
