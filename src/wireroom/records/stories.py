"""A story: what is followed, and all that was found in it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import SpeakerKind
from wireroom.records.comparisons import Comparison, Report
from wireroom.records.headlines import HeadlineFinding
from wireroom.records.links import ChainLink, Evidence, Origin
from wireroom.records.spans import Span

MomentPrecision = Literal["minute", "day", "month", "year", "interval"]
Lane = Literal["event", "report"]
JoiningRule = Literal["name", "document", "copy", "story", "decision"]


@dataclass(frozen=True, slots=True)
class Moment:
    """When, as precisely as it is known: some time from ``first`` to ``last``, both included.

    ``shown`` is what a person reads, in UTC where the zone is known ("2019-12-29 20:49 UTC"), as
    written where it is not ("2019-12-29 23:49, zone not given").
    """

    first: date
    last: date
    precision: MomentPrecision
    shown: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One happening at the time when it took place, or one report at the time when it was made.

    ``event`` is the id of an event (lane "event"), ``document`` that of a Document (lane
    "report"), with the ``post`` and the index of the ``passage`` where it is a part of a thread.
    ``moment`` is None where the time is not known.
    """

    lane: Lane
    label: str
    moment: Moment | None
    event: str | None = None
    document: str | None = None
    post: int | None = None
    passage: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One hand that a statement went through. ``evidence`` is where the text names it, and
    ``attribution`` the index of what is said there; None where only the Document's own outlet is
    known."""

    name: str | None
    kind: SpeakerKind | None
    evidence: Evidence | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution, by its index in the analysis of ``document``.

    ``through`` is who passed it on, outermost first, without the speaker. ``within`` is the index
    of another attribution of the same speaker whose words these are a part of: it is then no
    statement of its own.
    """

    document: str
    attribution: int
    through: tuple[ChainStep, ...] = ()
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """Two names that are taken for one speaker's, why, and where each of them stands.

    ``rule`` says what it rests on: the "name" itself, the one text's being a "copy" of the other,
    being the only one that fits in its "document" or in the whole "story", or a person's
    "decision". What rests on the story falls
    when another bearer of the name turns up; the other rules hold whatever is added.
    """

    one: str
    other: str
    rule: JoiningRule
    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, over all Documents. ``also`` are other spellings that were taken for the same,
    each with its reason among ``joinings``.

    An unnamed speaker has the words of the text for a name ("a senior official") and is merged
    across Documents only where the one Document copies the other's words. ``deeds`` are what the
    texts say that somebody did rather than said: attributions whose cue is no word of saying,
    thinking, wanting or showing.
    """

    name: str
    kind: SpeakerKind | None
    statements: tuple[Statement, ...]
    also: tuple[str, ...] = ()
    named: bool = True
    reason: str = ""
    joinings: tuple[Joining, ...] = ()
    deeds: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcedReport:
    """One report, what its Document says of whom it has it from, and who had it from there."""

    report: Report
    passage: int | None
    links: tuple[ChainLink, ...] = ()
    children: tuple["SourcedReport", ...] = ()


@dataclass(frozen=True, slots=True)
class OriginTree:
    """The reports that go back to one origin; ``origin`` is None where none was found for them."""

    origin: Origin | None
    reports: tuple[SourcedReport, ...]


@dataclass(frozen=True, slots=True)
class EventSources:
    """Who had one event from whom. The counts are those that every page and list shows.

    ``origins`` counts established origins alone; ``not_established`` those where nothing shows
    that they stand on their own feet.
    """

    event: str
    reports: int
    origins: int
    not_established: int
    trees: tuple[OriginTree, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadlineFlag:
    """A headline and its text differ. Spans of mismatches count as the finding says.

    ``passage`` is an index into the analysis's passages and ``title_at`` where the headline
    stands in the text; both None for the title that the Document was given.
    """

    document: str
    title: str
    finding: HeadlineFinding
    passage: int | None = None
    title_at: Span | None = None


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """The head of the story. ``events`` leaves out the ``mentions``, as all counts after it do.

    ``origins`` counts established origins, one that stands behind several events once;
    ``not_established`` the others, for each event.
    """

    documents: int = 0
    events: int = 0
    origins: int = 0
    not_established: int = 0
    disputes: int = 0
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """The Documents in the order in which they were given, and what was found between them.

    ``sources`` has one entry for each event, in the order of ``comparison.events``. ``timeline``
    is in the order of time, what has no time last.
    """

    title: str
    documents: tuple[AnalysedDocument, ...]
    comparison: Comparison
    counts: StoryCounts = StoryCounts()
    timeline: tuple[TimelineEntry, ...] = ()
    sources: tuple[EventSources, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    headlines: tuple[HeadlineFlag, ...] = ()
