"""Which events are events of the story, and which are mentions to be folded away.

An event is a happening that one could follow: reported as having happened (or planned for a known
time or place), with something that tells it from others of its kind. Talk in general, what
somebody says, and what is recalled in passing are mentions: kept, counted apart, and each with its
reason.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import chain

from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.attributions import Attribution
from wireroom.records.comparisons import Event, EventStanding
from wireroom.records.events import MUTUAL, EventReport, Participant
from wireroom.records.passages import Passage
from wireroom.records.spans import Span
from wireroom.stories.moments import read_moment

Standing = tuple[EventStanding, str]

# Set by hand, reading what one long thread and a sample of articles were said to report, 2026-11;
# not measured against labelled events of anything else.
_DEEPEST = 1  # clauses below the main one; what is deeper is said in passing
_DEEPEST_VIOLENT = 2
_DEEPEST_QUOTED = 1  # the same for what only participants tell apart, under a source
_HISTORY = timedelta(days=366)  # before publication; what was then is background

_UNSURE = {"planned": "planned", "possible": "only said to be possible", "denied": "denied"}
_ATTACKS = ("ASSAULT", "CRIME")
_VIOLENT = (*_ATTACKS, "COERCE")
_PARTIES = ("person", "group", "organization", "state", "facility", "vehicle")


def find_standing(event: Event, analysed: Mapping[str, AnalysedDocument]) -> Standing:
    """Whether it is an event of the story or a mention, and why.

    An event is what reports differ on, what an article is mainly about, what several reports tell
    as having happened, and what one report tells with a day, a place smaller than a country,
    people counted, or who did it to whom. What is planned, possible or denied needs the day, the
    place or the count. ``analysed`` are the Documents of the reports; a report of another one, or
    of a Document as a whole, makes an event.
    """
    if event.disputes:
        return "event", "reports differ on it"
    found = []
    for report in event.reports:
        known = analysed.get(report.document)
        if known is None or not 0 <= report.event < len(known.analysis.events):
            return "event", "a document as a whole reports it"
        if report.main and not known.document.posts:
            return "event", "a document is mainly about it"
        found.append(_judged(known, known.analysis.events[report.event]))
    for standing, reason in found:
        if standing == "event":
            return standing, reason
    if event.told > 1 and any(reason == _BARE for _, reason in found):
        return "event", f"{event.told} reports tell it"
    return found[0] if found else ("mention", _BARE)


_BARE = "neither day, place nor number, nor who did it to whom"


def _judged(known: AnalysedDocument, account: EventReport) -> Standing:
    analysis = known.analysis
    if account.type not in _VIOLENT and _is_said(account, analysis.attributions):
        return "mention", "what somebody says, listed under who says it"
    if account.depth > (_DEEPEST_VIOLENT if account.type in _VIOLENT else _DEEPEST):
        return "mention", "said in passing, inside other clauses"
    passage = _passage_at(analysis, account.trigger)
    if _is_past(account, passage.published if passage else known.document.published):
        return "mention", "recalled: more than a year before it was told"
    anchor = _anchor(analysis, account)
    if anchor:
        return "event", anchor
    if account.certainty in _UNSURE:
        return "mention", f"{_UNSURE[account.certainty]}, without day, place or number"
    if passage is not None and _in_headline(passage, account) and any(_parties(account)):
        return "event", "a headline tells it"
    if account.type in _ATTACKS and account.mode is not None and account.depth == 0:
        return "event", "an attack, told in a main clause"
    return ("event", "who did it to whom is told") if _is_definite(account) else ("mention", _BARE)


def _is_said(account: EventReport, attributions: tuple[Attribution, ...]) -> bool:
    """Whether the word that tells it is one of saying, thinking or wanting: warned, denied."""
    return any(
        span.overlaps(account.trigger)
        for found in attributions
        if found.family is not None
        for span in found.cue
    )


def _passage_at(analysis: Analysis, span: Span) -> Passage | None:
    at = bisect_right(analysis.passages, span.start, key=lambda passage: passage.start) - 1
    return analysis.passages[at] if at >= 0 else None


def _is_past(account: EventReport, published: str | None) -> bool:
    happened = read_moment(account.date) if account.day_told else None
    told = read_moment(published)
    return bool(happened and told and told.first - happened.last > _HISTORY)


def _anchor(analysis: Analysis, account: EventReport) -> str:
    """What of time, place and number is told of it; empty for nothing."""
    if account.date is not None and account.day_told:
        return "its time is told"
    if account.place is not None and analysis.places[account.place].precision != "country":
        return "its place is told"
    if any(analysis.quantities[index].role for index in account.quantities):
        return "people or things are counted in it"
    if account.type in _ATTACKS:
        if account.place is not None:
            return "its country is told"
        if account.certainty not in _UNSURE and _names_ground(analysis, account):
            return "its sentence names a place"
    return ""


def _names_ground(analysis: Analysis, account: EventReport) -> bool:
    """Whether a sentence of it names a place smaller than a country."""
    sentences = [
        sentence
        for sentence in analysis.sentences
        if any(sentence.covers(span) for span in (account.trigger, *account.mentions))
    ]
    return any(
        sentence.covers(place.span)
        for place in analysis.places
        if place.use == "name" and place.precision != "country"
        for sentence in sentences
    )


def _in_headline(passage: Passage, account: EventReport) -> bool:
    span = passage.title_span
    return span is not None and span.covers(account.trigger) and account.depth == 0


def _is_definite(account: EventReport) -> bool:
    """Who did it to whom: of violence two parties, of talks two that are named; of all else
    somebody named and a party."""
    if account.depth > (_DEEPEST_QUOTED if account.attribution is not None else 0):
        return False
    actors = [one for one in account.actors if one.kind in _PARTIES]
    targets = [one for one in account.targets if one.kind in _PARTIES]
    if account.type in _VIOLENT:
        return bool(actors and targets)
    named = [one for one in (*actors, *targets) if _is_named(one)]
    if account.type in MUTUAL:
        return len({one.name for one in named}) > 1
    return bool(targets) and any(_is_named(one) for one in actors)


def _parties(account: EventReport) -> Iterator[Participant]:
    return (one for one in chain(account.actors, account.targets) if one.kind in _PARTIES)


def _is_named(one: Participant) -> bool:
    return one.kind == "state" or any(word[:1].isupper() for word in one.name.split())
