"""Train the weights by which articles in two languages are held together; print them.

    python -m eval.train_across

On the families called "tune" of ``headlines_across.txt``; prints the weights, F1 over pairs with
each family left out in turn, and F1 on the families called "report". Logistic regression by
maximum likelihood with a little L2 on what each sign weighs, Adam. The weights are put into
``wireroom.linking.scoring`` by hand, rounded. See ``train_across.md`` for what came out.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from eval.headlines_across import HEADLINES, Headline, analyse, read_headlines
from wireroom.linking.accounts import accounts_of
from wireroom.linking.heads import NAMES, signs_across
from wireroom.records.analyses import AnalysedDocument

L2, STEPS, RATE = 0.001, 3000, 0.05
PARTS = ("tune", "report")

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """A row a pair of reports: its signs, whether it is of one event, the family of the first."""

    signs: Matrix
    same: NDArray[np.bool_]
    family: NDArray[np.str_]


def pairs_of(headlines: Sequence[Headline], analysed: Sequence[AnalysedDocument]) -> Pairs:
    by_id = {headline.document.id: headline for headline in headlines}
    leading = [account for account in accounts_of(analysed) if account.leads]
    rows, same, family = [], [], []
    for one, other in combinations(leading, 2):
        mine, theirs = by_id[one.document], by_id[other.document]
        if mine.language != theirs.language:
            found = {sign.name: sign.value for sign in signs_across(one, other)}
            rows.append([found.get(name, 0.0) for name in NAMES])
            same.append(mine.event == theirs.event)
            family.append(mine.family)
    return Pairs(np.array(rows), np.array(same), np.array(family))


def fit(signs: Matrix, same: NDArray[np.bool_]) -> Matrix:
    """The weight of each sign, and last the odds to begin with."""
    spread = signs.std(0) + 1e-9
    scaled = np.c_[signs / spread, np.ones(len(signs))]
    weights, mean, square = (np.zeros(scaled.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - same) / len(same) + L2 * np.r_[weights[:-1], 0.0]
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    made: Matrix = np.r_[weights[:-1] / spread, weights[-1]]
    return made


def odds(pairs: Pairs, weights: Matrix) -> Matrix:
    made: Matrix = pairs.signs @ weights[:-1] + weights[-1]
    return made


def f1(odds: Matrix, same: NDArray[np.bool_]) -> float:
    found = odds > 0
    return float(2 * (found & same).sum() / (found.sum() + same.sum()))


def main() -> None:
    headlines = read_headlines(HEADLINES.read_text(encoding="utf-8"))
    chosen = {part: [each for each in headlines if each.part == part] for part in PARTS}
    tune, report = (pairs_of(chosen[part], analyse(chosen[part])) for part in PARTS)
    left_out = np.zeros(len(tune.same))
    for family in sorted(set(tune.family)):
        other = tune.family != family
        left_out[~other] = odds(tune, fit(tune.signs[other], tune.same[other]))[~other]
    weights = fit(tune.signs, tune.same)
    on_report = f1(odds(report, weights), report.same)
    lines = [
        f"F1, each family left out in turn: {f1(left_out, tune.same):.3f}",
        f"F1 on the families of the report: {on_report:.3f}",
        *(f"{name:14}{w:8.2f}" for name, w in zip((*NAMES, "to begin with"), weights, strict=True)),
    ]
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
