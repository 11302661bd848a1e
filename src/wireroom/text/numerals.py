"""Numbers as they are written: "1,200", "2,5 тыс.", "twenty-five", "a dozen", "١٢"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wireroom.text.words import word_key

_DIGITS = re.compile(
    r"(?<![\d.,])(?:\d{1,3}"
    r"(?:(?P<mark>[,.٬\u00a0\u202f\u2009’' ])\d{3}(?!\d)(?:(?P=mark)\d{3}(?!\d))*)"
    r"(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)(?!\d)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ\u200c][^\W\d_]+)?")
_PIECE = re.compile(r"[^\W_]+(?:['’ʼ\u200c][^\W\d_]+)?")
_PREFIX = "وبلف"  # Arabic words of one letter that are written with the number after them
_TENS = 20
_HUNDRED = 100
_SCALE = 1000
_LONGEST = (
    12  # words of one numeral: "nine hundred ninety-nine thousand nine hundred and ninety-nine"
)
_MOST_DIGITS = 15  # a longer run of digits is a code, not a number


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and where it stands. ``vague`` numbers are the least that they may mean ("dozens").

    ``ordinal`` is True for "third"; ``fraction`` for what was written with a decimal part.
    """

    start: int
    end: int
    value: float
    vague: bool = False
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    value: float
    kind: str


class NumeralReader:
    """Reads the numerals of one language.

    ``rows`` are (word, value, kind). ``unit`` adds ("five", "двести"), ``scale`` multiplies
    ("hundred", "тыс."), ``dozen`` multiplies and may follow "a", ``vague`` is at least that many
    ("dozens"), ``few`` likewise after an article only, ``article`` is one before a scale only
    ("a"), ``joiner`` stands between ("and"), ``of`` between two vague words ("tens of
    thousands"), ``half`` adds a half after a joiner, ``ordinal`` is a place in a row, ``and`` is a
    joiner that may stand between tens and ones, too ("treinta y cinco"), ``many`` is a scale after
    a number and vague without ("آلاف"). A word may be several ("quatre vingt", "خمسة وعشرون").
    ``decimal`` is the mark before decimals; the other of "." and "," separates thousands.
    """

    def __init__(self, rows: Iterable[Sequence[str]], decimal: str = ".") -> None:
        known = {
            word_key(row[0].replace("-", " ")): _Word(float(row[1]), row[2])
            for row in rows
            if len(row) > 2
        }
        self._words = {words: known[words] for words in known if " " not in words}
        self._several = _by_first_word(words for words in known if " " in words)
        self._known = known
        self._decimal = decimal

    def has(self, word: str) -> bool:
        """Whether the lower-cased word is in some numeral; articles and joiners are not enough."""
        known = self._words.get(word_key(word))
        return known is not None and known.kind not in ("article", "joiner", "of", "and")

    def is_article(self, word: str) -> bool:
        """Whether the lower-cased word is "a" or "an"."""
        known = self._words.get(word_key(word))
        return known is not None and known.kind == "article"

    def is_number(self, word: str) -> bool:
        """Whether the lower-cased word can begin a numeral in words."""
        key = word_key(word)
        known = self._words.get(key)
        if known is None:
            return key in self._several
        return known.kind not in ("joiner", "of", "half", "few", "and")

    def is_vague(self, word: str) -> bool:
        """Whether the lower-cased word is some unknown number: "dozens", "few"."""
        known = self._words.get(word_key(word))
        return known is not None and known.kind in ("vague", "few", "many")

    def digits(self, text: str) -> float | None:
        """The value of one number in digits of any script, None where it is not one.

        >>> NumeralReader([]).digits("1,200.5"), NumeralReader([], decimal=",").digits("1.200")
        (1200.5, 1200.0)
        """
        found = _DIGITS.fullmatch(text)
        if not found or len(text) > _MOST_DIGITS + 5:
            return None
        plain = text
        mark = found.group("mark")
        if mark and (mark != self._decimal or plain.count(mark) > 1) and self._groups(mark):
            plain = plain.replace(mark, "")
        plain = plain.replace("٫", ".").replace(",", ".")
        try:
            return float(plain)
        except ValueError:
            return None

    def _groups(self, mark: str) -> bool:
        """A plain space separates thousands only where the comma does not."""
        return mark != " " or self._decimal == ","

    def read(self, text: str) -> Numeral | None:
        """The numeral that fills all of ``text``, or None."""
        found = self.read_at(text, 0, len(text))
        return found if found and found.end == len(text) else None

    def read_at(self, text: str, start: int, end: int) -> Numeral | None:
        """The longest numeral that begins at ``start`` and ends by ``end``, or None."""
        found = _DIGITS.match(text, start, end)
        if not found:
            return self._read_words(text, start, end, None)
        mark = found.group("mark")
        stop = found.end()
        if mark and not self._groups(mark):
            stop = start + found.group().index(mark)
        value = self.digits(text[start:stop])
        if value is None:
            return None
        return self._read_words(text, stop, end, Numeral(start, stop, value))

    def find(self, text: str, start: int, end: int) -> Iterator[Numeral]:
        """The numerals between ``start`` and ``end``, from left to right, none in another."""
        at = start
        for piece in _PIECE.finditer(text, start, end):
            if piece.start() < at:
                continue
            word, first = piece.group(), piece.start()
            if word[0] in _PREFIX and word[1:2].isdigit():
                word, first = word[1:], first + 1
            if not (word[0].isdigit() or self.is_number(word.casefold())):
                continue
            found = self.read_at(text, first, end)
            if found:
                yield found
                at = found.end

    def _word_at(self, text: str, at: int, end: int) -> tuple[int, _Word] | None:
        """Where the word of a numeral, or the longest such row of words, ends, and what it is."""
        found = _WORD.match(text, at, end)
        if found is None:
            return None
        key = word_key(found.group())
        for words in self._several.get(key, ()):
            stop = _end_of(text, words, found.end(), end)
            if stop:
                return stop, self._known[" ".join(words)]
        known = self._words.get(key)
        return (found.end(), known) if known else None

    def _read_words(self, text: str, at: int, end: int, digits: Numeral | None) -> Numeral | None:
        """Add words to a number in digits ("2.5 million"), or read a numeral in words alone."""
        start = digits.start if digits else at
        sum_ = _Sum(digits.value if digits else None)
        best = digits
        for _ in range(_LONGEST):
            gap = _gap(text, at, end) if at > start else 0
            found = self._word_at(text, at + gap, end) if gap is not None else None
            if not found or not sum_.add(found[1]):
                break
            length, at = found[0] - at - (gap or 0), found[0]
            if found[1].value >= _SCALE and text[at : at + 1] == "." and length < 4:
                at += 1  # "тыс.", "млн."
            if sum_.complete:
                best = Numeral(start, at, sum_.value, sum_.vague, sum_.ordinal)
        return best


