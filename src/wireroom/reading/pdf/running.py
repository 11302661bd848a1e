"""Lines that stand at the head or foot of page after page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from wireroom.reading.pdf.leaves import PrintedLine, PrintedPage

_MARGIN = 0.14  # the share of the height of a page that head and foot have
_SAME_PLACE = 8.0  # points
_LEAST_PAGES = 3  # of more than two pages, on which a running line stands
_MOST_LINES = 4  # of a head or foot
_NUMBERED = 0.6  # the share of lines of numbers alone that count on with the pages
_EDGE_NUMBER = re.compile(r"^\d{1,4}(?:\s?/\s?\d{1,4})?\b|\b\d{1,4}(?:\s?/\s?\d{1,4})?$")
# "7", "- 7 -", "Page 7 of 12", "7/12", "стр. 7", "vii".
_ONLY_NUMBER = re.compile(
    r"\W*(?:[^\W\d_]{1,7}\.?\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|\||[^\W\d_]{2,5})\s*\d{1,4})?\W*",
    re.I,
)
_PAGE_NUMBER = "#"

_Place = tuple[str, int]


class Running(NamedTuple):
    """Pages without running lines, and each of these once, numbers of pages left out."""

    pages: tuple[PrintedPage, ...]
    lines: tuple[str, ...]
    has_numbers: bool


def part_running_lines(pages: Sequence[PrintedPage]) -> Running:
    """Take lines that repeat at the head or foot of pages out of the pages.

    A line counts as running where lines that differ from it only in a number at their beginning
    or end stand at the same height on both of two pages, or on at least three of more; numbers
    alone where they count on with the pages.
    """
    running = _running_places(pages)
    kept: list[PrintedPage] = []
    told: dict[str, str] = {}
    has_numbers = False
    for page in pages:
        out = {id(line) for line in _marginal(page) if _place(line) in running}
        for line in (line for line in page.lines if id(line) in out):
            shape = _shape(line.text)
            if shape != _PAGE_NUMBER:
                told.setdefault(shape, line.text)
            has_numbers = has_numbers or shape == _PAGE_NUMBER
        kept.append(replace(page, lines=tuple(x for x in page.lines if id(x) not in out)))
    return Running(tuple(kept), tuple(told.values()), has_numbers)


def _running_places(pages: Sequence[PrintedPage]) -> set[_Place]:
    seen = Counter(place for page in pages for place in {_place(x) for x in _marginal(page)})
    least = max(2, min(len(pages), _LEAST_PAGES))
    running = {place for place in seen if _count(place, seen) >= least}
    if not _are_counted(pages, running):
        running = {place for place in running if place[0] != _PAGE_NUMBER}
    return running


def _are_counted(pages: Sequence[PrintedPage], running: set[_Place]) -> bool:
    """Whether numbers that stand alone in the margin grow by one from page to page."""
    starts: defaultdict[int, int] = defaultdict(int)
    count = 0
    for page in pages:
        for line in _marginal(page):
            if _place(line) in running and _place(line)[0] == _PAGE_NUMBER:
                number = re.search(r"\d+", line.text)
                starts[int(number[0]) - page.number if number else 0] += 1
                count += 1
    return max(starts.values(), default=0) >= _NUMBERED * count


def _marginal(page: PrintedPage) -> list[PrintedLine]:
    margin = _MARGIN * page.height
    heads = sorted(page.lines, key=lambda line: -line.top)[:_MOST_LINES]
    feet = sorted(page.lines, key=lambda line: line.bottom)[:_MOST_LINES]
    above = [line for line in heads if line.bottom > page.height - margin]
    return above + [line for line in feet if line.top < margin and line not in above]


def _place(line: PrintedLine) -> _Place:
    return _shape(line.text), round(line.bottom / _SAME_PLACE)


def _count(place: _Place, seen: Counter[_Place]) -> int:
    """How many pages have such a line at that height, or next to it, as heights are rounded."""
    shape, height = place
    return seen[place] + max(seen[shape, height - 1], seen[shape, height + 1])


def _shape(text: str) -> str:
    """The line without the number of its page."""
    if _ONLY_NUMBER.fullmatch(text):
        return _PAGE_NUMBER
    return _EDGE_NUMBER.sub("", text.lower()).strip()
