"""Which lines are headlines, by their shape and by what follows them."""

import re
from functools import cache

from wireroom.reading.words import words
from wireroom.text.folding import fold

_FEWEST_WORDS, _MOST_WORDS = 4, 30
_LONGEST = 220  # characters
_LONGEST_OUTLET = 40
_LONGEST_ASIDE = 160
_SENTENCE_BREAK = re.compile(r"[^\W\d_]{3,}[.]\s+[^\W\d_a-zа-я]")
_ENDS_OPEN = tuple(".,;:…")
_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«([„"
_QUOTED = re.compile(r'"[^"\n]*"|“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]')
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_OUTLET_FIRST = re.compile(r"(.{2,40}?)\s*(?:[-–—|:])\s+(\S.*)")
_OUTLET_LAST = re.compile(r"(\S.*?)\s+[-–—|]\s+(.{2,40})")
_STEM = 5  # letters by which two words are held to be one; inflection comes after
_SHARED = 0.3  # share of a headline's longer words that a lede has, at least


def is_headline(text: str) -> bool:
    """Whether a line has a headline's shape: one clause, without full stop, in nobody's voice."""
    if len(text) > _LONGEST or not _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS:
        return False
    first = text.lstrip(_OPENING)[:1]
    if not first or first.islower() or text.rstrip(_CLOSING).endswith(_ENDS_OPEN):
        return False
    return not _SENTENCE_BREAK.search(text) and not is_own_voice(text)


def is_own_voice(text: str) -> bool:
    """Whether one person speaks of herself in a line, outside quotation marks."""
    outside = _QUOTED.sub(" ", text)
    return any(word in words("first_person") for word in _lower(outside))


def is_aside(text: str) -> bool:
    """Whether a short line speaks to readers about what stands above it: asks, or names its
    headline. Quoted words do not count."""
    if len(text) > _LONGEST_ASIDE:
        return False
    outside = _QUOTED.sub(" ", text).strip()
    return outside.endswith("?") or any(word in words("asides") for word in _lower(outside))


def has_lede(headline: str, paragraph: str) -> bool:
    """Whether a paragraph tells what the headline does: it has some of its longer words."""
    said = _stems(headline)
    shared = said & _stems(paragraph[:600])
    return (
        len(shared) >= 2 and len(shared) >= _SHARED * len(said) and len(paragraph) > len(headline)
    )


def find_outlet(text: str, title: str) -> str | None:
    """The outlet where a line is ``title`` with the outlet before or after it; else None."""
    if len(text) > _LONGEST + _LONGEST_OUTLET:
        return None
    for pattern, outlet, rest in ((_OUTLET_FIRST, 1, 2), (_OUTLET_LAST, 2, 1)):
        found = pattern.fullmatch(text)
        if found and is_same(found[rest], title):
            return found[outlet].strip()
    return None


def is_same(one: str, other: str) -> bool:
    """Whether two lines have the same words."""
    return bare_words(one) == bare_words(other)


def bare_words(text: str) -> str:
    """The words of a line without case, accents and marks."""
    return " ".join(_WORD.findall(fold(text)))


def _lower(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


@cache
def _no_stems() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words("function_words"))


def _stems(text: str) -> frozenset[str]:
    return (
        frozenset(stem for word in _WORD.findall(fold(text)) if len(stem := word[:_STEM]) >= 4)
        - _no_stems()
    )
