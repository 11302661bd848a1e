"""The groups of a story that grows: a new Document is held only against what it can belong to.

Groups never reach further than reports that are tied by likenesses of ENOUGH, one after the other
(what average linkage puts together has such a pair). So only the reports that are so tied to a new
one are grouped anew; all other groups stand as they are. However the Documents come, one by one or
in batches and in any order, the groups are those that ``group_accounts`` makes of all of them,
with the same rarity of words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from wireroom.linking.accounts import Account, accounts_of
from wireroom.linking.grouping import form_groups
from wireroom.linking.likenesses import (
    FEWEST_KEYS,
    MOST_HOLDERS,
    NEXT_TO_NOTHING,
    Likenesses,
    keys_of_article,
    keys_of_sentences,
)
from wireroom.linking.scoring import ENOUGH, compare_accounts
from wireroom.linking.tellings import find_tellings
from wireroom.linking.vectors import Rarity
from wireroom.records.analyses import AnalysedDocument

Key = tuple[str, str, int, int, int]  # of an account
Group = tuple[Account, ...]

STRONG = ENOUGH - 1e-9  # sums of the same numbers in another order differ in the last digits


class GrowingGroups:
    """Reports in groups. ``rarity`` is that of the words in the story as it was when it was last
    grouped as a whole: it stays, so that likenesses do; after the story has doubled, start anew.
    """

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._accounts: dict[Key, Account] = {}
        self._articles = _Near(keys_of_article)
        self._others = _Near(keys_of_sentences)
        self._told: dict[Key, set[Key]] = defaultdict(set)
        self._groups: dict[Key, Group] = {}
        self._first: dict[Key, Key] = {}

    def groups(self) -> list[Group]:
        """All groups, in the order of their first reports, and in them the reports in theirs."""
        return [self._groups[first] for first in sorted(self._groups)]

    def add(self, analysed: Sequence[AnalysedDocument]) -> list[Group]:
        """Adds Documents that are not there yet; gives the groups that are new or other than
        before."""
        begun: set[Key] = set()
        for document in analysed:
            accounts = accounts_of([document], self._rarity)
            self._tie_tellings(accounts)
            for account in accounts:
                self._accounts[account.key] = account
                begun.add(account.key)
                if account.leads:
                    begun |= self._articles.add(account, self._accounts)
                begun |= self._others.add(account, self._accounts)
        return self._regroup(self._reached(begun))

    def _tie_tellings(self, accounts: Sequence[Account]) -> None:
        for telling in find_tellings(accounts, {}):
            keys = {accounts[index].key for index in telling}
            for key in keys if len(keys) > 1 else ():
                self._told[key] |= keys - {key}

    def _reached(self, begun: Iterable[Key]) -> set[Key]:
        """The reports that are tied to any of these, one after the other."""
        found, waiting = set(begun), list(begun)
        while waiting:
            key = waiting.pop()
            near = {*self._articles.strong(key), *self._others.strong(key), *self._told[key]}
            waiting += near - found
            found |= near
        return found

    def _regroup(self, reached: set[Key]) -> list[Group]:
        keys = sorted(reached)
        accounts = [self._accounts[key] for key in keys]
        alike = Likenesses(self._articles.among(keys), self._others.among(keys))
        before = {self._first[key] for key in keys if key in self._first}
        old = {group for first in before if (group := self._groups.pop(first, None))}
        new = [tuple(accounts[index] for index in group) for group in form_groups(accounts, alike)]
        for group in new:
            self._groups[group[0].key] = group
            self._first.update((account.key, group[0].key) for account in group)
        return [group for group in new if group not in old]


class _Near:
    """Who holds which key, and how alike those are that share enough of them."""

    def __init__(self, keys_of: Callable[[Account], list[int]]) -> None:
        self._keys_of = keys_of
        self._keys: dict[Key, frozenset[int]] = {}
        self._holders: dict[int, list[Key]] = defaultdict(list)
        self._alike: dict[Key, dict[Key, float]] = defaultdict(dict)

    def add(self, account: Account, accounts: dict[Key, Account]) -> set[Key]:
        """Adds a report; gives those that it takes a tie from, by making a key too common."""
        self._keys[account.key] = frozenset(self._keys_of(account))
        loosened: set[Key] = set()
        shared: Counter[Key] = Counter()
        for key in self._keys[account.key]:
            holders = self._holders[key]
            if len(holders) < MOST_HOLDERS:
                shared.update(holders)
            elif len(holders) == MOST_HOLDERS:
                loosened |= self._loosen(holders, key)
            holders.append(account.key)
        for other, number in shared.items():
            if number >= FEWEST_KEYS and self._may_be_one(account, accounts[other]):
                one, two = sorted((account, accounts[other]), key=_key)
                value = compare_accounts(one, two).value
                if value >= NEXT_TO_NOTHING:
                    self._alike[account.key][other] = self._alike[other][account.key] = value
        return loosened

    def _may_be_one(self, account: Account, other: Account) -> bool:
        """Two voices; two articles' main events are held against each other as articles only."""
        as_articles = self._keys_of is keys_of_article
        return account.voice.key != other.voice.key and (
            as_articles or not (account.leads and other.leads)
        )

    def _loosen(self, holders: Sequence[Key], common: int) -> set[Key]:
        """Undoes the likenesses that hang on a key that too many hold from now on."""
        held, found = set(holders), set()
        for one in holders:
            for other in held & self._alike[one].keys():
                shared = (self._keys[one] & self._keys[other]) - {common}
                rare = [key for key in shared if len(self._holders[key]) <= MOST_HOLDERS]
                if len(rare) < FEWEST_KEYS:
                    del self._alike[one][other], self._alike[other][one]
                    found |= {one, other}
        return found

    def strong(self, key: Key) -> list[Key]:
        """The reports that are so alike that they may be put together."""
        return [other for other, value in self._alike[key].items() if value >= STRONG]

    def among(self, keys: Sequence[Key]) -> dict[tuple[int, int], float]:
        """The likenesses of pairs of these, under their places."""
        place = {key: index for index, key in enumerate(keys)}
        return {
            (one, place[other]): value
            for one, key in enumerate(keys)
            for other, value in self._alike[key].items()
            if place.get(other, -1) > one
        }


def _key(account: Account) -> Key:
    return account.key
