"""A text as lines that know where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words in it, without the space around them.

    ``text`` is ``[start, end)`` of the whole text; ``blanks`` the number of blank lines before it,
    for the first line more than between any two.
    """

    text: str
    start: int
    end: int
    blanks: int


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    position, blanks = 0, len(text) + 1
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = position + raw.index(words)
            lines.append(Line(words, start, start + len(words), blanks))
            blanks = 0
        else:
            blanks += 1
        position += len(raw) + 1
    return lines


def joined(lines: Sequence[Line]) -> str:
    """The words of several lines, a space between them."""
    return " ".join(line.text for line in lines)
