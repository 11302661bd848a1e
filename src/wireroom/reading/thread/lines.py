"""A text as lines that know where they stand, and posts as such lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words in it, without the space around them. What a browser parts by tabs, the
    cells of a table, are lines too.

    ``text`` is ``[start, end)`` of the whole text; ``blanks`` the number of blank lines before it,
    for the first line more than between any two.
    """

    text: str
    start: int
    end: int
    blanks: int


@dataclass(frozen=True, slots=True)
class PostLines:
    """The lines of one post: its head (name, card, stamp), its words, its signature, its foot.

    ``note`` says why ``published`` is None though a date is printed, or what it is worked out from.
    """

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    ranks: tuple[str, ...] = ()
    author: str | None = None
    published: str | None = None
    note: str | None = None
    label: str | None = None
    is_edited: bool = False
    edited_at: str | None = None


@dataclass(frozen=True, slots=True)
class ThreadLines:
    """The posts of a thread, its title, and in words where each was found."""

    posts: tuple[PostLines, ...]
    title: str | None
    title_from: str | None
    found_by: str


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    position, blanks = 0, len(text) + 1
    for raw in text.split("\n"):
        found = False
        for start, cell in _cells(raw):
            lines.append(Line(cell, position + start, position + start + len(cell), blanks))
            found, blanks = True, 0
        blanks += not found
        position += len(raw) + 1
    return lines


def _cells(raw: str) -> Iterator[tuple[int, str]]:
    position = 0
    for cell in raw.split("\t"):
        words = cell.strip()
        if words:
            yield position + cell.index(words), words
        position += len(cell) + 1


def joined(lines: Sequence[Line]) -> str:
    """The words of several lines, a space between them."""
    return " ".join(line.text for line in lines)
