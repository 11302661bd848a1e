"""Disputes: a table of source by field for each event, and no winner."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from wireroom.exports.findings import is_frame
from wireroom.exports.page.anchors import Anchors, published_at
from wireroom.exports.page.contexts import (
    DisputeCell,
    DisputedValueView,
    DisputeRow,
    DisputeView,
    EventDisputesView,
    SayingView,
)
from wireroom.exports.page.labels import unit_key, unit_link
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.moments import moment_in_words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.links import Evidence
from wireroom.records.spans import Span
from wireroom.records.stories import Story

_AROUND = 70  # characters on each side of a value
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Unit = tuple[str, int, int]


def build_dispute_views(story: Story, anchors: Anchors) -> dict[str, EventDisputesView]:
    """The disputes of each event that has any, by the event's id, in the order of the events."""
    views: dict[str, EventDisputesView] = {}
    number = 0
    for at, event in enumerate(story.comparison.events, 1):
        if event.disputes:
            made = tuple(
                _dispute(dispute, f"x{number + after}", anchors)
                for after, dispute in enumerate(event.disputes, 1)
            )
            number += len(made)
            rows = _rows(event.disputes, anchors)
            views[event.id] = EventDisputesView(Link(event.title, f"#e{at}"), rows, made)
    return views


def dispute_links(views: Mapping[str, EventDisputesView]) -> dict[str, tuple[Link, ...]]:
    """For each event, links to its disputes."""
    return {
        event: tuple(Link(dispute.field, f"#{dispute.anchor}") for dispute in view.disputes)
        for event, view in views.items()
    }


def speaker_at(analysed: AnalysedDocument, span: Span) -> str:
    """Who is said to say the words at a span: the innermost attribution around it, or nobody.

    That a post or a pasted piece says all that is in it is no answer: the table says so.
    """
    best: tuple[int, str] | None = None
    for attribution in analysed.analysis.attributions:
        at = bisect_right(attribution.content, span.start, key=lambda content: content.start) - 1
        if is_frame(attribution) or at < 0 or not attribution.speaker:
            continue
        if attribution.content[at].covers(span):
            length = attribution.content[at].end - attribution.content[at].start
            best = min(best or (length, attribution.speaker), (length, attribution.speaker))
    return best[1] if best else ""


def _rows(disputes: Sequence[Dispute], anchors: Anchors) -> tuple[DisputeRow, ...]:
    """One row a source, in the order of their first value."""
    sources: dict[Unit, Evidence] = {}
    cells: dict[tuple[Unit, int], list[DisputeCell]] = {}
    for column, dispute in enumerate(disputes):
        for index, value in enumerate(dispute.values):
            for evidence in value.evidence:
                unit = unit_key(anchors, evidence.document, evidence.span)
                sources.setdefault(unit, evidence)
                quote = anchors.quote(evidence, around=0)
                if quote:
                    speaker = _speaker(evidence, anchors)
                    cell = DisputeCell(_letter(index), quote, speaker)
                    cells.setdefault((unit, column), []).append(cell)
    return tuple(
        DisputeRow(
            unit_link(anchors, first.document, first.span),
            _when(first, anchors),
            tuple(tuple(cells.get((unit, at), ())) for at in range(len(disputes))),
        )
        for unit, first in sources.items()
    )


def _when(evidence: Evidence, anchors: Anchors) -> str:
    known = anchors.find(evidence.document)
    return moment_in_words(published_at(known.analysed, evidence.span)) if known else ""


def _letter(index: int) -> str:
    return _LETTERS[index] if index < len(_LETTERS) else f"({index + 1})"


def _dispute(dispute: Dispute, anchor: str, anchors: Anchors) -> DisputeView:
    values = tuple(_value(value, _letter(at), anchors) for at, value in enumerate(dispute.values))
    return DisputeView(anchor, dispute.field, dispute.reason, values)


def _value(value: DisputedValue, letter: str, anchors: Anchors) -> DisputedValueView:
    sayings = []
    for evidence in value.evidence:
        quote = anchors.quote(evidence, around=_AROUND)
        if quote:
            source = unit_link(anchors, evidence.document, evidence.span)
            sayings.append(SayingView(source, quote, _speaker(evidence, anchors)))
    return DisputedValueView(letter, value.value, ", ".join(value.speakers), tuple(sayings))


def _speaker(evidence: Evidence, anchors: Anchors) -> str:
    known = anchors.find(evidence.document)
    return speaker_at(known.analysed, evidence.span) if known else ""
