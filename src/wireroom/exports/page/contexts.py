"""What the page shows, field by field. Every ``href`` leads to a place on the page itself."""

from dataclasses import dataclass

from wireroom.exports.page.dispute_contexts import DisputeView, EventDisputesView
from wireroom.exports.page.document_contexts import DocumentView
from wireroom.exports.page.link_contexts import EdgeView, Link, Quote, StepView
from wireroom.exports.page.map_contexts import Choices, Facets, MapView
from wireroom.exports.page.speaker_contexts import SpeakersView


@dataclass(frozen=True, slots=True)
class Count:
    """One of the counts at the head, and the section that it counts."""

    number: int
    noun: str
    href: str


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """``note`` says more than the label: the outlet, the place, how precise the time is."""

    link: Link
    note: str
    facets: Facets = Facets()


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One time, with what happened then and what was said then.

    ``precision`` says what of it is known where it is no day; ``gap`` is since the row before.
    """

    when: str
    precision: str
    gap: str
    happened: tuple[TimelineItem, ...]
    reported: tuple[TimelineItem, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the overview, in its own units: from an event's time to that of its report."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time on the overview."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class TimelineView:
    """``rows`` are shown at once, ``more`` on demand; an overview that says nothing is empty.

    ``edge`` is half of the width of a day on the overview, as a part of its whole width.
    """

    rows: tuple[TimelineRow, ...]
    more: tuple[TimelineRow, ...]
    undated_events: tuple[TimelineItem, ...]
    undated_reports: tuple[TimelineItem, ...]
    happened: tuple[Bar, ...]
    reported: tuple[Bar, ...]
    strokes: tuple[Stroke, ...]
    first: str
    last: str
    edge: float


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report in the tree of who had it from whom.

    ``links`` say whom it has it from; ``shared`` are further Documents with some of its words.
    ``role`` is empty for a report that counts; else it says how it repeats another one (a
    quotation, an earlier version), whose ``repeats`` it is then among, folded. ``copies`` are
    those below it that have most of their words from it, folded and counted: ``number`` is how
    many reports stand here, with all below.
    """

    document: Link
    when: str
    certainty: str
    chain: tuple[StepView, ...]
    quote: Quote | None
    links: tuple["ChainView", ...]
    shared: tuple["ChainView", ...]
    reason: str
    role: str
    children: tuple["ReportView", ...]
    repeats: tuple["ReportView", ...]
    copies: "CopiesView | None" = None

    @property
    def number(self) -> int:
        """It and all that stand below it, without what only repeats."""
        below = (*self.children, *(self.copies.reports if self.copies else ()))
        return (not self.role) + sum(each.number for each in below)


@dataclass(frozen=True, slots=True)
class CopiesView:
    """Copies under one fold. ``said`` counts them and names the first."""

    said: str
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class ChainView:
    """Whom a Document says it has something from, and where it says so.

    ``kind`` leads to the characters; ``quotes`` are those that the report itself does not show;
    ``edges`` are what each such link opens to, the first of them telling the state and time.
    """

    kind: Link
    to: Link
    quotes: tuple[Quote, ...]
    reason: str
    when: str
    edges: tuple[EdgeView, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage that something rests on, and each place where it stands in the same words."""

    quote: Quote
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin and the reports that go back to it. ``known`` is False where none was found.

    ``states`` are what is to be known of it, each with its name, sign and sentence.
    """

    anchor: str
    name: str
    kind: str
    known: bool
    established: bool
    reason: str
    passages: tuple[PassageView, ...]
    reports: tuple[ReportView, ...]
    repeats: tuple[ReportView, ...]
    states: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EventView:
    """A card: what happened, how many stand behind it, and the tree that it unfolds to.

    ``tally`` counts these, each count a link to what it counts. ``weight`` is empty where there
    are several reports, "single" where there is one, "remark" for a mention, which is then given
    its reason in ``why_mention``. ``happened`` is what reports leave open: planned, denied, …
    """

    anchor: str
    title: str
    type: str
    when: str
    place: str
    weight: str
    tally: tuple[Link, ...]
    disputes: tuple[Link, ...]
    held_together: tuple[tuple[Link, str, str], ...]
    trees: tuple[OriginView, ...]
    happened: str = ""
    why_mention: str = ""


@dataclass(frozen=True, slots=True)
class MismatchView:
    """The words of a headline, and the words of the text that do not match them."""

    what: str
    title: Quote
    text: Quote | None
    reason: str


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """A headline that differs from its text."""

    anchor: str
    title: str
    language: str | None
    document: Link
    relation: str
    mismatches: tuple[MismatchView, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OriginEntry:
    """One origin over all events, with the places where it stands."""

    name: str
    kind: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GlanceView:
    """What stands out: events in dispute, headlines that differ, events told by several."""

    disputed: tuple[tuple[EventView, tuple[DisputeView, ...]], ...]
    headlines: tuple[HeadlineView, ...]
    told: tuple[EventView, ...]
    more: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything on the page, in the order in which it is shown."""

    title: str
    counts: tuple[Count, ...]
    glance: GlanceView
    disputes: tuple[EventDisputesView, ...]
    headlines: tuple[HeadlineView, ...]
    events: tuple[EventView, ...]
    told_once: tuple[EventView, ...]
    undated: tuple[EventView, ...]
    remarks: tuple[EventView, ...]
    established: tuple[OriginEntry, ...]
    not_established: tuple[OriginEntry, ...]
    unplaced: tuple[Link, ...]
    unread: tuple[str, ...]  # languages in which no events are looked for, by name
    timeline: TimelineView
    map: MapView
    choices: Choices
    speakers: SpeakersView
    documents: tuple[DocumentView, ...]
