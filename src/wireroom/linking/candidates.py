"""Which texts share words that few others have, found without holding all against all.

Every run of five words is looked up once. Runs that many unrelated texts carry are boilerplate
(a credit line, a paragraph of background that an outlet puts under every report); to know what
is unrelated, texts that repeat one another at length are first counted as one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wireroom.text.shingles import Codes, Words, shingles

Pair = tuple[int, int]

SIZE = 5  # words of a shingle
# Up to this many texts, all that hold a shingle are paired; of more, each with its next few in
# order, which is enough to find families and keeps the work linear.
ALL_PAIRS_UP_TO = 40
NEXT_FEW = 8
FAMILY_SHARE = 0.5  # of the shorter text's shingles, for two texts to be of one family


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of texts, as indexes, with how many rare shingles they share, and what is no evidence.

    ``boilerplate`` are the codes, sorted, of the shingles that stand in too many families.
    """

    shared: dict[Pair, int]
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

    def pairs(self, wanted: NDArray[np.bool_], most: int = ALL_PAIRS_UP_TO) -> Counter[Pair]:
        """How many of the wanted distinct codes each pair of texts shares."""
        total: Counter[Pair] = Counter()
        for count in np.unique(self.counts[wanted & (self.counts > 1)]):
            starts = self.starts[wanted & (self.counts == count)]
            holders = self.texts[starts[:, None] + np.arange(count)]
            reach = count if count <= most else NEXT_FEW + 1
            for step in range(1, int(reach)):
                keys = holders[:, :-step].ravel() * len(self.texts) + holders[:, step:].ravel()
                found, times = np.unique(keys, return_counts=True)
                for key, number in zip(found.tolist(), times.tolist(), strict=True):
                    total[divmod(key, len(self.texts))] += number
        return total


def find_candidates(texts: Sequence[Words], most_families: int, fewest: int) -> Candidates:
    """Pairs that share at least ``fewest`` shingles that at most ``most_families`` hold."""
    runs = [shingles(words.codes, SIZE) for words in texts]
    postings = _Postings.of(runs)
    every = np.ones(len(postings.starts), bool)
    together = postings.pairs(every)
    sizes = [len(np.unique(codes)) for codes in runs]
    families = _families(together, sizes)
    spread = _families_of_each(postings, families)
    rare = spread <= most_families
    shared = postings.pairs(rare) if not rare.all() else together
    return Candidates(
        shared={pair: number for pair, number in shared.items() if number >= fewest},
        boilerplate=postings.codes[postings.starts[~rare]],
    )


def pairs_of_holders(texts: Sequence[Sequence[int]], most: int) -> Counter[Pair]:
    """How many codes each two texts share; of codes that more than ``most`` texts hold, only pairs
    of neighbours are looked at."""
    postings = _Postings.of([np.array(codes, np.uint64) for codes in texts])
    return postings.pairs(np.ones(len(postings.starts), bool), most)


def _families(together: Counter[Pair], sizes: Sequence[int]) -> NDArray[np.int64]:
    """For each text, the smallest index of the texts that it repeats at length."""
    parent = list(range(len(sizes)))

    def root(text: int) -> int:
        while parent[text] != text:
            parent[text] = parent[parent[text]]
            text = parent[text]
        return text

    for (one, other), number in together.items():
        if number >= FAMILY_SHARE * min(sizes[one], sizes[other]):
            first, second = sorted((root(one), root(other)))
            parent[second] = first
    return np.array([root(text) for text in range(len(sizes))], np.int64)


def _families_of_each(postings: _Postings, families: NDArray[np.int64]) -> NDArray[np.int64]:
    """In how many families each distinct shingle stands."""
    group = np.repeat(np.arange(len(postings.starts)), postings.counts)
    held = np.unique(group * max(1, len(families)) + families[postings.texts])
    return np.bincount(held // max(1, len(families)), minlength=len(postings.starts))
