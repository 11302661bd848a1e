"""Text to word pieces and windows, the same for training the model and for running it.

A text is cut into paragraphs (at line breaks), each into word pieces, with a separator after every
paragraph. Windows hold whole paragraphs where they fit, and never depend on what else is read in
the same run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

CLS, SEP, PAD = 101, 102, 0
# Features of a piece: case (lower, Capital, CAPITALS) times outside or inside quotation marks, and
# one for separators.
FEATURES = 7
SPECIAL = 6

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_ENDS = frozenset(".!?")
_NOWHERE = -1  # where a separator begins and ends


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The word pieces of a text, by index; offsets count in the text, separators stand nowhere.

    ``firsts`` are the pieces that open a word; ``breaks`` the indexes after the separators.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints
    firsts: NDArray[np.bool_]
    breaks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces from ``lo`` to ``hi``."""

    lo: int
    hi: int


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of the file, without its own padding and truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def read_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """The pieces of the text."""
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    features: list[int] = []
    firsts: list[bool] = []
    breaks: list[int] = []
    for found in _PARAGRAPH.finditer(text):
        base, paragraph = found.start(), found.group()
        encoded = tokenizer.encode(paragraph, add_special_tokens=False)
        if not encoded.ids:
            continue
        words = encoded.word_ids
        ids += [*encoded.ids, SEP]
        starts += [*(base + start for start, _ in encoded.offsets), _NOWHERE]
        ends += [*(base + end for _, end in encoded.offsets), _NOWHERE]
        features += [*_features(paragraph, encoded.offsets), SPECIAL]
        firsts += [
            *(word != last for word, last in zip(words, [None, *words], strict=False)),
            False,
        ]
        breaks.append(len(ids))
    return Pieces(
        np.array(ids, np.int64),
        np.array(starts, np.int64),
        np.array(ends, np.int64),
        np.array(features, np.int64),
        np.array(firsts, bool),
        tuple(breaks),
    )


def windows(pieces: Pieces, text: str, size: int, first: int = 0) -> Iterator[Window]:
    """The windows of the text, of at most ``size`` pieces each: whole paragraphs where they fit.

    ``first`` is the size of the first, where that is to be another.
    """
    room = first or size
    start = end = 0
    for stop in pieces.breaks:
        if stop - start > room and end > start:
            yield Window(start, end)
            start, room = end, size
        while stop - start > room:
            end = _cut(pieces, text, start, start + room)
            yield Window(start, end)
            start, room = end, size
        end = stop
    if end > start:
        yield Window(start, end)


def _features(paragraph: str, offsets: list[tuple[int, int]]) -> Iterator[int]:
    inside = _quoted(paragraph)
    return (2 * _case(paragraph[start:end]) + inside[start] for start, end in offsets)


def _quoted(paragraph: str) -> list[int]:
    """For every character, 1 inside quotation marks, the marks too. Forgotten at the paragraph's
    end, since a quotation that runs on opens again."""
    inside, state = [0] * (len(paragraph) + 1), 0
    for place, mark in enumerate(paragraph):
        if mark in "“«„":
            state = 1
        inside[place] = state
        if mark in "”»":
            state = 0
        elif mark == '"':
            inside[place], state = 1, 1 - state
    return inside


def _case(word: str) -> int:
    """0 lower, 1 first letter capital, 2 all capitals."""
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 0


def _cut(pieces: Pieces, text: str, start: int, limit: int) -> int:
    """Where a paragraph too long for one window is cut: after the last sentence in the second
    half, else at a word, else anywhere."""
    half = start + (limit - start) // 2
    for place in range(limit, half, -1):
        last = pieces.ends[place - 1]
        if last > 0 and text[last - 1] in _SENTENCE_ENDS and pieces.firsts[place]:
            return place
    return next((place for place in range(limit, half, -1) if pieces.firsts[place]), limit)
