"""Short builders of claims and analysed texts for the tests of disputes. All texts are invented."""

from wireroom.language.generic import split_sentences
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.attributions import Attribution
from wireroom.records.disputes import Claim
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, EventType, Participant
from wireroom.records.links import Evidence
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression

# Towns of an invented country, which is given the code of no real one.
PLACES = {
    entry.name: entry
    for entry in (
        GazetteerEntry("Saltmark", 50.0, 10.0, "country", 1, "XA"),
        GazetteerEntry("Northshire", 51.0, 10.0, "region", 2, "XA", "Northshire"),
        GazetteerEntry("Bellham", 51.0, 10.0, "town", 3, "XA", "Northshire", population=90_000),
        GazetteerEntry("Little Bell", 51.1, 10.1, "town", 4, "XA", "Northshire"),
        GazetteerEntry("Osterby", 48.0, 12.0, "town", 5, "XA", "Southshire"),
        GazetteerEntry("Fenland", 40.0, 30.0, "country", 6, "XB"),
        GazetteerEntry("Graywater", 40.1, 30.2, "town", 7, "XB", "Delta"),
    )
}


def at(text: str, words: str) -> Span:
    """Where the words stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def a_claim(
    value: str,
    low: float | None = None,
    high: float | None = None,
    *,
    document: str = "a",
    **more: object,
) -> Claim:
    fields: dict[str, object] = {"field": "killed", "key": "", **more}
    made = Claim("killed", value, Evidence(document, Span(0, len(value))), low=low, high=high)
    values = {name: getattr(made, name) for name in Claim.__dataclass_fields__}
    return Claim(**{**values, **fields})


def a_quantity(text: str, words: str, low: float, high: float | None, **more: object) -> Quantity:
    span = at(text, words)
    made = {"unit": "person", "role": "killed", **more}
    return Quantity(span.start, span.end, low, low, high, **made)  # type: ignore[arg-type]


def a_place(text: str, words: str) -> PlaceMention:
    span = at(text, words)
    entry = PLACES[words]
    return PlaceMention(span.start, span.end, words, "name", entry.precision, (entry,))


def a_date(text: str, words: str, value: str) -> TimeExpression:
    span = at(text, words)
    return TimeExpression(span.start, span.end, "DATE", value)


def said_by(text: str, source: str, cue: str, content: str, **more: object) -> Attribution:
    made = {"kind": "indirect", "stance": "asserts", "speaker": source, **more}
    return Attribution((at(text, source),), (at(text, cue),), (at(text, content),), **made)  # type: ignore[arg-type]


def an_actor(text: str, words: str) -> Participant:
    return Participant((at(text, words),), words)


def a_report(text: str, trigger: str, kind: EventType = "ASSAULT", **more: object) -> EventReport:
    return EventReport(at(text, trigger), kind, **more)  # type: ignore[arg-type]


def an_analysis(text: str, identifier: str = "a", **found: object) -> AnalysedDocument:
    """A text with what is said to have been found in it; sentences are split if not given."""
    published = found.pop("published", None)
    sentences = found.pop("sentences", split_sentences(text, Span(0, len(text))))
    document = Document(identifier, text, published=published)  # type: ignore[arg-type]
    analysis = Analysis(identifier, "en", sentences=sentences, **found)  # type: ignore[arg-type]
    return AnalysedDocument(document, analysis)
