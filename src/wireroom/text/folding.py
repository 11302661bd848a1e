"""Strings made alike: case, accents, spaces, apostrophes."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"['’‘ʻʼ`´ʿʾ.\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile(r"[\s\-‐‑–—_]+")
_WORDS = 60  # characters; names and words come again and again, sentences do not


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and full stops; hyphens and runs of space are one
    space. Letters of any script are kept; Arabic loses its vowel marks.

    >>> fold("Hay’at Taḥrīr  al-Shām")
    'hayat tahrir al sham'
    """
    return _fold_word(text) if len(text) <= _WORDS else _fold(text)


def _fold(text: str) -> str:
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPACES.sub(" ", _MARKS.sub("", text)).strip().casefold()


_fold_word = lru_cache(maxsize=100_000)(_fold)
