"""Scripts and languages, as far as letters and a few words tell them."""

import re
import unicodedata
from functools import cache

from wireroom.reading.words import rows

_SAMPLE = 2_000  # characters looked at
_WORD = re.compile(r"[^\W\d_]+")
# Letters that one language of a script has and its neighbours lack.
_UKRAINIAN = frozenset("іїєґ")
_PERSIAN = frozenset("پچژگکی")


def find_script(text: str) -> str | None:
    """The script of most letters: LATIN, CYRILLIC, ARABIC, …; None where there is no letter."""
    counts: dict[str, int] = {}
    for char in text[:_SAMPLE]:
        if char.isalpha():
            script = _script(char)
            counts[script] = counts.get(script, 0) + 1
    return max(counts, key=lambda script: (counts[script], script)) if counts else None


def guess_language(text: str) -> str | None:
    """ISO 639-1 where script, letters and function words leave little doubt; else None.

    Cyrillic is Russian unless letters or words of Ukrainian stand in it; Arabic script is Arabic
    or Persian. A text in Latin letters needs function words of one language.
    """
    script, sample = find_script(text), text[:_SAMPLE].lower()
    if script == "CYRILLIC":
        return "uk" if _UKRAINIAN & set(sample) else "ru"
    if script == "ARABIC":
        return "fa" if len(_PERSIAN & set(sample)) > 1 else "ar"
    if script == "HEBREW":
        return "he"
    if script == "GREEK":
        return "el"
    return _by_words(sample) if script == "LATIN" else None


def _by_words(sample: str) -> str | None:
    counts: dict[str, int] = {}
    for word in _WORD.findall(sample):
        for code in _function_words().get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if not ranked or (len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]):
        return None
    return ranked[0]


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for word, code in rows("function_words"):
        table[word] = (*table.get(word, ()), code)
    return table


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split(" ", 1)[0]
