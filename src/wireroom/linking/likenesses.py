"""Which reports are held against each other, and how alike they are: never all against all.

Two reports are compared that share two keys: heavy words, a day, a name's consonants, a place. A
key that very many hold ties nobody.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from wireroom.linking.accounts import Account
from wireroom.linking.agreement import FEW_DAYS
from wireroom.linking.candidates import Pair, Shared, pairs_of_holders
from wireroom.linking.scoring import compare_accounts
from wireroom.linking.vectors import Cosines, Vector
from wireroom.text.shingles import code_of

TERMS_LOOKED_UP = 25  # of each report, the heaviest
MOST_HOLDERS = 150  # reports that hold a key; one that more hold ties none of them
FEWEST_KEYS = 2  # that two reports share to be compared
NEXT_TO_NOTHING = 0.01  # a likeness below it is taken for none


@dataclass(frozen=True, slots=True)
class Likenesses:
    """How alike pairs of reports are, as indexes, where they are at all.

    ``articles`` are two main events of articles, by the whole articles; ``others`` any other two
    reports, by their sentences.
    """

    articles: Mapping[Pair, float]
    others: Mapping[Pair, float]


def find_likenesses(accounts: Sequence[Account]) -> Likenesses:
    """The likeness of each two reports of different voices that share enough keys."""
    leading = [index for index, account in enumerate(accounts) if account.leads]
    keys = [keys_of_article(accounts[index]) for index in leading]
    shared = pairs_of_holders(keys, MOST_HOLDERS, FEWEST_KEYS)
    words = Cosines([accounts[index].wide for index in leading])
    articles = dict(_compared([accounts[index] for index in leading], words, shared))
    keys = [keys_of_sentences(account) for account in accounts]
    shared = pairs_of_holders(keys, MOST_HOLDERS, FEWEST_KEYS)
    leads = np.array([account.leads for account in accounts], np.bool_)
    shared = shared.where(~(leads[shared.one] & leads[shared.other]))
    words = Cosines([account.near for account in accounts])
    return Likenesses(
        {(leading[one], leading[other]): value for (one, other), value in articles.items()},
        dict(_compared(accounts, words, shared)),
    )


def _compared(
    accounts: Sequence[Account], cosines: Cosines, shared: Shared
) -> Iterator[tuple[Pair, float]]:
    bounds = np.searchsorted(shared.one, np.arange(len(accounts) + 1))
    for one, (first, last) in enumerate(pairwise(bounds.tolist())):
        if first == last:
            continue
        others = shared.other[first:last]
        words, plain = cosines.with_(one, others)
        for other, known in zip(
            others.tolist(), zip(words.tolist(), plain.tolist(), strict=True), strict=True
        ):
            if accounts[one].voice.key != accounts[other].voice.key:
                value = compare_accounts(accounts[one], accounts[other], known).value
                if value >= NEXT_TO_NOTHING:
                    yield (one, other), value


def keys_of_article(account: Account) -> list[int]:
    """What another article's main event must share two of: heavy words, or a day, which is two."""
    days = set(account.voice.named_days)
    if account.days is not None and account.days.length <= FEW_DAYS:
        days.update(range(account.days.first, account.days.last + 1))
    twice = (f"{day} {side}" for day in sorted(days) for side in "ab")
    return _codes(account.wide, (*twice, *_keys_across(account)))


def _keys_across(account: Account) -> list[str]:
    """What reports in other languages may share: the place, the type, names by their consonants."""
    place = account.place.entry.geonameid if account.place and account.place.entry else None
    names = [f"name {spelling}" for spelling in sorted(account.voice.spellings)]
    return names if place is None else [f"place {place}", f"{account.type} {place}", *names]


def keys_of_sentences(account: Account) -> list[int]:
    """What another report must share two of: heavy words; a text and its translation share it."""
    translation = account.voice.translation_of or account.voice.key
    return _codes(account.near, (f"{translation} {side}" for side in "ab"))


def _codes(words: Vector, keys: Iterable[str]) -> list[int]:
    return [*words.heaviest(TERMS_LOOKED_UP), *map(code_of, keys)]
