"""A passage laid out for the finders of events, and a trigger in it."""

from bisect import bisect_left
from dataclasses import dataclass

from wireroom.extraction.events.clauses import Tree
from wireroom.extraction.events.lexicon import Lexicon, TriggerEntry
from wireroom.records.annotations import AnnotatedText, Entity
from wireroom.records.values import Values


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with all that finders of events look up in it. ``names`` is the entity that a
    token is in; ``words`` the lemmas of each sentence; ``dated`` the tokens that tell a
    time, ``placed`` those that name a place smaller than a country."""

    annotated: AnnotatedText
    tree: Tree
    lexicon: Lexicon
    names: dict[int, Entity]
    words: tuple[frozenset[str], ...]
    dated: frozenset[int]
    placed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Trigger:
    """``token`` is the head of the words from ``first`` to ``last`` (inclusive)."""

    token: int
    first: int
    last: int
    entry: TriggerEntry
    mode: str | None
    noun: bool

    @property
    def weak(self) -> bool:
        """Whether it names a thing that goes with a happening rather than the happening."""
        return self.entry.frame.startswith("weak")


def read_passage(annotated: AnnotatedText, tree: Tree, lexicon: Lexicon, values: Values) -> Reading:
    """Look-ups for one passage; linear in its length."""
    names = {
        index: entity
        for entity in sorted(annotated.entities, key=lambda one: (one.start, -one.end))
        for index in _tokens_in(tree, entity.start, entity.end)
    }
    words = tuple(frozenset(tree.keys[first:last]) for first, last in tree.bounds)
    dated = frozenset(
        index for date in values.dates for index in _tokens_in(tree, date.start, date.end)
    )
    placed = frozenset(
        index
        for place in values.places
        if place.use == "name" and place.precision != "country"
        for index in _tokens_in(tree, place.start, place.end)
    )
    return Reading(annotated, tree, lexicon, names, words, dated, placed)


def _tokens_in(tree: Tree, start: int, end: int) -> range:
    first = bisect_left(tree.tokens, start + 1, key=lambda token: token.end)
    return range(first, max(first, bisect_left(tree.tokens, end, key=lambda token: token.start)))
