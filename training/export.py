"""Write a trained reader as the files that the package ships: two quantised ONNX graphs, a tokenizer and a manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import TensorProto, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from summitgraph.extraction.reader_labels import TYPES
from training.checkpoint import restored
from training.network import Reader
from training.tables import pack_tables

WEIGHTS = Path(__file__).parent.parent / "summitgraph" / "extraction" / "weights"


class _Words(nn.Module):
    """What runs once per window: word pieces in, their states and word scores out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder, self.words = reader.encoder, reader.words

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return states, self.words(states)


def load(path: Path) -> Reader:
    """Return the reader that ``training.train`` wrote to ``path``."""
    return restored(path, Reader)


def write_words(reader: Reader, path: Path) -> None:
    """Write the encoder with its word heads."""
    example = torch.randint(1000, 2000, (1, 17))
    torch.onnx.export(
        _Words(reader),
        (example, torch.ones_like(example)),
        str(path),
        dynamo=False,
        opset_version=17,
        input_names=["pieces", "mask"],
        output_names=["states", "scores"],
        dynamic_axes={name: {0: "batch", 1: "pieces"} for name in ("pieces", "mask", "states", "scores")},
    )


def write_pairs(reader: Reader, path: Path) -> None:
    """Write the scorer of words against triggers."""
    hidden, triggers, words = reader.encoder.config.hidden_size, 3, 11
    grid = torch.zeros(triggers, words, dtype=torch.long)
    row = torch.zeros(1, words, dtype=torch.long)
    inputs = {
        "states": (torch.randn(1, words, hidden), {1: "words"}),
        "trigger": (torch.randn(triggers, hidden), {0: "triggers"}),
        "governor": (torch.randn(triggers, hidden), {0: "triggers"}),
        "types": (torch.randn(triggers, len(TYPES)), {0: "triggers"}),
        **{name: (grid, {0: "triggers", 1: "words"}) for name in ("path", "distance", "step")},
        **{name: (row, {1: "words"}) for name in ("label", "tag")},
    }
    torch.onnx.export(
        reader.pairs,
        tuple(value for value, _ in inputs.values()),
        str(path),
        dynamo=False,
        opset_version=17,
        input_names=list(inputs),
        output_names=["roles", "modality", "mode"],
        dynamic_axes={name: axes for name, (_, axes) in inputs.items()}
        | {"roles": {0: "triggers", 2: "slots"}, "modality": {0: "triggers"}, "mode": {0: "triggers"}},
    )


def quantise(source: Path, target: Path) -> None:
    """Quantise a graph to eight bits: weights per column, activations as they come; the table of words to four."""
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        extra_options={"MatMulConstBOnly": True},
    )
    model = onnx.load(target)
    pack_tables(model)
    onnx.save(model, target)


def halve(source: Path, target: Path) -> None:
    """Copy a graph with its large constants stored in half precision: what is small need not be quantised."""
    model = onnx.load(source)
    for constant in list(model.graph.initializer):
        if constant.data_type == TensorProto.FLOAT and len(constant.dims) > 1:
            name = constant.name
            half = numpy_helper.from_array(numpy_helper.to_array(constant).astype("float16"), f"{name}_half")
            model.graph.initializer.remove(constant)
            model.graph.initializer.append(half)
            model.graph.node.insert(0, onnx.helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT))
    onnx.save(model, target)


def sha256(path: Path) -> str:
    """Return the hex digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(reader: Reader, tokenizer: Path, target: Path, facts: dict[str, Any]) -> None:
    """Write every file of the reader to ``target``, the manifest last."""
    target.mkdir(parents=True, exist_ok=True)
    scratch = target / "scratch"
    scratch.mkdir(exist_ok=True)
    write_words(reader, scratch / "words.onnx")
    write_pairs(reader, scratch / "pairs.onnx")
    quantise(scratch / "words.onnx", target / "words.onnx")
    halve(scratch / "pairs.onnx", target / "pairs.onnx")
    shutil.copy(tokenizer, target / "tokenizer.json")
    shutil.rmtree(scratch)
    write_manifest(target, ("words.onnx", "pairs.onnx", "tokenizer.json"), facts)


def write_manifest(folder: Path, names: tuple[str, ...], facts: dict[str, Any]) -> None:
    """Write ``manifest.json``: the hash of each file, and the facts that reading needs."""
    files = {name: sha256(folder / name) for name in names}
    (folder / "manifest.json").write_text(json.dumps({"files": files, **facts}, indent=2) + "\n", encoding="utf-8")
