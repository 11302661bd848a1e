"""What a language's lists say about numbers, what they count, and what befell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wireroom.extraction.compiled import once_a_pack
from wireroom.records.languages import LanguagePack, Rows
from wireroom.text.numerals import NumeralReader
from wireroom.text.words import word_key

PERSONS = frozenset({"person", "civilian", "child", "woman", "combatant"})
Words = tuple[str, ...]
_PARSED = ("en", "ru")  # languages whose annotators parse


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: its lemma, and its kind ("person", "child", "weapon", "measure", …)."""

    lemma: str
    kind: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Word sequences, each with a meaning, by their last word and by their first."""

    ending: Mapping[str, tuple[tuple[Words, str], ...]]
    beginning: Mapping[str, tuple[tuple[Words, str], ...]]

    def before(self, words: list[str], end: int) -> tuple[int, str] | None:
        """How many words a phrase takes that ends before ``end``, and what it means."""
        for phrase, meaning in self.ending.get(words[end - 1], ()) if end > 0 else ():
            if end >= len(phrase) and tuple(words[end - len(phrase) : end]) == phrase:
                return len(phrase), meaning
        return None

    def after(self, words: list[str], start: int) -> tuple[int, str] | None:
        """How many words a phrase takes that begins at ``start``, and what it means."""
        for phrase, meaning in self.beginning.get(words[start], ()) if start < len(words) else ():
            if tuple(words[start : start + len(phrase)]) == phrase:
                return len(phrase), meaning
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled lists of one language. ``head_last``: the noun ends its phrase (English).

    ``shares`` are words for a part of a number ("half of"), with what to multiply it by.
    ``parsed``: there is a parser. ``duals`` are nouns that say how many by their form ("قتيلان").
    """

    numerals: NumeralReader
    units: Mapping[str, Unit]
    approximations: Phrases
    shares: Phrases
    afterwards: Phrases
    roles: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, Phrases]
    parts: Phrases
    words: Mapping[str, frozenset[str]]
    head_last: bool
    parsed: bool
    duals: Mapping[str, float]


@once_a_pack
def lexicon_of(pack: LanguagePack) -> Lexicon:
    """The lexicon of a pack."""
    single: dict[str, dict[str, str]] = {}
    longer: dict[str, list[tuple[str, str]]] = {}
    for written, role, how in pack.rows("roles"):
        words = word_key(written)
        if " " in words or how in ("before", "toll"):
            longer.setdefault(how, []).append((words, role))
        else:
            single.setdefault(how, {})[words] = role
    words_of: dict[str, set[str]] = {}
    for row in pack.rows("quantity_words"):
        words_of.setdefault(row[0], set()).add(word_key(row[1]))
    units = {word_key(row[0]): Unit(row[1], row[2]) for row in pack.rows("units")}
    parsed = pack.code in _PARSED
    if not parsed:
        harmed = single.get("counted", {})
        units = {**dict.fromkeys(harmed, Unit("person", "person")), **units}
    return Lexicon(
        NumeralReader(pack.rows("numbers"), "." if pack.code == "en" else ","),
        units,
        _phrases(_pairs(pack.rows("approximations"))),
        _phrases(_pairs(pack.rows("shares"))),
        _phrases(_pairs(pack.rows("approximations_after"))),
        single,
        {how: _phrases(pairs) for how, pairs in longer.items()},
        _phrases((row[0], "part") for row in pack.rows("parts")),
        {name: frozenset(words) for name, words in words_of.items()},
        pack.code == "en",
        parsed,
        {word_key(row[0]): float(row[3]) for row in pack.rows("units") if len(row) > 3},
    )


def _pairs(rows: Rows) -> Iterable[tuple[str, str]]:
    return ((row[0], row[1]) for row in rows)


def _phrases(pairs: Iterable[tuple[str, str]]) -> Phrases:
    ending: dict[str, list[tuple[Words, str]]] = {}
    beginning: dict[str, list[tuple[Words, str]]] = {}
    for text, meaning in pairs:
        words = tuple(word_key(text).split())
        ending.setdefault(words[-1], []).append((words, meaning))
        beginning.setdefault(words[0], []).append((words, meaning))
    return Phrases(_longest_first(ending), _longest_first(beginning))


def _longest_first(
    found: Mapping[str, list[tuple[Words, str]]],
) -> dict[str, tuple[tuple[Words, str], ...]]:
    return {
        word: tuple(sorted(phrases, key=lambda phrase: (-len(phrase[0]), phrase)))
        for word, phrases in found.items()
    }
