"""A headline held against the text below it."""

from wireroom.disputes.headline_certainty import find_certainty_mismatches
from wireroom.disputes.headline_numbers import find_number_mismatches
from wireroom.disputes.headline_parties import find_party_mismatches
from wireroom.disputes.headline_places import find_place_mismatches
from wireroom.disputes.stances import compare_stance
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import HeadlineFinding


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
