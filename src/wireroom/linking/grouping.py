"""Which reports are of one happening: groups in which every report is like the others on the whole.

Agglomerative clustering with average linkage (Sokal and Michener 1958): the two groups that are
most alike on average become one, until none are alike enough. A chain of weak matches does not
join its ends, since all pairs count, those that were never compared as 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from wireroom.linking.accounts import Account
from wireroom.linking.candidates import Pair
from wireroom.linking.likenesses import Likenesses, find_likenesses
from wireroom.linking.scoring import ENOUGH, Likeness, compare_accounts
from wireroom.linking.tellings import find_tellings
from wireroom.linking.voices import Key

Groups = list[list[int]]
Voices = Mapping[int, frozenset[Key]]

ROUNDING = 9  # digits to which likeness is compared, so that the order of sums does not matter


def group_accounts(accounts: Sequence[Account]) -> Groups:
    """Indexes of accounts, grouped; groups and members in the order of the accounts."""
    return form_groups(accounts, find_likenesses(accounts))


def form_groups(accounts: Sequence[Account], alike: Likenesses) -> Groups:
    """The groups that the likenesses make.

    First the main events of articles by the whole articles, then the others by their sentences.
    Main events that were not put together then stay apart. No group has two reports of one
    voice, which counts its own happenings apart, but for what ``find_tellings`` ties: that is one
    telling, as like another as the two of their reports that are most alike.
    """
    leading = [index for index, account in enumerate(accounts) if account.leads]
    alone = {index: frozenset([account.voice.key]) for index, account in enumerate(accounts)}
    groups = _cluster([[index] for index in leading], alike.articles, alone)
    tellings = find_tellings(accounts, alike.others)
    first = {index: telling[0] for telling in tellings for index in telling}
    told = {index: telling for telling in tellings for index in telling[:1]}
    merged: dict[Pair, float] = {}
    for (one, other), value in alike.others.items():
        pair = min(first[one], first[other]), max(first[one], first[other])
        if pair[0] != pair[1]:
            merged[pair] = max(value, merged.get(pair, 0.0))
    others = [index for index in told if not accounts[index].leads]
    voices = {
        index: frozenset(accounts[each].voice.key for each in telling)
        for index, telling in told.items()
    }
    found = _cluster([*groups, *([index] for index in others)], merged, voices)
    return sorted(sorted(each for index in group for each in told[index]) for group in found)


class _Clusters:
    """Groups under their first member, with the sums of likeness between them."""

    def __init__(self, groups: Groups, alike: Mapping[Pair, float], voices: Voices):
        self.members = {min(group): sorted(group) for group in groups}
        self.voices = {
            first: {voice for index in group for voice in voices[index]}
            for first, group in self.members.items()
        }
        home = {index: first for first, group in self.members.items() for index in group}
        self.sums: dict[int, dict[int, float]] = defaultdict(dict)
        for (one, other), value in sorted(alike.items()):
            first, second = home[one], home[other]
            if first != second:
                self._add(first, second, value)

    def _add(self, first: int, second: int, value: float) -> None:
        total = self.sums[first].get(second, 0.0) + value
        self.sums[first][second] = self.sums[second][first] = total

    def mean(self, first: int, second: int) -> float:
        """The mean likeness of two groups; 0 where they may not be one."""
        if self.voices[first] & self.voices[second]:
            return 0.0
        pairs = len(self.members[first]) * len(self.members[second])
        return round(self.sums[first].get(second, 0.0) / pairs, ROUNDING)

    def join(self, first: int, second: int) -> Iterable[int]:
        """Puts the second into the first; gives the groups that the first now stands near."""
        self.members[first] = sorted(self.members[first] + self.members.pop(second))
        self.voices[first] |= self.voices.pop(second)
        for neighbour, value in sorted(self.sums.pop(second).items()):
            del self.sums[neighbour][second]
            if neighbour != first:
                self._add(first, neighbour, value)
        return sorted(self.sums[first])


def _cluster(groups: Groups, alike: Mapping[Pair, float], voices: Voices) -> Groups:
    clusters = _Clusters(groups, alike, voices)
    queue = [
        (-value, one, other)
        for one, near in clusters.sums.items()
        for other in near
        if one < other and (value := clusters.mean(one, other)) >= ENOUGH
    ]
    heapify(queue)
    while queue:
        value, one, other = heappop(queue)
        both = one in clusters.members and other in clusters.members
        if not both or clusters.mean(one, other) != -value:
            continue  # an older value: one of the two has grown since
        for neighbour in clusters.join(one, other):
            first, second = min(one, neighbour), max(one, neighbour)
            if (mean := clusters.mean(first, second)) >= ENOUGH:
                heappush(queue, (-mean, first, second))
    return sorted(clusters.members.values())


def best_match(account: Account, others: Sequence[Account]) -> Likeness | None:
    """What ties a report most to the others of its group; None where it is alone."""
    found = [compare_accounts(account, other) for other in others if other is not account]
    return max(found, key=lambda likeness: (likeness.value, likeness.reason), default=None)
