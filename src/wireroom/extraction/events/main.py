"""The happening that a document is mainly about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from wireroom.extraction.events.causes import name_cause
from wireroom.extraction.events.culprits import name_actor
from wireroom.extraction.events.tolls import count_killed
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, MainEvent
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span
from wireroom.text.folding import fold

# Set by hand while reading errors on the open FA-KES, CASE 2021 and PLOVER records, 2026-11:
# figures on those same records are therefore not figures on unseen text.
_LEDE = 4.0  # for the first sentence; falls with its number
_MENTION = 0.4
_MENTIONS = 6  # counted at most
_DEAD = 1.5
_TITLE = 0.8
_DEPTH = 1.6
_PROTEST_DEPTH = 0.7  # what meets a protest is told first, and is part of it
_VIOLENT = 1.0
_SHORT = 1  # sentences
_NOT_YET = 1.5  # taken off for what is planned or denied


def find_main_event(analysis: Analysis, document: Document) -> MainEvent | None:
    """The main event of one Document with its fields; None where it reports no event.

    It is chosen by where it first stands, how often it is mentioned, how many died, and what it
    shares with the title. Its dead are those that were counted in its own sentences.
    """
    if not analysis.events:
        return None
    title = set(fold(document.title or "").split())
    starts = [sentence.start for sentence in analysis.sentences]
    index = max(
        range(len(analysis.events)),
        key=lambda number: (_weight(analysis, document, number, title, starts), -number),
    )
    event = analysis.events[index]
    place = _place(analysis, document, event)
    cause = name_cause(document, event)
    return MainEvent(
        index,
        event.date,
        place,
        _region(analysis, document, event, place) if place is not None else None,
        name_actor(analysis, document, index, cause),
        cause,
        _killed(analysis, document, event),
    )


def _weight(
    analysis: Analysis, document: Document, number: int, title: set[str], starts: list[int]
) -> float:
    event = analysis.events[number]
    sentence = max(0, bisect_right(starts, event.trigger.start) - 1)
    depth = _PROTEST_DEPTH if event.type == "PROTEST" else _DEPTH
    weight = _LEDE / (1 + 0.5 * sentence) - depth * min(event.depth, 3)
    weight += _MENTION * min(len(event.mentions), _MENTIONS)
    weight += _TITLE * min(2, len(title & _words(document, event)))
    # A line or two tell what their main clause tells: "demanded that they admit the murders".
    told = event.depth == 0 or len(starts) > _SHORT
    if event.type == "PROTEST" or told and event.type in ("ASSAULT", "CRIME"):
        weight += _VIOLENT
    if told and any(analysis.quantities[i].role == "killed" for i in event.quantities):
        weight += _DEAD
    if event.certainty in ("planned", "denied"):
        weight -= _NOT_YET
    return weight


def _words(document: Document, event: EventReport) -> set[str]:
    words = {word for span in event.mentions[:6] for word in fold(span.of(document.text)).split()}
    for one in (*event.actors[:3], *event.targets[:3]):
        words.update(fold(one.name).split()[-1:])
    return words


def _place(analysis: Analysis, document: Document, event: EventReport) -> int | None:
    """The place in the sentences of the event that is most spoken of; else one named early, or
    in the title.

    Only what the gazetteer knows and what is finer than a country is chosen from; without any,
    the event's own place.
    """
    fine = [
        index
        for index, place in enumerate(analysis.places)
        if place.use == "name" and place.precision != "country" and place.entry is not None
    ]
    if not fine:
        return event.place
    regions = Counter(_admin1(analysis.places[index]) for index in fine)
    countries = Counter(_country(place) for place in analysis.places)
    most = max(countries.values())
    sentences = _sentences(analysis, event)
    title = set(fold(document.title or "").split())
    scores = {}
    for rank, index in enumerate(fine):
        place = analysis.places[index]
        near = [n for n, sentence in enumerate(sentences) if sentence.covers(place.span)]
        scores[index] = (
            (_OWN if index == event.place else 0)
            + (_SAME_SENTENCE / (1 + 0.5 * near[0]) if near else 0)
            + _EARLY / (1 + rank)
            + (_VOTE * min(regions[_admin1(place)], 4) if _admin1(place) else -_VOTE)
            + _HOME * countries[_country(place)] / most
            + (_TITLED if _is_in(title, document, place) else 0)
        )
    best = max(fine, key=lambda index: (scores[index], -index))
    chosen = analysis.places[best]
    told = any(sentence.covers(chosen.span) for sentence in sentences)
    if told or countries[_country(chosen)] == most:
        return best
    # Named in passing, and abroad: the country that the text is about is all that is known.
    home = (i for i, x in enumerate(analysis.places) if countries[_country(x)] == most)
    return event.place if event.place is not None else next(home, best)


_OWN, _SAME_SENTENCE, _EARLY, _VOTE, _HOME, _TITLED = 1.0, 1.5, 1.5, 0.4, 2.5, 1.5


def _is_in(title: set[str], document: Document, place: PlaceMention) -> bool:
    words = set(fold(place.span.of(document.text)).split())
    return bool(words) and words <= title


def _region(analysis: Analysis, document: Document, event: EventReport, place: int) -> str | None:
    """The first-order division that the place is in.

    A name that several places have, or none in just that spelling, may have been taken for the
    wrong one: a division of the same country that the text names beside it goes first.
    """
    chosen = analysis.places[place]
    own = _admin1(chosen)
    if chosen.precision == "region" or (_is_sure(document, chosen) and own is not None):
        return own
    sentences = [s for s in analysis.sentences if s.covers(chosen.span)] or [chosen.span]
    named = [
        _admin1(other)
        for other in analysis.places
        if other.use == "name"
        and _country(other) == _country(chosen)
        and _names_division(other)
        and any(sentence.covers(other.span) for sentence in sentences)
    ]
    return named[0] if named and own not in named else own


def _is_sure(document: Document, place: PlaceMention) -> bool:
    """Whether a name has one candidate, and is written as that is."""
    words = fold(place.span.of(document.text))
    return (
        len(place.candidates) == 1 and place.entry is not None and words == fold(place.entry.name)
    )


def _names_division(place: PlaceMention) -> bool:
    """Whether a name is a division's, or a town's that its division is called after."""
    region = _admin1(place)
    if region is None or place.entry is None:
        return False
    return place.precision == "region" or fold(region).startswith(fold(place.entry.name))


def _sentences(analysis: Analysis, event: EventReport) -> list[Span]:
    """The sentences that mention the event, the first few."""
    starts = [sentence.start for sentence in analysis.sentences]
    numbers = {max(0, bisect_right(starts, span.start) - 1) for span in event.mentions[:8]}
    return [analysis.sentences[number] for number in sorted(numbers) if starts]


def _country(place: PlaceMention) -> str | None:
    return place.entry.country if place.entry is not None else None


def _admin1(place: PlaceMention) -> str | None:
    if place.entry is None or place.precision == "country":
        return None
    return place.entry.admin1 or (place.entry.name if place.precision == "region" else None)


def _killed(analysis: Analysis, document: Document, event: EventReport) -> Mapping[str, int]:
    return count_killed(analysis, document, event)
