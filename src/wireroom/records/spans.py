"""A stretch of a text."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in code points of one Version's text."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def moved(self, offset: int) -> "Span":
        """The same stretch in a text in which this one begins at ``offset``."""
        return Span(self.start + offset, self.end + offset)

    def of(self, text: str) -> str:
        """The characters that the span stands for."""
        return text[self.start : self.end]

    def stripped(self, text: str) -> "Span":
        """Without the white space at its ends; empty where there is nothing else."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))


def hull(spans: Iterable[Span]) -> Span | None:
    """The shortest span that covers all of ``spans``, or None when there are none."""
    known = list(spans)
    if not known:
        return None
    return Span(min(span.start for span in known), max(span.end for span in known))
