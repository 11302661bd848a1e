"""Lines around the stamps of posts: what repeats there, and how far it reaches."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from wireroom.reading.thread.lines import Line
from wireroom.reading.thread.signs import Kind, Sign

_AROUND = 30  # lines on either side of a stamp in which furniture repeats
_REACH = 40  # lines that the head of a post has, at most
_LONGEST_REPEATED = 60  # characters
_LONGEST_KEY = 25  # characters before a colon
_REPEATED = 0.6  # of the posts, at least, have what is furniture

_DIGITS = re.compile(r"\d+")
_LABEL: frozenset[Kind] = frozenset(("label", "key", "value"))
_ENDS_HEAD_ABOVE: frozenset[Kind] = frozenset(
    ("text", "said", "quoted", "edited", "likes", "begun")
)
_ENDS_HEAD_BELOW: frozenset[Kind] = frozenset(("text", "said", "quoted", "edited"))


@dataclass(frozen=True)
class Frame:
    """The lines of a page with the indexes of the stamps, one of each post, in order.

    ``ends`` are the last lines that each post surely has, where others than the stamps show them.
    """

    lines: Sequence[Line]
    signs: Sequence[Sign]
    at: tuple[int, ...]
    ends: tuple[int, ...] = ()

    @cached_property
    def repeated(self) -> frozenset[str]:
        """What stands near most stamps, as ``shape_of`` has it."""
        least = max(2, _REPEATED * len(self.at))
        above: Counter[str] = Counter()
        below: Counter[str] = Counter()
        for place, index in enumerate(self.at):
            first, last = self._between(place)
            above.update(set(self._shapes(max(first, index - _AROUND), index)))
            below.update(set(self._shapes(index + 1, min(last, index + 1 + _AROUND))))
        return frozenset(
            shape for counts in (above, below) for shape, count in counts.items() if count >= least
        )

    @cached_property
    def before(self) -> frozenset[str]:
        """The lines before the first stamp."""
        return frozenset(line.text for line in self.lines[: self.at[0]])

    def above(self, place: int) -> list[int]:
        """The lines that may belong to a head over its stamp, the nearest first."""
        first, index = self._between(place)[0], self.at[place]
        return self._walk(range(index - 1, max(first, index - _REACH) - 1, -1), _ENDS_HEAD_ABOVE)

    def below(self, place: int) -> list[int]:
        """The lines that may belong to a head under its stamp, the nearest first."""
        last, index = self._between(place)[1], self.at[place]
        return self._walk(range(index + 1, min(last, index + _REACH)), _ENDS_HEAD_BELOW)

    def is_label(self, index: int) -> bool:
        """Whether a line tells of a member: a known label, or one that repeats from post to post
        and has a colon."""
        kind = self.signs[index].kind
        is_like_one = kind == "short" and ":" in self.lines[index].text
        return kind in _LABEL or (is_like_one and self.is_repeated(index))

    def is_repeated(self, index: int) -> bool:
        return shape_of(self.lines[index].text) in self.repeated

    def _walk(self, reach: range, ends: frozenset[Kind]) -> list[int]:
        found: list[int] = []
        for index in reach:
            if self.signs[index].kind in ends and not self.is_repeated(index):
                break
            found.append(index)
        return found

    def _between(self, place: int) -> tuple[int, int]:
        """The lines between the neighbours of a stamp: ``[first, last)``."""
        ends = self.ends or self.at
        first = ends[place - 1] + 1 if place else 0
        last = self.at[place + 1] if place + 1 < len(self.at) else len(self.lines)
        return first, last

    def _shapes(self, start: int, end: int) -> list[str]:
        texts = (self.lines[index].text for index in range(start, end))
        return [shape_of(text) for text in texts if len(text) <= _LONGEST_REPEATED]


@lru_cache(maxsize=4096)
def shape_of(text: str) -> str:
    """What a label or a button has in common over posts: its words, without value and numbers."""
    colon = text.find(":", 1, _LONGEST_KEY)
    return _DIGITS.sub("0", text[: colon + 1] if colon > 0 else text).lower()
