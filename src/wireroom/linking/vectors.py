"""Texts as weighted words, to see how much two of them speak of the same.

TF-IDF with cosine, as in information retrieval (Salton and Buckley 1988), with two turns: the
first words of a report weigh most, because news comes first; and words are counted against
more texts than are there, so that in a set of three articles a shared name still counts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from math import log, log1p, sqrt

from wireroom.text.folding import fold

HALF_WEIGHT = 35  # words from the start after which a word weighs half of the first
TITLE_WEIGHT = 1.5  # a word of the title, where the first of the text is 1
NAME_WEIGHT = 2.0  # a word with a capital inside a sentence
NUMBER_WEIGHT = 2.0
UNSEEN_TEXTS = 100  # texts of other stories that the given ones are imagined among
MOST_WORDS = 2_000  # of one text; what comes after weighs next to nothing

_WORD = re.compile(r"[^\W_]+|[.!?\n]")
_SENTENCE_ENDS = frozenset(".!?\n")
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "y")
_SHORTEST = 4  # letters that are left when an ending is taken off


@cache
def _stop_words() -> frozenset[str]:
    lines = files("wireroom.linking").joinpath("stop_words.txt").read_text(encoding="utf-8")
    return frozenset(fold(line) for line in lines.splitlines() if not line.startswith("#"))


@lru_cache(maxsize=200_000)
def term_of(word: str) -> str:
    """A word without its ending, "" for one that says nothing.

    A few English endings are cut; words of other alphabets are cut to six letters. Crude, and
    enough to see that "vetoed" and "veto" speak of the same.
    """
    if word in _stop_words() or (len(word) == 1 and not word.isdigit()):
        return ""
    if not word.isascii():
        return word[:6]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def terms_of(text: str) -> Iterator[tuple[str, float, bool]]:
    """The terms of a text in order, each with what its kind weighs, names and numbers most, and
    whether it is written as a plain word, without a capital."""
    starts_sentence = True
    for match in islice(_WORD.finditer(text), MOST_WORDS):
        word = match.group()
        if word in _SENTENCE_ENDS:
            starts_sentence = True
            continue
        if term := term_of(fold(word)):
            yield term, _kind_weight(word, starts_sentence), _is_plain(word)
        starts_sentence = False


def _is_plain(word: str) -> bool:
    """Whether it is no number and has no capital; scripts without capitals have no names here."""
    return not word[0].isupper() and not word[0].isdigit()


def _kind_weight(word: str, starts_sentence: bool) -> float:
    if word[0].isdigit():
        return NUMBER_WEIGHT
    return NAME_WEIGHT if word[0].isupper() and not starts_sentence else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """How much each term weighs in a text, and which of them never stand there as plain words:
    names, numbers, and what stands at the start of a sentence or in the title only."""

    weights: Mapping[str, float]
    names: frozenset[str]


def count_terms(text: str, title: str | None) -> Terms:
    """The terms of a text with its title, before rarity is looked at."""
    total: dict[str, float] = defaultdict(float)
    plain: set[str] = set()
    for place, (term, weight, is_plain) in enumerate(terms_of(text)):
        total[term] += weight / (1 + place / HALF_WEIGHT)
        if is_plain:
            plain.add(term)
    for term, _, _ in terms_of(title or ""):
        total[term] += TITLE_WEIGHT  # a title's capitals say nothing about names
    return Terms(total, frozenset(total.keys() - plain))


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """In how many of ``texts`` each term stands."""

    texts: int
    holders: Mapping[str, int]

    def of(self, term: str) -> float:
        """The more texts hold the term, the less; a term that none of them holds counts as one."""
        return log((self.texts + UNSEEN_TEXTS + 1) / (self.holders.get(term, 1) + 0.5))

    def vector(self, terms: Terms) -> "Vector":
        """The terms weighed, of length one; empty for a text without a term."""
        weighed = {
            term: log1p(weight) * self.of(term) for term, weight in sorted(terms.weights.items())
        }
        length = sqrt(sum(weight * weight for weight in weighed.values()))
        if not length:
            return NO_WORDS
        return Vector({term: weight / length for term, weight in weighed.items()}, terms.names)


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Weighed terms, of length one, and which of them are only names."""

    weights: Mapping[str, float]
    names: frozenset[str]

    def heaviest(self, number: int) -> Sequence[str]:
        """The terms that weigh most; of equal ones the first of the alphabet."""
        return sorted(self.weights, key=lambda term: (-self.weights[term], term))[:number]


NO_WORDS = Vector({}, frozenset())


def rarity_in(counts: Sequence[Terms]) -> Rarity:
    """How rare each term is in the given texts."""
    return Rarity(len(counts), Counter(term for each in counts for term in each.weights))


def cosine(one: Vector, other: Vector) -> tuple[float, float]:
    """0 for nothing in common, 1 for the same words in the same weights; and how much of that
    comes from words that are more than names."""
    if len(one.weights) > len(other.weights):
        one, other = other, one
    names = one.names | other.names
    named = plain = 0.0
    for term, weight in one.weights.items():
        theirs = other.weights.get(term)
        if theirs is None:
            continue
        if term in names:
            named += weight * theirs
        else:
            plain += weight * theirs
    return named + plain, plain
