"""Disputes: a table of source by field for each event, and no winner."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wireroom.exports.findings import is_frame
from wireroom.exports.page.anchors import Anchors, published_at
from wireroom.exports.page.dispute_contexts import (
    DisputeCell,
    DisputedValueView,
    DisputeRow,
    DisputeView,
    EventDisputesView,
    PlaceView,
    SayingView,
)
from wireroom.exports.page.labels import unit_key, unit_link
from wireroom.exports.page.link_contexts import Link, Quote
from wireroom.exports.page.moments import moment_in_words
from wireroom.exports.page.names import Names
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.links import Evidence
from wireroom.records.spans import Span
from wireroom.records.stories import Story
from wireroom.text.folding import fold

LANGUAGE = "en"  # of the page's own words
_AROUND = 70  # characters on each side of a value
_FIRST = ("occurrence", "killed", "injured", "responsibility")  # fields, the gravest first
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Unit = tuple[str, int, int]


class _Desk:
    """What every row and value needs to know: times, names, and where these lead to."""

    def __init__(self, story: Story, anchors: Anchors) -> None:
        self.anchors = anchors
        self.names = Names(story)

    def speaker(self, evidence: Evidence) -> Link | None:
        known = self.anchors.find(evidence.document)
        name = speaker_at(known.analysed, evidence.span) if known else ""
        return self.names.called(name, evidence.document) if name else None

    def when(self, evidence: Evidence) -> str:
        return moment_in_words(self._published(evidence))

    def time_of(self, evidence: Evidence) -> tuple[bool, str, str, int]:
        """Puts what was said in the order of its time, then of the text."""
        shown = moment_in_words(self._published(evidence))
        return not shown, shown, evidence.document, evidence.span.start

    def _published(self, evidence: Evidence) -> str | None:
        known = self.anchors.find(evidence.document)
        return published_at(known.analysed, evidence.span) if known else None


def build_dispute_views(story: Story, anchors: Anchors) -> dict[str, EventDisputesView]:
    """The disputes of each event that has any, by the event's id, in the order of the events."""
    desk = _Desk(story, anchors)
    views: dict[str, EventDisputesView] = {}
    number = 0
    for at, event in enumerate(story.comparison.events, 1):
        if event.disputes:
            disputes = sorted(event.disputes, key=_gravity)
            made = tuple(
                _dispute(dispute, f"x{number + after}", desk)
                for after, dispute in enumerate(disputes, 1)
            )
            number += len(made)
            rows = _rows(disputes, _roles(event, anchors), desk)
            views[event.id] = EventDisputesView(Link(event.title, f"#e{at}"), rows, made)
    return views


def _gravity(dispute: Dispute) -> int:
    """Whether it happened, who died, who did it; then the others in the order in which they came.

    The order of columns says nothing about the values in them.
    """
    return _FIRST.index(dispute.field) if dispute.field in _FIRST else len(_FIRST)


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


def _roles(event: Event, anchors: Anchors) -> dict[Unit, str]:
    """What the Documents and parts are that only repeat what others report of the event."""
    roles: dict[Unit, str] = {}
    for report in event.reports:
        known = anchors.find(report.document)
        events = known.analysed.analysis.events if known else ()
        if 0 <= report.event < len(events):
            unit = unit_key(anchors, report.document, events[report.event].trigger)
            roles[unit] = "" if report.role == "report" else report.role
    return roles


def _rows(
    disputes: Sequence[Dispute], roles: Mapping[Unit, str], desk: _Desk
) -> tuple[DisputeRow, ...]:
    """One row a source, the earliest first; what has no time of its own comes last."""
    sources: dict[Unit, Evidence] = {}
    cells: dict[tuple[Unit, int], list[DisputeCell]] = {}
    for column, dispute in enumerate(disputes):
        for index, value in enumerate(dispute.values):
            for evidence in value.evidence:
                unit = unit_key(desk.anchors, evidence.document, evidence.span)
                sources.setdefault(unit, evidence)
                quote = desk.anchors.quote(evidence, around=0)
                if quote:
                    cell = DisputeCell(_letter(index), quote, desk.speaker(evidence))
                    cells.setdefault((unit, column), []).append(cell)
    ordered = sorted(sources.items(), key=lambda source: desk.time_of(source[1]))
    return tuple(
        DisputeRow(
            unit_link(desk.anchors, first.document, first.span),
            desk.when(first),
            roles.get(unit, ""),
            tuple(tuple(cells.get((unit, at), ())) for at in range(len(disputes))),
        )
        for unit, first in ordered
    )


def _letter(index: int) -> str:
    return _LETTERS[index] if index < len(_LETTERS) else f"({index + 1})"


def _dispute(dispute: Dispute, anchor: str, desk: _Desk) -> DisputeView:
    values = tuple(
        _value(value, _letter(at), f"{anchor}v{at + 1}", desk)
        for at, value in enumerate(dispute.values)
    )
    return DisputeView(anchor, dispute.field, dispute.reason, values)


def _value(value: DisputedValue, letter: str, anchor: str, desk: _Desk) -> DisputedValueView:
    quotes: dict[tuple[str, str, str], Quote] = {}
    places: dict[tuple[str, str, str], list[PlaceView]] = {}
    for evidence in sorted(value.evidence, key=desk.time_of):
        quote = desk.anchors.quote(evidence, around=_AROUND)
        if quote:
            wording = (quote.before, quote.words, quote.after)
            quotes.setdefault(wording, quote)
            source = unit_link(desk.anchors, evidence.document, evidence.span).text
            place = PlaceView(Link(source, quote.href), desk.when(evidence), desk.speaker(evidence))
            places.setdefault(wording, []).append(place)
    label, others = _wordings(value, list(quotes.values()))
    sayings = tuple(SayingView(quote, tuple(places[key])) for key, quote in quotes.items())
    speakers = dict.fromkeys(desk.names.called(name) for name in value.speakers)
    return DisputedValueView(anchor, letter, label, others, tuple(speakers), sayings)


def _wordings(value: DisputedValue, quotes: Sequence[Quote]) -> tuple[str, tuple[Quote, ...]]:
    """What a value is called, and the words for it in other languages than that.

    It is called as it was given, or in the language of the page where a report gives it so.
    """
    shortest: dict[str, Quote] = {}
    for quote in quotes:
        language = quote.language or ""
        known = shortest.get(language)
        if known is None or len(quote.words) < len(known.words):
            shortest[language] = quote
    given = fold(value.value)
    own = next((q.language or "" for q in quotes if given in fold(q.words)), None)
    label = value.value
    if own not in (None, LANGUAGE) and LANGUAGE in shortest:
        label, own = shortest[LANGUAGE].words.strip(), LANGUAGE
    if own is None:
        own = LANGUAGE if LANGUAGE in shortest else next(iter(shortest), "")
    others = (quote for language, quote in shortest.items() if language != own)
    return label, tuple(replace(quote, before="", after="") for quote in others)
