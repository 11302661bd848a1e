"""A text cut wherever a highlight begins or ends, so that overlapping ones can be shown."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wireroom.records.spans import Span

# Characters that turn the direction of what follows them; each run of them is put in a segment of
# its own, so that it can be isolated and turns nothing.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which the same highlights hold; ``marks`` are their indexes, ascending.

    ``turning`` is True where it is made of characters that control the direction of text.
    """

    start: int
    end: int
    marks: tuple[int, ...]
    turning: bool = False


def split_segments(
    text: str, marks: Sequence[Span], cuts: Iterable[int] = ()
) -> tuple[Segment, ...]:
    """The segments of ``text``, in order and without gaps: put together they are the text.

    ``marks`` may overlap in any way; what lies outside the text is left out. ``cuts`` are further
    places to cut at.
    """
    turning = [Span(*found.span()) for found in _TURNING.finditer(text)]
    begins, ends, bounds = _boundaries(len(text), marks)
    bounds.update(cut for cut in cuts if 0 <= cut <= len(text))
    for span in turning:
        bounds.update(span)
    turns = {span.start for span in turning}
    active: set[int] = set()
    segments: list[Segment] = []
    places = sorted(bounds)
    for start, end in zip(places, places[1:], strict=False):
        active.difference_update(ends.get(start, ()))
        active.update(begins.get(start, ()))
        segments.append(Segment(start, end, tuple(sorted(active)), start in turns))
    return tuple(segments)


def _boundaries(
    length: int, marks: Sequence[Span]
) -> tuple[dict[int, list[int]], dict[int, list[int]], set[int]]:
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    bounds = {0, length}
    for index, (start, end) in enumerate(marks):
        first, last = max(0, start), min(length, end)
        if first < last:
            begins.setdefault(first, []).append(index)
            ends.setdefault(last, []).append(index)
            bounds.update((first, last))
    return begins, ends, bounds
