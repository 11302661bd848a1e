"""Train the model that tells how a text stands to its headline, and write its weights as JSON.

    python eval/train_headlines.py FOLDER src/wireroom/disputes/stance_model.json

FOLDER holds fnc_train.jsonl.gz (headline, body_id, stance) and fnc_train_bodies.jsonl.gz
(body_id, body). Needs scikit-learn, which nothing else does; PYTHONPATH=src. Two ensembles of
small trees, one for related or not, one for agree, disagree, discuss; and for texts of a few
words two linear models, discussed or not and denied or not, the latter from headlines held
against headlines. Prints the figures on topics that were kept out, then trains on all.
"""

import gzip
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np

from wireroom.disputes.stance_features import find_features, read_text

ensemble = import_module("sklearn.ensemble")
linear_model = import_module("sklearn.linear_model")

STANCES = ("agree", "disagree", "discuss")
UNRELATED_KEPT = 0.35  # of the unrelated pairs, which are three in four
RARITIES = 800
KEPT_OUT = 0.25  # of the topics
LEAST = 20  # pairs in which a word of the lists has to stand
HEADLINES = {"agree": 2500, "disagree": 1200}  # pairs of headlines for short texts
SEED = 20261124


@dataclass(frozen=True)
class Pair:
    headline: str
    text: str
    stance: str
    topic: str


def main() -> None:
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    pairs = load_pairs(folder)
    rarity = find_rarity({pair.text for pair in pairs})
    headlines = headline_pairs(pairs)
    rows = [find_features(pair.headline, pair.text, rarity) for pair in pairs]
    headline_rows = [find_features(pair.headline, pair.text, rarity) for pair in headlines]
    names = feature_names(rows)
    matrix, headline_matrix = as_matrix(rows, names), as_matrix(headline_rows, names)
    report(pairs, matrix, names)
    related, stance = fit(pairs, matrix)
    model = {
        "features": names,
        "rarity": rarity,
        "related": as_trees(related),
        "stance": dict(zip(stance.classes_, as_trees(stance), strict=True)),
        "short": fit_short_texts(pairs, matrix, headlines, headline_matrix),
    }
    out.write_text(json.dumps(model, separators=(",", ":"), ensure_ascii=False) + "\n")
    sys.stderr.write(f"{out.stat().st_size:,} bytes\n")


def load_pairs(folder: Path) -> list[Pair]:
    rows = read_lines(folder / "fnc_train.jsonl.gz")
    bodies = {r["body_id"]: r["body"] for r in read_lines(folder / "fnc_train_bodies.jsonl.gz")}
    topics = find_topics(rows)
    chance = random.Random(SEED)
    return [
        Pair(r["headline"], bodies[r["body_id"]], r["stance"], topics.get(r["body_id"], ""))
        for r in rows
        if r["stance"] != "unrelated" or chance.random() < UNRELATED_KEPT
    ]


