"""What a happening is said to have come from: "a gas leak", "no sabotage", "saboteurs may have"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from wireroom.disputes.accounts import Account
from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.wordlists import rows, words
from wireroom.records.events import EventReport
from wireroom.records.spans import Span
from wireroom.text.folding import fold

DENIED, POSSIBLE = "not:", "may:"

_BEFORE, _AFTER = 3, 2  # words around a cause among which what denies it stands
_FAR_BEFORE, _FAR_AFTER = 6, 2  # the same for what leaves it open
_TAIL = 2  # words after a "may" that are shown with it ("may have entered")
_STOPS = frozenset('.,;:!?()«»“”"')  # what a denial or a doubt does not reach across


@dataclass(frozen=True, slots=True)
class Cause:
    """``key`` is the party that did it or "accident", after "not:" where the text says that it
    was not, "may:" where it leaves it open. ``speaker`` is who blames, where nobody is quoted."""

    span: Span
    key: str
    speaker: str | None


@cache
def _known() -> Mapping[str, tuple[str, bool]]:
    return {fold(row[1]): (row[2], row[3] == "passage") for row in rows("causes")}


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _known())


def find_causes(account: Account) -> Iterator[Cause]:
    """The causes that are named where the happening is told, and, if its passage is mainly about
    it, elsewhere in it, in the order of the text.

    Limits: knows the causes of a list, and takes them for those of this happening.
    """
    for sentence in account.about_it:
        told = any(sentence.overlaps(each) for each in account.sentences)
        found = split_words(account.text, sentence)
        for at, length in _phrases(found):
            key, anywhere = _known()[_key(found[at : at + length])]
            if told or anywhere:
                yield _cause(account, sentence, found, range(at, at + length), key)


def _key(phrase: Sequence[Word]) -> str:
    return " ".join(word.key for word in phrase)


def _phrases(found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where the phrases of the list stand, and how many words they have; the longest first."""
    at = 0
    while at < len(found):
        lengths = range(min(_longest(), len(found) - at), 0, -1)
        length = next((n for n in lengths if _key(found[at : at + n]) in _known()), 0)
        if length:
            yield at, length
        at += max(1, length)


def _cause(
    account: Account, sentence: Span, found: Sequence[Word], phrase: range, key: str
) -> Cause:
    text = account.text
    span = Span(found[phrase[0]].start, found[phrase[-1]].end)
    speaker = _blamer(account, sentence, span)
    denial = _near(text, found, phrase, "cause_denials", (_BEFORE, _AFTER))
    if denial is not None:
        last = min(denial + 1, len(found) - 1) if denial > phrase[-1] else phrase[-1]
        if _is_parted(text, found[min(denial, last)], found[last]):
            last = max(denial, phrase[-1])
        shown = Span(min(span.start, found[denial].start), found[last].end)
        return Cause(shown, DENIED + key, speaker)
    doubt = _near(text, found, phrase, "hedges", (_FAR_BEFORE, _FAR_AFTER))
    if doubt is None:
        return Cause(span, key, speaker)
    last = phrase[-1]
    if doubt > last:
        last = next(
            (
                n
                for n in range(min(doubt + _TAIL, len(found) - 1), doubt - 1, -1)
                if not _is_parted(text, found[doubt], found[n])
            ),
            doubt,
        )
    first = min(phrase[0], doubt)
    return Cause(Span(found[first].start, found[last].end), POSSIBLE + key, speaker)


def _near(
    text: str, found: Sequence[Word], phrase: range, name: str, reach: tuple[int, int]
) -> int | None:
    """The nearest word of the list around a phrase, with no stop in between."""
    before = range(phrase[0] - 1, max(-1, phrase[0] - 1 - reach[0]), -1)
    after = range(phrase[-1] + 1, min(len(found), phrase[-1] + 1 + reach[1]))
    for at in [*after, *before]:
        first, last = sorted((at, phrase[0] if at < phrase[0] else phrase[-1]))
        if found[at].key in words(name) and not _is_parted(text, found[first], found[last]):
            return int(at)
    return None


def _is_parted(text: str, first: Word, last: Word) -> bool:
    return not _STOPS.isdisjoint(text[first.end : last.start])


def _blamer(account: Account, sentence: Span, span: Span) -> str | None:
    """Who blames what is named at ``span``: "the harbour master blamed saboteurs"."""
    for report in account.analysed.analysis.events:
        before = sentence.covers(report.trigger) and report.trigger.start < span.start
        if before and is_blame(account, report):
            return report.actors[0].name
    return None


def is_blame(account: Account, report: EventReport) -> bool:
    """Whether a report is of somebody's holding somebody else responsible."""
    told = split_words(account.text, report.trigger)
    blames = any(word.key in words("blaming") for word in told)
    return report.type == "DISAPPROVE" and blames and bool(report.actors)
