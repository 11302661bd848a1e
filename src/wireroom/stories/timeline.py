"""What happened when, and what was said when: two lanes that are never mixed."""

from collections.abc import Iterable, Iterator
from datetime import date

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.passages import Passage
from wireroom.records.spans import Span
from wireroom.records.stories import TimelineEntry
from wireroom.stories.moments import read_moment

_LINES = 6  # of a pasted piece, among which one is looked for to call it by
_WORDS = 3  # fewer are a label
_MOSTLY = 0.25  # the share of a line from which on it is a date with words around
_KINDS = {"embed": "an embedded piece", "translation": "a translation"}


def build_timeline(
    documents: Iterable[AnalysedDocument], events: Iterable[Event]
) -> tuple[TimelineEntry, ...]:
    """Events by when they took place; Documents, posts and pasted pieces by when they were said.

    In order of time; what has no time comes last, in the order in which it was given.
    """
    entries = [
        TimelineEntry("event", event.title, read_moment(event.date), event=event.id)
        for event in events
    ]
    for analysed in documents:
        entries.extend(_reports(analysed))
    return tuple(sorted(entries, key=_when))


def _when(entry: TimelineEntry) -> tuple[bool, date, date, str]:
    if entry.moment is None:
        return True, date.max, date.max, ""
    return False, entry.moment.first, entry.moment.last, entry.moment.shown


def _reports(analysed: AnalysedDocument) -> Iterator[TimelineEntry]:
    document = analysed.document
    if not document.posts:
        label = document.title or document.outlet or document.id
        moment = read_moment(document.published)
        yield TimelineEntry("report", label, moment, document=document.id)
        return
    for post in document.posts:
        moment = read_moment(post.published)
        label = f"post {post.number}" + (f" by {post.author}" if post.author else "")
        yield TimelineEntry(
            "report", label, moment, document=document.id, post=post.number, span=post.span
        )
    for index, passage in enumerate(analysed.analysis.passages):
        if passage.kind in ("pasted", "translation", "embed"):
            yield _pasted(analysed, index, passage)


def _pasted(analysed: AnalysedDocument, index: int, passage: Passage) -> TimelineEntry:
    document = analysed.document
    published = _own_date(analysed, passage)
    label = passage.title or passage.outlet or _opening(analysed, passage)
    return TimelineEntry(
        "report",
        label,
        read_moment(published),
        document=document.id,
        post=passage.post,
        passage=index,
        span=passage.span,
    )


def _opening(analysed: AnalysedDocument, passage: Passage) -> str:
    """Its first line that says more than when it is from or whose it is; else what it is."""
    text, at = analysed.document.text, passage.start
    dates = [date.span for date in analysed.analysis.dates if date.type == "DATE"]
    for line in passage.span.of(text).splitlines(keepends=True)[:_LINES]:
        span = Span(at, at + len(line))
        at = span.end
        dated = sum(date.end - date.start for date in dates if span.covers(date))
        if len(line.split()) >= _WORDS and dated < _MOSTLY * len(line.strip()):
            return line.strip()
    author = f", by {passage.author}" if passage.author else ""
    return f"{_KINDS.get(passage.kind, 'a pasted piece')}{author}"


def _own_date(analysed: AnalysedDocument, passage: Passage) -> str | None:
    """When the pasted piece itself was published; a passage falls back on the post's time."""
    for post in analysed.document.posts:
        if post.number == passage.post:
            known = passage.part is not None and passage.part < len(post.parts)
            return post.parts[passage.part or 0].published if known else None
    return None
