"""Holds attributions against labelled ones of the same text.

Text is cut into words and marks; a token is in a span when they share a character. All figures
are over the whole set, not means of texts.

    content, source, cue  tokens: is this one in that role of any attribution?
    attribution           pairs, one to one, of which the contents share half of their tokens
    full                  such a pair whose sources share a token too, or have both none
    direct, mixed, …      the share of labelled attributions of that kind that have a pair
    direct content        tokens inside what is given out as direct speech that are content
    stance                pairs with the same stance
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Spans = Sequence[Sequence[int]]
Labels = Sequence[dict[str, Any]]  # attributions, as the contract prints them
Counts = Counter[tuple[str, str]]  # (measure, "right" | "labelled" | "found")

ROLES = ("content", "source", "cue")
WHOLE = ("attribution", "full")
KINDS = ("direct", "mixed", "indirect")
HALF = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision or recall is None where the measure has none."""

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean, where both are known."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def value(self) -> float | None:
        """The one number that stands for it: F1, or whichever of the two there is."""
        known = [each for each in (self.precision, self.recall) if each is not None]
        return known[0] if len(known) == 1 else self.f1


@dataclass(frozen=True, slots=True)
class _Tokens:
    """An attribution as the numbers of its tokens."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    kind: str
    stance: str

    def shared(self, other: "_Tokens") -> float:
        """How much of both contents is common; the cues decide where neither has any."""
        together = self.content | other.content
        if not together:
            return float(bool(self.cue & other.cue))
        return len(self.content & other.content) / len(together)

    def same_source(self, other: "_Tokens") -> bool:
        return bool(self.source & other.source) or not (self.source or other.source)


def count(text: str, labelled: Labels, found: Labels) -> Counts:
    """What one text adds to the figures; counts of several texts are added up."""
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    gold, ours = ([_as_tokens(each, tokens) for each in side] for side in (labelled, found))
    counts: Counts = Counter()
    for role in ROLES:
        there, here = (frozenset().union(*(getattr(x, role) for x in s)) for s in (gold, ours))
        _add(counts, role, len(there & here), len(there), len(here))
    for measure in WHOLE:
        _add(counts, measure, 0, len(gold), len(ours))
    for each in gold:
        counts[each.kind, "labelled"] += 1
    _add_direct_content(counts, gold, ours)
    for one, other in _pairs(gold, ours):
        counts["attribution", "right"] += 1
        counts["full", "right"] += one.same_source(other)
        counts[one.kind, "right"] += 1
        _add(counts, "stance", one.stance == other.stance, 0, 1)
    return counts


def figures(counts: Counts) -> dict[str, Figure]:
    """Every measure by its name, in the order in which it is printed."""
    made = {}
    for measure in (*ROLES, *WHOLE):
        made[measure] = Figure(
            _share(counts, measure, "found") or 0.0, _share(counts, measure, "labelled") or 0.0
        )
    for kind in KINDS:
        made[kind] = Figure(None, _share(counts, kind, "labelled"))
    for measure in ("direct content", "stance"):
        made[measure] = Figure(_share(counts, measure, "found"), None)
    return made


def as_table(counts: Counts) -> str:
    """The figures for a person to read, in hundredths."""
    rows = [f"{'':16}{'P':>7}{'R':>7}{'F1':>7}"]
    for measure, figure in figures(counts).items():
        cells = "".join(map(_cell, (figure.precision, figure.recall, figure.f1)))
        of = counts[measure, "labelled"] or counts[measure, "found"]
        rows.append(f"{measure:16}{cells}   of {of}")
    return "\n".join(rows) + "\n"


def _cell(value: float | None) -> str:
    return f"{'':7}" if value is None else f"{100 * value:7.1f}"


def _share(counts: Counts, measure: str, of: str) -> float | None:
    whole = counts[measure, of]
    return counts[measure, "right"] / whole if whole else None


def _add(counts: Counts, measure: str, right: int, labelled: int, found: int) -> None:
    counts[measure, "right"] += right
    counts[measure, "labelled"] += labelled
    counts[measure, "found"] += found


def _add_direct_content(counts: Counts, gold: Sequence[_Tokens], ours: Sequence[_Tokens]) -> None:
    content = frozenset().union(*(each.content for each in gold))
    direct = frozenset().union(*(each.content for each in ours if each.kind == "direct"))
    _add(counts, "direct content", len(direct & content), 0, len(direct))


def _pairs(gold: Sequence[_Tokens], ours: Sequence[_Tokens]) -> Iterator[tuple[_Tokens, _Tokens]]:
    """One to one, the closest first; of equally close ones those of one source, then of one cue."""
    close = [
        (-shared, not one.same_source(other), not one.cue & other.cue, g, o)
        for g, one in enumerate(gold)
        for o, other in enumerate(ours)
        if (shared := one.shared(other)) >= HALF
    ]
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    for *_, g, o in sorted(close):
        if g not in taken_gold and o not in taken_ours:
            taken_gold.add(g)
            taken_ours.add(o)
            yield gold[g], ours[o]


def _as_tokens(attribution: dict[str, Any], tokens: Sequence[tuple[int, int]]) -> _Tokens:
    content, source, cue = (_inside(attribution[role], tokens) for role in ROLES)
    return _Tokens(content, source, cue, attribution["kind"], attribution["stance"])


def _inside(spans: Spans, tokens: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        number
        for number, (start, end) in enumerate(tokens)
        if any(start < last and end > first for first, last in spans)
    )
