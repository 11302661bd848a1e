"""Words made alike for look-ups in lists, letter by letter, so that a word stays one word."""

from functools import lru_cache

_MARKS = "\u0307\u0640\u0670\u200c\u200d" + "".join(map(chr, range(0x064B, 0x0656)))
_ALIKE = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ک": "ك", "ة": "ه",
    "ۀ": "ه", "ı": "i", "’": "'", "ʼ": "'", "‘": "'",
}  # fmt: skip
_TABLE = str.maketrans({**_ALIKE, **dict.fromkeys(_MARKS, "")})
# Letters that are written for one another, for patterns.
_SETS = ("اأإآ", "يىیئ", "كک", "ةهۀ", "'’ʼ‘")
_CLASSES = {letter: f"[{letters}]" for letters in _SETS for letter in letters}


@lru_cache(maxsize=65_536)
def word_key(word: str) -> str:
    """The word in small letters, Arabic and Persian letters that stand for one another as one,
    without vowel marks and zero-width joiners.

    >>> word_key("أُسرة") == word_key("اسره"), word_key("Salı")
    (True, 'sali')
    """
    return word.casefold() if word.isascii() else word.casefold().translate(_TABLE)


def any_spelling(escaped: str) -> str:
    """An escaped word as a pattern that matches each of the spellings with one key."""
    if escaped.isascii() and "'" not in escaped:
        return escaped
    return "".join(_CLASSES.get(letter, letter) for letter in escaped)
