"""Names of one person or place in two alphabets, made comparable."""

import re

from wireroom.text.folding import fold

# By sound rather than by any one standard, since papers follow none: what is left are the
# consonants, and those that spellings mix up are one.
_CYRILLIC = str.maketrans(
    {
        "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ж": "zh", "з": "z", "к": "k",
        "л": "l", "м": "m", "н": "n", "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f",
        "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ђ": "dj", "ј": "j", "љ": "l",
        "њ": "n", "ћ": "ch", "џ": "j",
    }
)  # fmt: skip
_ARABIC = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "h", "د": "d", "ذ": "d",
        "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
        "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
        "پ": "p", "چ": "ch", "گ": "g", "ک": "k",
    }
)  # fmt: skip
_SOUNDS = (
    ("kh", "h"), ("zh", "j"), ("sch", "sh"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("dzh", "j"),
    ("dj", "j"), ("gh", "g"), ("w", "v"), ("c", "k"), ("x", "ks"), ("p", "b"),
)  # fmt: skip
_NO_CONSONANT = re.compile(r"[^bdfghjklmnrstvz]+")
_DOUBLED = re.compile(r"(.)\1+")


def skeleton(word: str) -> str:
    """The consonants of a word in Latin letters; the same for most spellings of one name.

    Crude: "Assad" and "Sada" come out the same, and p is b, since Arabic has no p. Words in
    scripts other than Latin, Cyrillic and Arabic give nothing.

    >>> skeleton("Путин") == skeleton("Putin") == "btn"
    True
    """
    latin = fold(word).translate(_CYRILLIC).translate(_ARABIC)
    for sound, plain in _SOUNDS:
        latin = latin.replace(sound, plain)
    return _DOUBLED.sub(r"\1", _NO_CONSONANT.sub("", latin))
