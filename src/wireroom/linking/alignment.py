"""Where two texts say the same words: runs that are equal, joined over small differences."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from wireroom.text.shingles import Codes, places_in, shingles

GAP = 10  # words that may differ between two equal runs of one stretch
MOST_PLACES = 6  # where a shingle stands more often in one text, it is no seed


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``[a_start, a_end)`` of one text and ``[b_start, b_end)`` of the other.

    ``same`` is how many words the two have in common, in order; ``rare`` how many of these stand
    in no boilerplate.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    same: int
    rare: int

    @property
    def is_exact(self) -> bool:
        return self.same == self.a_end - self.a_start == self.b_end - self.b_start


@dataclass(frozen=True, slots=True)
class _Run:
    a: int
    b: int
    length: int


def align(a: Codes, b: Codes, size: int, plain: NDArray[np.bool_]) -> tuple[Stretch, ...]:
    """The stretches that two sequences of words share, in the order of the first.

    Seeds are runs of ``size`` equal words; no word of either text is used twice. ``plain`` says
    for each word of ``a`` whether it stands in boilerplate.
    """
    runs = _without_overlaps(_equal_runs(a, b, size))
    return tuple(_stretch(group, a, b, plain) for group in _joined(runs))


def _equal_runs(a: Codes, b: Codes, size: int) -> list[_Run]:
    """All maximal runs of at least ``size`` equal words."""
    of_a, of_b = shingles(a, size), shingles(b, size)
    both = np.intersect1d(of_a, of_b)
    places: dict[int, list[int]] = defaultdict(list)
    for index in np.flatnonzero(places_in(both, of_b)[1]).tolist():
        places[int(of_b[index])].append(index)
    seeds: dict[int, list[int]] = defaultdict(list)
    for index in np.flatnonzero(places_in(both, of_a)[1]).tolist():
        there = places[int(of_a[index])]
        for place in there if len(there) <= MOST_PLACES else ():
            seeds[place - index].append(index)
    runs = []
    for diagonal, starts in seeds.items():
        first = previous = starts[0]
        for start in [*starts[1:], -1]:
            if start != previous + 1:
                runs.append(_Run(first, first + diagonal, previous - first + size))
                first = start
            previous = start
    return runs


def _without_overlaps(runs: Sequence[_Run]) -> list[_Run]:
    """The longest first; what is left of the others where they do not overlap."""
    kept: list[_Run] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for run in sorted(runs, key=lambda run: (-run.length, run.a, run.b)):
        free = [
            offset
            for offset in range(run.length)
            if run.a + offset not in used_a and run.b + offset not in used_b
        ]
        if not free or free[-1] - free[0] + 1 != len(free):
            continue
        kept.append(_Run(run.a + free[0], run.b + free[0], len(free)))
        used_a.update(range(run.a + free[0], run.a + free[-1] + 1))
        used_b.update(range(run.b + free[0], run.b + free[-1] + 1))
    return sorted(kept, key=lambda run: (run.a, run.b))


def _joined(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Runs that are neighbours in both texts, where the words between them are few."""
    order = sorted(runs, key=lambda run: run.b)
    rank = {run: place for place, run in enumerate(order)}
    groups: list[list[_Run]] = []
    for run in runs:
        last = groups[-1][-1] if groups else None
        if last and rank[run] == rank[last] + 1 and _follows(last, run):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _follows(last: _Run, run: _Run) -> bool:
    gap_a, gap_b = run.a - last.a - last.length, run.b - last.b - last.length
    return 0 <= gap_a <= GAP and 0 <= gap_b <= GAP


def _stretch(runs: Sequence[_Run], a: Codes, b: Codes, plain: NDArray[np.bool_]) -> Stretch:
    same = sum(run.length for run in runs)
    rare = sum(run.length - int(plain[run.a : run.a + run.length].sum()) for run in runs)
    for one, other in pairwise(runs):
        between_a = a[one.a + one.length : other.a].tolist()
        between_b = b[one.b + one.length : other.b].tolist()
        common = _common_in_order(between_a, between_b)
        same, rare = same + common, rare + common
    first, last = runs[0], runs[-1]
    return Stretch(first.a, last.a + last.length, first.b, last.b + last.length, same, rare)


def _common_in_order(a: Sequence[int], b: Sequence[int]) -> int:
    """The length of the longest common subsequence of two short sequences."""
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for index, other in enumerate(b, 1):
            before, row[index] = (
                row[index],
                before + 1 if word == other else max(row[index], row[index - 1]),
            )
    return row[-1]
