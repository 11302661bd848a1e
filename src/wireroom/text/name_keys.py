"""Cyrillic and Arabic names in Latin letters, and keys by which spellings of a name meet."""

import re
from functools import lru_cache

from wireroom.text.folding import fold

# A letter, then what it is written with in Latin letters.
_CYRILLIC = (
    "аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsh ъ ыi ь эe"
    " юiu яia їi іi єe ґg ўu јi"
)
_ARABIC = (
    "اa أa إa آa بb تt ثt جj حh خh دd ذd رr زz سs شsh صs ضd طt ظz ع غg فf قk كk لl مm نn هh وu"
    " ةa ىa يi ئi ؤu ءa پp چch گg کk یi"
)
_LATIN = str.maketrans({letter[0]: letter[1:] for letter in f"{_CYRILLIC} {_ARABIC}".split()})
_ARTICLE = re.compile("^ال(?=..)")

# Spellings of one sound in the Latin alphabets of Europe and in the romanisations of Russian and
# Arabic names; the order matters.
_SOUNDS = (
    ("shch", "sh"), ("sch", "sh"), ("tsch", "ch"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("zh", "j"), ("ck", "k"),
    ("tz", "ts"), ("x", "ks"), ("q", "k"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_HARD_C = re.compile("c(?!h)")
_TWICE = re.compile(r"(.)\1+")
_OPEN = frozenset("aeiouyj")  # first letters that romanisations differ in
_VOWELS = re.compile("(?<=.)[aeiouy]+")
_ENDING = 2  # consonants that a case ending adds
_SHORT = 2  # consonants of a key that begins others by chance


def transliterate(text: str) -> str:
    """The text folded, in Latin letters as far as its script is Latin, Cyrillic or Arabic.

    >>> transliterate("Путин"), transliterate("Дамаск")
    ('putin', 'damask')
    """
    return fold(text).translate(_LATIN)


@lru_cache(maxsize=50_000)
def name_key(word: str) -> str:
    """The consonants of one word of a name, alike for its spellings in three scripts.

    The first letter stays if it is a vowel. Case endings stay too: hold keys together by their
    beginnings (``same_name``).

    >>> name_key("Эрдоган") == name_key("Erdoğan")
    True
    """
    latin = transliterate(_ARTICLE.sub("", word))
    for written, sound in _SOUNDS:
        latin = latin.replace(written, sound)
    latin = _HARD_C.sub("k", latin)
    return _TWICE.sub(r"\1", _VOWELS.sub("", _TWICE.sub(r"\1", latin)))


def same_name(a: str, b: str) -> bool:
    """Whether two words may be spellings or inflections of one name, across scripts.

    Errs on the side of yes: short names meet others by chance.
    """
    first, second = sorted((name_key(a), name_key(b)), key=len)
    if not first or (first[0] != second[0] and not {first[0], second[0]} <= _OPEN):
        return False
    ending = _ENDING if len(first) > _SHORT else 0
    return second[1:].startswith(first[1:]) and len(second) - len(first) <= ending


def same_full_name(a: str, b: str) -> bool:
    """Whether two names of two words or more may be one person's, word by word.

    >>> same_full_name("Эрик Нильсен", "Erik Nilsen"), same_full_name("Nilsen", "Erik Nilsen")
    (True, False)
    """
    first, second = a.split(), b.split()
    alike = len(first) == len(second) > 1
    return alike and all(same_name(x, y) for x, y in zip(first, second, strict=True))
