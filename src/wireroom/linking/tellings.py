"""Which reports of one thread are tied before reports are held against each other on average.

A link's title and a quotation say again what stands elsewhere in the thread, a part and its
declared translation tell the same, and a piece comes back to a visit that it told. Left as
reports of their own they would only thin out the average by which groups are made.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from wireroom.linking.accounts import Account
from wireroom.linking.agreement import compare_places, give_other_days
from wireroom.linking.joining import Joined
from wireroom.linking.scoring import ENOUGH
from wireroom.records.events import MUTUAL, EventReport
from wireroom.text.folding import fold
from wireroom.text.person_names import read_person_name

Pair = tuple[int, int]


def find_tellings(accounts: Sequence[Account], alike: Mapping[Pair, float]) -> list[list[int]]:
    """Indexes of accounts in groups, each in order; most are alone.

    ``alike`` has the likeness of pairs of different voices. Articles' main events stay alone.
    """
    tied = _Tied(accounts)
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, account in enumerate(accounts):
        if account.part is not None:
            by_document[account.document].append(index)
    for indexes in by_document.values():
        _tie_repeats(accounts, indexes, tied)
        for one, other in _pairs_of_one_voice(accounts, indexes):
            if is_told_again(accounts[one], accounts[other]):
                tied.join(one, other)
    for value, one, other in sorted(
        ((value, *pair) for pair, value in alike.items()), key=lambda each: (-each[0], each[1:])
    ):
        if value >= ENOUGH and _is_translation(accounts[one], accounts[other]):
            tied.join_voices(one, other)
    return tied.groups()


class _Tied:
    """Accounts that are tied, with the voices of each knot."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._knots = Joined(range(len(accounts)))
        self._voices = {index: {account.voice.key} for index, account in enumerate(accounts)}

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._knots.home(one), self._knots.home(other)))
        if first != second:
            self._knots.join(first, second)
            self._voices[first] |= self._voices.pop(second)

    def join_voices(self, one: int, other: int) -> None:
        """Joins two knots that no voice has a part in both of."""
        first, second = self._knots.home(one), self._knots.home(other)
        if not self._voices[first] & self._voices[second]:
            self.join(one, other)

    def groups(self) -> list[list[int]]:
        return self._knots.sets()


def _tie_repeats(accounts: Sequence[Account], indexes: Sequence[int], tied: _Tied) -> None:
    """Those whose sentences are the same words, told by the same one of them."""
    told: dict[tuple[str, str, str], int] = {}
    for index in indexes:
        account = accounts[index]
        words = (account.type, _sentence(account), _word(account))
        first = told.setdefault(words, index)
        if first != index and accounts[first].voice.key != account.voice.key:
            tied.join(first, index)


def _is_translation(one: Account, other: Account) -> bool:
    """Whether the one stands in a declared translation of the other's part, of one type."""
    if one.type != other.type:
        return False
    return (
        one.voice.translation_of == other.voice.key or other.voice.translation_of == one.voice.key
    )


def _sentence(account: Account) -> str:
    sentences = account.analysed.analysis.sentences
    at = bisect_right(sentences, account.trigger.start, key=lambda span: span.start) - 1
    span = sentences[at] if at >= 0 else account.trigger
    return fold(" ".join(span.of(account.analysed.document.text).split()))


def _word(account: Account) -> str:
    return account.trigger.of(account.analysed.document.text).casefold()


def _pairs_of_one_voice(accounts: Sequence[Account], indexes: Sequence[int]) -> Iterator[Pair]:
    voices: dict[object, list[int]] = defaultdict(list)
    for index in indexes:
        if accounts[index].type in MUTUAL:
            voices[accounts[index].voice.key].append(index)
    for mine in voices.values():
        yield from ((one, other) for at, one in enumerate(mine) for other in mine[at + 1 :])


def is_told_again(one: Account, other: Account) -> bool:
    """Whether one voice tells one visit or talk twice: the same word for it, at one place, on
    no other day, and of nobody else."""
    if one.event is None or other.event is None or one.type != other.type:
        return False
    planned = {one.event.certainty == "planned", other.event.certainty == "planned"}
    if len(planned) > 1 or not one.deeds.keys() & other.deeds.keys():
        return False
    if give_other_days(one, other) or not _is_one_ground(one, other):
        return False
    return _are_same_people(one.event, other.event)


def _is_one_ground(one: Account, other: Account) -> bool:
    """A town and its country may be one place; where none is told, nothing shows that it is."""
    if one.place is None or other.place is None:
        return False
    a, b = one.place.entry, other.place.entry
    if compare_places(one.place, other.place).found in ("same", "region"):
        return True
    if a is None or b is None or "country" not in (a.precision, b.precision):
        return False
    return a.country is not None and a.country == b.country


def _are_same_people(one: EventReport, other: EventReport) -> bool:
    """Whether somebody is named in both; who is called by an office alone may be anybody."""
    mine, theirs = _people(one), _people(other)
    if not mine or not theirs or any(map(_is_office, (*mine, *theirs))):
        return True
    return bool({_family(name) for name in mine} & {_family(name) for name in theirs})


def _people(event: EventReport) -> list[str]:
    return [
        one.name
        for one in (*event.actors, *event.targets)
        if one.kind == "person" and all(word[:1].isupper() for word in one.name.split())
    ]


def _is_office(name: str) -> bool:
    """ "Russian President": ends in a title, and names nobody."""
    return name.split()[-1] not in read_person_name(name).written


def _family(name: str) -> str:
    return read_person_name(name).family
