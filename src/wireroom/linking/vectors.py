"""Texts as weighted words, to see how much two of them speak of the same.

TF-IDF with cosine, as in information retrieval (Salton and Buckley 1988), with two turns: the
first words of a report weigh most, because news comes first; and words are counted against
more texts than are there, so that in a set of three articles a shared name still counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from wireroom.text.folding import fold
from wireroom.text.shingles import Codes, code_of, places_in

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
    """How much each term weighs in a text, under its code, and which of them never stand there as
    plain words: names, numbers, and what stands at the start of a sentence or in the title only.

    Arrays of one length in the order of the codes, which is the same on every machine.
    """

    codes: Codes
    weights: NDArray[np.float64]
    named: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.codes)


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
    codes = np.fromiter(map(code_of, total), np.uint64, len(total))
    order = np.argsort(codes)
    weights = np.fromiter(total.values(), np.float64, len(total))
    named = np.fromiter((term not in plain for term in total), np.bool_, len(total))
    return Terms(codes[order], weights[order], named[order])


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """In how many of ``texts`` each term stands; ``codes`` in order, ``holders`` beside them."""

    texts: int
    codes: Codes
    holders: NDArray[np.int64]

    def of(self, codes: Codes) -> NDArray[np.float64]:
        """For each term, the less the more texts hold it; a term that none holds counts as one."""
        places, found = places_in(self.codes, codes)
        held = np.ones(len(codes))
        held[found] = self.holders[places[found]]
        weights: NDArray[np.float64] = np.log((self.texts + UNSEEN_TEXTS + 1) / (held + 0.5))
        return weights

    def vector(self, terms: Terms) -> "Vector":
        """The terms weighed, of length one; empty for a text without a term."""
        weighed = np.log1p(terms.weights) * self.of(terms.codes)
        length = sqrt(float((weighed * weighed).sum()))
        return Vector(terms.codes, weighed / length, terms.named) if length else NO_WORDS


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Terms under their codes, weighed, of length one, and which of them are only names."""

    codes: Codes
    weights: NDArray[np.float64]
    named: NDArray[np.bool_]

    def heaviest(self, number: int) -> list[int]:
        """The codes of the terms that weigh most; of equal ones those of the least codes."""
        chosen: list[int] = self.codes[np.argsort(-self.weights, kind="stable")[:number]].tolist()
        return chosen


NO_WORDS = Vector(np.empty(0, np.uint64), np.empty(0), np.empty(0, np.bool_))


def rarity_in(counts: Sequence[Terms]) -> Rarity:
    """How rare each term is in the given texts."""
    every = [each.codes for each in counts]
    codes, holders = np.unique(
        np.concatenate(every) if every else np.empty(0, np.uint64), return_counts=True
    )
    return Rarity(len(counts), codes, holders.astype(np.int64))


def cosine(one: Vector, other: Vector) -> tuple[float, float]:
    """0 for nothing in common, 1 for the same words in the same weights; and how much of that
    comes from words that are more than names."""
    if len(one.codes) > len(other.codes):
        one, other = other, one
    places, found = places_in(other.codes, one.codes)
    there = places[found]
    alike = one.weights[found] * other.weights[there]
    plain = ~(one.named[found] | other.named[there])
    return float(alike.sum()), float(alike[plain].sum())


class Cosines:
    """The cosines of one vector with many others, for vectors that are all given beforehand."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        lengths = [len(vector.codes) for vector in vectors]
        self._lengths = np.array(lengths, np.int64)
        self._starts = np.cumsum([0, *lengths])[:-1]
        every = np.concatenate([vector.codes for vector in vectors] or [NO_WORDS.codes])
        distinct, terms = np.unique(every, return_inverse=True)
        self._terms = terms.astype(np.uint32)
        self._weights = np.concatenate([vector.weights for vector in vectors] or [NO_WORDS.weights])
        self._named = np.concatenate([vector.named for vector in vectors] or [NO_WORDS.named])
        self._mine = np.zeros(len(distinct))
        self._mine_named = np.zeros(len(distinct), np.bool_)

    def with_(
        self, one: int, others: NDArray[np.int64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """What ``cosine`` gives for the vector and each of the others, by their indexes."""
        own = slice(self._starts[one], self._starts[one] + self._lengths[one])
        terms = self._terms[own]
        self._mine[terms], self._mine_named[terms] = self._weights[own], self._named[own]
        lengths = self._lengths[others]
        row = np.repeat(np.arange(len(others)), lengths)
        ends = np.cumsum(lengths)
        places = np.arange(len(row)) + np.repeat(self._starts[others] - ends + lengths, lengths)
        theirs = self._terms[places]
        alike = self._mine[theirs] * self._weights[places]
        words: NDArray[np.float64] = np.bincount(row, alike, len(others)).astype(np.float64)
        alike[self._mine_named[theirs] | self._named[places]] = 0.0
        plain: NDArray[np.float64] = np.bincount(row, alike, len(others)).astype(np.float64)
        self._mine[terms], self._mine_named[terms] = 0.0, False
        return words, plain
