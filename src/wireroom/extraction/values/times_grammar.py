"""The templates of a language, as patterns that are tried only where a word of time stands."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wireroom.extraction.compiled import once_a_pack
from wireroom.records.languages import LanguagePack, Rows
from wireroom.text.numerals import NumeralReader
from wireroom.text.words import any_spelling, word_key

_DIGIT_CLASSES = {
    "DAY": r"(?:3[01]|[12]\d|0?[1-9]|[٠-٩۰-۹]{1,2})",
    "YEAR": r"(?:1[5-9]|20|١٩|٢٠|۱۹|۲۰)\d\d(?![.,]?\d|%)",
    "ERAYEAR": r"(?:1[34]|١[٣٤]|۱[۳۴])\d\d(?!\d)",
    "YY": r"\d\d",
    "DECADE": r"(?:(?:1[5-9]|20)\d0['’]?s|[2-9]0['’]?s)",
    "ROMAN": r"(?=[XХVI])[XХ]{0,2}(?:IX|IV|V?I{0,3})",
    "COUNT": r"\d{1,2}(?:st|nd|rd|th)?",
    "MONTHNUMBER": r"(?:1[0-2]|0?[1-9])",
    "ISO": r"\d{4}-\d\d-\d\d(?:[T\s]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
    "DOTTED": r"(?:\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d|\d{1,2}-\d{1,2}-\d{4})(?![\d.]\d)",
    "SLASHED": r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])",
}
# A template is tried only near a word of the first of these that it has.
_KEYS = (
    "HIJRI",
    "JALALI",
    "EVE",
    "DAYPART",
    "MONTH",
    "WEEKDAY",
    "SEASON",
    "PART",
    "QUARTER",
    "WEEKEND",
    "UNIT",
    "DIGITS",
)
_WORDS = re.compile(r"\w+")
_GAP = r"[\s\u200c-]{1,4}"  # between the words of one name
_MARK = r"[\u0654\u0670]?"  # of the genitive, in Persian
_PLACE = re.compile(r"\{([A-Z]+)(\d?)\}")
_DEFINED = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, eq=False)
class Template:
    """A regular expression, the kind of reading that its matches get, and that reading's argument.

    It is compiled when it is first tried: all of a language take up to a second, and a text has
    need of a few.
    """

    kind: str
    expression: str
    argument: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.expression, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Fixed words, lower-cased, that need no pattern."""

    words: tuple[str, ...]
    kind: str
    argument: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that the readings of one language need.

    ``keys`` gives the classes of a lower-cased word near which templates are tried, ``templates``
    the templates by that class, ``values`` the value of each word of each class, ``capital`` the
    words that count only with a capital, ``phrases`` the fixed ones by their last word.
    """

    keys: Mapping[str, tuple[str, ...]]
    templates: Mapping[str, tuple[Template, ...]]
    values: Mapping[str, Mapping[str, str]]
    capital: frozenset[str]
    phrases: Mapping[str, tuple[Phrase, ...]]
    numerals: NumeralReader
    after: frozenset[str]
    counted: frozenset[str]


@once_a_pack
def grammar_of(pack: LanguagePack) -> Grammar:
    """The grammar of a pack."""
    values: dict[str, dict[str, str]] = {"MONTH": {}, "WEEKDAY": {}}
    capital: set[str] = set()
    for name, rows in (("MONTH", pack.rows("months")), ("WEEKDAY", pack.rows("weekdays"))):
        for row in rows:
            values[name][word_key(row[0])] = row[1]
            if len(row) > 2 and "capital" in row[2]:
                capital.add(row[0])
    for row in pack.rows("time_words"):
        values.setdefault(row[0], {})[word_key(row[1])] = row[2] if len(row) > 2 else ""
    short = {row[0] for row in pack.rows("months") if "abbreviation" in "".join(row[2:])}
    numbers = pack.rows("numbers")
    return Grammar(
        _keys(values),
        _templates(pack.rows("times"), _written(pack), numbers, short),
        values,
        frozenset(capital),
        _phrases(pack.rows("time_phrases")),
        NumeralReader(numbers, "." if pack.code == "en" else ","),
        pack.words("time_prepositions"),
        pack.words("units"),
    )


def _written(pack: LanguagePack) -> dict[str, list[str]]:
    """The words of each class as the lists have them."""
    found = {
        "MONTH": [row[0] for row in pack.rows("months")],
        "WEEKDAY": [row[0] for row in pack.rows("weekdays")],
    }
    for row in pack.rows("time_words"):
        found.setdefault(row[0], []).append(row[1])
    return found


def _keys(values: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in _KEYS:
        for word in values.get(name, {}):
            last = _WORDS.findall(word)[-1]
            if name not in found.setdefault(last, []):
                found[last].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _phrases(rows: Rows) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase, kind, argument in rows:
        words = tuple(_WORDS.findall(word_key(phrase)))
        found.setdefault(words[-1], []).append(Phrase(words, kind, argument))
    return {
        last: tuple(sorted(phrases, key=lambda phrase: (-len(phrase.words), phrase.words)))
        for last, phrases in found.items()
    }


def _templates(
    rows: Rows, values: Mapping[str, Sequence[str]], numbers: Rows, short: set[str]
) -> dict[str, tuple[Template, ...]]:
    classes = dict(_DIGIT_CLASSES)
    for name, words in values.items():
        classes[name] = _alternatives(words, short if name == "MONTH" else ())
    classes["NUMBER"] = _number_pattern(numbers)
    classes["CLOCK"] = _clock_pattern(values.get("ZONE", ()))
    defined: dict[str, str] = {}
    found: dict[str, list[Template]] = {}
    for row in rows:
        kind, text = row[0], row[1]
        argument = row[2] if len(row) > 2 else ""
        if kind == "define":
            defined[text] = argument
            continue
        text = _expanded(text, defined)
        key = next((name for name in _KEYS if _names(text, name)), "DIGITS")
        found.setdefault(key, []).append(Template(kind, _expression(text, classes), argument))
    return {key: tuple(templates) for key, templates in found.items()}


def _names(template: str, name: str) -> bool:
    return f"{{{name}}}" in template or f"(?P<{name.lower()}>" in template


def _expanded(text: str, defined: Mapping[str, str]) -> str:
    for _ in range(3):  # a piece may name other pieces
        text = _DEFINED.sub(lambda found: defined.get(found[1], found[0]), text)
    return text


def _expression(template: str, classes: Mapping[str, str]) -> str:
    text = template.replace(" ?", r"\s{0,4}").replace(" ", r"\s{1,4}")

    def place(found: re.Match[str]) -> str:
        # A class that the language has no words for never matches.
        return f"(?P<{found[1].lower()}{found[2]}>{classes.get(found[1], '(?!)')})"

    return rf"(?:{_PLACE.sub(place, text)})(?!\w)"


def _alternatives(words: Iterable[str], short: Container[str] = ()) -> str:
    """Any of the words; a full stop may follow those that are ``short`` for another."""
    known = sorted(words, key=lambda word: (-len(word), word))
    each = (
        any_spelling(re.escape(word)).replace(r"\ ", _GAP) + r"\.?" * (word in short)
        for word in known
    )
    return "(?:" + ("|".join(each) or "(?!)") + rf")(?!\w){_MARK}"


def _number_pattern(numbers: Rows) -> str:
    kinds = {"unit", "scale", "dozen", "vague", "few", "article"}
    word = _alternatives(row[0] for row in numbers if row[2] in kinds)
    joined = "|".join(re.escape(row[0]) for row in numbers if row[2] in ("joiner", "of"))
    half = "|".join(re.escape(row[0]) for row in numbers if row[2] == "half")
    more = rf"[\s-](?:(?:{joined or '(?!)'})\s)?(?:{word}\s)?(?:{half or '(?!)'})(?!\w)"
    return rf"(?:(?:\d{{1,6}}(?:[.,]\d{{1,3}})?|{word})(?:[\s-]{word}){{0,3}}(?:{more})?)"


def _clock_pattern(zones: Sequence[str]) -> str:
    zone = rf"(?:\s?\(?(?:{_alternatives(zones)})(?:\s?[+-]\s?\d{{1,2}})?\)?)?" if zones else ""
    half = r"(?:\s?[ap]\.?m(?:\.(?!\w)|(?!\w)))"
    exact = rf"(?:[01]?\d|2[0-3]):\s?[0-5]\d(?::[0-5]\d)?(?!\d|:|\s?min){half}?"
    run = r"(?:[01]\d|2[0-3])[0-5]\d\s(?:utc|gmt)(?!\w)"
    return rf"(?:(?:{exact}|(?:1[0-2]|0?[1-9]){half}){zone}|{run})"
