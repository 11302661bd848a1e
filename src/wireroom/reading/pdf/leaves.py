"""What a PDF says, as PDFium gives it: pages, lines, and what it tells of itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wireroom.reading.pdf.direction import is_right_to_left, logical_order

_NUMBER_BEHIND_ITS_STOP = re.compile(r"^([.!،؛:]+)([\d:./]*\d)$")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on a page: its words and where it stands, in points from the lower left corner.

    For a line that is read from right to left, ``begin`` and ``end`` are measured from the right,
    so that they grow in the direction of reading as in any other.
    """

    text: str
    begin: float
    bottom: float
    end: float
    top: float
    size: float

    @property
    def width_of_letter(self) -> float:
        """How wide a letter of it is, on average."""
        return (self.end - self.begin) / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: its number from 1, its height in points, its lines in the order of the file."""

    number: int
    height: float
    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole PDF: pages that were read, how many it has, and its own properties."""

    pages: tuple[PrintedPage, ...]
    count: int
    properties: Mapping[str, str]


def page_from_plain(plain: Mapping[str, Any]) -> PrintedPage:
    """The page that the child wrote ``plain`` for."""
    lines: list[PrintedLine] = []
    for each in plain["lines"]:
        line = _line(each, bool(lines) and is_right_to_left(lines[-1].text))
        lines += [line] if line.text else []
    return PrintedPage(plain["page"], plain.get("height", 0.0), tuple(lines))


def _line(plain: Mapping[str, Any], is_behind_right_to_left: bool) -> PrintedLine:
    left, bottom, right, top = plain["box"]
    text, size = plain["text"], plain["size"]
    if "places" in plain:
        text = logical_order(text, plain["places"], size)
    elif is_behind_right_to_left:
        text = _NUMBER_BEHIND_ITS_STOP.sub(r"\2\1", text)
    if is_right_to_left(text) or (is_behind_right_to_left and not _has_letters(text)):
        left, right = -right, -left
    return PrintedLine(" ".join(text.split()), left, bottom, right, top, size)


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)
