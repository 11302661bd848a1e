"""Heads that a page has twice, for small screens and for large ones: the first is left out."""

from collections.abc import Iterator, Sequence

from wireroom.reading.thread.lines import Line
from wireroom.reading.thread.signs import Sign

_MOST_BETWEEN = 15  # lines between the two stamps of one post
_MOST_ABOVE = 3  # lines over the first that are the member's name
_SHARE = 0.4  # of all dated stamps, at least, are such firsts


def without_doubles(
    lines: Sequence[Line], signs: Sequence[Sign]
) -> tuple[Sequence[Line], Sequence[Sign]]:
    """The lines and signs without the first of two heads, where most posts have two: the same date
    under the same name, with no words between."""
    dated = [
        index
        for index, sign in enumerate(signs)
        if sign.stamp is not None and sign.stamp.moment is not None
    ]
    pairs = list(_pairs(lines, signs, dated))
    if len(pairs) < max(1, _SHARE * len(dated)):
        return lines, signs
    left = {index for first, _ in pairs for index in range(_top(lines, first), first + 1)}
    kept = [index for index in range(len(lines)) if index not in left]
    return [lines[index] for index in kept], [signs[index] for index in kept]


def _pairs(
    lines: Sequence[Line], signs: Sequence[Sign], dated: Sequence[int]
) -> Iterator[tuple[int, int]]:
    taken = -1
    for first, second in zip(dated, dated[1:], strict=False):
        if first > taken and _are_one(lines, signs, first, second):
            taken = second
            yield first, second


def _are_one(lines: Sequence[Line], signs: Sequence[Sign], first: int, second: int) -> bool:
    if second - first > _MOST_BETWEEN or not first or lines[first].text != lines[second].text:
        return False
    between = range(first + 1, second)
    if any(signs[index].kind in ("text", "said", "edited", "quoted") for index in between):
        return False
    return any(lines[index].text == lines[first - 1].text for index in between)


def _top(lines: Sequence[Line], stamp: int) -> int:
    """The first of the lines over a stamp that say the member's name."""
    top, name = stamp - 1, lines[stamp - 1].text
    while top > max(0, stamp - _MOST_ABOVE) and lines[top - 1].text == name:
        top -= 1
    return top
