"""Write a trained event model as ONNX, the matrices of its layers in eight bits.

    python -m eval.events.export MODEL.pt OUT.onnx [--exact]

Its layers are written and rounded as those of the encoder are; the heads stay as they are. A window
is read alone, with the words of its triggers: its figures cannot hang on its neighbours.
"""

import argparse
import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from eval.attribution.export import LONGEST, Floats, Graph, as_model, layer, layers_of, trained
from eval.attribution.network import bucket
from eval.events.network import KINDS, LINKS, TAGS, WIDTH


def link(graph: Graph, words: str) -> None:
    """Link scores [trigger, word, 2]."""
    own = graph.add("Gather", words, "triggers")
    graph.add("Identity", graph.linear(own, "kinds"), to="kind_scores")
    count = graph.add("Squeeze", graph.add("Shape", "firsts"), graph.whole(0))
    zero, one = (graph.constant(f"int_{n}", np.array(n, np.int64)) for n in (0, 1))
    place = graph.add("Range", zero, count, one)
    far = graph.add("Sub", place, graph.add("Unsqueeze", "triggers", graph.whole(1)))
    table = bucket(torch.arange(-LONGEST, LONGEST + 1)).numpy()
    shifted = graph.add("Add", far, graph.constant("longest", np.array(LONGEST, np.int64)))
    near = graph.add("Gather", graph.constant("buckets", table), shifted)
    distance = graph.add("Gather", graph.weight("distance.weight"), near)
    gate = graph.add("Unsqueeze", graph.linear(own, "gate"), graph.whole(1))
    match = graph.add("Mul", graph.linear(words, "match"), gate)
    match = graph.add("Mul", match, graph.number(1 / math.sqrt(WIDTH)))
    total = graph.add("Add", graph.add("Add", match, distance), graph.linear(words, "word"))
    mine = graph.add("Unsqueeze", graph.linear(own, "trigger"), graph.whole(1))
    z = graph.gelu(graph.add("Add", total, mine))
    scores = graph.linear(graph.norm(z, "norm", 1e-5), "links")
    graph.add("Identity", scores, to="link_scores")


def same(graph: Graph, words: str) -> None:
    """Scores [word, word] of naming the same."""
    other = graph.add("Transpose", graph.linear(words, "again"), perm=[1, 0])
    found = graph.add("MatMul", graph.linear(words, "name"), other)
    found = graph.add("Mul", found, graph.number(1 / math.sqrt(WIDTH)))
    total = graph.add("Add", found, graph.add("Transpose", found, perm=[1, 0]))
    graph.add("Add", total, graph.weight("same"), to="same_scores")


def export(weights: dict[str, Floats], layers: int, heads: int, exact: bool) -> onnx.ModelProto:
    """The model."""
    graph = Graph(weights, heads, exact)
    below = graph.add("Concat", "middle", "top", axis=-1)
    x = graph.rounded_linear(graph.add("Unsqueeze", below, graph.whole(0)), "mix")
    for number in range(layers):
        x = layer(graph, x, f"layers.{number}")
    words = graph.add("Gather", graph.add("Squeeze", x, graph.whole(0)), "firsts")
    graph.add("Identity", graph.linear(words, "tags"), to="tag_scores")
    link(graph, words)
    same(graph, words)
    width = len(weights["mix.bias"])
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["pieces", width])
        for name in ("middle", "top")
    ]
    inputs += [
        helper.make_tensor_value_info(name, TensorProto.INT64, [size])
        for name, size in (("firsts", "words"), ("triggers", "found"))
    ]
    outputs = [
        helper.make_tensor_value_info("tag_scores", TensorProto.FLOAT, ["words", TAGS]),
        helper.make_tensor_value_info("kind_scores", TensorProto.FLOAT, ["found", KINDS]),
        helper.make_tensor_value_info("link_scores", TensorProto.FLOAT, ["found", "words", LINKS]),
        helper.make_tensor_value_info("same_scores", TensorProto.FLOAT, ["words", "words"]),
    ]
    return as_model(graph, "events", inputs, outputs)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--exact", action="store_true", help="round nothing")
    options = parser.parse_args()
    weights = trained(options.model)
    model = export(weights, layers_of(weights, "layers"), options.heads, options.exact)
    Path(options.out).write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
