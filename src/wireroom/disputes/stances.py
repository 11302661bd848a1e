"""Whether a text agrees with its headline, denies it, discusses it, or is about something else.

A small trained model; what it was trained on, how well it does and where it fails stands in
``stance_model.md`` beside its weights.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from wireroom.disputes.stance_features import find_features, read_text
from wireroom.records.headlines import Relation

Node = Sequence[float]

# Set on topics that were kept out of training, November 2026: a denial is rare, and worth more.
DENIAL_WEIGHT = 2.0
SHORT = 40  # words; below that a text is read as a headline is

_RELATIONS: Mapping[str, Relation] = {
    "agree": "agrees",
    "disagree": "disagrees",
    "discuss": "discusses",
}
_SAMPLE = 1000  # characters by which the alphabet is told
_DIGITS, _CUT = 4, 6.0  # of a feature, as in training


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Boosted trees of one class; a node is feature, threshold, left, right; a leaf its value."""

    start: float
    trees: tuple[tuple[Node, ...], ...]

    def score(self, values: Sequence[float]) -> float:
        """The log-odds, or for several classes the unscaled score, of a row of features."""
        return self.start + sum(_leaf(tree, values) for tree in self.trees)


def _leaf(tree: Sequence[Node], values: Sequence[float]) -> float:
    node = tree[0]
    while len(node) > 1:
        feature, threshold, left, right = node
        node = tree[int(left if values[int(feature)] <= threshold else right)]
    return node[0]


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model of a yes or no question; features are divided by their spread and cut."""

    spread: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def holds(self, values: Sequence[float]) -> bool:
        """Whether the answer for a row of features is yes."""
        scaled = (min(v / s, _CUT) for v, s in zip(values, self.spread, strict=True))
        return self.bias + sum(w * v for w, v in zip(self.weights, scaled, strict=True)) > 0


@dataclass(frozen=True, slots=True)
class Model:
    """The weights, as they stand in the file."""

    features: tuple[str, ...]
    rarity: Mapping[str, float]
    related: Ensemble
    stance: Mapping[str, Ensemble]
    discussed: Linear
    denied: Linear


def compare_stance(title: str, text: str) -> tuple[Relation, str]:
    """The relation of ``text`` to what ``title`` claims, and why."""
    if _is_latin(title) != _is_latin(text):
        return "discusses", "headline and text are in two alphabets: only their facts are compared"
    model = _model()
    found = find_features(title, text, model.rarity)
    values = [round(found.get(name, 0.0), _DIGITS) for name in model.features]
    shown = f"{found['plain share']:.0%} of the headline's words are in the text"
    if not found["share"] or model.related.score(values) <= 0:
        return "unrelated", shown
    stance = _short(model, values) if read_text(text).length < SHORT else _long(model, values)
    return _RELATIONS[stance], f"{shown}; {_why(stance, found)}"


def _short(model: Model, values: Sequence[float]) -> str:
    if model.discussed.holds(values):
        return "discuss"
    return "disagree" if model.denied.holds(values) else "agree"


def _long(model: Model, values: Sequence[float]) -> str:
    scores = {name: ensemble.score(values) for name, ensemble in model.stance.items()}
    scores["disagree"] += math.log(DENIAL_WEIGHT)
    return max(sorted(scores), key=lambda name: scores[name])


def _is_latin(text: str) -> bool:
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    return sum(char < "\u0250" for char in letters) * 2 >= len(letters)


def _why(stance: str, found: Mapping[str, float]) -> str:
    """The words that speak for a stance, which the model weighs among others."""
    kinds = {"disagree": ("refuting", "denial"), "discuss": ("hedges", "doubt")}
    if stance not in kinds:
        return "it takes it as so"
    name, words = kinds[stance]
    zones = [zone for zone in ("opening", "best", "text") if found.get(f"{zone} {name}")]
    where = {"opening": "its opening", "best": "the sentence most like it", "text": "the text"}
    return f"words of {words} in {where[zones[0]]}" if zones else "it is told at arm's length"


@cache
def _model() -> Model:
    file = files("wireroom.disputes").joinpath("stance_model.json")
    read = json.loads(file.read_text(encoding="utf-8"))
    (related,) = read["related"]
    return Model(
        tuple(read["features"]),
        read["rarity"],
        _ensemble(related),
        {name: _ensemble(ensemble) for name, ensemble in read["stance"].items()},
        _linear(read["short"], "discuss"),
        _linear(read["short"], "disagree"),
    )


def _linear(read: Mapping[str, Any], name: str) -> Linear:
    return Linear(tuple(read["spread"]), tuple(read[name]["weights"]), read[name]["bias"])


def _ensemble(read: Mapping[str, Any]) -> Ensemble:
    return Ensemble(read["start"], tuple(tuple(tree) for tree in read["trees"]))
