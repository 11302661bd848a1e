"""Whether a text has a name, in any spelling."""

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from wireroom.disputes.tokens import split_words
from wireroom.text.name_keys import name_key

_SHORT = 2  # letters of a word, or consonants, that say nothing about a name
_LONGEST = 200_000  # characters of a text whose names are read
_SPELLING = 80.0  # per cent of letters that two spellings in one alphabet share


def is_spelt(name: str, text: str) -> bool:
    """Whether some word of ``text`` with a capital letter spells a word of ``name``.

    Errs on the side of yes.
    """
    parts = [word.key for word in split_words(name) if len(word.key) > _SHORT]
    return not parts or any(_is_spelling(part, key) for part in parts for key in _names(text))


@lru_cache(maxsize=64)
def _names(text: str) -> tuple[str, ...]:
    found = {word.key for word in split_words(text[:_LONGEST]) if text[word.start].isupper()}
    return tuple(sorted(key for key in found if len(key) > _SHORT))


def _is_spelling(a: str, b: str) -> bool:
    if a == b or ratio(a, b) >= _SPELLING:
        return True
    return len(name_key(a)) > _SHORT and name_key(a) == name_key(b)
