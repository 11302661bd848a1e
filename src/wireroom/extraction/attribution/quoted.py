"""Quotations as stretches of speech: where one starts, goes on and ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from wireroom.records.annotations import AnnotatedText, Quotation
from wireroom.records.spans import Span

_OPENING = "\"“«„‘'`"
_FARTHEST = 12  # how many quotations one speech may run on for
_MARK = re.compile(r"''|``|\n")
_OVER = 2  # characters of the next sentence that a parser may give to the one before: a mark


class Quotes:
    """The outermost quotations of one passage, in order; they do not overlap."""

    def __init__(self, annotated: AnnotatedText) -> None:
        self._text = annotated.text
        self._end = annotated.span.end
        self._quotations: list[Quotation] = []
        doubled = _doubled(annotated.text, annotated.span)
        found = (*annotated.quotations, *doubled)
        for quotation in sorted(found, key=lambda q: (q.start, -q.end)) if doubled else found:
            if quotation.depth == 0 and quotation.end - quotation.start > 2:
                if self._quotations and quotation.start < self._quotations[-1].end:
                    continue
                self._quotations.append(quotation)
        self._starts = [quotation.start for quotation in self._quotations]

    def __bool__(self) -> bool:
        return bool(self._quotations)

    def __len__(self) -> int:
        return len(self._quotations)

    def __getitem__(self, number: int) -> Quotation:
        return self._quotations[number]

    def at(self, position: int) -> int | None:
        """The number of the quotation that holds the character, its marks included."""
        number = bisect_right(self._starts, position) - 1
        if number >= 0 and position < self._quotations[number].end:
            return number
        return None

    def from_(self, position: int) -> int | None:
        """The number of the first quotation that starts at the character or later."""
        number = bisect_left(self._starts, position)
        return number if number < len(self._quotations) else None

    def overlapping(self, span: Span) -> range:
        """The numbers of the quotations that share a character with the span."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if first < len(self._quotations) and self._quotations[first].end <= span.start:
            first += 1
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def widened(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans, with every quotation that one of them begins or ends in taken in whole."""
        found = [*spans]
        for span in spans:
            found.extend(self._quotations[n].span for n in self.overlapping(span))
        return merged(found)

    def going_on(self, number: int, after: int) -> list[int]:
        """The quotations that go on with the speech of ``number``; its sentence ends at ``after``.

        They start a sentence right there, or the next paragraph after one that was left open, and
        are not handed to another speaker by a comma before their closing mark.
        """
        found: list[int] = []
        position = max(after, self._quotations[number].end)
        last = self._quotations[number]
        for following in range(number + 1, min(len(self._quotations), number + _FARTHEST)):
            quotation = self._quotations[following]
            if quotation.end <= position:
                continue  # a title in the sentence of the verb
            between = self._text[position : quotation.start]
            if quotation.start < position - _OVER or between.strip():
                break
            if ("\n" in between and last.closed) or self.is_handed_on(following):
                break
            found.append(following)
            last, position = quotation, quotation.end
        return found

    def coming_from(self, number: int) -> list[int]:
        """The quotations of the paragraphs before, left open, that this one goes on with without
        a mark of its own."""
        found: list[int] = []
        if self._text[self._quotations[number].start] in _OPENING:
            return found
        for before in range(number - 1, max(-1, number - _FARTHEST), -1):
            quotation, following = self._quotations[before], self._quotations[before + 1]
            between = self._text[quotation.end : following.start]
            if quotation.closed or between.strip() or "\n" not in between:
                break
            found.insert(0, before)
        return found

    def is_handed_on(self, number: int) -> bool:
        """Whether what follows the closing mark belongs to the quotation: ``…," he said``."""
        quotation = self._quotations[number]
        if not quotation.closed:
            return False
        inner = self._text[quotation.start : quotation.end].rstrip("\"”»“’'")
        rest = self._text[quotation.end : quotation.end + 3].lstrip(" \u00a0")
        return inner.endswith(",") or rest[:1].islower() or rest[:1] in (",", "—", "–", "-")


def _doubled(text: str, span: Span) -> list[Quotation]:
    """Quotations between doubled single marks, as some archives of newspapers write them."""
    found: list[Quotation] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, span.start, span.end):
        if mark.group() == "\n":
            if opened is not None and mark.start() - opened > 2:
                found.append(Quotation(opened, mark.start(), closed=False))
            opened = None
        elif opened is None:
            opened = mark.start()
        else:
            found.append(Quotation(opened, mark.end()))
            opened = None
    return found


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(span)
    return tuple(found)


def without(spans: Sequence[Span], holes: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The spans less the holes, each piece without white space and commas at the holes' edges."""
    pieces = list(spans)
    for hole in holes:
        cut: list[Span] = []
        for span in pieces:
            if not span.overlaps(hole):
                cut.append(span)
                continue
            cut.extend(_trimmed(Span(span.start, min(span.end, hole.start)), text))
            cut.extend(_trimmed(Span(max(span.start, hole.end), span.end), text))
        pieces = cut
    return merged(pieces)


def _trimmed(span: Span, text: str) -> list[Span]:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return [Span(start, end)] if start < end else []
