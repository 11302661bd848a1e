"""Spellings of one place name made alike: keys to look names up by, in any script."""

import re
from functools import lru_cache

from wireroom.text.folding import fold

_REMEMBERED = 65_536  # names of a run: the same few come again and again

# Letters that have no accent to drop but are written as another letter where they are not at hand.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ə": "e", "ð": "d", "þ": "th",
        "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ھ": "ه", "ٱ": "ا", "ـ": "",
        "ґ": "г", "є": "е", "і": "и", "ы": "и", "ў": "у", "ъ": "", "ь": "", "э": "е",
    }
)  # fmt: skip
_LATIN_OF_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "u",
        "я": "a",
    }
)  # fmt: skip
_NEITHER = re.compile(r"[^\w ]+")
_LEAD = re.compile(r"^the ")
_SHORT = re.compile(r"^(st|mt|ft) (?=\w)")
_WHOLE = {"st": "saint", "mt": "mount", "ft": "fort"}
# The Arabic article before a word, also as it sounds before a sun letter.
_ARTICLE = re.compile(
    r"\b(?:аль|ель|ал|ел|ад|ед|ан|ен|ар|ер|ас|ес|аш|еш|ат|ет|аз|ез"
    r"|al|el|ul|il|ad|ed|ud|an|en|un|ar|er|ur|as|es|us|ash|esh|at|et|ut|az|ez|uz) (?=\w)"
)
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{3})")
_SOUNDS = (
    (re.compile(r"(?<= )[aeu](?=([zrsdtn])\1)"), ""),  # "Deir Ezzor" is "Deir ez-Zor"
    (re.compile(r"dzh|dj"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"th"), "t"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"ee|y"), "i"),
    (re.compile(r"(?<=[aeiou])h\b"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOWELS = re.compile(r"(?<=\w)[aeiou]+")
_INITIAL = re.compile(r"\b[aeiou]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@lru_cache(maxsize=_REMEMBERED)
def place_key(name: str) -> str:
    """The key under which the gazetteer has a name: folded, one letter for one sound, no "the".

    >>> place_key("the Ḩalab"), place_key("Чернігів")
    ('halab', 'чернигив')
    """
    folded = fold(name).translate(_LETTERS)
    key = _LEAD.sub("", " ".join(_NEITHER.sub(" ", folded).split()))
    return _SHORT.sub(lambda found: f"{_WHOLE[found.group(1)]} ", key)


def without_articles(key: str) -> str:
    """A key without the Arabic articles inside it ("deir ez zor" is "deir zor")."""
    return _ARABIC_ARTICLE.sub("", key) if _ARABIC.search(key) else _ARTICLE.sub("", key)


@lru_cache(maxsize=_REMEMBERED)
def sounded(key: str) -> str:
    """A key in Latin letters as it roughly sounds: Cyrillic transliterated, articles dropped.

    >>> sounded(place_key("Хмеймим")), sounded(place_key("Humaymim"))
    ('hmeimim', 'humaimim')
    """
    made = without_articles(key)
    if _CYRILLIC.search(made):
        made = _ARTICLE.sub("", made.translate(_LATIN_OF_CYRILLIC))
    for pattern, letters in _SOUNDS:
        made = pattern.sub(letters, made)
    return made


def skeleton(key: str) -> str:
    """The consonants of a key, as they sound; vowels count only where a word begins with one.

    Names that differ in transliteration alone have one skeleton; so have others, which have to be
    told apart by ``sounded``. Spaces are dropped. Arabic keys only lose their articles.

    >>> skeleton(place_key("Dayr az-Zawr")) == skeleton(place_key("Дейр-эз-Зор"))
    True
    """
    if _ARABIC.search(key):
        return without_articles(key).replace(" ", "")
    bare = _INITIAL.sub("a", sounded(key))
    return _VOWELS.sub("", bare).replace(" ", "")
