"""The best allowed sequence of tags for tables of scores (Viterbi 1967)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# Outside, then the beginning of a role; its inside is one more.
OUTSIDE, CONTENT, SOURCE, CUE = 0, 1, 3, 5
TAGS = 7
NEVER = -1e9
_INSIDES = [CONTENT + 1, SOURCE + 1, CUE + 1]


def best_paths(scores: Sequence[Floats]) -> list[Ints]:
    """The best tags for each table of scores [word, tag]; an inside only after its own role.

    All tables in one go. Each path depends on its own table alone.
    """
    if not scores:
        return []
    longest = max(len(table) for table in scores)
    padded = np.full((longest, len(scores), TAGS), NEVER, np.float32)
    padded[:, :, OUTSIDE] = 0
    for row, table in enumerate(scores):
        padded[: len(table), row] = table
    total = padded[0].copy()
    total[:, _INSIDES] = NEVER
    back = np.zeros((longest, len(scores), TAGS), np.int8)
    for place in range(1, longest):
        ways = total[:, :, None] + _ALLOWED
        back[place] = ways.argmax(1)
        total = ways.max(1) + padded[place]
    tags = np.zeros((longest, len(scores)), np.int64)
    tags[-1] = total.argmax(1)
    rows = np.arange(len(scores))
    for place in range(longest - 1, 0, -1):
        tags[place - 1] = back[place, rows, tags[place]]
    return [tags[: len(table), row] for row, table in enumerate(scores)]


def runs(path: Ints, role: int) -> list[tuple[int, int]]:
    """The words (first, after the last) of each span of a role."""
    found: list[tuple[int, int]] = []
    for place in np.flatnonzero((path == role) | (path == role + 1)).tolist():
        if found and found[-1][1] == place and path[place] == role + 1:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def log_chances(scores: Floats) -> Floats:
    """Scores as logarithms of chances."""
    top = scores.max(-1, keepdims=True)
    chances: Floats = scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True))
    return chances


def _allowed() -> Floats:
    """Costs [from, to] of one tag after another."""
    costs = np.zeros((TAGS, TAGS), np.float32)
    for begin in (CONTENT, SOURCE, CUE):
        costs[:, begin + 1] = NEVER
        costs[[begin, begin + 1], begin + 1] = 0
    return costs


_ALLOWED = _allowed()
