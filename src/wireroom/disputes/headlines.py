"""A headline held against the text below it."""

from dataclasses import replace

from wireroom.disputes.headline_certainty import find_certainty_mismatches
from wireroom.disputes.headline_numbers import find_number_mismatches
from wireroom.disputes.headline_parties import find_party_mismatches
from wireroom.disputes.headline_places import find_place_mismatches
from wireroom.disputes.stances import compare_stance
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.headlines import HeadlineFinding
from wireroom.records.spans import Span


def compare_headline(title: AnalysedDocument, body: AnalysedDocument) -> HeadlineFinding:
    """How a text stands to its headline, which is given as a Document of its own.

    Mismatches come with the plainest first: numbers, places, actors, then denials and doubts. A
    text that is about something else has none.
    """
    relation, reason = compare_stance(title.document.text, body.document.text)
    if relation == "unrelated":
        return HeadlineFinding(relation, (), reason)
    mismatches = (
        *find_number_mismatches(title, body),
        *find_place_mismatches(title, body),
        *find_party_mismatches(title, body),
        *find_certainty_mismatches(title, body),
    )
    return HeadlineFinding(relation, mismatches, reason)


def place_by_text(analysis: Analysis) -> Analysis:
    """The analysis with its events where the text has them, not a headline that names another
    place: which one is right is not said, but the headline is the shorter account of the two.

    For headlines inside a thread; what they say stays in the findings about them.
    """
    events = list(analysis.events)
    for found in analysis.passage_headlines:
        passage = analysis.passages[found.passage]
        told = [
            mismatch.text for mismatch in found.headline.mismatches if mismatch.field == "place"
        ]
        if not told or passage.title_span is None:
            continue
        place = _place_at(analysis, told[0])
        for index, event in enumerate(events):
            own = analysis.places[event.place].span if event.place is not None else None
            if own and passage.title_span.covers(own) and passage.span.covers(event.trigger):
                events[index] = replace(event, place=place)
    return replace(analysis, events=tuple(events))


def _place_at(analysis: Analysis, span: Span) -> int | None:
    places = enumerate(analysis.places)
    return next((index for index, place in places if place.span.overlaps(span)), None)
