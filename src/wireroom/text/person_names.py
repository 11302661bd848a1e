"""A person's name taken apart, and what may be said of two of them."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from wireroom.text.folding import fold
from wireroom.text.name_keys import transliterate
from wireroom.text.name_sounds import fits_arabic, is_arabic, sound_key, spelled_sound

_LONGEST = 8  # words; what is longer is no name
_WORD = re.compile(r"[^\s,]+")
_INITIALS = re.compile(r"(?:\w\.)+-?(?:\w\.?)?|\w|(?:Дж|Ю|Я|Yu|Ya|Kh)\.")
_SUFFIXES = {
    "jr": "junior", "junior": "junior", "младший": "junior", "мл": "junior", "الابن": "junior",
    "sr": "senior", "senior": "senior", "старший": "senior", "ст": "senior", "الاب": "senior",
}  # fmt: skip
_PARTS = {
    "фон": "von", "ван": "van", "дер": "der", "де": "de", "да": "da", "ди": "di", "дю": "du",
    "ла": "la", "ле": "le", "бин": "bin", "ibn": "bin", "ибн": "bin", "ben": "bin", "бен": "bin",
    "بن": "bin", "ابن": "bin", "абу": "abu", "abou": "abu", "ابو": "abu",
    "abdul": "abd", "abdel": "abd", "abdal": "abd", "abdol": "abd", "абд": "abd", "абдул": "abd",
    "абдель": "abd", "абдуль": "abd", "عبد": "abd",
}  # fmt: skip
_GOD = "الله"
_OPEN = ("ع", "ا", "أ", "إ", "آ")  # Arabic letters that may begin with any vowel


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a name as ``sound_key`` has them, and as they are written.

    ``given`` are all before the family name; an initial stands as one letter with a full stop.
    ``suffix`` tells a father from a son of the same name. ``several`` marks a family or a couple,
    ``spouse`` a title that says nothing of which member of a family it is.
    """

    written: tuple[str, ...]
    given: tuple[str, ...]
    family: str
    suffix: str = ""
    several: bool = False
    spouse: bool = False
    arabic: bool = False

    @property
    def is_full(self) -> bool:
        """Whether a given name is spelled out."""
        return bool(self.given) and not self.given[0].endswith(".")

    @property
    def is_known(self) -> bool:
        """Whether there is a family name at all, and one person that it is of."""
        return bool(self.family) and not self.several

    @property
    def first(self) -> str:
        """The first given name or initial."""
        return self.given[0] if self.given else ""


@cache
def _words() -> dict[str, str]:
    text = files("wireroom.text").joinpath("name_words.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {fold(word): does for word, does in rows}


@lru_cache(maxsize=20_000)
def read_person_name(name: str) -> PersonName:
    """The parts of a name as it stands in a text; without a family name where it is none.

    >>> read_person_name("Abdel Fattah el-Sisi").family == read_person_name("ас-Сиси").family
    True
    >>> read_person_name("V. Putin").first
    'v.'
    """
    words = _split(name)
    does = _words()
    roles = [does.get(fold(word), "") for word in words]
    several = "family" in roles or not 0 < len(words) <= _LONGEST
    suffixes = [
        _SUFFIXES.get(fold(word), fold(word))
        for word, role in zip(words, roles, strict=True)
        if role == "suffix"
    ]
    pieces = _joined(words, roles)
    if pieces and pieces[-1][0].endswith("."):  # Putin V. V.
        pieces.sort(key=lambda piece: not piece[0].endswith("."))
    keys = [key for key, _ in pieces]
    family = keys[-1] if keys and not keys[-1].endswith(".") else ""
    return PersonName(
        tuple(word for _, word in pieces),
        tuple(keys[:-1]),
        family,
        suffixes[0] if suffixes else "",
        several,
        "mrs" in roles,
        is_arabic(name),
    )


def _split(name: str) -> list[str]:
    """The words, a name that was turned round ("Putin, Vladimir") turned back, and what a hyphen
    joins to an article parted from it."""
    before, comma, after = name.partition(",")
    if comma and _words().get(fold(after)) != "suffix" and "," not in after:
        name = f"{after} {before}"
    name = name.replace(f" {_GOD}", _GOD)
    words: list[str] = []
    for found in _WORD.findall(name):
        word = found.strip("\"'“”«»()[]:;")
        head, hyphen, rest = word.partition("-")
        if hyphen and _words().get(fold(head)) in ("article", "part") and rest:
            words += [head, rest]
        elif word:
            words.append(word)
    return words


def _joined(words: list[str], roles: list[str]) -> list[tuple[str, str]]:
    """Keys with their words: articles left out, "abu" and the like joined to what follows."""
    made: list[tuple[str, str]] = []
    joined, shown = "", ""
    for at, (word, role) in enumerate(zip(words, roles, strict=True)):
        last = at == len(words) - 1
        if role in ("title", "mrs", "suffix", "family") or (role == "article" and not last):
            continue
        if role == "part" and not last:
            plain = fold(word)
            joined, shown = f"{joined}{_PARTS.get(plain, plain)} ", f"{shown}{word} "
        elif _INITIALS.fullmatch(word) and not joined:
            made += [(f"{_initial(letter)}.", word) for letter in _letters(word)]
        else:
            made.append((joined + sound_key(word), shown + word))
            joined, shown = "", ""
    return made


def _letters(word: str) -> list[str]:
    pieces = [piece for piece in word.split(".") if piece]
    return pieces or [word]


def _initial(word: str) -> str:
    """The letter that a word begins with, by its sound; none where Arabic leaves it open."""
    if word[:1] in _OPEN:
        return ""
    return spelled_sound(transliterate(word) if is_arabic(word) else word)[:1]


def fits(less: PersonName, more: PersonName) -> bool:
    """Whether a name with fewer parts can be short for a full one: "Pompeo", "M. Pompeo".

    Says nothing of who else it may be short for.
    """
    if not (less.is_known and more.is_known) or less.is_full or not more.is_full:
        return False
    if less.spouse or less.suffix != more.suffix or not same_word(less, more, -1):
        return False
    initials = less.given[: len(more.given)]
    return all(
        initial[:-1] == (given[:-1] if given.endswith(".") else _initial(word))
        for initial, given, word in zip(initials, more.given, more.written, strict=False)
    )


def same_word(one: PersonName, other: PersonName, at: int) -> bool:
    """Whether the words at one place of two names are one: -1 is the family name."""
    words = (one.written[at], other.written[at])
    keys = [name.family if at == -1 else name.given[at] for name in (one, other)]
    if one.arabic == other.arabic:
        return keys[0] == keys[1]
    arabic, plain = words if one.arabic else words[::-1]
    *parts, word = arabic.split()
    *others, second = plain.split()
    if len(parts) != len(others) or keys[0].split()[:-1] != keys[1].split()[:-1]:
        return False
    return fits_arabic(word, second)
