"""A text as words that can be compared, and as runs of words (shingles) that can be counted.

Words are compared without case, accents and apostrophes, so that a copy set in another house's
typography is still a copy. Not for scripts without spaces, but that each Han, Kana and Hangul
sign is a word of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from wireroom.text.folding import fold

Codes = NDArray[np.uint64]
Offsets = NDArray[np.int32]

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+(?:['’ʼ][^\W_]+)*")
# An odd number, so that multiplying by it loses nothing modulo 2**64 (Fibonacci hashing).
_STEP = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text in order: where each starts and ends, and a code that is its own.

    Two words have one code when they are the same but for case, accents and apostrophes. The
    codes are the same on every machine and in every run.
    """

    starts: Offsets
    ends: Offsets
    codes: Codes

    def __len__(self) -> int:
        return len(self.codes)


@lru_cache(maxsize=200_000)
def code_of(word: str) -> int:
    """The code of one word: 64 bits of its BLAKE2 digest, in its folded form."""
    plain = fold(word).encode("utf-8", "backslashreplace")
    return int.from_bytes(blake2b(plain, digest_size=8).digest(), "little")


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of ``text[start:end]``; offsets count in ``text``."""
    found = list(_WORD.finditer(text, start, len(text) if end is None else end))
    return Words(
        starts=np.fromiter((match.start() for match in found), np.int32, len(found)),
        ends=np.fromiter((match.end() for match in found), np.int32, len(found)),
        codes=np.fromiter((code_of(match.group()) for match in found), np.uint64, len(found)),
    )


def shingles(codes: Codes, size: int) -> Codes:
    """A code for each run of ``size`` words, in order; empty when there are fewer words."""
    count = len(codes) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    run = np.zeros(count, np.uint64)
    for offset in range(size):
        run = (run * _STEP) ^ (codes[offset : offset + count] + np.uint64(offset))
    return run


def places_in(known: Codes, codes: Codes) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Where each code stands among those known, which are in order, and whether it does."""
    if not len(known):
        return np.zeros(len(codes), np.intp), np.zeros(len(codes), np.bool_)
    places = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    return places, known[places] == codes


def count_holders(runs: Iterable[Codes]) -> tuple[Codes, NDArray[np.int64]]:
    """Every shingle of several texts, sorted, and in how many of the texts it stands."""
    distinct = [np.unique(codes) for codes in runs]
    if not distinct:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    return np.unique(np.concatenate(distinct), return_counts=True)
