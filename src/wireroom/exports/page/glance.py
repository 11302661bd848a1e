"""What stands out in a story, on a few lines: where to look first."""

from collections.abc import Mapping, Sequence

from wireroom.exports.page.contexts import EventView, GlanceView, HeadlineView
from wireroom.exports.page.dispute_contexts import EventDisputesView
from wireroom.exports.page.labels import plural
from wireroom.exports.page.link_contexts import Link
from wireroom.records.comparisons import Event
from wireroom.records.stories import Story

_EVENTS, _HEADLINES = 5, 4  # shown; the rest is a link away
_UNDISPUTED = 3  # events that no reports differ on; what is in dispute goes before them
_REPORTS = 3  # of an event without a day, from which on it is worth a line here


def build_glance_view(
    story: Story,
    events: Sequence[EventView],
    disputes: Mapping[str, EventDisputesView],
    headlines: Sequence[HeadlineView],
) -> GlanceView:
    """``events`` are in the order of the story, and so with the weightiest first."""
    pairs = list(zip(story.comparison.events, events, strict=True))
    disputed = [
        (view, disputes[event.id].disputes) for event, view in pairs if event.id in disputes
    ]
    told = [view for event, view in pairs if event.id not in disputes and _is_told(event)]
    more = (
        (len(disputed) - _EVENTS, "more event in dispute", "more events in dispute", "#disputes"),
        (len(headlines) - _HEADLINES, "more headline", "more headlines", "#headlines"),
        (len(told) - _UNDISPUTED, "more event told by several", "more events told by several",
         "#events"),
    )  # fmt: skip
    return GlanceView(
        tuple(disputed[:_EVENTS]),
        tuple(headlines[:_HEADLINES]),
        tuple(told[:_UNDISPUTED]),
        tuple(Link(plural(left, one, many), href) for left, one, many, href in more if left > 0),
    )


def _is_told(event: Event) -> bool:
    return event.told >= (2 if event.date else _REPORTS)
