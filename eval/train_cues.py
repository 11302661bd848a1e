"""Learns the weights of the English cues, and writes them as a word list of the pack.

    python -m eval.train_cues polnear_train.jsonl.gz src/wireroom/language/en/cue_weights.txt

Each reading of a word as a cue (`wireroom.extraction.attribution.choosing`) is one example; it is
right where its cue shares a token with that of an attribution that a person marked, and its
content at least half of its tokens. The weights are those of a logistic regression over the
reading's features, by AdaGrad with a small L2 penalty; small weights are left out. About ten
minutes on one core, most of it spaCy's. The same data and seed give the same file.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from wireroom.extraction.attribution import chooser_of, names_at
from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.syntax import Tree
from wireroom.language import annotate, pack_for
from wireroom.records.annotations import AnnotatedText
from wireroom.records.spans import Span

SEED = 7
EPOCHS = 4
RATE = 0.15
PENALTY = 1e-5
BATCH = 256
SEEN = 4  # examples that a feature must hold of
SMALLEST = 0.1  # of a weight that is kept
ENOUGH = 0.5  # overlap of contents

Example = tuple[list[str], bool]
Marked = dict[str, list[list[int]]]

HEAD = (
    "# eval/train_cues.py on the training part of PolNeAR (840 articles on the US election of 2016;"
    " no licence stated, no text of it is in here); MIT; columns: feature, weight\n"
)


def main() -> None:
    source, target = sys.argv[1:3]
    examples: list[Example] = []
    for row in _rows(Path(source)):
        text = row["text"]
        annotated = annotate(text, Span(0, len(text)), pack_for("en"))
        examples.extend(examples_of(annotated, row["attributions"]))
    write(Path(target), *learn(examples))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def examples_of(annotated: AnnotatedText, marked: Sequence[Marked]) -> Iterator[Example]:
    """Every reading of every word, with whether a person marked it."""
    tree, names = Tree(annotated, pack_for("en")), names_at(annotated)
    chooser = chooser_of(annotated, tree, Quotes(annotated), names, pack_for("en"))
    gold = [
        (_inside(tree, attribution["cue"]), _inside(tree, attribution["content"]))
        for attribution in marked
    ]
    by_cue: dict[int, list[int]] = {}
    for number, (cue, _) in enumerate(gold):
        for index in cue:
            by_cue.setdefault(index, []).append(number)
    for index in range(len(tree.tokens)):
        for draft in chooser.readings(index):
            if draft.content:
                candidates = {number for i in draft.cue for number in by_cue.get(i, ())}
                right = any(_is_same(tree, draft, gold[number][1]) for number in candidates)
                yield chooser.evidence(draft), right


def _is_same(tree: Tree, draft: Draft, gold: set[int]) -> bool:
    mine = _inside(tree, draft.content)
    return len(mine & gold) >= ENOUGH * len(mine | gold) if mine else False


def _inside(tree: Tree, spans: Sequence[Sequence[int]]) -> set[int]:
    return {
        index
        for index, token in enumerate(tree.tokens)
        if any(token.start < end and token.end > start for start, end in spans)
    }


def learn(examples: Sequence[Example]) -> tuple[dict[str, float], float]:
    """The weight of each feature, and the bias."""
    counts = Counter(feature for features, _ in examples for feature in set(features))
    known = sorted(feature for feature, count in counts.items() if count >= SEEN)
    place = {feature: number for number, feature in enumerate(known)}
    rows = [[place[f] for f in features if f in place] for features, _ in examples]
    right = np.array([label for _, label in examples], dtype=float)
    width = max(map(len, rows))
    table = np.full((len(rows), width), len(known), dtype=np.int32)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    weights, bias = _descend(table, right, len(known))
    return dict(zip(known, weights.tolist(), strict=True)), bias


def _descend(
    table: np.ndarray[Any, Any], right: np.ndarray[Any, Any], size: int
) -> tuple[np.ndarray[Any, Any], float]:
    weights, squares = np.zeros(size + 1), np.full(size + 1, 1e-2)
    bias, bias_squares = -1.5, 1e-2
    shrink = PENALTY * len(right) / 50
    chance = np.random.default_rng(SEED)
    for _ in range(EPOCHS):
        order = chance.permutation(len(right))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            features = table[batch]
            odds = np.clip(weights[features].sum(axis=1) + bias, -30, 30)
            wrong = 1 / (1 + np.exp(-odds)) - right[batch]
            slope = np.bincount(
                features.ravel(), weights=np.repeat(wrong, table.shape[1]), minlength=size + 1
            )
            seen = np.unique(features)
            step = slope[seen] + shrink * weights[seen]
            squares[seen] += step * step
            weights[seen] -= RATE * step / np.sqrt(squares[seen])
            weights[size] = 0.0  # the place that fills up short rows
            bias_squares += float(wrong.sum()) ** 2
            bias -= RATE * float(wrong.sum()) / bias_squares**0.5
    return weights[:size], bias


def write(path: Path, weights: dict[str, float], bias: float) -> None:
    """The weights that count, sorted, as a list of the pack."""
    kept = sorted((name, weight) for name, weight in weights.items() if abs(weight) >= SMALLEST)
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in [("bias", bias), *kept]]
    path.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
