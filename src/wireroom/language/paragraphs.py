"""Where paragraphs begin and end."""

import re

from wireroom.records.spans import Span

# A parser's memory grows with what it is given at once; no sentence of a person is this long.
LONGEST = 20_000

_BLANK = re.compile(r"\n[^\S\n]*\n")
# Lines of a text that a program wrapped: in old wires 60 to 75 characters, in mail up to 80.
_WRAPPED = range(45, 101)
_EVEN = 25  # how much the lines of one wrapped paragraph differ in length, in characters


def split_paragraphs(text: str, span: Span) -> tuple[Span, ...]:
    """The paragraphs within ``span``, without the space around them.

    A line is a paragraph, unless a program wrapped the text: then blank lines part paragraphs.
    A paragraph longer than LONGEST characters is cut at the last space before that.
    """
    paragraphs: list[Span] = []
    for block in _between(_BLANK, text, span):
        lines = _lines(text, block)
        paragraphs.extend([block] if _is_wrapped(lines) else lines)
    return tuple(
        stripped
        for paragraph in paragraphs
        for piece in _cut(text, paragraph)
        if (stripped := piece.stripped(text)).start < stripped.end
    )


def _between(pattern: re.Pattern[str], text: str, span: Span) -> list[Span]:
    pieces, start = [], span.start
    for found in pattern.finditer(text, span.start, span.end):
        pieces.append(Span(start, found.start()))
        start = found.end()
    return [*pieces, Span(start, span.end)]


def _lines(text: str, block: Span) -> list[Span]:
    return [line for line in _between(re.compile(r"\n"), text, block) if line.start < line.end]


def _is_wrapped(lines: list[Span]) -> bool:
    lengths = [line.end - line.start for line in lines[:-1]]
    return (
        len(lines) > 1
        and all(length in _WRAPPED for length in lengths)
        and max(lengths) - min(lengths) <= _EVEN
        and lines[-1].end - lines[-1].start <= max(lengths) + _EVEN
    )


def _cut(text: str, span: Span) -> list[Span]:
    pieces, start = [], span.start
    while span.end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        end = space if space > start else start + LONGEST
        pieces.append(Span(start, end))
        start = end
    return [*pieces, Span(start, span.end)]
