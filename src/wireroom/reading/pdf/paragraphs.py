"""Lines of a PDF as paragraphs."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wireroom.reading.pdf.leaves import PrintedLine, PrintedPage

# In sizes of the type. Tried on pages of Chromium, TeX, Word and LibreOffice; not tuned.
_SAME_SIZE = 0.12
_MOST_PITCH = 1.45  # from one line to the next of the same paragraph, where the page tells no more
_MORE_PITCH = 1.2  # times the usual distance of lines on the page
_INDENT = 0.8
_NEAR = 3.0  # how far apart lines of one column begin
_MOST_PLACES = 300  # where lines of a page begin, before its columns are no longer told apart
_SHORT = 18  # characters of a line that is too short to be one of several of a paragraph

_ITEM = re.compile(r"(?:[•▪●◦‣∙·*–—-]|\(?(?:\d{1,3}|[a-zа-я])[.)])\s")
_ENDED = re.compile(r"[.!?…:;]['\"”’»)\]]*$|[؟۔。]$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]+$", re.I)  # to a number, in a list of contents
_HYPHEN = ("-", "\u00ad", "‐")
_WORD_END = re.compile(r"([^\W\d_]+)[-\u00ad‐]$")


class Paragraph(NamedTuple):
    """Lines that are one paragraph, each with the number of its page."""

    lines: tuple[tuple[int, PrintedLine], ...]


def split_paragraphs(pages: Iterable[PrintedPage]) -> list[Paragraph]:
    """The paragraphs of all pages, in order. No line is lost, and none stands in two.

    A line goes on with the one before it where both are of one size, follow one another in one
    column, and the first word of the later would not have fitted behind the earlier. Where that
    is not sure, as in tables and addresses, each line is a paragraph.
    """
    done: list[Paragraph] = []
    current: list[tuple[int, PrintedLine]] = []
    right = 0.0  # where the column ends in which the last line stands
    for page in pages:
        edges = _edges(page.lines)
        pitch = _pitch(page.lines)
        for line, edge in zip(page.lines, edges, strict=True):
            if current and not _goes_on(current, page.number, line, (right, pitch)):
                done.append(Paragraph(tuple(current)))
                current = []
            current.append((page.number, line))
            right = edge
    return [*done, Paragraph(tuple(current))] if current else done


def _goes_on(
    current: Sequence[tuple[int, PrintedLine]],
    number: int,
    line: PrintedLine,
    of_page: tuple[float, float],
) -> bool:
    last_number, last = current[-1]
    right, pitch = of_page
    if abs(line.size - last.size) > _SAME_SIZE * last.size or _ITEM.match(line.text):
        return False
    if _LEADERS.search(last.text):
        return False
    is_ended = len(last.text) < _SHORT or _would_fit(last, line, right)
    if is_ended and not last.text.endswith(_HYPHEN):
        return False
    if number != last_number or line.bottom >= last.bottom:  # on the next page, in the next column
        return _is_in_mid_sentence(last, line)
    if last.bottom - line.bottom > pitch * last.size:
        return False
    return _is_under(current, line)


def _would_fit(last: PrintedLine, line: PrintedLine, right: float) -> bool:
    """Whether the first word of a line could have stood at the end of the one before."""
    word = line.text.split(" ", 1)[0]
    return last.end + (len(word) + 1) * line.width_of_letter < right


def _is_in_mid_sentence(last: PrintedLine, line: PrintedLine) -> bool:
    begins_small = line.text[:1].isalpha() and not line.text[:1].isupper()
    return begins_small and _ENDED.search(last.text) is None


def _is_under(current: Sequence[tuple[int, PrintedLine]], line: PrintedLine) -> bool:
    """Whether a line begins where those before it do; the first may be set in, or out."""
    last = current[-1][1]
    set_in = line.begin - last.begin
    if len(current) == 1:
        hangs = _ITEM.match(last.text) is not None and set_in > 0
        return -_NEAR * last.size < set_in < (_NEAR if hangs else _INDENT) * last.size
    return abs(set_in) < _INDENT * last.size


def _edges(lines: Sequence[PrintedLine]) -> list[float]:
    """For each line, where the longest line of its column ends."""
    ends: dict[tuple[float, float], float] = {}
    for line in lines:
        place = (round(line.begin), line.size)
        ends[place] = max(line.end, ends.get(place, line.end))
    if len(ends) > _MOST_PLACES:
        return [max(ends.values())] * len(lines)
    edges = {place: _edge(place, ends) for place in ends}
    return [edges[round(line.begin), line.size] for line in lines]


def _edge(place: tuple[float, float], ends: dict[tuple[float, float], float]) -> float:
    begin, size = place
    return max(
        end
        for (other, its_size), end in ends.items()
        if abs(other - begin) <= _NEAR * size and abs(its_size - size) <= _SAME_SIZE * size
    )


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """The most that lines of one paragraph are apart on this page, in sizes of the type."""
    steps = sorted(
        (one.bottom - two.bottom) / two.size
        for one, two in zip(lines, lines[1:], strict=False)
        if one.size == two.size and 0 < one.bottom - two.bottom < 3 * two.size
    )
    if not steps:
        return _MOST_PITCH
    return max(_MOST_PITCH, _MORE_PITCH * steps[len(steps) // 3])


def joined(paragraph: Paragraph, words: frozenset[str]) -> list[tuple[int, str]]:
    """The words of a paragraph, parted where a page ends: the number of the page and its words.

    A hyphen at the end of a line is taken out where the word is written without it elsewhere in
    the document (``words``), or where it stands between small letters, and the word has no other
    and is not made of two that stand elsewhere by themselves.
    """
    pieces: list[tuple[int, str]] = []
    for number, line in paragraph.lines:
        if pieces:
            pieces[-1] = (pieces[-1][0], _with_seam(pieces[-1][1], line.text, words))
        pieces.append((number, line.text))
    return pieces


def _with_seam(before: str, behind: str, words: frozenset[str]) -> str:
    """A line as it goes on with the next: without its hyphen, or with a space behind it."""
    if not before.endswith(_HYPHEN):
        return before + " "
    hyphened = before[:-1] + "-"
    found = _WORD_END.search(before)
    head = re.match(r"[\w-]+", behind)
    if found is None or head is None:
        return hyphened if behind[:1].isalnum() else hyphened + " "
    whole = (found[1] + head[0]).lower()
    if whole in words:
        return before[:-1]
    is_compound = "-" in head[0] or before[: found.start()].endswith("-")
    has_both = f"{found[1]}-{head[0]}".lower() in words or {found[1], head[0]} <= words
    is_small = found[1][-1].islower() and head[0][0].islower()
    return before[:-1] if is_small and not is_compound and not has_both else hyphened
