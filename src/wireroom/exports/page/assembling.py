"""The whole page as one record, before it is written."""

from dataclasses import replace

from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.contexts import Count, PageView
from wireroom.exports.page.disputes import build_dispute_views, dispute_links
from wireroom.exports.page.documents import build_document_views
from wireroom.exports.page.events import Places, build_event_views, statements_of
from wireroom.exports.page.headlines import build_headline_views
from wireroom.exports.page.labels import shortened, title_of
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.speakers import build_speaker_views
from wireroom.exports.page.timeline import build_timeline_view
from wireroom.records.stories import Story


def build_page_view(story: Story) -> PageView:
    """All that the page of a story shows; the Documents are made last, as all else links there."""
    story = _most_reported_first(story)
    anchors = Anchors(story.documents)
    event_anchors = {event.id: f"e{at}" for at, event in enumerate(story.comparison.events, 1)}
    disputes = build_dispute_views(story, anchors)
    timeline = build_timeline_view(story, anchors, event_anchors)
    events = build_event_views(
        story, Places(anchors, statements_of(story), dispute_links(disputes))
    )
    headlines = build_headline_views(story, anchors)
    speakers = build_speaker_views(story, anchors)
    named = [speaker.named for speaker in story.speakers]
    return PageView(
        story.title,
        _counts(story),
        timeline,
        events,
        tuple(_unplaced(story, anchors)),
        tuple(disputes.values()),
        headlines,
        tuple(view for view, has_name in zip(speakers, named, strict=True) if has_name),
        tuple(view for view, has_name in zip(speakers, named, strict=True) if not has_name),
        build_document_views(story, anchors, _events_by_document(story)),
    )


def _most_reported_first(story: Story) -> Story:
    """The events with most reports on top, then those in dispute; else as they were."""
    events = sorted(
        story.comparison.events, key=lambda event: (-len(event.reports), -len(event.disputes))
    )
    return replace(story, comparison=replace(story.comparison, events=tuple(events)))


def _counts(story: Story) -> tuple[Count, ...]:
    counts = story.counts
    named = (
        (counts.documents, "document", "documents", "#documents"),
        (counts.events, "event", "events", "#events"),
        (counts.origins, "origin", "origins", "#events"),
        (counts.not_established, "not established", "not established", "#not-established"),
        (counts.disputes, "dispute", "disputes", "#disputes"),
    )
    return tuple(
        Count(number, one if number == 1 else many, href) for number, one, many, href in named
    )


def _unplaced(story: Story, anchors: Anchors) -> list[Link]:
    links = []
    for document in story.comparison.unplaced:
        known = anchors.find(document)
        name = shortened(title_of(known.analysed.document)) if known else document
        links.append(Link(name, anchors.document_href(document)))
    return links


def _events_by_document(story: Story) -> dict[str, tuple[Link, ...]]:
    found: dict[str, dict[str, Link]] = {}
    for at, event in enumerate(story.comparison.events, 1):
        for report in event.reports:
            links = found.setdefault(report.document, {})
            links[event.id] = Link(shortened(event.title), f"#e{at}")
    return {document: tuple(links.values()) for document, links in found.items()}
