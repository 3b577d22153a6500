"""Write the files of a trained coder: ``python -m training.ship_coder DIR/coder.pt --tuned DIR/tuned.json``."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch

from training.coder_network import Coder, load_coder
from training.export import WEIGHTS, quantise, sha256, write_manifest


def write(model: Coder, path: Path) -> None:
    """Write the graph."""
    pieces = torch.randint(1000, 2000, (1, 17))
    marks = torch.zeros_like(pieces)
    marks[0, 3], marks[0, 9] = 1, 2
    axes = {0: "batch", 1: "pieces"}
    torch.onnx.export(
        model,
        (pieces, torch.ones_like(pieces), marks),
        str(path),
        dynamo=False,
        opset_version=17,
        input_names=["pieces", "mask", "marks"],
        output_names=["types", "mode", "modality", "pointer"],
        dynamic_axes={"pieces": axes, "mask": axes, "marks": axes, "pointer": axes}
        | {n: {0: "batch"} for n in ("types", "mode", "modality")},
    )


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--tuned", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=WEIGHTS / "coder")
    options = parser.parse_args()
    tuned = json.loads(options.tuned.read_text(encoding="utf-8"))
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        write(load_coder(options.checkpoint), Path(scratch) / "coder.onnx")
        quantise(Path(scratch) / "coder.onnx", options.output / "coder.onnx")
    shutil.copy(options.checkpoint.parent / "tokenizer.json", options.output)
    facts = {"version": f"coder-{sha256(options.checkpoint)[:8]}", "temperature": tuned["temperature"]}
    write_manifest(options.output, ("coder.onnx", "tokenizer.json"), facts)
    print(facts["version"], "written to", options.output)


if __name__ == "__main__":
    main()
