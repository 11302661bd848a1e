"""One word of a name by its sound, so that spellings in three scripts can be held together.

Stricter than ``name_keys``, which looks for what may be one name: here vowels count, and what
comes out alike is taken for one.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

from wireroom.text.folding import fold
from wireroom.text.name_keys import transliterate

_IS_ARABIC = re.compile("[\u0600-\u06ff]")
_ARTICLE = re.compile("^ال(?=..)")
# What a sound is written with in the Latin alphabets of Europe and in the usual spellings of
# Russian and Arabic names; the order matters.
_SOUNDS = (
    ("tsch", "ch"), ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("dj", "j"),
    ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("q", "k"), ("w", "v"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ya", "ia"),
    ("yu", "iu"), ("ye", "e"), ("yo", "e"), ("y", "i"),
)  # fmt: skip
_HARD_C = re.compile("c(?!h)")
_FINAL_J = re.compile("(?<=[aeiou])j(?![aeiou])")
_SILENT_H = re.compile("(?<=[ao])h(?=[^aeiouy])")
_TWICE = re.compile(r"(.)\1+")
_LONGEST = 30  # letters of a word that can be a name's

# An Arabic letter, and what it stands for in a key; short vowels are not written.
_VOWEL = "[aeiou]"
_LETTERS = {
    "ب": "[bp]", "ت": "t", "ث": "[ts]", "ج": "[jg]", "ح": "h", "خ": "h", "د": "d", "ذ": "[dz]",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "[dz]", "ط": "t", "ظ": "[dz]",
    "ع": f"{_VOWEL}?", "غ": "g", "ف": "[fv]", "ق": "[kg]", "ك": "[kg]", "ل": "l", "م": "m",
    "ن": "n", "ه": "h?", "و": "(?:[uo]|v|au|av|iu)", "ي": "(?:i|e|ei|ai|ie|ii)", "ا": "(?:ia|a|e)",
    "أ": _VOWEL, "إ": "[ie]", "آ": "a", "ى": "a", "ة": "(?:ah?|e|at)", "ء": f"{_VOWEL}?",
    "ئ": f"[i]?{_VOWEL}?", "ؤ": f"{_VOWEL}?", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ک": "k",
    "ی": "(?:i|e|ei|ai|ie|ii)",
}  # fmt: skip
_LAST = {"و": "(?:[uo]|v)", "ه": "(?:h|a|e|ah)"}


def is_arabic(text: str) -> bool:
    """Whether some of it is in Arabic letters."""
    return bool(_IS_ARABIC.search(text))


@cache
def _forms() -> dict[str, int]:
    """The row of each form of the list, and of each sound that is one row's alone."""
    text = files("wireroom.text").joinpath("name_forms.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    forms = {_bare(form): at for at, row in enumerate(rows) for form in row.split("|")}
    sounds: dict[str, set[int]] = {}
    for form, at in forms.items():
        sounds.setdefault(spelled_sound(form), set()).add(at)
    return {sound: min(at) for sound, at in sounds.items() if len(at) == 1} | forms


def _row(word: str) -> int | None:
    bare = _bare(word)
    return _forms().get(bare, _forms().get(spelled_sound(bare)))


def _bare(word: str) -> str:
    return fold(_ARTICLE.sub("", word)) if is_arabic(word) else fold(word)


@lru_cache(maxsize=50_000)
def sound_key(word: str) -> str:
    """What a word of a name is told by: the same for two spellings of one name.

    A name of the list comes out as its row; others by sound, vowels and all. An Arabic word that
    is in no row comes out as its own letters: ``fits_arabic`` holds those against other scripts.

    >>> sound_key("Захарова") == sound_key("Zakharova"), sound_key("Иванова") == sound_key("Иванов")
    (True, False)
    """
    known = _row(word)
    if known is not None:
        return f"={known}"
    return spelled_sound(word)


@lru_cache(maxsize=50_000)
def spelled_sound(word: str) -> str:
    """By its spelling alone, whether or not it is in the list."""
    if is_arabic(word):
        return _bare(word)
    latin = transliterate(word)
    for written, sound in _SOUNDS:
        latin = latin.replace(written, sound)
    latin = _FINAL_J.sub("i", _HARD_C.sub("k", latin))
    return _TWICE.sub(r"\1", _SILENT_H.sub("", latin))


@lru_cache(maxsize=50_000)
def fits_arabic(arabic: str, word: str) -> bool:
    """Whether a word in Arabic letters can be a spelling of one in Latin or Cyrillic letters.

    Long vowels have to be there and to be the same; a short one may be anything. A name of the
    list fits the others of its row alone.

    >>> fits_arabic("بوتين", "Путин"), fits_arabic("سليمان", "Soleimani")
    (True, False)
    """
    rows = _row(arabic), _row(word)
    if rows[0] is not None or rows[1] is not None:
        return rows[0] == rows[1]
    if max(len(arabic), len(word)) > _LONGEST:
        return False
    return bool(re.fullmatch(_pattern(arabic), spelled_sound(word)))


@lru_cache(maxsize=10_000)
def _pattern(arabic: str) -> str:
    letters = _TWICE.sub(r"\1", _bare(arabic).replace("تش", "چ"))
    pieces = [_LETTERS.get(letter, re.escape(letter)) for letter in letters]
    if letters and letters[-1] in _LAST:
        pieces[-1] = _LAST[letters[-1]]
    if letters[:1] == "ا":
        pieces[0] = _VOWEL
    if letters[:2] in ("او", "اي"):  # one vowel, written with two letters
        pieces[:2] = ["[uo]" if letters[1] == "و" else "(?:[ie]|ei|ai)"]
    return f"{_VOWEL}?".join(pieces)
