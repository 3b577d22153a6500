"""Make the shipped weights again: ``python -m training``.

First on the training split, to choose thresholds, calibrate and measure on the held-out passages; then on everything,
with what was chosen. Figures go to ``training/FIGURES.json``, weights to ``summitgraph/extraction/weights``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BUILD = Path("build/training")
ENCODER = ["--encoder", "e5", "--layers", "9"]


def run(module: str, *arguments: str | Path) -> None:
    """Run a step in a process of its own; stop at the first that fails."""
    command = [sys.executable, "-m", f"training.{module}", *map(str, arguments)]
    print("$", *command[1:], flush=True)
    subprocess.run(command, check=True)


def measure() -> None:
    """Train on the training split, tune on the development split, and score the held-out split."""
    run("train", *ENCODER, "--output", BUILD / "reader-dev")
    run("ship", BUILD / "reader-dev" / "reader.pt", "--output", BUILD / "weights-dev" / "reader")
    run("evaluate", "--split", "held", "--weights", BUILD / "weights-dev" / "reader", "--json", "training/FIGURES.json")
    run("train_coder", "--reader", BUILD / "reader-dev" / "reader.pt", "--output", BUILD / "coder-dev")


def finish() -> None:
    """Train on everything and write the weights that ship."""
    run("train", *ENCODER, "--final", "--output", BUILD / "reader-final")
    run("ship", BUILD / "reader-final" / "reader.pt", "--tuned", BUILD / "reader-dev" / "tuned.json")
    run("train_coder", "--final", "--reader", BUILD / "reader-final" / "reader.pt", "--output", BUILD / "coder-final")
    run("ship_coder", BUILD / "coder-final" / "coder.pt", "--tuned", BUILD / "coder-dev" / "tuned.json")


if __name__ == "__main__":
    if "--finish" not in sys.argv:
        measure()
    finish()
