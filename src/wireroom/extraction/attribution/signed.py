"""Quotations that are signed: “…” — Name, alone in a paragraph or one behind the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wireroom.records.spans import Span

_MARKS = '"“”«»„'
_SIGNATURE = re.compile(
    r"[\"”“»][ \u00a0]*([―—–]+)[ \u00a0]*"
    r"([^\W\d_a-zа-я][\w.’'\-]*(?:[ \u00a0][\w.’'\-]+){0,5})[ \u00a0]*(?=$|[\n\"“”«„])"
)
_SMALL = {"de", "da", "di", "del", "la", "le", "van", "von", "der", "den", "al", "el", "bin", "y"}


@dataclass(frozen=True, slots=True)
class Signed:
    """A quotation with its marks, the dash behind it, and the name behind that."""

    quotation: Span
    dash: Span
    name: Span


def find_signed(text: str, paragraph: Span) -> Iterator[Signed]:
    """The signed quotations of a paragraph, from its beginning on without anything between them.

    A name has capital letters but for its particles. The mark that opens a quotation may be one
    that closes: those who collect such voices often mix them up.
    """
    start = paragraph.start
    for found in _SIGNATURE.finditer(text, paragraph.start, paragraph.end):
        while start < paragraph.end and (text[start].isspace() or text[start] == "."):
            start += 1
        quotation = Span(start, found.start() + 1)
        name = Span(found.start(2), found.start(2) + len(found.group(2).rstrip(".")))
        if text[start] not in _MARKS or not _is_name(name.of(text)):
            return
        start = found.end()
        if quotation.end - quotation.start > 2:
            yield Signed(quotation, Span(*found.span(1)), name)


def _is_name(words: str) -> bool:
    return all(word[0].isupper() or word in _SMALL for word in words.split())
