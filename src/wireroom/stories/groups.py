"""Mentions put together to speakers: what was found, and above it what a person decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wireroom.records.decisions import SpeakerDecision, SpeakerName
from wireroom.records.stories import JoiningRule
from wireroom.stories.mentions import Mention

Place = tuple[str, str, str]

_STRENGTH: dict[JoiningRule, int] = {
    "decision": 0,
    "name": 1,
    "copy": 2,
    "document": 3,
    "story": 4,
}


@dataclass(frozen=True, slots=True)
class Edge:
    """Two mentions that are taken for one speaker's."""

    one: Mention
    other: Mention
    rule: JoiningRule
    reason: str


class Groups:
    """Mentions in groups, of which no two may meet that are held apart."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._above = {mention.place(): mention.place() for mention in mentions}
        self._apart: dict[Place, set[Place]] = {}

    def root(self, mention: Mention) -> Place:
        """The same for all mentions of a group."""
        return self._root(mention.place())

    def join(self, one: Mention, other: Mention) -> bool:
        """Makes one group of two; False where they are held apart."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return True
        if second in self._apart.get(first, ()):
            return False
        self._above[second] = first
        for third in self._apart.pop(second, set()):
            self._apart[third].discard(second)
            self._hold(first, third)
        return True

    def part(self, one: Mention, other: Mention) -> bool:
        """Holds two groups apart; False where they are one already."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        self._hold(first, second)
        return True

    def _hold(self, first: Place, second: Place) -> None:
        self._apart.setdefault(first, set()).add(second)
        self._apart.setdefault(second, set()).add(first)

    def _root(self, place: Place) -> Place:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place


def group_mentions(
    mentions: Sequence[Mention], edges: Iterable[Edge], decisions: Sequence[SpeakerDecision] = ()
) -> list[tuple[tuple[Mention, ...], tuple[Edge, ...]]]:
    """The groups, each with the edges that hold it together.

    Decisions come before anything that was found, the last one first; of what was found, the
    surest comes first, and what would bring together two that a person holds apart is left out.
    """
    groups = Groups(mentions)
    held = _decide(groups, mentions, decisions)
    for edge in sorted(edges, key=_order):
        if groups.join(edge.one, edge.other):
            held.append(edge)
    together: dict[Place, list[Mention]] = {}
    for mention in mentions:
        together.setdefault(groups.root(mention), []).append(mention)
    held_by: dict[Place, list[Edge]] = {}
    for edge in held:
        held_by.setdefault(groups.root(edge.one), []).append(edge)
    return [(tuple(group), tuple(held_by.get(root, ()))) for root, group in together.items()]


def _order(edge: Edge) -> tuple[int, Place, Place]:
    return _STRENGTH[edge.rule], edge.one.place(), edge.other.place()


def _decide(
    groups: Groups, mentions: Sequence[Mention], decisions: Sequence[SpeakerDecision]
) -> list[Edge]:
    held: list[Edge] = []
    seen: set[frozenset[SpeakerName]] = set()
    for decision in reversed(decisions):
        pair = frozenset((decision.one, decision.other))
        if pair in seen:
            continue
        seen.add(pair)
        for one in _named(decision.one, mentions):
            for other in _named(decision.other, mentions):
                if one.place() == other.place():
                    continue
                if decision.verdict == "not the same":
                    groups.part(one, other)
                elif decision.verdict == "same" and groups.join(one, other):
                    held.append(Edge(one, other, "decision", _by_whom(decision)))
    return held


def _named(name: SpeakerName, mentions: Sequence[Mention]) -> list[Mention]:
    return sorted(
        (
            mention
            for mention in mentions
            if mention.name == name.name and name.document in (None, mention.document)
        ),
        key=Mention.place,
    )


def _by_whom(decision: SpeakerDecision) -> str:
    by = f" by {decision.by}" if decision.by else ""
    return f"decided{by}" + (f": {decision.note}" if decision.note else "")
