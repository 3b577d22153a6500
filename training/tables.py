"""Embedding tables in four bits: half of an encoder of this size is its table of words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

GROUP = 32  # neighbouring columns that share a scale
_LARGE = 1000  # rows that make a table worth it


def pack(values: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]:
    """Return a table in four bits, two halves of a row in one byte each, and its scales (rows, groups)."""
    grouped = values.reshape(len(values), -1, GROUP)
    scale = np.maximum(np.abs(grouped).max(-1) / 7, 1e-6).astype(np.float16)
    steps = np.clip(np.round(grouped / scale[..., None].astype(np.float32)), -8, 7).astype(np.int8) + 8
    flat = steps.reshape(values.shape).astype(np.uint8)
    half = values.shape[1] // 2
    return flat[:, :half] | (flat[:, half:] << 4), scale


def rounded(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return a table as it comes out of four bits: training on it makes up for what is lost."""
    packed, scale = pack(values)
    steps = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    grouped = steps.reshape(len(values), -1, GROUP) * scale[..., None].astype(np.float32)
    return grouped.reshape(values.shape).astype(np.float32)


def _nodes(name: str, indices: str, out: str, groups: int) -> list[NodeProto]:
    def made(kind: str, inputs: list[str], part: str, **attributes: object) -> NodeProto:
        return helper.make_node(kind, inputs, [f"{out}_{part}"], **attributes)

    constants = {"sixteen": 16, "eight": 8}
    return [
        *(
            helper.make_node(
                "Constant", [], [f"{out}_{key}"], value=helper.make_tensor(key, TensorProto.INT32, [], [number])
            )
            for key, number in constants.items()
        ),
        *(
            helper.make_node(
                "Constant",
                [],
                [f"{out}_{key}"],
                value=helper.make_tensor(key, TensorProto.INT64, [4 if key == "grid" else 3], dims),
            )
            for key, dims in {"grid": [0, 0, groups, GROUP], "flat": [0, 0, groups * GROUP]}.items()
        ),
        helper.make_node(
            "Constant", [], [f"{out}_last"], value=helper.make_tensor("last", TensorProto.INT64, [1], [3])
        ),
        made("Gather", [f"{name}_packed", indices], "bytes", axis=0),
        made("Cast", [f"{out}_bytes"], "whole", to=TensorProto.INT32),
        made("Mod", [f"{out}_whole", f"{out}_sixteen"], "low"),
        made("Div", [f"{out}_whole", f"{out}_sixteen"], "high"),
        made("Concat", [f"{out}_low", f"{out}_high"], "both", axis=-1),
        made("Sub", [f"{out}_both", f"{out}_eight"], "steps"),
        made("Cast", [f"{out}_steps"], "float", to=TensorProto.FLOAT),
        made("Reshape", [f"{out}_float", f"{out}_grid"], "grouped"),
        made("Gather", [f"{name}_scale", indices], "half", axis=0),
        made("Cast", [f"{out}_half"], "single", to=TensorProto.FLOAT),
        made("Unsqueeze", [f"{out}_single", f"{out}_last"], "scales"),
        made("Mul", [f"{out}_grouped", f"{out}_scales"], "scaled"),
        helper.make_node("Reshape", [f"{out}_scaled", f"{out}_flat"], [out]),
    ]


def pack_tables(model: onnx.ModelProto) -> None:
    """Store every large embedding table of a graph in four bits, and unpack the rows that are looked up."""
    graph = model.graph
    tables = {
        c.name: c
        for c in graph.initializer
        if c.data_type == TensorProto.FLOAT and len(c.dims) == 2 and c.dims[0] > _LARGE
    }
    for position, node in reversed(list(enumerate(graph.node))):
        if node.op_type != "Gather" or node.input[0] not in tables:
            continue
        name, indices, out = node.input[0], node.input[1], node.output[0]
        packed, scale = pack(numpy_helper.to_array(tables[name]))
        graph.initializer.extend(
            [numpy_helper.from_array(packed, f"{name}_packed"), numpy_helper.from_array(scale, f"{name}_scale")]
        )
        graph.initializer.remove(tables[name])
        graph.node.remove(node)
        for offset, made in enumerate(_nodes(name, indices, out, scale.shape[1])):
            graph.node.insert(position + offset, made)
