"""What each report says, in a form in which two reports can be compared."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from wireroom.linking.days import Days, days_of, days_of_publication
from wireroom.linking.vectors import NO_WORDS, Rarity, Vector, count_terms, rarity_in, terms_of
from wireroom.linking.voices import Voice, voices_of
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.events import EventReport
from wireroom.records.passages import Passage
from wireroom.records.places import PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.text.folding import fold

Range = tuple[float, float]

TOWNS = ("point", "town", "district")

LEAD = 300  # characters at the start of an article, in which the news is
OLD_NEWS = 366  # days between an article and its main event, beyond which the date is not believed


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """One report of one event, ready to be compared.

    ``event`` is None where it is the Document as a whole that reports something for which there
    is no event type: ``index`` is then 0, ``trigger`` its first sentence, ``type`` empty.
    ``leads`` is True for the main event of an article. ``wide`` weighs the words of the whole
    article, ``near`` those of the sentences in which the event is mentioned, ``first`` those of
    the headline and what stands right below it. ``days`` are those
    of the event, or, where ``is_dated`` is False, the days before publication on which it may
    have been. ``names`` are of who did it and to whom, folded; ``deeds`` the terms of the words
    that tell it, each with such a word.
    """

    voice: Voice
    index: int
    event: EventReport | None
    trigger: Span
    leads: bool
    wide: Vector
    near: Vector
    first: Vector = NO_WORDS
    days: Days | None = None
    is_dated: bool = False
    date: str | None = None
    place: PlaceMention | None = None
    numbers: Mapping[str, Range] | None = None
    cause: str | None = None
    names: frozenset[str] = frozenset()
    deeds: Mapping[str, str] = field(default_factory=dict)

    @property
    def analysed(self) -> AnalysedDocument:
        return self.voice.analysed

    @property
    def document(self) -> str:
        return self.voice.analysed.document.id

    @property
    def title(self) -> str:
        """The headline that the article is given with, "" where it has none."""
        return self.voice.analysed.document.title or ""

    @property
    def part(self) -> Passage | None:
        """The part of a post that it stands in, None outside threads."""
        return self.voice.passage if self.voice.passage.part is not None else None

    @property
    def type(self) -> str:
        return self.event.type if self.event else ""

    @property
    def key(self) -> tuple[str, str, int, int, int]:
        """Puts accounts in an order that has nothing to do with the order in which they came."""
        return (*self.voice.key[:2], *self.trigger, self.index)


def accounts_of(
    analysed: Sequence[AnalysedDocument], rarity: Rarity | None = None
) -> tuple[Account, ...]:
    """All reports of all Documents, in the order of their keys.

    How rare a word is, is counted over the passages of all given Documents, unless it is given. An
    article without an event gives one account, of the whole; a thread without one gives none.
    """
    voices = [voice for each in analysed for voice in voices_of(each)]
    known = rarity or rarity_in([voice.terms for voice in voices])
    found = [account for voice in voices for account in _accounts(voice, known)]
    return tuple(sorted(found, key=lambda account: account.key))


def rarity_among(analysed: Sequence[AnalysedDocument]) -> Rarity:
    """How rare each word is in the passages of the Documents."""
    return rarity_in([voice.terms for each in analysed for voice in voices_of(each)])


def main_index(analysis: Analysis) -> int | None:
    """The event that stands for the Document: its main one, else its first; None without any."""
    main = analysis.main_event
    if main is not None and 0 <= main.event < len(analysis.events):
        return main.event
    return 0 if analysis.events else None


def _accounts(voice: Voice, rarity: Rarity) -> Iterable[Account]:
    for index in voice.events:
        yield _account(voice, index, rarity)
    is_article = not voice.analysed.document.posts
    if is_article and not voice.analysed.analysis.events and len(voice.terms):
        yield _of_the_whole(voice, rarity)


def _of_the_whole(voice: Voice, rarity: Rarity) -> Account:
    analysis, document = voice.analysed.analysis, voice.analysed.document
    vector = rarity.vector(voice.terms)
    return Account(
        voice=voice,
        index=0,
        event=None,
        trigger=analysis.sentences[0] if analysis.sentences else Span(0, len(document.text)),
        leads=True,
        wide=vector,
        near=vector,
        first=_first(voice, rarity),
        place=next((x for x in analysis.places if x.use == "name" and x.precision in TOWNS), None),
        days=days_of_publication(voice.passage.published or document.published),
    )


def _account(voice: Voice, index: int, rarity: Rarity) -> Account:
    analysis, document = voice.analysed.analysis, voice.analysed.document
    event = analysis.events[index]
    leads = index == main_index(analysis) and not document.posts
    reported = days_of_publication(voice.passage.published or document.published)
    date = _date(analysis, index, leads)
    own = days_of(date)
    if leads and own and reported and reported.last - own.last > OLD_NEWS:
        date = own = None  # the main news of a report is not that old: another date was taken
    title = document.title if leads else None
    return Account(
        voice=voice,
        index=index,
        event=event,
        trigger=event.trigger,
        leads=leads,
        wide=rarity.vector(voice.terms) if leads else NO_WORDS,
        near=rarity.vector(count_terms(_sentences(voice, event), title)),
        first=_first(voice, rarity) if leads else NO_WORDS,
        days=own or reported,
        is_dated=own is not None,
        date=date,
        place=_place(analysis, index, leads),
        numbers=_numbers(analysis, event),
        cause=analysis.main_event.cause if leads and analysis.main_event else None,
        names=_names(event),
        deeds=_deeds(event, document.text),
    )


def _first(voice: Voice, rarity: Rarity) -> Vector:
    document, start = voice.analysed.document, voice.passage.start
    head = document.text[start : min(voice.passage.end, start + LEAD)]
    return rarity.vector(count_terms(f"{document.title or ''}\n{head}", None))


def _date(analysis: Analysis, index: int, leads: bool) -> str | None:
    """The day that the text tells; that of publication is known without it."""
    if not analysis.events[index].day_told:
        return None
    if leads and analysis.main_event and analysis.main_event.date:
        return analysis.main_event.date
    return analysis.events[index].date


def _place(analysis: Analysis, index: int, leads: bool) -> PlaceMention | None:
    place = analysis.events[index].place
    if leads and analysis.main_event and analysis.main_event.place is not None:
        place = analysis.main_event.place
    return analysis.places[place] if place is not None else None


def _sentences(voice: Voice, event: EventReport) -> str:
    """The text of the sentences in which the event is mentioned."""
    sentences, text = voice.analysed.analysis.sentences, voice.analysed.document.text
    found: set[Span] = set()
    for mention in (event.trigger, *event.mentions):
        place = bisect_right(sentences, mention.start, key=lambda sentence: sentence.start) - 1
        found.add(sentences[place] if place >= 0 else mention)
    return "\n".join(span.of(text) for span in sorted(found))


def _numbers(analysis: Analysis, event: EventReport) -> Mapping[str, Range]:
    """By role the range of the greatest number, those that are part of another left out."""
    found: dict[str, Quantity] = {}
    for index in event.quantities:
        quantity = analysis.quantities[index]
        if quantity.role and quantity.part_of is None:
            greatest = found.get(quantity.role)
            if greatest is None or quantity.value > greatest.value:
                found[quantity.role] = quantity
    return {
        role: (quantity.low or 0.0, inf if quantity.high is None else quantity.high)
        for role, quantity in found.items()
    }


def _names(event: EventReport) -> frozenset[str]:
    """The names of who did it and to whom, folded."""
    people = (*event.actors, *event.targets)
    return frozenset(fold(person.name) for person in people if person.name)


def _deeds(event: EventReport, text: str) -> dict[str, str]:
    """The terms of the words that tell the event, each with such a word as it is written."""
    found: dict[str, str] = {}
    for span in (event.trigger, *event.mentions):
        for term, _, _ in terms_of(span.of(text)):
            found.setdefault(term, span.of(text).casefold())
    return found
