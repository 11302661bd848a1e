"""Everything that was found in one Document."""

from dataclasses import dataclass

from wireroom.records.annotations import Entity
from wireroom.records.attributions import Attribution
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, MainEvent
from wireroom.records.headlines import HeadlineFinding
from wireroom.records.passages import Passage
from wireroom.records.places import PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression


@dataclass(frozen=True, slots=True)
class PassageFinding:
    """A headline inside a thread, held against the passage below it.

    ``title`` counts in the headline's own words, which stand in the text at the passage's
    ``title_span``; ``passage`` is an index into the analysis's passages.
    """

    passage: int
    headline: HeadlineFinding


@dataclass(frozen=True, slots=True)
class Analysis:
    """The findings of one Document. Offsets count in its text; indexes point into these tuples.

    ``headline`` is None where the Document has no title; the headlines of articles pasted into
    a thread are in ``passage_headlines``. ``sentences`` are in order and do not overlap.
    ``events_unread`` are the codes of the languages of passages in which no events are looked for,
    so that none found is not taken for none told.
    """

    document: str
    language: str
    passages: tuple[Passage, ...] = ()
    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[EventReport, ...] = ()
    main_event: MainEvent | None = None
    headline: HeadlineFinding | None = None
    passage_headlines: tuple[PassageFinding, ...] = ()
    events_unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnalysedDocument:
    """A Document and what was found in it."""

    document: Document
    analysis: Analysis
