"""Lines in which words are read from right to left, put in the order in which they are read.

A PDF stores what is drawn where, some programs in the order of reading, others as it is seen from
left to right, and PDFium mixes the two. Where each character stands decides.
"""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

# Gaps that part words, of the size of the type: where the file has a space, and where it has none.
_GAP_AT_SPACE = 0.05
_GAP_WITHOUT = 0.22
_STOPS = ".،؛؟!:,"
_OPENING, _CLOSING = "([{«", ")]}»"
_OTHER_HALF = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))


class _Glyph(NamedTuple):
    char: str
    left: float
    right: float
    word: int  # which word of the file it belongs to


def is_right_to_left(text: str) -> bool:
    """Whether more letters of a text are read from right to left than from left to right."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def logical_order(text: str, places: Sequence[Sequence[float]], size: float) -> str:
    """The characters of a line in the order of reading.

    ``places`` has left and right of each character of ``text``, ``size`` is that of the type.
    Forms that letters have inside a word are given as the letters.
    """
    words = accumulate(char.isspace() for char in text)
    glyphs = [
        _Glyph(char, place[0], place[1], word)
        for char, place, word in zip(text, places, words, strict=True)
        if not char.isspace()
    ]
    seen = _with_spaces(sorted(glyphs, key=lambda glyph: glyph.left + glyph.right), size)
    ordered = _read_from_right(seen) if is_right_to_left(text) else _read_from_left(seen)
    return "".join(map(_letters, ordered))


def _with_spaces(glyphs: Sequence[_Glyph], size: float) -> list[str]:
    """The characters as they are seen from left to right."""
    seen: list[str] = []
    before: _Glyph | None = None
    for glyph in glyphs:
        if before is not None:
            gap = _GAP_WITHOUT if glyph.word == before.word else _GAP_AT_SPACE
            seen += [" "] if glyph.left - before.right > gap * size else []
        seen.append(glyph.char)
        before = glyph
    return seen


def _read_from_right(seen: Sequence[str]) -> list[str]:
    """A line of Arabic or the like: from right to left, but words of Latin and numbers."""
    ordered: list[str] = []
    at = len(seen)
    while at > 0:
        begin = _run(seen, at, ("L", "EN"))
        ordered += seen[begin:at] if begin < at else [seen[at - 1]]
        at = begin if begin < at else at - 1
    while len(ordered) > 1 and ordered[0] in _STOPS:  # of a line that was laid out as Latin
        ordered.append(ordered.pop(0))
    return _with_brackets(ordered)


def _read_from_left(seen: Sequence[str]) -> list[str]:
    """A line of Latin or the like: from left to right, but words of Arabic."""
    mirrored = list(reversed(seen))
    ordered: list[str] = []
    at = len(mirrored)
    while at > 0:
        begin = _run(mirrored, at, ("R", "AL"))
        ordered += mirrored[begin:at] if begin < at else [mirrored[at - 1]]
        at = begin if begin < at else at - 1
    return ordered


def _run(seen: Sequence[str], end: int, kinds: tuple[str, ...]) -> int:
    """Where the run that ends at ``end`` begins, of characters of these kinds and what stands
    between them; ``end`` where there is none."""
    begin = at = end
    while at > 0:
        kind = unicodedata.bidirectional(seen[at - 1])
        if kind in kinds:
            begin = at - 1
        elif begin == end or not _joins(seen, at - 1, begin, kind):
            break
        at -= 1
    return begin


def _joins(seen: Sequence[str], at: int, begin: int, kind: str) -> bool:
    """Whether what stands at ``at`` can belong to the run that so far begins at ``begin``."""
    if kind in ("R", "AL", "NSM", "AN"):
        return False
    if unicodedata.bidirectional(seen[begin]) == "EN":
        return begin - at == 1 and kind in ("ES", "CS", "ET")  # 23:15, 1.200, 50%
    return True


def _with_brackets(ordered: list[str]) -> list[str]:
    """With brackets that open before a word and close behind one: files have them either way."""
    turned: list[str] = []
    for char in ordered:
        if char == " " and turned and turned[-1] in _OPENING:
            continue
        if char in _OTHER_HALF:
            opens = not turned or turned[-1] == " " or turned[-1] in _OPENING
            char = char if (char in _OPENING) == opens else _OTHER_HALF[char]
        turned.append(char)
    return turned


def _letters(char: str) -> str:
    """The letters of a form that a letter has inside a word, or of two that are drawn as one."""
    if "\ufb1d" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        return unicodedata.normalize("NFKC", char)
    return char