def _by_first_word(several: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Numerals of several words by the first of them, the longest first."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(words.split()) for words in several), key=len, reverse=True):
        made.setdefault(words[0], []).append(words)
    return made


def _end_of(text: str, words: tuple[str, ...], at: int, end: int) -> int | None:
    """Where all of ``words`` but the first end that follow ``at``; None where others do."""
    for word in words[1:]:
        gap = _gap(text, at, end)
        found = _WORD.match(text, at + gap, end) if gap else None
        if found is None or word_key(found.group()) != word:
            return None
        at = found.end()
    return at


def _gap(text: str, at: int, end: int) -> int | None:
    """How many characters lie between two words of a numeral; None where they are apart."""
    gap = 0
    while gap < 3 and at + gap < end and text[at + gap] in " -\u00a0\u2011\n":
        gap += 1
    return gap or None


class _Sum:
    """What the words of a numeral come to, word by word."""

    def __init__(self, digits: float | None) -> None:
        self._total = 0.0
        self._group = digits  # since the last thousand, million, …
        self._least = 1e15  # the last scale: the next must be smaller
        self._last = "" if digits is None else "digits"  # kind of the last word
        self._before = ""  # and of the one before it
        self._steps = {
            "unit": self._add_unit,
            "ordinal": self._add_unit,
            "scale": self._add_scale,
            "dozen": self._add_scale,
            "vague": self._add_vague,
            "few": self._add_few,
            "article": self._add_article,
            "joiner": self._add_joiner,
            "of": self._add_of,
            "half": self._add_half,
            "and": self._add_joiner,
            "many": self._add_many,
        }
        self.vague = False
        self.ordinal = False
        self.complete = digits is not None

    @property
    def value(self) -> float:
        return self._total + (self._group or 0.0)

    def add(self, word: _Word) -> bool:
        """Take one more word; False, and nothing changed, where it cannot follow."""
        if self.ordinal or not self._steps[word.kind](word.value):
            return False
        self.ordinal = word.kind == "ordinal"
        self.complete = word.kind not in ("article", "joiner", "of", "and")
        self._last, self._before = word.kind, self._last
        return True

    def _add_unit(self, value: float) -> bool:
        if self.vague or self._last in ("digits", "article", "of", "half"):
            return False
        if self._last == "joiner" and self._before != "scale":
            return False
        if self._group is not None and not _room(self._group) > value > 0:
            return False
        self._group = (self._group or 0.0) + value
        return True

    def _add_scale(self, value: float) -> bool:
        group = self._group
        if self._last in ("joiner", "of", "and") or (value < _SCALE and not self._may_multiply()):
            return False
        if value < _SCALE:  # hundred, dozen: within the group
            self._group = (1 if group is None else group) * value
            return True
        if value >= self._least:
            return False
        self._total += (1 if group is None else group) * value
        self._group, self._least = None, value
        return True

    def _may_multiply(self) -> bool:
        return self._group is None or (self._group < _HUNDRED and self._group == int(self._group))

    def _add_vague(self, value: float) -> bool:
        if self._last in ("", "article"):
            self._group = value
            self.vague = True
            return True
        if not self.vague or value < _TENS or self._total:
            return False
        # The word alone is at least two of its kind: "tens" is 20, "thousands" 2000.
        self._group = (self._group or 1.0) * value / 2
        return True

    def _add_many(self, value: float) -> bool:
        """ "ثلاثة آلاف" are three thousand, "آلاف" alone at least two."""
        if self._last in ("unit", "digits") and not self.vague:
            return self._add_scale(value)
        return self._add_vague(2 * value)

    def _add_few(self, value: float) -> bool:
        """ "a few" are some; "few" alone are hardly any, and no number."""
        return self._last == "article" and self._add_vague(value)

    def _add_article(self, _: float) -> bool:
        return self._last in ("", "joiner")

    def _add_joiner(self, _: float) -> bool:
        return self._last in ("scale", "unit", "digits")

    def _add_of(self, _: float) -> bool:
        return self._last == "vague"

    def _add_half(self, _: float) -> bool:
        joined = ("joiner", "and")
        follows = self._last in joined or (self._last == "article" and self._before in joined)
        if follows:
            self._group = (self._group or 0.0) + 0.5
        return follows


def _room(group: float) -> float:
    """What may still be added: after 200 up to 99, after 40 up to 9, after 7 nothing."""
    if group % _HUNDRED == 0:
        return _HUNDRED
    return 10 if group % 10 == 0 and group % _HUNDRED >= 20 else 0
