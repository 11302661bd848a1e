"""An attribution on its way: found in the syntax, not yet resolved to a speaker."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from wireroom.records.attributions import AttributionKind, Stance
from wireroom.records.spans import Span

Frame = Literal[
    "clause",  # said that …
    "beside",  # …, she said, …
    "quotation",  # said: "…"
    "infinitive",  # wants to …
    "object",  # rejected the plan
    "object-and-rest",  # urged the council to act
    "preposition",  # warned of …
    "preposition-and-rest",  # called on the council to act
    "passive",  # is expected to …
    "noun-clause",  # the claim that …
    "noun-infinitive",  # the promise to …
    "noun-preposition",  # criticism of …
    "source-preposition",  # according to …
    "cited",  # quoted by …
    "adverb",  # reportedly …
    "adjective",  # the alleged …
    "line",  # NAME: …
    "block",  # writes: and what follows
    "silence",  # declined to comment
]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cue would govern: the words of its content, and those that join its own."""

    frame: Frame
    head: int
    content: tuple[int, ...]
    joins_cue: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Source and cue as token indexes, content as spans of the text.

    ``head`` is the token that the cue turns on, ``source_head`` the one that the source does.
    ``content_head`` and ``first`` are the head and the first token of the content that the syntax
    gives. ``kind`` is None where the quotation marks in the content decide, ``stance``
    where the cue word does. ``within`` is the head of the draft whose content this one is
    the source of: X, *citing Y*, said. ``chance`` is what a model gives it, None where the syntax
    found it.
    """

    head: int
    frame: Frame
    cue: tuple[int, ...]
    source: tuple[int, ...]
    source_head: int | None
    content: tuple[Span, ...]
    content_head: int | None = None
    first: int | None = None
    kind: AttributionKind | None = None
    stance: Stance | None = None
    within: int | None = None
    chance: float | None = None


_STRETCH = 1_000  # characters by which drafts are looked up
_SAME = 0.5  # share of the characters of both contents that are in both, from which on they are one


def without_repeats(surer: Iterable[Draft], others: Iterable[Draft]) -> Iterator[Draft]:
    """Every draft whose cue is free; of the others not those that tell again what a surer one
    tells."""
    taken: set[int] = set()
    told: dict[int, list[Draft]] = defaultdict(list)
    for draft in surer:
        if not taken.intersection(draft.cue):
            taken.update(draft.cue)
            for stretch in _stretches(draft):
                told[stretch].append(draft)
            yield draft
    for draft in others:
        near = (known for stretch in _stretches(draft) for known in told[stretch])
        if not taken.intersection(draft.cue) and not any(_is_same(draft, known) for known in near):
            taken.update(draft.cue)
            yield draft


def _stretches(draft: Draft) -> set[int]:
    return {
        stretch
        for span in draft.content
        for stretch in range(span.start // _STRETCH, span.end // _STRETCH + 1)
    }


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell one content, by the share of characters, for one source."""
    if one.source and other.source and not set(one.source) & set(other.source):
        return False
    both = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.content
        for b in other.content
    )
    size = sum(span.end - span.start for span in (*one.content, *other.content))
    return both >= _SAME * (size - both)
