"""The timeline: what happened and what was said, by their own times, side by side."""

from collections.abc import Mapping, Sequence
from datetime import date

from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.contexts import Bar, Stroke, TimelineItem, TimelineRow, TimelineView
from wireroom.exports.page.facets import Sifting
from wireroom.exports.page.labels import shortened, source_of, title_of
from wireroom.exports.page.link_contexts import Link
from wireroom.records.stories import Moment, Story, TimelineEntry

_ROWS = 60  # shown at once
_MONTHS, _YEARS = 60, 700  # days from which a gap is told in months, in years
_WIDTH = 1000.0  # of the overview, in its own units
_NARROWEST, _WIDEST = 3.0, 16.0  # a day on a long axis is still to be seen, on a short one no wall
_STROKES = 400  # more would be one grey
_UPPER, _LOWER = 14.0, 46.0  # where the two lanes of the overview end and begin

_PRECISIONS = {
    "month": "the day is not known",
    "year": "the month is not known",
    "interval": "some time between",
}


def build_timeline_view(story: Story, anchors: Anchors, sifting: Sifting) -> TimelineView:
    """``sifting`` has what each entry can be found by, and the anchors of events."""
    rows: dict[tuple[date, date, str], list[TimelineEntry]] = {}
    undated: list[TimelineEntry] = []
    for entry in story.timeline:
        if entry.moment is None:
            undated.append(entry)
        else:
            rows.setdefault(_row_of(entry.moment), []).append(entry)
    made = _rows(rows, anchors, sifting)
    axis = _axis(story.timeline)
    return TimelineView(
        made[:_ROWS],
        made[_ROWS:],
        _items(undated, "event", anchors, sifting),
        _items(undated, "report", anchors, sifting),
        _bars(story.timeline, "event", axis),
        _bars(story.timeline, "report", axis),
        _strokes(story, axis),
        axis[0].isoformat() if axis else "",
        axis[1].isoformat() if axis else "",
        round(_width(axis) / 2 / _WIDTH, 5) if axis else 0.0,
    )


def _row_of(moment: Moment) -> tuple[date, date, str]:
    # Times of one day stand in one row, each with its minute; the row is the day.
    shown = moment.first.isoformat() if moment.precision == "minute" else moment.shown
    return moment.first, moment.last, shown


def _rows(
    rows: Mapping[tuple[date, date, str], Sequence[TimelineEntry]],
    anchors: Anchors,
    sifting: Sifting,
) -> tuple[TimelineRow, ...]:
    made: list[TimelineRow] = []
    before: date | None = None
    for (first, last, shown), entries in sorted(rows.items(), key=lambda row: row[0]):
        gap = _gap((first - before).days) if before else ""
        happened = _items(entries, "event", anchors, sifting)
        reported = _items(entries, "report", anchors, sifting)
        precision = _PRECISIONS.get(entries[0].moment.precision, "") if entries[0].moment else ""
        made.append(TimelineRow(shown, precision, gap, happened, reported))
        before = max(before, last) if before else last
    return tuple(made)


def _gap(days: int) -> str:
    if days < 2:
        return ""
    if days <= _MONTHS:
        return f"{days} days later"
    if days <= _YEARS:
        return f"about {round(days / 30.44)} months later"
    return f"about {round(days / 365.25)} years later"


def _items(
    entries: Sequence[TimelineEntry],
    lane: str,
    anchors: Anchors,
    sifting: Sifting,
) -> tuple[TimelineItem, ...]:
    return tuple(
        TimelineItem(
            _link(entry, anchors, sifting),
            _note(entry, anchors) or sifting.happened.get(entry.event or "", ""),
            sifting.entry(entry),
        )
        for entry in entries
        if entry.lane == lane
    )


def _link(entry: TimelineEntry, anchors: Anchors, sifting: Sifting) -> Link:
    if entry.event is not None:
        anchor = sifting.entry(entry).event
        return Link(shortened(entry.label), f"#{anchor}" if anchor else None)
    href = anchors.document_href(entry.document or "")
    if href and entry.post is not None:
        href = f"{href}p{entry.post}"
    return Link(shortened(_label(entry, anchors)), href)


def _label(entry: TimelineEntry, anchors: Anchors) -> str:
    """What was reported; a Document that has nothing but its id is called by that."""
    known = anchors.find(entry.document or "")
    nameless = known is not None and entry.label == entry.document
    return title_of(known.analysed.document) if known and nameless else entry.label


def _note(entry: TimelineEntry, anchors: Anchors) -> str:
    notes: list[str] = []
    moment = entry.moment
    if moment and moment.precision == "minute":
        notes.append(moment.shown[11:])
    known = anchors.find(entry.document) if entry.document is not None else None
    if known and entry.passage is not None:
        notes.append(f"in post {entry.post}")
    elif (
        known
        and entry.post is None
        and source_of(known.analysed.document) != _label(entry, anchors)
    ):
        notes.append(source_of(known.analysed.document))
    return " · ".join(notes)


def _axis(timeline: Sequence[TimelineEntry]) -> tuple[date, date] | None:
    """The first and last day of what is known to the day; None where that is no stretch of time."""
    days = [day for entry in timeline if (day := _day(entry))]
    if not days or min(days) == max(days):
        return None
    return min(days), max(days)


def _day(entry: TimelineEntry) -> date | None:
    moment = entry.moment
    return moment.first if moment and moment.precision in ("minute", "day") else None


def _at(day: date, axis: tuple[date, date]) -> float:
    return (day - axis[0]).days / (axis[1] - axis[0]).days * (_WIDTH - _width(axis))


def _width(axis: tuple[date, date]) -> float:
    return min(_WIDEST, max(_NARROWEST, _WIDTH / ((axis[1] - axis[0]).days + 1) * 0.9))


def _bars(
    timeline: Sequence[TimelineEntry], lane: str, axis: tuple[date, date] | None
) -> tuple[Bar, ...]:
    if axis is None:
        return ()
    days = {day for entry in timeline if entry.lane == lane and (day := _day(entry))}
    width = _width(axis)
    return tuple(Bar(round(_at(day, axis), 1), round(width, 1)) for day in sorted(days))


def _strokes(story: Story, axis: tuple[date, date] | None) -> tuple[Stroke, ...]:
    """From the day of each event to the days on which it was reported."""
    if axis is None:
        return ()
    said: dict[str, date] = {}
    for entry in story.timeline:
        day = _day(entry)
        if entry.lane == "report" and entry.document and day and entry.post is None:
            said[entry.document] = day
    happened = {entry.event: _day(entry) for entry in story.timeline if entry.lane == "event"}
    half = _width(axis) / 2
    pairs = {
        (day, said[report.document])
        for event in story.comparison.events
        if (day := happened.get(event.id))
        for report in event.reports
        if report.document in said
    }
    return tuple(
        Stroke(round(_at(first, axis) + half, 1), _UPPER, round(_at(then, axis) + half, 1), _LOWER)
        for first, then in sorted(pairs)[:_STROKES]
    )
