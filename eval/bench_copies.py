"""Times the search for shared words beside MinHash with LSH (datasketch), on texts with planted
copies and quotations.

    python -m eval.bench_copies     figures as one line of JSON

The texts are news articles of four open sets. Into every tenth a copy of the one before is planted,
one word in twenty-five changed; into every tenth other a quotation of 25 words. What is timed of
both starts from the texts and ends with pairs that may share words; what Wireroom then takes to say
which words they are is timed beside it. MinHash has 128 permutations over runs of five words and a
threshold of 0.5, its usual setting for near-duplicates.
"""

import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from datasketch import MinHash, MinHashLSH

from eval.gate import YARDSTICKS
from wireroom.linking.candidates import find_candidates
from wireroom.linking.reuse import FEWEST_RARE_RUNS, MOST_FAMILIES, shared_texts
from wireroom.linking.units import units_of
from wireroom.records.documents import Document
from wireroom.text.shingles import words_of

SETS = (
    ("fakes.jsonl.gz", "text"),
    ("training/fnc_train_bodies.jsonl.gz", "body"),
    ("training/polnear_train.jsonl.gz", "text"),
    ("training/muc4_train.jsonl.gz", "text"),
)
FEWEST_WORDS = 100  # of a text
EVERY = 10
CHANGED, QUOTED = 25, 25  # one word in so many; words of a quotation
RUN = 5

Pair = tuple[str, str]


@dataclass(frozen=True)
class Found:
    """Seconds of one core, and the shares of the planted copies and quotations that were found."""

    seconds: float
    copies: float
    quotations: float


@dataclass(frozen=True)
class Figures:
    """``aligned`` is what Wireroom gives when it has aligned what it found."""

    documents: int
    ours: Found
    aligned: Found
    theirs: Found


def planted() -> tuple[list[Document], set[Pair], set[Pair]]:
    """The texts, the pairs of which one is a copy, and those of which one quotes the other."""
    texts = [
        Document(f"{name} {number}", row[field])
        for name, field in SETS
        for number, row in enumerate(_rows(name))
        if len(row[field].split()) >= FEWEST_WORDS
    ]
    copies, quotations = set(), set()
    for index in range(EVERY, len(texts), EVERY):
        source = texts[index - 1]
        words = source.text.split(" ")
        words[::CHANGED] = [f"x{index}"] * len(words[::CHANGED])
        texts[index] = replace(texts[index], text=" ".join(words))
        copies.add((source.id, texts[index].id))
        quote = " ".join(texts[index - 2].text.split()[30 : 30 + QUOTED])
        host = texts[index - 5]
        texts[index - 5] = replace(host, text=f"{host.text} “{quote}”")
        quotations.add((texts[index - 2].id, host.id))
    return texts, copies, quotations


def _rows(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(YARDSTICKS / "data" / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def by_wireroom(texts: Sequence[Document]) -> set[Pair]:
    """The pairs that may share words."""
    words = [words_of(text.text) for text in texts]
    pairs = find_candidates(words, MOST_FAMILIES, FEWEST_RARE_RUNS).shared
    return {(texts[one].id, texts[other].id) for one, other in pairs}


def with_stretches(texts: Sequence[Document]) -> set[Pair]:
    """The pairs that share words, with their stretches aligned."""
    found = shared_texts(units_of(texts))
    return {(each.one.document.id, each.other.document.id) for each in found}


def by_minhash(texts: Sequence[Document]) -> set[Pair]:
    """The pairs that MinHash with LSH proposes."""
    index, found = MinHashLSH(threshold=0.5, num_perm=128), set()
    for text in texts:
        words = re.findall(r"\w+", text.text.casefold())
        signature = MinHash(num_perm=128)
        signature.update_batch(
            [" ".join(words[at : at + RUN]).encode() for at in range(len(words) - RUN + 1)]
        )
        found |= {(str(other), text.id) for other in index.query(signature)}
        index.insert(text.id, signature)
    return found


def measure() -> Figures:
    """The figures of both, on the same texts in one process."""
    texts, copies, quotations = planted()
    return Figures(
        len(texts),
        _found(by_wireroom, texts, copies, quotations),
        _found(with_stretches, texts, copies, quotations),
        _found(by_minhash, texts, copies, quotations),
    )


def _found(
    search: Callable[[Sequence[Document]], set[Pair]],
    texts: Sequence[Document],
    copies: set[Pair],
    quotations: set[Pair],
) -> Found:
    started = time.process_time()
    pairs = search(texts)
    seconds = time.process_time() - started
    either = pairs | {(other, one) for one, other in pairs}
    shares = (len(planted & either) / len(planted) for planted in (copies, quotations))
    return Found(seconds, *shares)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure())) + "\n")
