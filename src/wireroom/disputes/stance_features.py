"""What the model of stance sees of a headline and a text: numbers without any word of a topic.

How many of the headline's words the text has, where, and how close together; and which words
of doubt, denial and report stand in the headline, in the opening, and where the two meet.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from wireroom.disputes.tokens import split_words
from wireroom.disputes.wordlists import words
from wireroom.records.spans import Span

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_STEM = 6  # letters of a word that are compared; cuts most endings of English and Russian
_LONGEST = 12_000  # characters of a text that are read
_OPENING = 3  # sentences
_LEAST = 3  # words of a sentence
_NEAR = 0.35  # the share of the headline that a sentence must have to be about it
_LISTS = ("refuting", "hedges", "negations", "certainties", "reporting")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the model reads it: the keys of its words, sentence by sentence."""

    sentences: tuple[tuple[str, ...], ...]
    stems: tuple[frozenset[str], ...]
    asks: tuple[bool, ...]
    counts: Mapping[str, int]
    pairs: frozenset[tuple[str, str]]
    length: int


@lru_cache(maxsize=2048)
def read_text(text: str) -> Reading:
    """The reading of a headline or of a text."""
    sentences: list[tuple[str, ...]] = []
    asks: list[bool] = []
    for found in _SENTENCE.finditer(text[:_LONGEST]):
        keys = tuple(word.key for word in split_words(text, Span(*found.span())))
        if len(keys) >= _LEAST or not sentences:
            sentences.append(keys)
            asks.append(found.group().rstrip().endswith("?"))
    stems = [[stem(key) for key in keys if key not in words("stop")] for keys in sentences]
    pairs = frozenset(pair for keys in stems for pair in zip(keys, keys[1:], strict=False))
    counts = Counter(key for keys in stems for key in keys)
    return Reading(
        tuple(sentences),
        tuple(frozenset(keys) for keys in stems),
        tuple(asks),
        counts,
        pairs,
        sum(len(keys) for keys in sentences),
    )


def stem(key: str) -> str:
    """The beginning of a word, by which its forms are held together."""
    return key[:_STEM]


def find_features(title: str, text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """The features by name. ``rarity`` weighs the stems that are common; others count as 1."""
    claim, body = read_text(title), read_text(text)
    stems = frozenset(claim.counts)
    shares = [_share(stems, sentence, rarity) for sentence in body.stems]
    found = _overlap(claim, body, shares, rarity)
    best = max(range(len(shares)), key=lambda i: (shares[i], -i), default=None)
    near = [i for i, share in enumerate(shares) if share >= _NEAR]
    zones = {
        "title": claim.sentences,
        "opening": body.sentences[:_OPENING],
        "best": [body.sentences[best]] if best is not None else [],
        "near": [body.sentences[i] for i in near],
        "text": body.sentences,
    }
    for zone, sentences in zones.items():
        found.update(_cues(zone, sentences))
    found["title asks"] = float(any(claim.asks))
    found["best asks"] = float(best is not None and body.asks[best])
    for kind in ("refuting", "negations", "hedges"):
        here, there = found[f"title {kind}"] > 0, found[f"best {kind}"] > 0
        found[f"{kind} in title only"] = float(here and not there)
        found[f"{kind} in best only"] = float(there and not here)
    return found


def _share(claim: frozenset[str], sentence: frozenset[str], rarity: Mapping[str, float]) -> float:
    total = sum(rarity.get(stem, 1.0) for stem in claim)
    common = sum(rarity.get(stem, 1.0) for stem in claim & sentence)
    return common / total if total else 0.0


def _overlap(
    claim: Reading, body: Reading, shares: Sequence[float], rarity: Mapping[str, float]
) -> dict[str, float]:
    stems = frozenset(claim.counts)
    everything = frozenset(body.counts)
    opening = frozenset[str]().union(*body.stems[:_OPENING])
    rare = sorted(stems, key=lambda s: (-rarity.get(s, 1.0), -len(s), s))
    ranked = sorted(shares, reverse=True)
    often = sum(math.log1p(body.counts.get(s, 0)) * rarity.get(s, 1.0) for s in stems)
    return {
        "share": _share(stems, everything, rarity),
        "share of opening": _share(stems, opening, rarity),
        "plain share": len(stems & everything) / max(1, len(stems)),
        "best share": ranked[0] if ranked else 0.0,
        "second share": ranked[1] if len(ranked) > 1 else 0.0,
        "third share": ranked[2] if len(ranked) > 2 else 0.0,
        "first share": shares[0] if shares else 0.0,
        "near sentences": math.log1p(sum(share >= _NEAR for share in shares)),
        "near part": sum(share >= _NEAR for share in shares) / max(1, len(shares)),
        "pairs": len(claim.pairs & body.pairs) / max(1, len(claim.pairs)),
        "rare words": sum(s in everything for s in rare[:3]) / max(1, len(rare[:3])),
        "often": often / max(1, len(stems)),
        "often for length": often / (1 + math.log1p(body.length)),
        "title length": math.log1p(claim.length),
        "text length": math.log1p(body.length),
        "sentences": math.log1p(len(body.sentences)),
        "missing": float(len(stems - everything)),
    }


def _cues(zone: str, sentences: Iterable[Sequence[str]]) -> dict[str, float]:
    counts: Counter[str] = Counter(key for keys in sentences for key in keys)
    length = max(1, counts.total())
    found = {}
    for name in _LISTS:
        hits = sum(counts[word] for word in words(name) if word in counts)
        found[f"{zone} {name}"] = math.log1p(hits)
        found[f"{zone} {name} part"] = hits / length
    if zone in ("title", "opening", "near"):
        for word in words("cues"):
            if word in counts:
                found[f"{zone}: {word}"] = 1.0
    return found
