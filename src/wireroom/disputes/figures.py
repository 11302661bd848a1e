"""Numbers as they are written, in figures or in words, and what they come to.

For texts that are held against each other word by word; what a number counts, and how surely,
is not its business. English and Russian numerals; figures in any of Unicode's digits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.wordlists import meanings, words
from wireroom.records.spans import Span

_GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3})+")
_HUNDRED, _THOUSAND = 100, 1000
_LONGEST = 15  # digits; longer ones are identifiers, no amounts


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is written at ``span``."""

    span: Span
    value: float


def find_figures(text: str, span: Span | None = None) -> tuple[Figure, ...]:
    """The numbers of ``text``, or of a stretch of it, in order.

    "three thousand", "3,000", "3 000" and "3 тыс." are each one number. "One" and its like are
    left out where they stand alone, because they are pronouns as often. A clock time and a
    figure of more than 15 digits are no numbers here.
    """
    found = []
    for run in _runs(text, split_words(text, span)):
        value = _value(run)
        if value is not None:
            found.append(Figure(Span(run[0].start, run[-1].end), value))
    return tuple(found)


@cache
def _numerals() -> dict[str, int]:
    return {word: int(value) for word, value in meanings("numerals").items()}


def _runs(text: str, found: Sequence[Word]) -> Iterator[list[Word]]:
    """Neighbours that are read as one number."""
    run: list[Word] = []
    for word in found:
        if not _counts(word):
            if run:
                yield run
            run = []
        elif run and _joins(text, run, word):
            run.append(word)
        else:
            if run:
                yield run
            run = [word]
    if run:
        yield run


def _counts(word: Word) -> bool:
    return word.key[0].isdigit() or word.key in _numerals()


def _joins(text: str, run: list[Word], word: Word) -> bool:
    last = run[-1]
    between = text[last.end : word.start]
    if between not in (" ", "-", "\u00a0", "\u202f"):
        return False
    first_is_figure, is_figure = last.key[0].isdigit(), word.key[0].isdigit()
    if is_figure:
        return first_is_figure and between != "-" and _is_group(last.key, word.key, run)
    scale = _numerals()[word.key] >= _HUNDRED
    if first_is_figure:
        return _numerals()[word.key] >= _THOUSAND
    return scale or _numerals()[word.key] < _numerals()[last.key]


def _is_group(last: str, key: str, run: list[Word]) -> bool:
    short = len(last) <= 3 if len(run) == 1 else len(last) == 3
    return short and last.isdigit() and key.isdigit() and len(key) == 3


def _value(run: list[Word]) -> float | None:
    keys = [word.key for word in run]
    if keys[0][0].isdigit():
        figures = [key for key in keys if key[0].isdigit()]
        value = _of_figures("".join(figures))
        for key in keys[len(figures) :]:
            value = None if value is None else value * _numerals()[key]
        return value
    if len(keys) == 1 and (keys[0] in words("pronouns") or _numerals()[keys[0]] >= _THOUSAND):
        return None
    return _of_words(keys)


def _of_figures(key: str) -> float | None:
    key = key.removesuffix("%")
    if ":" in key or len(key) > _LONGEST:
        return None
    if _GROUPED.fullmatch(key):
        return float(re.sub(r"[,.]", "", key))
    try:
        return float(key.replace(",", "."))
    except ValueError:  # letters or two points: a date or a version
        return None


def _of_words(keys: list[str]) -> float:
    total = part = 0
    for key in keys:
        number = _numerals()[key]
        if number >= _THOUSAND:
            total, part = total + max(part, 1) * number, 0
        elif number == _HUNDRED and 0 < part < _HUNDRED:
            part *= number
        else:
            part += number
    return float(total + part)
