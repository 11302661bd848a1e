"""The list of how cues of one word or several stand to what they tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from wireroom.records.attributions import Stance
from wireroom.records.events import Certainty
from wireroom.records.languages import Rows

_STANCES = get_args(Stance)
_CERTAINTIES = get_args(Certainty)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the words of a cue make of its content, and what their negation does."""

    words: tuple[str, ...]
    stance: Stance
    certainty: Certainty
    negated: Stance
    negated_certainty: Certainty = "asserted"


Standings = Mapping[str, tuple[Standing, ...]]


def read_standings(rows: Rows) -> Standings:
    """The rows of a pack's list, by their last word, the longest first. Rows that name no stance
    or certainty are left out."""
    found: dict[str, list[Standing]] = {}
    for row in rows:
        if len(row) >= 4 and row[1] in _STANCES and row[3] in _STANCES and row[2] in _CERTAINTIES:
            words = tuple(row[0].casefold().split())
            stance, certainty, negated = row[1:4]
            otherwise = row[4] if len(row) > 4 and row[4] in _CERTAINTIES else "asserted"
            standing = Standing(
                words,
                cast(Stance, stance),
                cast(Certainty, certainty),
                cast(Stance, negated),
                cast(Certainty, otherwise),
            )
            found.setdefault(words[-1], []).append(standing)
    return {
        last: tuple(sorted(known, key=lambda standing: -len(standing.words)))
        for last, known in found.items()
    }


def standings_of(known: Standings, lemmas: Sequence[str], head: str) -> Standing | None:
    """The longest entry whose words all stand among the lemmas of a cue, in its order; one of a
    single word only where the cue turns on that."""
    best: Standing | None = None
    for last in dict.fromkeys(lemmas):
        for standing in known.get(last, ()):
            is_whole = len(standing.words) > 1 or last == head
            longer = best is None or len(standing.words) > len(best.words)
            if is_whole and longer and _is_within(standing.words, lemmas):
                best = standing
                break
    return best


def _is_within(words: Sequence[str], lemmas: Sequence[str]) -> bool:
    rest = iter(lemmas)
    return all(word in rest for word in words)


def read_hedges(rows: Rows) -> dict[tuple[str, str], Certainty]:
    """What a pack's words of certainty make of a clause, by where they stand and their lemma."""
    return {
        (row[2], row[0]): cast(Certainty, row[1])
        for row in rows
        if len(row) >= 3 and row[1] in _CERTAINTIES
    }
