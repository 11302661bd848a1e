"""Quotation marks: nested, unclosed, continued over paragraphs."""

from collections.abc import Sequence

from wireroom.language.paragraphs import split_paragraphs
from wireroom.records.annotations import Quotation
from wireroom.records.spans import Span

_CLOSER = {"“": "”", "«": "»", "„": "“”", "‘": "’", "‹": "›"}
_STRAIGHT = '"'
_FARTHEST = 6  # paragraphs that a quotation goes on over without being opened again


def find_quotations(text: str, span: Span) -> tuple[Quotation, ...]:
    """The stretches between quotation marks within ``span``, marks included, in order of start.

    A quotation ends at its closing mark or, unclosed, at the end of its paragraph; one that opens
    a paragraph and is closed some paragraphs later is one quotation in each. Single quotes
    count only where they open after a space and close before one, so that apostrophes do not.
    """
    paragraphs = split_paragraphs(text, span)
    found: list[Quotation] = []
    number = 0
    while number < len(paragraphs):
        here = _in_paragraph(text, paragraphs[number])
        found.extend(here)
        carried = _carried(text, paragraphs, number) if _is_left_open(here) else []
        if carried:
            found.extend(carried)
            number += _carried_over(paragraphs, number, carried)
        number += 1
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


def _is_left_open(quotations: list[Quotation]) -> bool:
    outermost = [quotation for quotation in quotations if quotation.depth == 0]
    return bool(outermost) and not outermost[-1].closed


def _carried(text: str, paragraphs: Sequence[Span], number: int) -> list[Quotation]:
    """What a quotation that opens a paragraph and is left open goes on with, if it is closed in
    one of the next paragraphs without being opened there again."""
    opening = text[paragraphs[number].start]
    if opening != _STRAIGHT and opening not in _CLOSER:
        return []
    found: list[Quotation] = []
    for paragraph in paragraphs[number + 1 : number + 1 + _FARTHEST]:
        at = _closing(text, paragraph, opening)
        if at is None:
            return []
        if at < paragraph.end:
            rest = Span(at + 1, paragraph.end)
            return [*found, Quotation(paragraph.start, at + 1), *_in_paragraph(text, rest)]
        found.append(Quotation(*paragraph, closed=False))
    return []


def _closing(text: str, paragraph: Span, opening: str) -> int | None:
    """Where a mark closes what was opened before the paragraph; its end where no mark is; None
    where the paragraph has quotations of its own."""
    words = paragraph.of(text)
    if opening == _STRAIGHT:
        if opening not in words:
            return paragraph.end
        at = words.index(opening)
        return paragraph.start + at if at and words.count(opening) % 2 else None
    closers = [at for closer in _CLOSER[opening] if (at := words.find(closer)) >= 0]
    again = words.find(opening)
    if not closers:
        return paragraph.end if again < 0 else None
    return paragraph.start + min(closers) if again < 0 or again > min(closers) else None


def _carried_over(paragraphs: Sequence[Span], number: int, carried: list[Quotation]) -> int:
    last = max(quotation.start for quotation in carried)
    return sum(1 for paragraph in paragraphs[number + 1 :] if paragraph.start <= last)


def _in_paragraph(text: str, span: Span) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: list[tuple[int, str]] = []  # start and closing marks of what is open
    for at in range(span.start, span.end):
        char = text[at]
        if open_at and char in open_at[-1][1] and _may_close(text, at, span):
            start, _ = open_at.pop()
            found.append(Quotation(start, at + 1, len(open_at)))
        elif char in _CLOSER and _may_open(text, at, span):
            open_at.append((at, _CLOSER[char]))
        elif char == _STRAIGHT and _may_open(text, at, span):
            open_at.append((at, _STRAIGHT))
        elif char == "'" and _single_opens(text, at, span):
            open_at.append((at, "'"))
    found.extend(_unclosed(open_at, span))
    return found


def _unclosed(open_at: list[tuple[int, str]], span: Span) -> list[Quotation]:
    # A lone single quote is an apostrophe more often than speech.
    return [
        Quotation(start, span.end, depth, closed=False)
        for depth, (start, closers) in enumerate(open_at)
        if closers not in ("'", "’") and span.end - start > 1
    ]


def _before(text: str, at: int, span: Span) -> str:
    return text[at - 1] if at > span.start else " "


def _after(text: str, at: int, span: Span) -> str:
    return text[at + 1] if at + 1 < span.end else " "


def _may_open(text: str, at: int, span: Span) -> bool:
    if text[at] in "‘":
        return not _before(text, at, span).isalnum()
    return True


def _may_close(text: str, at: int, span: Span) -> bool:
    if text[at] in "'’":
        return not _after(text, at, span).isalnum() and not _before(text, at, span).isspace()
    return True


def _single_opens(text: str, at: int, span: Span) -> bool:
    before, after = _before(text, at, span), _after(text, at, span)
    return (before.isspace() or before in "([—–-") and (after.isalnum() or after in "[(…")
