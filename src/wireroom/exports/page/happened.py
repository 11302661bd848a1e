"""Whether an event is told as having happened: planned, possible, alleged, denied, by how many."""

from collections import Counter
from collections.abc import Mapping

from wireroom.exports.page.weight import account_of
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.events import Certainty

_WORDS: dict[Certainty, str] = {
    "denied": "denied",
    "alleged": "alleged",
    "possible": "said to be possible",
    "planned": "planned",
}


def happened_in_words(event: Event, documents: Mapping[str, AnalysedDocument]) -> str:
    """What its reports leave open; empty where all of them tell it as a fact.

    What only repeats a report is not counted. ``documents`` are by their ids.
    """
    counted = [report for report in event.reports if report.role == "report"] or event.reports
    found = [account_of(documents, report.document, report.event) for report in counted]
    told = Counter(account.certainty if account else "asserted" for account in found)
    unsure = [(word, told[certainty]) for certainty, word in _WORDS.items() if told[certainty]]
    if len(unsure) == 1 and unsure[0][1] == len(found):
        return unsure[0][0]
    return ", ".join(f"{word} in {number} of {len(found)} reports" for word, number in unsure)
