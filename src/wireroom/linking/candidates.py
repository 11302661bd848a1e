"""Which texts share words that few others have, found without holding all against all.

Every run of five words is looked up once. Runs that many unrelated texts carry are boilerplate
(a credit line, a paragraph of background that an outlet puts under every report); to know what
is unrelated, texts that repeat one another at length are first counted as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wireroom.linking.joining import Joined
from wireroom.text.shingles import Codes, Words, shingles

Pair = tuple[int, int]

SIZE = 5  # words of a shingle
# Up to this many texts, all that hold a shingle are paired; of more, each with its next few in
# order, which is enough to find families and keeps the work linear.
ALL_PAIRS_UP_TO = 40
NEXT_FEW = 8
PART = 10_000  # texts whose pairs are counted at once
FAMILY_SHARE = 0.5  # of the shorter text's shingles, for two texts to be of one family


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of texts that share rare shingles, and what is no evidence.

    ``boilerplate`` are the codes, sorted, of the shingles that stand in too many families.
    """

    shared: "Shared"
    boilerplate: Codes


@dataclass(frozen=True, slots=True, eq=False)
class _Postings:
    """The distinct shingles of every text, sorted by code and then by text."""

    codes: Codes
    texts: NDArray[np.int64]
    starts: NDArray[np.int64]  # where each distinct code begins
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, runs: Sequence[Codes]) -> "_Postings":
        distinct = [np.unique(codes) for codes in runs]
        texts = np.repeat(np.arange(len(runs)), [len(codes) for codes in distinct])
        codes = np.concatenate(distinct) if distinct else np.empty(0, np.uint64)
        order = np.argsort(codes, kind="stable")
        codes, texts = codes[order], texts[order]
        _, starts, counts = np.unique(codes, return_index=True, return_counts=True)
        return cls(codes, texts, starts, counts)

    def pairs(
        self, wanted: NDArray[np.bool_], fewest: int, most: int = ALL_PAIRS_UP_TO
    ) -> "Shared":
        """The pairs of texts that share at least ``fewest`` of the wanted distinct codes.

        Counted for one part of the texts after the other, so that what is in memory at once does
        not grow with the square of their number.
        """
        texts = int(self.texts.max(initial=-1)) + 1
        chosen = np.flatnonzero(wanted & (self.counts > 1))
        found = [NO_PAIRS]
        for first in range(0, texts, PART):
            keys = self._keys_of_part(chosen, (first, first + PART), texts, most)
            keys, counts = np.unique(keys, return_counts=True)
            enough = counts >= fewest
            one, other = np.divmod(keys[enough], max(1, texts))
            found.append(Shared(one, other, counts[enough]))
        return Shared(
            *(np.concatenate([getattr(part, name) for part in found]) for name in Shared.__slots__)
        )

    def _keys_of_part(
        self, chosen: NDArray[np.int64], part: Pair, texts: int, most: int
    ) -> NDArray[np.int64]:
        """For each chosen code and pair that holds it, the first of which lies in the part, one
        number for the pair."""
        keys = [np.empty(0, np.int64)]
        for count in np.unique(self.counts[chosen]).tolist():
            starts = self.starts[chosen[self.counts[chosen] == count]]
            holders = self.texts[starts[:, None] + np.arange(count)]
            reach = count if count <= most else NEXT_FEW + 1
            for step in range(1, reach):
                one, other = holders[:, :-step].ravel(), holders[:, step:].ravel()
                mine = (one >= part[0]) & (one < part[1])
                keys.append(one[mine] * texts + other[mine])
        return np.concatenate(keys)


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Pairs of texts, as indexes, the smaller first, in order, and how many codes both hold."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    counts: NDArray[np.int64]

    def where(self, kept: NDArray[np.bool_]) -> "Shared":
        """Some of the pairs."""
        return Shared(self.one[kept], self.other[kept], self.counts[kept])

    def __iter__(self) -> Iterator[Pair]:
        return zip(self.one.tolist(), self.other.tolist(), strict=True)


NO_PAIRS = Shared(*(np.empty(0, np.int64) for _ in range(3)))


def find_candidates(texts: Sequence[Words], most_families: int, fewest: int) -> Candidates:
    """Pairs that share at least ``fewest`` shingles that at most ``most_families`` hold."""
    runs = [shingles(words.codes, SIZE) for words in texts]
    postings = _Postings.of(runs)
    together = postings.pairs(np.ones(len(postings.starts), bool), 1)
    families = _families(together, np.array([len(np.unique(codes)) for codes in runs], np.int64))
    rare = _families_of_each(postings, families) <= most_families
    return Candidates(
        shared=postings.pairs(rare, fewest),
        boilerplate=postings.codes[postings.starts[~rare]],
    )


def pairs_of_holders(texts: Sequence[Sequence[int]], most: int, fewest: int) -> Shared:
    """The pairs of texts that share at least ``fewest`` codes, those left out that more than
    ``most`` texts hold: what everybody has ties nobody."""
    postings = _Postings.of([np.array(codes, np.uint64) for codes in texts])
    return postings.pairs(postings.counts <= most, fewest, most)


def _families(together: Shared, sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each text, the smallest index of the texts that it repeats at length."""
    families = Joined(range(len(sizes)))
    shorter = np.minimum(sizes[together.one], sizes[together.other])
    repeated = together.counts >= FAMILY_SHARE * shorter
    for one, other in zip(
        together.one[repeated].tolist(), together.other[repeated].tolist(), strict=True
    ):
        families.join(one, other)
    return np.array([families.home(text) for text in range(len(sizes))], np.int64)


def _families_of_each(postings: _Postings, families: NDArray[np.int64]) -> NDArray[np.int64]:
    """In how many families each distinct shingle stands."""
    group = np.repeat(np.arange(len(postings.starts)), postings.counts)
    held = np.unique(group * max(1, len(families)) + families[postings.texts])
    return np.bincount(held // max(1, len(families)), minlength=len(postings.starts))
