"""What each line of a pasted page may be, as far as the line itself and the one before tell."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.lines import Line
from wireroom.reading.thread.quoting import find_quoted
from wireroom.reading.thread.stamps import Stamp, find_stamp_line
from wireroom.reading.words import words

Kind = Literal[
    "stamp",
    "label",
    "key",
    "value",
    "button",
    "status",
    "line",
    "edited",
    "quoted",
    "likes",
    "begun",
    "said",
    "subject",
    "mark",
    "short",
    "text",
]

_LONGEST_SHORT = 45  # characters
_MOST_SHORT_WORDS = 6
_LONGEST_VALUE = 60
_LONGEST_TITLE = 200
_COLON = 24  # characters within which the colon stands that a title follows
_FEWEST_SUBJECT_WORDS = 2
_ENDS_SENTENCE = re.compile(r"[.?!:;,…]$")
_ADDRESS = re.compile(r"https?://|www\.")


class Sign(NamedTuple):
    """What a line may be. ``stamp`` tells of a post, ``label`` of a member (``key`` and ``value``
    are the two halves of one on two lines), ``button`` and what follows it are furniture as in
    ``furniture``, ``said`` opens a quotation, ``subject`` is the thread's title over a post,
    ``mark`` has no word, ``short`` could be a name or a rank, and ``text`` is somebody's words."""

    kind: Kind
    stamp: Stamp | None = None


def read_signs(lines: Sequence[Line], day_first: bool | None) -> list[Sign]:
    """A Sign for each line. ``day_first`` is the order of the page's slashed dates."""
    titles = frozenset(_titles_again(lines, day_first))
    signs: list[Sign] = []
    for line in lines:
        sign = _sign(line.text, find_stamp_line(line.text, day_first), titles)
        if signs and signs[-1].kind == "key" and _is_value(line, sign):
            sign = Sign("value")
        signs.append(sign)
    return signs


def _sign(text: str, stamp: Stamp | None, titles: frozenset[str]) -> Sign:
    is_loose = stamp is None or stamp.shape.startswith("name")
    if is_loose and _without_again(text) in titles:
        return Sign("subject")
    if stamp is not None:
        return Sign("stamp", stamp)
    if find_quoted(text) is not None:
        return Sign("said")
    kind = find_furniture(text)
    if kind is not None and kind != "number":
        return Sign(kind)
    if _is_mark(text):
        return Sign("mark")
    return Sign("short" if _is_short(text) else "text")


def _is_value(line: Line, sign: Sign) -> bool:
    if len(line.text) > _LONGEST_VALUE or line.blanks > 1:
        return False
    if sign.stamp is not None:
        return sign.stamp.shape in ("date", "name ,", "name")
    return sign.kind in ("short", "text", "mark", "button", "status")


def _is_mark(text: str) -> bool:
    """Whether a line has no word: a count, stars, the letter that stands for a picture."""
    letters = sum(map(str.isalpha, text))
    return letters <= 1 and len(text) <= _LONGEST_SHORT


def _is_short(text: str) -> bool:
    return (
        len(text) <= _LONGEST_SHORT
        and len(text.split()) <= _MOST_SHORT_WORDS
        and not _ENDS_SENTENCE.search(text)
        and not _ADDRESS.search(text)
    )


def _titles_again(lines: Sequence[Line], day_first: bool | None) -> Iterator[str]:
    """The titles that stand over posts with "Re:" before them."""
    for line in lines:
        if ":" not in line.text[:_COLON] or len(line.text) > _LONGEST_TITLE:
            continue
        title = _without_again(line.text)
        if title == line.text or len(title.split()) < _FEWEST_SUBJECT_WORDS:
            continue
        if find_stamp_line(line.text, day_first) is None:
            yield title


def _without_again(text: str) -> str:
    found = _again().match(text)
    return text[found.end() :] if found else text


@cache
def _again() -> re.Pattern[str]:
    known = words("openings", "again") | words("openings", "subject")
    phrases = sorted(known, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, phrases))})\s?:\s*)+", re.I)
