"""What happened when, and what was said when: two lanes that are never mixed."""

from collections.abc import Iterable, Iterator
from datetime import date

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.passages import Passage
from wireroom.records.stories import TimelineEntry
from wireroom.stories.moments import read_moment


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
    label = passage.title or passage.outlet or _first_line(passage.span.of(document.text))
    return TimelineEntry(
        "report",
        label,
        read_moment(published),
        document=document.id,
        post=passage.post,
        passage=index,
        span=passage.span,
    )


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0].strip() or "a pasted piece"


def _own_date(analysed: AnalysedDocument, passage: Passage) -> str | None:
    """When the pasted piece itself was published; a passage falls back on the post's time."""
    for post in analysed.document.posts:
        if post.number == passage.post:
            known = passage.part is not None and passage.part < len(post.parts)
            return post.parts[passage.part or 0].published if known else None
    return None
