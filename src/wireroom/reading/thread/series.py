"""Lines over posts that belong together: one of each post."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wireroom.reading.thread.signs import Sign

_LARGEST_STEP = 6  # between the numbers of neighbours; posts may have been removed
_FEWEST = 2
_SHARE = 0.5  # of the longest series that a better kind of series has, at least

# The better a kind of line shows that it is a post's, the further up.
NUMBERED = ("number", "number name", "date number", "name number")
_ORDER = (
    *("by »", "name »", "by", "date by", "posted", "by ,", "by -", "by –", "by |", "by ·", "by •"),
    *(
        "name ,",
        "name ·",
        "name •",
        "name |",
        "name -",
        "name –",
        "name —",
        "name ،",
        "date",
        "name",
    ),
)


class Series(NamedTuple):
    """Indexes of lines, one of each post, in order; ``shape`` is what they have in common."""

    shape: str
    at: tuple[int, ...]


def find_series(signs: Sequence[Sign], fewest: int = _FEWEST) -> list[Series]:
    """The series of stamps, those first that are most surely of posts.

    Those with numbers are the longest that count up, or down, in steps that are not large.
    """
    groups: dict[str, list[int]] = {}
    for index, sign in enumerate(signs):
        if sign.stamp is not None:
            groups.setdefault(sign.stamp.shape, []).append(index)
    chains = [Series(shape, _chain(signs, groups[shape])) for shape in NUMBERED if shape in groups]
    chains.sort(key=lambda series: -len(series.at))
    others = [Series(shape, tuple(groups[shape])) for shape in _ORDER if shape in groups]
    longest = max((len(series.at) for series in (*chains, *others)), default=0)
    least = max(fewest, _SHARE * longest)
    found = [series for series in (*chains, *others) if len(series.at) >= least]
    return found or [series for series in others if len(series.at) >= fewest]


def _chain(signs: Sequence[Sign], at: Sequence[int]) -> tuple[int, ...]:
    numbers = [(index, number) for index, number in _numbers(signs, at)]
    up, down = _counting(numbers, 1), _counting(numbers, -1)
    return up if len(up) >= len(down) else down


def _numbers(signs: Sequence[Sign], at: Sequence[int]) -> Iterator[tuple[int, int]]:
    for index in at:
        stamp = signs[index].stamp
        if stamp is not None and stamp.number is not None:
            yield index, stamp.number


def _counting(numbers: Sequence[tuple[int, int]], sign: int) -> tuple[int, ...]:
    """The longest run of numbers that count up (``sign`` 1) or down (-1), as indexes of lines."""
    best: dict[int, tuple[int, int]] = {}  # a number: length of the run to it, place of its line
    before: list[int] = []
    last = (0, -1)
    steps = range(sign, sign * _LARGEST_STEP, sign)
    for place, (_, number) in enumerate(numbers):
        run = (0, -1)
        for step in steps:
            if (found := best.get(number - step)) is not None and found > run:
                run = found
        before.append(run[1])
        reached = (run[0] + 1, place)
        if reached[0] > best.get(number, (0, -1))[0]:
            best[number] = reached
        last = max(last, reached, key=lambda one: one[0])
    at = last[1]
    chain: list[int] = []
    while at >= 0:
        chain.append(numbers[at][0])
        at = before[at]
    return tuple(reversed(chain))
