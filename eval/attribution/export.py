"""Write a trained attribution model as ONNX, its embeddings and matrices in eight bits.

    python -m eval.attribution.export MODEL.pt ENCODER.onnx HEADS.onnx [--exact]

The encoder stands by itself, since the event model reads what it makes of a text too. The graph is
written by hand, so that it is plain which numbers are rounded and how. Word vectors
are rounded by row, matrices by column; what goes into a matrix is scaled by its row before
it is rounded, so no word's rounding hangs on another's. Small heads stay as they are. A window is
read alone, never in a batch: its figures cannot hang on its neighbours.
"""

import argparse
import math
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from eval.attribution.network import KERNEL, bucket

Floats = NDArray[np.float32]
MICROSOFT = "com.microsoft"
ANCHOR_FLOOR = -2.2
"""Anchors with a lower score are not read further (a chance of 10 %)."""
LONGEST = 512
MIDDLE = 3
"""The layer whose vectors the event model reads beside those of the last."""
BY_ROW = frozenset({"qkv", "out", "up", "down", "mix"})
"""Matrices whose input is scaled row by row; that of the others by the window's greatest value."""


class Graph:
    """Nodes and constants while they are put together."""

    def __init__(self, weights: dict[str, Floats], heads: int = 1, exact: bool = False) -> None:
        self.weights = weights
        self.heads = heads
        self.exact = exact
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.count = 0

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """A constant, stored once."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def weight(self, name: str) -> str:
        """A trained tensor as it is."""
        return self.constant(name, self.weights[name].astype(np.float32))

    def add(self, kind: str, *inputs: str, domain: str = "", to: str = "", **more: Any) -> str:
        """One node; returns the name of its output."""
        self.count += 1
        output = to or f"{kind.lower()}_{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], domain=domain, **more))
        return output

    def number(self, value: float) -> str:
        """A float constant."""
        return self.constant(f"float_{value}", np.array(value, np.float32))

    def whole(self, *values: int) -> str:
        """An integer list constant."""
        return self.constant("ints_" + "_".join(map(str, values)), np.array(values, np.int64))

    def linear(self, x: str, name: str) -> str:
        """x times the matrix, plus its bias, in full precision."""
        matrix = self.constant(f"{name}.matrix", self.weights[f"{name}.weight"].T)
        return self.add("Add", self.add("MatMul", x, matrix), self.weight(f"{name}.bias"))

    def rounded_linear(self, x: str, name: str) -> str:
        """The same in eight bits, every row of x scaled to its own greatest value."""
        if self.exact:
            return self.linear(x, name)
        matrix = self.weights[f"{name}.weight"].T
        scale = np.abs(matrix).max(0) / 127
        whole = np.round(matrix / scale).astype(np.int8)
        constants = [
            self.constant(f"{name}.whole", whole),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
        ]
        bias = self.weight(f"{name}.bias")
        if name.rsplit(".", 1)[-1] not in BY_ROW:
            return self.add("DynamicQuantizeMatMul", x, *constants, bias, domain=MICROSOFT)
        top = self.add("ReduceMax", self.add("Abs", x), axes=[-1], keepdims=1)
        scaled = self.add("Div", x, top)
        product = self.add("DynamicQuantizeMatMul", scaled, *constants, domain=MICROSOFT)
        return self.add("Add", self.add("Mul", product, top), bias)

    def norm(self, x: str, name: str, epsilon: float = 1e-12) -> str:
        """Layer normalisation."""
        parts = (self.weight(f"{name}.weight"), self.weight(f"{name}.bias"))
        return self.add("LayerNormalization", x, *parts, axis=-1, epsilon=epsilon)

    def gelu(self, x: str) -> str:
        """The Gaussian error linear unit."""
        return self.add("Gelu", x, domain=MICROSOFT)


def embed(graph: Graph) -> str:
    """Vectors of the pieces [1, piece, width]."""
    vectors = graph.weights["encoder.words.weight"]
    if graph.exact:
        words = graph.add("Gather", graph.weight("encoder.words.weight"), "ids")
    else:
        scale = np.maximum(np.abs(vectors).max(1, keepdims=True), 1e-8) / 127
        whole = graph.constant("words.whole", np.round(vectors / scale).astype(np.int8))
        scales = graph.constant("words.scale", scale.astype(np.float32))
        chosen = graph.add("Cast", graph.add("Gather", whole, "ids"), to_=TensorProto.FLOAT)
        words = graph.add("Mul", chosen, graph.add("Gather", scales, "ids"))
    length = graph.add("Shape", "ids")
    places = graph.add(
        "Slice", graph.weight("encoder.places.weight"), graph.whole(0), length, graph.whole(0)
    )
    features = graph.add("Gather", graph.weight("encoder.features.weight"), "features")
    total = graph.add("Add", graph.add("Add", words, places), features)
    one = graph.add("Unsqueeze", total, graph.whole(0))
    return graph.norm(one, "encoder.norm")


def layer(graph: Graph, x: str, name: str) -> str:
    """One transformer layer."""
    both = graph.rounded_linear(x, f"{name}.qkv")
    parts = [f"{name}.{part}" for part in ("query", "key", "value")]
    graph.nodes.append(helper.make_node("Split", [both], parts, axis=-1))
    read = graph.add("MultiHeadAttention", *parts, domain=MICROSOFT, num_heads=graph.heads)
    x = graph.norm(graph.add("Add", x, graph.rounded_linear(read, f"{name}.out")), f"{name}.norm1")
    inner = graph.gelu(graph.rounded_linear(x, f"{name}.up"))
    return graph.norm(
        graph.add("Add", x, graph.rounded_linear(inner, f"{name}.down")), f"{name}.norm2"
    )


def choose_anchors(graph: Graph, words: str) -> str:
    """Indices of the words that may open a cue: at least one."""
    scores = graph.add(
        "Squeeze", graph.linear(words, "anchor"), graph.whole(-1), to="anchor_scores"
    )
    best = graph.add("ReduceMax", scores, keepdims=0)
    floor = graph.add("Min", best, graph.number(ANCHOR_FLOOR))
    places = graph.add("NonZero", graph.add("GreaterOrEqual", scores, floor))
    return graph.add("Squeeze", places, graph.whole(0), to="anchors")


def content(graph: Graph, words: str) -> None:
    """The chance of every word to be content of any attribution."""
    scores = graph.linear(words, "roles")
    own = graph.add("Gather", scores, graph.constant("content", np.array(0, np.int64)), axis=-1)
    graph.add("Sigmoid", own, to="content_chances")


def tag(graph: Graph, words: str, anchors: str) -> None:
    """Tag scores [anchor, word, tag]."""
    cue = graph.add("Gather", words, anchors)
    count = graph.add("Squeeze", graph.add("Shape", "firsts"), graph.whole(0))
    zero, one = (graph.constant(f"int_{n}", np.array(n, np.int64)) for n in (0, 1))
    place = graph.add("Range", zero, count, one)
    far = graph.add("Sub", place, graph.add("Unsqueeze", anchors, graph.whole(1)))
    table = bucket(torch.arange(-LONGEST, LONGEST + 1)).numpy()
    shifted = graph.add("Add", far, graph.constant("longest", np.array(LONGEST, np.int64)))
    near = graph.add("Gather", graph.constant("buckets", table), shifted)
    distance = graph.add("Gather", graph.weight("distance.weight"), near)
    gate = graph.add("Unsqueeze", graph.linear(cue, "gate"), graph.whole(1))
    match = graph.add("Mul", graph.linear(words, "match"), gate)
    match = graph.add("Mul", match, graph.number(1 / math.sqrt(128)))
    total = graph.add("Add", match, distance)
    total = graph.add("Add", total, graph.linear(words, "word"))
    total = graph.add(
        "Add", total, graph.add("Unsqueeze", graph.linear(cue, "cue"), graph.whole(1))
    )
    z = graph.gelu(total)
    around = graph.add(
        "Conv",
        graph.add("Transpose", z, perm=[0, 2, 1]),
        graph.weight("around.weight"),
        graph.weight("around.bias"),
        pads=[KERNEL // 2] * 2,
        kernel_shape=[KERNEL],
    )
    z = graph.add("Add", z, graph.gelu(graph.add("Transpose", around, perm=[0, 2, 1])))
    scores = graph.linear(graph.norm(z, "norm", 1e-5), "tags")
    graph.add("Identity", scores, to="tag_scores")


def export_encoder(
    weights: dict[str, Floats], layers: int, heads: int, exact: bool
) -> onnx.ModelProto:
    """The encoder: from pieces to what the layers that are read elsewhere make of them."""
    graph = Graph(weights, heads, exact)
    x = embed(graph)
    for number in range(layers):
        x = layer(graph, x, f"encoder.layers.{number}")
        if number + 1 == MIDDLE:
            graph.add("Squeeze", x, graph.whole(0), to="middle")
    graph.add("Squeeze", x, graph.whole(0), to="top")
    width = len(weights["encoder.norm.bias"])
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["pieces"])
        for name in ("ids", "features")
    ]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["pieces", width])
        for name in ("middle", "top")
    ]
    return as_model(graph, "encoder", inputs, outputs)


def export_heads(weights: dict[str, Floats]) -> onnx.ModelProto:
    """The heads: from what the encoder makes of a window to its attributions."""
    graph = Graph(weights)
    words = graph.add("Gather", "top", "firsts")
    content(graph, words)
    tag(graph, words, choose_anchors(graph, words))
    width = len(weights["encoder.norm.bias"])
    inputs = [
        helper.make_tensor_value_info("top", TensorProto.FLOAT, ["pieces", width]),
        helper.make_tensor_value_info("firsts", TensorProto.INT64, ["words"]),
    ]
    outputs = [
        helper.make_tensor_value_info("anchor_scores", TensorProto.FLOAT, ["words"]),
        helper.make_tensor_value_info("content_chances", TensorProto.FLOAT, ["words"]),
        helper.make_tensor_value_info("anchors", TensorProto.INT64, ["anchors"]),
        helper.make_tensor_value_info("tag_scores", TensorProto.FLOAT, ["anchors", "words", 7]),
    ]
    return as_model(graph, "attribution", inputs, outputs)


def as_model(
    graph: Graph,
    name: str,
    inputs: list[onnx.ValueInfoProto],
    outputs: list[onnx.ValueInfoProto],
) -> onnx.ModelProto:
    """The nodes and constants put together as a model."""
    for node in graph.nodes:
        for attribute in node.attribute:
            if attribute.name == "to_":
                attribute.name = "to"
    made = helper.make_graph(graph.nodes, name, inputs, outputs, list(graph.constants.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=8)


def trained(path: str) -> dict[str, Floats]:
    """The weights of a trained model."""
    state = torch.load(path, map_location="cpu")
    return {name: value.float().numpy() for name, value in state.items()}


def layers_of(weights: dict[str, Floats], name: str) -> int:
    """How many layers there are under a name."""
    inside = [each.removeprefix(f"{name}.") for each in weights if each.startswith(f"{name}.")]
    return len({each.split(".")[0] for each in inside})


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("encoder")
    parser.add_argument("heads_out", metavar="heads")
    parser.add_argument("--heads", type=int, default=12, help="of each layer's attention")
    parser.add_argument("--exact", action="store_true", help="round nothing")
    options = parser.parse_args()
    weights = trained(options.model)
    layers = layers_of(weights, "encoder.layers")
    encoder = export_encoder(weights, layers, options.heads, options.exact)
    Path(options.encoder).write_bytes(encoder.SerializeToString())
    Path(options.heads_out).write_bytes(export_heads(weights).SerializeToString())


if __name__ == "__main__":
    main()
