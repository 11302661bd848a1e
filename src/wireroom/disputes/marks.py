"""Words, numbers and signs of a text, for who compares it to the last sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wireroom.records.spans import Span

_MARK = re.compile(
    r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ\u00ad\u200b-\u200d\u2060]+[^\W\d_]+)*|\w|[^\w\s]"
)

# What printers choose between without meaning anything by it.
_ALIKE = str.maketrans(
    {**dict.fromkeys("’‘ʼ`´", "'"), **dict.fromkeys("“”„«»‹›", '"'), **dict.fromkeys("–—‐‑−", "-")}
)
# Signs that no reader sees: soft hyphens, marks of direction, joiners.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """One word, number or sign. ``text`` is alike for signs that mean the same.

    ``key`` is the same in lower case, without apostrophes.
    """

    start: int
    end: int
    text: str
    key: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()


def split_marks(text: str, span: Span) -> Iterator[Mark]:
    """The marks of a stretch in order; three full stops are three marks."""
    for found in _MARK.finditer(text, span.start, span.end):
        written = _UNSEEN.sub("", found.group()).translate(_ALIKE).replace("…", "...")
        if written:
            key = written.casefold().replace("ё", "е")
            yield Mark(found.start(), found.end(), written, key.replace("'", "") or key)
