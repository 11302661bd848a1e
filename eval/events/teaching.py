"""What earlier event models say of a window: chances to learn from beside the rough labels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

from wireroom.extraction.encoder import open_session
from wireroom.extraction.encoder.encoding import Floats
from wireroom.extraction.encoder.pieces import CLS, Pieces, Window

NAMES = ["tag_scores", "kind_scores", "link_scores", "same_scores"]
OWN_LAYERS = (4, 6)
LIKELY = 0.15
"""The least chance of a word to open a phrase from which its links are learned."""


@dataclass(frozen=True, eq=False)
class Taught:
    """Chances [word, tag], [trigger, kind], [trigger, word, 2]; of the words ``openings``, which
    may open a phrase, [opening, opening] of naming the same. ``lower`` and ``upper`` are what the
    first model's fourth and last layers made of the pieces [piece, width]."""

    tags: Floats
    kinds: Floats
    links: Floats
    openings: NDArray[np.int64]
    same: Floats
    lower: NDArray[np.float16]
    upper: NDArray[np.float16]


class Teachers:
    """Event models that read pieces themselves: their inputs are "ids", "features", "firsts" and
    "triggers", their outputs those of the present model. Case is not told them."""

    def __init__(self, models: Sequence[Path]) -> None:
        self._sessions = [open_session(model) for model in models[1:]]
        self._first, self._layers = _with_layers(models[0])

    def say(
        self, pieces: Pieces, window: Window, firsts: NDArray[np.int64], triggers: list[int]
    ) -> Taught:
        """The mean of what the models say."""
        ids = np.concatenate([[CLS], pieces.ids[window.lo : window.hi]])
        given = {
            "ids": ids,
            "features": np.zeros_like(ids),
            "firsts": firsts + 1,
            "triggers": np.array(triggers, np.int64),
        }
        *first, lower, upper = self._first.run([*NAMES, *self._layers], given)
        said = [first, *(session.run(NAMES, given) for session in self._sessions)]

        def mean(number: int, chances: Callable[[Floats], Floats]) -> Floats:
            found: Floats = np.mean([chances(one[number]) for one in said], axis=0)
            return found

        tags, same = mean(0, _softmax), mean(3, _sigmoid)
        openings = np.flatnonzero(tags[:, 1::2].sum(1) > LIKELY)
        own = same[np.ix_(openings, openings)]
        layers = (layer[0, 1:].astype(np.float16) for layer in (lower, upper))
        return Taught(tags, mean(1, _softmax), mean(2, _sigmoid), openings, own, *layers)


def _with_layers(path: Path) -> tuple[InferenceSession, list[str]]:
    """A model that also gives out what its layers make of the pieces, and under which names: the
    normalisation that ends the fourth layer and the sixth."""
    model = onnx.load(path)
    ends = [node.output[0] for node in model.graph.node if node.op_type == "LayerNormalization"]
    names = [ends[2 * number] for number in OWN_LAYERS]
    for name in names:
        model.graph.output.append(
            onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        )
    options = SessionOptions()
    options.intra_op_num_threads = 1
    return InferenceSession(model.SerializeToString(), options), names


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    chances: Floats = powers / powers.sum(-1, keepdims=True)
    return chances


def _sigmoid(scores: Floats) -> Floats:
    chances: Floats = 1 / (1 + np.exp(-scores))
    return chances
