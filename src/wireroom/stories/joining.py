"""Which names of persons are one person's: by the whole name, or by being the only one that fits.

Conservative, because a wrong joining puts words in somebody's mouth. A full name joins another of
the same sound; a family name alone, or with initials, joins the one full name that it can be
short for in its own Document, or else in the story.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from wireroom.records.stories import JoiningRule
from wireroom.stories.groups import Edge, Groups
from wireroom.stories.mentions import Mention
from wireroom.text.person_names import PersonName, fits, same_word

_SHORTEST = 3  # letters of a family name that joins on its own over Documents


def join_persons(mentions: Sequence[Mention]) -> list[Edge]:
    """Edges between mentions of persons; in which order these come changes nothing."""
    persons = sorted((one for one in mentions if one.person.is_known), key=Mention.place)
    full = [mention for mention in persons if mention.person.is_full]
    edges: list[Edge] = []
    groups = _by_whole(full)
    sure = [group for group in groups if not all(_is_unsure(one) for one in group)]
    unsure = [group for group in groups if all(_is_unsure(one) for one in group)]
    for group in sure:
        edges += _chain(group, "name", "one name, word by word")
    edges += _without_middle(sure)
    across = list(_across_scripts(groups))
    known = {edge.one.place() for edge in across}
    for group in unsure:
        if group[0].place() in known:
            edges += _chain(group, "story", "one name, word by word")
    edges += across
    people = Groups(full)
    for edge in edges:
        people.join(edge.one, edge.other)
    short = [mention for mention in persons if not mention.person.is_full]
    return [*edges, *_short(short, _Full(full), people)]


def _is_unsure(mention: Mention) -> bool:
    """Whether nothing but its being a known one in another script shows a name to be a person's."""
    return mention.kind is None and mention.person.arabic


class _Full:
    """The full names of a story, to be asked which of them a short one fits."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._in: dict[str, list[Mention]] = {}
        for mention in mentions:
            self._in.setdefault(mention.document, []).append(mention)
        names = [group[0] for group in _by_whole(mentions)]
        self._of: dict[str, list[Mention]] = {}
        for name in names:
            self._of.setdefault(name.person.family, []).append(name)
        self._arabic = [name for name in names if name.person.arabic]
        self._others = [name for name in names if not name.person.arabic]

    def near(self, mention: Mention) -> list[Mention]:
        """Those of its own Document."""
        return [
            one for one in self._in.get(mention.document, ()) if fits(mention.person, one.person)
        ]

    def fitting(self, mention: Mention) -> list[Mention]:
        """Those of the story, each name once."""
        name = mention.person
        elsewhere = self._others if name.arabic else self._arabic
        known = [*self._of.get(name.family, ()), *elsewhere]
        return [one for one in dict.fromkeys(known) if fits(name, one.person)]


def _by_whole(mentions: Iterable[Mention]) -> list[tuple[Mention, ...]]:
    found: dict[tuple[object, ...], list[Mention]] = {}
    for mention in mentions:
        found.setdefault(_whole(mention.person), []).append(mention)
    return [tuple(group) for group in found.values()]


def _whole(name: PersonName) -> tuple[object, ...]:
    return name.given, name.family, name.suffix, name.spouse


def _chain(group: Sequence[Mention], rule: JoiningRule, reason: str) -> Iterator[Edge]:
    for mention in group[1:]:
        yield Edge(group[0], mention, rule, reason)


def _without_middle(people: Sequence[tuple[Mention, ...]]) -> Iterator[Edge]:
    """Vladimir Putin and Vladimir Vladimirovich Putin, where no other middle name is in the way."""
    groups: dict[tuple[str, str, str], list[Mention]] = {}
    for group in people:
        name = group[0].person
        groups.setdefault((name.first, name.family, name.suffix), []).append(group[0])
    for bearers in groups.values():
        names = [mention.person for mention in bearers]
        if len(bearers) > 1 and all(_middles_agree(a, b) for a in names for b in names):
            reason = "one given name and one family name, and no other middle name in the story"
            yield from _chain(bearers, "story", reason)


def _middles_agree(one: PersonName, other: PersonName) -> bool:
    first, second = one.given[1:], other.given[1:]
    if not first or not second:
        return True
    return len(first) == len(second) and all(
        a == b or (a.endswith(".") or b.endswith(".")) and a[:1] == b[:1]
        for a, b in zip(first, second, strict=True)
    )


def _across_scripts(people: Sequence[tuple[Mention, ...]]) -> Iterator[Edge]:
    """A name in Arabic letters and the one name in others that it can be a spelling of."""
    arabic = [group[0] for group in people if group[0].person.arabic]
    others = [group[0] for group in people if not group[0].person.arabic]
    pairs = [(a, b) for a in arabic for b in others if _is_spelling(a.person, b.person)]
    times = Counter(mention.place() for pair in pairs for mention in pair)
    for one, other in pairs:
        if times[one.place()] == times[other.place()] == 1:
            yield Edge(one, other, "story", "one name in two scripts, and no other that fits it")


def _is_spelling(arabic: PersonName, other: PersonName) -> bool:
    alike = len(arabic.given) == len(other.given) and arabic.suffix == other.suffix
    places = (*range(len(arabic.given)), -1)
    return alike and all(same_word(arabic, other, at) for at in places)


def _short(short: Sequence[Mention], full: _Full, people: Groups) -> Iterator[Edge]:
    """Each short name and the one full name of its Document, or of the story, that it fits."""
    left: list[Mention] = []
    for mention in short:
        near = full.near(mention)
        if not near:
            left.append(mention)
        elif len({people.root(one) for one in near}) == 1:
            alone = len({_whole(one.person) for one in near}) == 1
            yield Edge(mention, near[0], "document" if alone else "story", _only("this document"))
    groups = _by_whole(left)
    for group in groups:
        yield from _in_the_story(group, full.fitting(group[0]), people)
    free = [group for group in groups if not full.fitting(group[0]) and _may_go_alone(group[0])]
    yield from _across_scripts(free)


def _only(where: str) -> str:
    return f"the only full name in {where} that it can be short for"


def _in_the_story(
    group: Sequence[Mention], fitting: Sequence[Mention], people: Groups
) -> Iterator[Edge]:
    """The mentions of one short name, none of which fits a full name of its own Document."""
    if len({people.root(one) for one in fitting}) == 1:
        for mention in group:
            yield Edge(mention, fitting[0], "story", _only("the story"))
    elif not fitting and _may_go_alone(group[0]):
        yield from _chain(group, "story", "one name, and nobody else in the story bears it")


def _may_go_alone(mention: Mention) -> bool:
    """Whether a short name says enough to be one over Documents."""
    return not mention.person.spouse and len(mention.person.written[-1]) >= _SHORTEST