def read_lines(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def find_topics(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Bodies that share a headline they are related to are of one topic."""
    parents: dict[str, str] = {}

    def root(item: str) -> str:
        while parents.setdefault(item, item) != item:
            item = parents[item]
        return item

    related = [row for row in rows if row["stance"] != "unrelated"]
    for row in related:
        parents[root("h" + row["headline"])] = root("b" + row["body_id"])
    return {row["body_id"]: root("b" + row["body_id"]) for row in related}


def find_rarity(texts: Iterable[str]) -> dict[str, float]:
    """How much the commoner stems count; the rarest of all count 1."""
    texts = sorted(texts)
    holders: Counter[str] = Counter()
    for text in texts:
        holders.update(sorted(read_text(text).counts))
    most = math.log(len(texts) / 3)
    common = sorted(holders.items(), key=lambda item: (-item[1], item[0]))[:RARITIES]
    return {stem: round(min(1.0, math.log(len(texts) / n) / most), 2) for stem, n in common}


def headline_pairs(pairs: Sequence[Pair]) -> list[Pair]:
    """Headlines held against headlines: of one side of a text, or of both."""
    sides: dict[str, dict[str, str]] = {}
    for pair in pairs:
        if pair.stance in HEADLINES:
            sides.setdefault(pair.text, {})[pair.headline] = pair.stance
    found: dict[tuple[str, str], set[str]] = {}
    for headlines in sides.values():
        for (a, side), (b, other) in permutations(headlines.items(), 2):
            found.setdefault((a, b), set()).add("agree" if side == other else "disagree")
    chance = random.Random(SEED)
    chosen = []
    for stance, most in HEADLINES.items():
        alike = sorted(pair for pair, stances in found.items() if stances == {stance})
        for a, b in chance.sample(alike, min(most, len(alike))):
            chosen.append(Pair(a, b, stance, ""))
    return chosen


def feature_names(rows: Sequence[Mapping[str, float]]) -> list[str]:
    counts = Counter(name for row in rows for name, value in row.items() if value)
    return sorted(name for name, count in counts.items() if count >= LEAST)


def as_matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Any:
    # Rounded as at run time, so that a value at a threshold falls on the same side.
    return np.array([[round(row.get(n, 0.0), 4) for n in names] for row in rows], np.float64)


def fit(pairs: Sequence[Pair], matrix: Any) -> tuple[Any, Any]:
    stances = np.array([pair.stance for pair in pairs])
    related = stances != "unrelated"
    settings = {"max_leaf_nodes": 8, "early_stopping": False, "random_state": SEED}
    first = ensemble.HistGradientBoostingClassifier(max_iter=120, learning_rate=0.12, **settings)
    second = ensemble.HistGradientBoostingClassifier(
        max_iter=110, learning_rate=0.06, min_samples_leaf=50, **settings
    )
    return first.fit(matrix, related), second.fit(matrix[related], stances[related])


def fit_short(rows: Any, holds: Any, spread: Any) -> dict[str, Any]:
    """Weights of a yes or no question; the features are divided by ``spread`` and cut at 6."""
    model = linear_model.LogisticRegression(C=0.001, max_iter=150, class_weight="balanced")
    model.fit(np.clip(rows / spread, -6, 6), holds)
    return {
        "weights": [round(float(weight), 4) for weight in model.coef_[0]],
        "bias": round(float(model.intercept_[0]), 4),
    }


def fit_short_texts(
    pairs: Sequence[Pair], matrix: Any, headlines: Sequence[Pair], headline_matrix: Any
) -> dict[str, Any]:
    """For texts of a few words: is it discussed, asked of texts; else denied, of headlines."""
    stances = np.array([pair.stance for pair in pairs])
    related = stances != "unrelated"
    spread = np.maximum(matrix.std(0), 1e-6)
    denied = np.array([pair.stance == "disagree" for pair in headlines])
    return {
        "spread": [float(f"{value:.4g}") for value in spread],
        "discuss": fit_short(matrix[related], stances[related] == "discuss", spread),
        "disagree": fit_short(headline_matrix, denied, spread),
    }


def as_trees(model: Any) -> list[dict[str, Any]]:
    """For each class, what it starts from and its trees: nodes [feature, threshold, left, right],
    leaves [value]."""
    starts = np.ravel(model._baseline_prediction)
    return [
        {
            "start": round(float(start), 5),
            "trees": [as_nodes(round_[number].nodes) for round_ in model._predictors],
        }
        for number, start in enumerate(starts)
    ]


def as_nodes(nodes: Any) -> list[list[float]]:
    return [
        [round(float(node["value"]), 4)]
        if node["is_leaf"]
        else [
            int(node["feature_idx"]),
            round(float(node["num_threshold"]), 5),
            int(node["left"]),
            int(node["right"]),
        ]
        for node in nodes
    ]


def report(pairs: Sequence[Pair], matrix: Any, names: Sequence[str]) -> None:
    topics = sorted({pair.topic for pair in pairs})
    out = set(random.Random(SEED).sample(topics, int(KEPT_OUT * len(topics))))
    kept_out = np.array([pair.topic in out for pair in pairs])
    inside = [pair for pair in pairs if pair.topic not in out]
    related, stance = fit(inside, matrix[~kept_out])
    gold = np.array([pair.stance for pair in pairs])[kept_out]
    is_related = related.predict_proba(matrix[kept_out])[:, 1] > 0.5
    chances = stance.predict_proba(matrix[kept_out])
    for weight in (1.0, 1.5, 2.0, 2.5, 3.0):
        weighed = chances * np.where(stance.classes_ == "disagree", weight, 1.0)
        said = np.where(is_related, stance.classes_[weighed.argmax(1)], "unrelated")
        figures = {name: f1(gold, said, name) for name in (*STANCES, "unrelated")}
        mean = sum(figures.values()) / len(figures)
        shown = " ".join(f"{name} {value:.3f}" for name, value in figures.items())
        line = f"disagree x {weight}: weighted {weighted(gold, said):.3f} macro {mean:.3f} {shown}"
        sys.stderr.write(line + "\n")


def f1(gold: Any, said: Any, name: str) -> float:
    both = ((gold == name) & (said == name)).sum()
    return float(2 * both / max(1, (gold == name).sum() + (said == name).sum()))


def weighted(gold: Any, said: Any) -> float:
    """FNC-1's score as a share of the best: a quarter for related or not, the rest for stance."""
    related = gold != "unrelated"
    right = (
        0.25 * (related == (said != "unrelated")).sum() + 0.75 * (related & (gold == said)).sum()
    )
    return float(right / (related.sum() + 0.25 * (~related).sum()))


if __name__ == "__main__":
    main()
