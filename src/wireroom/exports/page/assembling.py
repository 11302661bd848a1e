"""The whole page as one record, before it is written."""

from collections.abc import Mapping
from dataclasses import replace

from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.contexts import Count, PageView
from wireroom.exports.page.disputes import build_dispute_views, dispute_links
from wireroom.exports.page.documents import build_document_views
from wireroom.exports.page.events import Places, build_event_views
from wireroom.exports.page.facets import Sifting
from wireroom.exports.page.glance import build_glance_view
from wireroom.exports.page.headlines import build_headline_views
from wireroom.exports.page.labels import plain_id, shortened, title_of
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.mapping import build_map_view
from wireroom.exports.page.names import Names
from wireroom.exports.page.origins import build_open_ends, build_origin_entries
from wireroom.exports.page.speakers import build_speaker_views
from wireroom.exports.page.timeline import build_timeline_view
from wireroom.exports.page.weight import event_names, is_remark, weightiest_first
from wireroom.exports.page.whereabouts import find_whereabouts
from wireroom.records.stories import Story, TimelineEntry
from wireroom.text.language_names import language_name


def build_page_view(story: Story) -> PageView:
    """All that the page of a story shows; the Documents are made last, as all else links there."""
    story = _prepared(story)
    anchors = Anchors(story.documents)
    disputes = build_dispute_views(story, anchors)
    links = dispute_links(disputes)
    whereabouts = find_whereabouts(story, anchors)
    sifting = Sifting(story, anchors, whereabouts)
    timeline = build_timeline_view(story, anchors, sifting)
    events = build_event_views(story, Places(anchors, Names(story), links))
    headlines = build_headline_views(story, anchors)
    once = [event for event in events if event.weight == "single" and not event.disputes]
    return PageView(
        story.title,
        _counts(story),
        build_glance_view(story, events, disputes, headlines),
        tuple(disputes.values()),
        headlines,
        tuple(event for event in events if not event.weight or event.disputes),
        tuple(event for event in once if event.when),
        tuple(event for event in once if not event.when),
        tuple(event for event in events if event.weight == "remark"),
        build_origin_entries(story, anchors),
        build_open_ends(story, anchors),
        tuple(_unplaced(story, anchors)),
        _unread(story),
        timeline,
        build_map_view(story, anchors, whereabouts, sifting.events, links),
        sifting.choices,
        build_speaker_views(story, anchors),
        build_document_views(story, anchors, _events_by_document(story)),
    )


def _prepared(story: Story) -> Story:
    """The story as the page tells it: the weightiest events first, each by a name of its own."""
    names = event_names(story)
    events = tuple(
        replace(event, title=names[event.id]) for event in weightiest_first(story.comparison.events)
    )
    remarks = {event.id for event in events if is_remark(event)}
    timeline = tuple(_named(entry, names) for entry in story.timeline if entry.event not in remarks)
    return replace(story, comparison=replace(story.comparison, events=events), timeline=timeline)


def _named(entry: TimelineEntry, names: Mapping[str, str]) -> TimelineEntry:
    return replace(entry, label=names.get(entry.event or "", entry.label))


def _counts(story: Story) -> tuple[Count, ...]:
    counts = story.counts
    named = (
        (counts.documents, "document", "documents", "#documents"),
        (counts.events, "event", "events", "#events"),
        (counts.origins, "origin", "origins", "#origins"),
        (counts.not_established, "not established", "not established", "#not-established"),
        (counts.disputes, "dispute", "disputes", "#disputes"),
        *([(counts.mentions, "mention", "mentions", "#remarks")] if counts.mentions else []),
    )
    return tuple(
        Count(number, one if number == 1 else many, href) for number, one, many, href in named
    )


def _unplaced(story: Story, anchors: Anchors) -> list[Link]:
    links = []
    for document in story.comparison.unplaced:
        known = anchors.find(document)
        name = shortened(title_of(known.analysed.document)) if known else plain_id(document)
        links.append(Link(name, anchors.document_href(document)))
    return links


def _unread(story: Story) -> tuple[str, ...]:
    codes = {code for each in story.documents for code in each.analysis.events_unread}
    return tuple(sorted(map(language_name, codes)))


def _events_by_document(story: Story) -> dict[str, tuple[Link, ...]]:
    found: dict[str, dict[str, Link]] = {}
    for at, event in enumerate(story.comparison.events, 1):
        for report in event.reports:
            links = found.setdefault(report.document, {})
            links[event.id] = Link(shortened(event.title), f"#e{at}")
    return {document: tuple(links.values()) for document, links in found.items()}
