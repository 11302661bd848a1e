"""Words of a text with where they stand, made alike enough to be compared."""

import re
from functools import lru_cache
from typing import NamedTuple

from wireroom.records.spans import Span
from wireroom.text.folding import fold

# A number keeps its separators, so that 1.5 and 15 stay two things.
_WORD = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:['’ʼ.][^\W\d_]+)*\.?(?<!\.)|[^\W_]+")


class Word(NamedTuple):
    """One word; ``key`` is its folded form."""

    start: int
    end: int
    key: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@lru_cache(maxsize=64)  # every check of a headline asks for the words of the same text
def split_words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """The words and numbers of ``text``, or of the stretch ``span`` of it, in order.

    The key of a word is its folded form; that of a number is the number as it is written.
    """
    start, end = span or (0, len(text))
    return tuple(
        Word(found.start(), found.end(), _key(found.group()))
        for found in _WORD.finditer(text, start, end)
    )


def _key(word: str) -> str:
    return word if word[0].isdigit() else fold(word)
