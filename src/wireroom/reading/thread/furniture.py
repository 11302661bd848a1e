"""Lines that a board prints around what its members write."""

import re
from functools import cache, lru_cache
from typing import Literal

from wireroom.reading.words import words

Furniture = Literal["line", "label", "edited", "quoted", "number"]

_LONGEST = 80  # characters; longer lines are somebody's words
_NUMBER = re.compile(r"#\s?\d{1,7}")
_MARKS = re.compile(r"[^\w\s]+")


@lru_cache(maxsize=4096)  # most of a thread's short lines come again
def find_furniture(text: str) -> Furniture | None:
    """What kind of furniture a line is; None where it is somebody's words.

    ``line`` is a button or a link, ``label`` a word about the member with its value ("Joined:
    3 May 2011"), ``edited`` the mark of an edited post, ``quoted`` the end of a quotation,
    ``number`` the number of a post.
    """
    if len(text) > _LONGEST:
        return None
    if _NUMBER.fullmatch(text):
        return "number"
    plain = " ".join(_MARKS.sub(" ", text.lower()).split())
    if plain in words("furniture", "line"):
        return "line"
    if plain in _plain("quoted"):
        return "quoted"
    if _opening("edited").match(text):
        return "edited"
    return "label" if _is_label(text) else None


def _is_label(text: str) -> bool:
    """A word of a member's card, then a colon and a value, or a number."""
    found = _opening("label").match(text)
    if not found:
        return False
    rest = text[found.end() :]
    return bool(re.match(r"\s*:\s*\S{1,30}(?:\s\S{1,20}){0,3}$|\s*:?\s*\d[\d.,\s]*$", rest))


@cache
def _plain(kind: str) -> frozenset[str]:
    return frozenset(" ".join(_MARKS.sub(" ", word).split()) for word in words("furniture", kind))


@cache
def _opening(kind: str) -> re.Pattern[str]:
    phrases = sorted(words("furniture", kind), key=lambda phrase: (-len(phrase), phrase))
    end = r"(?=\s*:|\s*$|\s+\S+\s+\d|\s+\d)" if kind == "edited" else r"\b"
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))}){end}", re.I)
