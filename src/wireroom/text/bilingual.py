"""Which sentences of a translation render which of the original.

Gale and Church's alignment by length (Computational Linguistics 19, 1993), with the numbers and
names that two sentences share counted in, by dynamic programming in a band along the diagonal.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Set by hand on invented pairs. Costs are in the unit of the length term, about a nat.
_MOVES = ((1, 1, 0.0), (1, 0, 4.0), (0, 1, 4.0), (2, 1, 3.5), (1, 2, 3.5), (2, 2, 4.5))
_ANCHORED = 4.0  # what a full match of numbers and names is worth
_STRANGE = 3.0  # what anchors on both sides and none in common cost
_VARIANCE = 6.8  # of the length of a translation in characters, per character; after Gale, Church
_PRIOR = 500.0  # characters of text that is as long in both, so that one gap tells little
_BAND = 30  # sentences on either side of the diagonal


@dataclass(frozen=True, slots=True)
class Sentence:
    """What alignment sees of a sentence: its length in characters, its numbers and names."""

    length: int
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences of the original and of the translation that render each other, by index.

    ``score`` is the share of anchors that both sides have, None where a side has none.
    """

    original: tuple[int, ...]
    translation: tuple[int, ...]
    score: float | None


def align(original: Sequence[Sentence], translation: Sequence[Sentence]) -> tuple[Bead, ...]:
    """The cheapest chain of beads through both texts, in order; at most two sentences a side."""
    ratio = _ratio(original, translation)
    costs: dict[tuple[int, int], float] = {(0, 0): 0.0}
    moves: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(original) + 1):
        for j in _band(i, len(original), len(translation)):
            for left, right, cost in _MOVES:
                before = costs.get((i - left, j - right))
                if before is None:
                    continue
                a, b = original[i - left : i], translation[j - right : j]
                total = before + cost + _cost(a, b, ratio)
                if total < costs.get((i, j), math.inf):
                    costs[i, j], moves[i, j] = total, (left, right)
    return tuple(_walk(original, translation, moves))


def _ratio(original: Sequence[Sentence], translation: Sequence[Sentence]) -> float:
    first, second = (sum(s.length for s in side) for side in (original, translation))
    return (second + _PRIOR) / (first + _PRIOR)


def _band(i: int, rows: int, columns: int) -> range:
    middle = i * columns // rows if rows else 0
    width = _BAND + (columns // rows if rows else columns)
    return range(max(0, middle - width), min(columns, middle + width) + 1)


def _cost(a: Sequence[Sentence], b: Sequence[Sentence], ratio: float) -> float:
    if not a or not b:
        return 0.0
    first, second = sum(s.length for s in a), sum(s.length for s in b)
    mean = (first + second / ratio) / 2 or 1.0
    delta = (second - first * ratio) / math.sqrt(mean * _VARIANCE)
    length = -math.log(max(math.erfc(abs(delta) / math.sqrt(2)), 1e-12))
    score = shared(a, b)
    if score is None:
        return length
    return length - _ANCHORED * score + (_STRANGE if score == 0 else 0.0)


def shared(a: Sequence[Sentence], b: Sequence[Sentence]) -> float | None:
    """The share of the anchors of both sides that the other has too; None where a side has none."""
    first = frozenset[str]().union(*(s.anchors for s in a))
    second = frozenset[str]().union(*(s.anchors for s in b))
    if not first or not second:
        return None
    return 2 * len(first & second) / (len(first) + len(second))


def _walk(
    original: Sequence[Sentence],
    translation: Sequence[Sentence],
    moves: dict[tuple[int, int], tuple[int, int]],
) -> Iterator[Bead]:
    beads = []
    i, j = len(original), len(translation)
    while (i, j) in moves:
        left, right = moves[i, j]
        a, b = range(i - left, i), range(j - right, j)
        score = shared([original[x] for x in a], [translation[x] for x in b])
        beads.append(Bead(tuple(a), tuple(b), score))
        i, j = i - left, j - right
    yield from reversed(beads)
