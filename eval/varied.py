"""Made documents with their analyses, as many as are wanted, for timing what grows with a story.

Each story is the same analysed articles in other words: names and most other words become words
of the same length that nobody uses, days move by years, places to other meridians. Offsets stay as
they are, so nothing is analysed anew. Common words and a third of the others stay, as languages do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from typing import Any

from wireroom.linking.vectors import term_of
from wireroom.records.analyses import AnalysedDocument

SHORTEST = 4  # letters of a word that is changed
KEPT = 3  # one word in so many stays as it is, others in each story
YEARS = 10  # over which the stories lie
MERIDIANS = 9.7  # degrees from one story's places to the next one's
GEONAMES = 100_000_000  # from one story's places to the next one's

_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_IN_WORDS = frozenset({"name", "speaker", "text", "title", "author", "actor", "admin1", "admin2"})
_IN_DAYS = frozenset({"date", "published", "value"})
_SAME = frozenset({"outlet", "language", "kind", "type", "mode", "role", "unit", "certainty"})


def varied(analysed: Sequence[AnalysedDocument], count: int) -> Iterator[AnalysedDocument]:
    """``count`` documents: the given ones, then again and again in other words."""
    kept = frozenset(
        word.casefold() for each in analysed for word in _WORD.findall(each.document.outlet or "")
    )
    for number in range(count):
        story, place = divmod(number, len(analysed))
        yield Story(story, kept).of(analysed[place]) if story else analysed[place]


class Story:
    """One way to put the articles into other words; the same number gives the same words."""

    def __init__(self, number: int, kept: frozenset[str]) -> None:
        self.number = number
        self.kept = kept
        self.later = timedelta(days=_draw(f"days {number}") % (YEARS * 365))

    def of(self, value: Any, name: str = "") -> Any:
        """The record, text or number in this story."""
        if isinstance(value, str):
            return self._string(value, name)
        if isinstance(value, tuple) and hasattr(value, "_fields") or name in _SAME:
            return value
        if isinstance(value, tuple):
            return tuple(self.of(each, name) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            return type(value)(
                **{f.name: self.of(getattr(value, f.name), f.name) for f in fields(value)}
            )
        if name == "longitude":
            return (value + self.number * MERIDIANS + 180) % 360 - 180
        return value + self.number * GEONAMES if name == "geonameid" and value else value

    def _string(self, value: str, name: str) -> str:
        if name in ("id", "document"):
            return f"{value}-{self.number}"
        if name in _IN_WORDS:
            return _WORD.sub(
                lambda match: _in_other_letters(match.group(), self.number, self.kept), value
            )
        return _DAY.sub(self._day, value) if name in _IN_DAYS else value

    def _day(self, match: re.Match[str]) -> str:
        try:
            return (date.fromisoformat(match.group()) + self.later).isoformat()
        except ValueError:
            return match.group()


def _draw(what: str) -> int:
    return int.from_bytes(
        blake2b(what.encode("utf-8", "backslashreplace"), digest_size=8).digest(), "little"
    )


@cache
def _in_other_letters(word: str, number: int, kept: frozenset[str]) -> str:
    plain = word.casefold()
    stays = len(plain) < SHORTEST or len(plain) != len(word) or plain in kept or not term_of(plain)
    if stays or _draw(f"kept {number} {plain}") % KEPT == 0:
        return word
    drawn = _draw(f"{number} {plain}")
    letters = sorted(plain[:-2], key=lambda letter: _draw(f"{drawn} {letter}"))
    moved = "".join(
        chr((ord(a) - 97 + drawn % 25 + 1) % 26 + 97) if a.isascii() else a for a in letters
    )
    new = moved + plain[-2:]
    return "".join(b.upper() if a.isupper() else b for a, b in zip(word, new, strict=True))
