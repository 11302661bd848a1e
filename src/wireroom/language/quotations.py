"""Quotation marks: nested, unclosed, continued over paragraphs."""

from collections.abc import Sequence

from wireroom.language.paragraphs import split_paragraphs
from wireroom.records.annotations import Quotation
from wireroom.records.spans import Span

_CLOSER = {"“": "”", "«": "»", "„": '“”"', "‘": "’", "‹": "›", "»": "«"}
_STRAIGHT = '"'
_MARKS = '"“”«»„'
_GOING_ON = "«»"  # what closes a paragraph that » opens
_INNER = "«„"  # marks of languages that do not open each paragraph again
_LONGEST_RUN = 8  # paragraphs
_BEFORE_CLOSING = tuple(",.!?…’')")


def find_quotations(text: str, span: Span) -> tuple[Quotation, ...]:
    """The stretches between quotation marks within ``span``, marks included, in order of start.

    »…« is told from «…» by the space at either side. A paragraph that opens with the closing mark
    of what was left open before, as in Spanish, goes on with it.

    A quotation ends at its closing mark or, unclosed, at the end of its paragraph; one that opens
    a paragraph and is closed in the next is one quotation in each. Single quotes
    count only where they open after a space and close before one, so that apostrophes do not.
    """
    paragraphs = split_paragraphs(text, span)
    found: list[Quotation] = []
    number = 0
    while number < len(paragraphs):
        here = _in_paragraph(text, paragraphs[number])
        found.extend(here)
        carried = _carried(text, paragraphs, number) if _is_left_open(here) else []
        found.extend(carried)
        while carried and number + 1 < len(paragraphs):
            if paragraphs[number + 1].start > carried[-1].start:
                break
            number += 1
        number += 1
    return tuple(sorted(found, key=lambda quotation: (quotation.start, -quotation.end)))


def _is_left_open(quotations: list[Quotation]) -> bool:
    outermost = [quotation for quotation in quotations if quotation.depth == 0]
    return bool(outermost) and not outermost[-1].closed


def _carried(text: str, paragraphs: Sequence[Span], number: int) -> list[Quotation]:
    """What a quotation that opens a paragraph and is left open goes on with, if the next one
    has a closing mark and no other."""
    opening = text[paragraphs[number].start]
    if number + 1 >= len(paragraphs) or (opening != _STRAIGHT and opening not in _CLOSER):
        return []
    between = _without_marks(text, paragraphs, number + 1) if opening in _INNER else []
    last = number + 1 + len(between)
    at = _closing(text, paragraphs[last], opening) if last < len(paragraphs) else None
    if at is None:
        return []
    start, rest = paragraphs[last].start, Span(at + 1, paragraphs[last].end)
    return [*between, Quotation(start, at + 1), *_in_paragraph(text, rest)]


def _without_marks(text: str, paragraphs: Sequence[Span], number: int) -> list[Quotation]:
    """The paragraphs from ``number`` on that have no mark: the middle of what some languages
    open once and close at its very end."""
    found: list[Quotation] = []
    for paragraph in paragraphs[number : number + _LONGEST_RUN]:
        if any(mark in paragraph.of(text) for mark in _MARKS):
            break
        found.append(Quotation(paragraph.start, paragraph.end, closed=False))
    return found


def _closing(text: str, paragraph: Span, opening: str) -> int | None:
    """Where the one mark of a paragraph closes what was opened before it."""
    words = paragraph.of(text)
    closers = _STRAIGHT if opening == _STRAIGHT else _CLOSER[opening]
    marks = [at for at, char in enumerate(words) if char in _MARKS]
    if len(marks) != 1 or words[marks[0]] not in closers:
        return None
    is_closed = opening in _INNER or words[: marks[0]].rstrip()[-1:] in _BEFORE_CLOSING
    return paragraph.start + marks[0] if is_closed else None


def _in_paragraph(text: str, span: Span) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: list[tuple[int, str]] = []  # start and closing marks of what is open
    for at in range(span.start, span.end):
        char = text[at]
        if open_at and char in open_at[-1][1] and _may_close(text, at, span):
            start, _ = open_at.pop()
            found.append(Quotation(start, at + 1, len(open_at)))
        elif char in _CLOSER and _may_open(text, at, span):
            open_at.append((at, _GOING_ON if char == "»" and at == span.start else _CLOSER[char]))
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
    if text[at] == "»":
        before, after = _before(text, at, span), _after(text, at, span)
        return (before.isspace() or before in "([—–-") and (after.isalnum() or after in "[(…¿¡")
    return True


def _may_close(text: str, at: int, span: Span) -> bool:
    if text[at] in "'’":
        return not _after(text, at, span).isalnum() and not _before(text, at, span).isspace()
    return True


def _single_opens(text: str, at: int, span: Span) -> bool:
    before, after = _before(text, at, span), _after(text, at, span)
    return (before.isspace() or before in "([—–-") and (after.isalnum() or after in "[(…")
