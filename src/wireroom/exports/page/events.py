"""Events as cards that unfold to the tree of who had them from whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wireroom.exports.page.anchors import Anchors, published_at
from wireroom.exports.page.contexts import ChainView, EventView, OriginView, PassageView, ReportView
from wireroom.exports.page.labels import source_of, title_of, unit_link
from wireroom.exports.page.link_contexts import Link, Quote
from wireroom.exports.page.moments import moment_in_words
from wireroom.records.comparisons import Event
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.links import ChainLink, Evidence, Origin
from wireroom.records.stories import (
    ChainStep,
    EventSources,
    OriginTree,
    SourcedReport,
    Statement,
    Story,
)

_PASSAGE = 120  # characters of a shared passage; all of it is one click away

_KINDS = {
    "credited": "credits",
    "cited": "cites",
    "quoted": "quotes",
    "copied": "shares its words with",
    "translated": "is a translation of",
}


@dataclass(frozen=True, slots=True)
class Places:
    """What events link to: stretches, statements by (Document, attribution), disputes by event."""

    anchors: Anchors
    statements: Mapping[tuple[str, int], Statement]
    disputes: Mapping[str, tuple[Link, ...]]


def build_event_views(story: Story, places: Places) -> tuple[EventView, ...]:
    """One card an event, in the order of the comparison; their anchors count in that order."""
    sources = {each.event: each for each in story.sources}
    return tuple(
        _event(event, sources.get(event.id), f"e{number}", places)
        for number, event in enumerate(story.comparison.events, 1)
    )


def statements_of(story: Story) -> dict[tuple[str, int], Statement]:
    """Every statement of the story by its Document and attribution."""
    return {
        (statement.document, statement.attribution): statement
        for speaker in story.speakers
        for statement in speaker.statements
    }


def steps_as_links(anchors: Anchors, steps: Iterable[ChainStep]) -> tuple[Link, ...]:
    """The hands that something went through, each linked to where the text names it."""
    return tuple(Link(step.name or _nameless(step), _href(anchors, step)) for step in steps)


def _nameless(step: ChainStep) -> str:
    return "outlet not given" if step.kind in ("outlet", "document") else "somebody not named"


def _href(anchors: Anchors, step: ChainStep) -> str | None:
    if step.evidence is None:
        return None
    anchor = anchors.name(step.evidence.document, step.evidence.span)
    return f"#{anchor}" if anchor else None


def _event(event: Event, sources: EventSources | None, anchor: str, places: Places) -> EventView:
    trees = sources.trees if sources else ()
    return EventView(
        anchor,
        event.title,
        event.type.lower(),
        moment_in_words(event.date),
        event.place or "",
        len(event.reports),
        sources.origins if sources else 0,
        sources.not_established if sources else 0,
        places.disputes.get(event.id, ()),
        _held_together(event, places.anchors) if len(event.reports) > 1 else (),
        tuple(_tree(tree, places) for tree in trees),
    )


def _held_together(event: Event, anchors: Anchors) -> tuple[tuple[Link, str], ...]:
    """Why each report is held to be of this event."""
    reasons = []
    for report in event.reports:
        known = anchors.find(report.document)
        events = known.analysed.analysis.events if known else ()
        trigger = events[report.event].trigger if 0 <= report.event < len(events) else None
        if report.reason:
            reasons.append((unit_link(anchors, report.document, trigger), report.reason))
    return tuple(reasons)


def _tree(tree: OriginTree, places: Places) -> OriginView:
    reports = tuple(_report(one, places) for one in tree.reports)
    origin = tree.origin
    if origin is None:
        reason = "nothing was found on where these reports come from"
        return OriginView("no origin found", "", False, False, reason, (), reports)
    shown = {report.quote.href for report in reports if report.quote}
    return OriginView(
        _name(origin, places.anchors),
        origin.kind,
        True,
        origin.established,
        origin.reason,
        _passages(origin, shown, places.anchors),
        reports,
    )


def _passages(origin: Origin, shown: set[str], anchors: Anchors) -> tuple[PassageView, ...]:
    """What the origin rests on, without the passages that its reports quote anyway."""
    quotes: dict[tuple[str, str, str], Quote] = {}
    places: dict[tuple[str, str, str], dict[str, Link]] = {}
    for evidence in origin.evidence:
        quote = anchors.quote(evidence)
        if quote and quote.href not in shown:
            wording = (quote.before, quote.words, quote.after)
            quotes.setdefault(wording, quote)
            name = unit_link(anchors, evidence.document, evidence.span).text
            places.setdefault(wording, {})[quote.href] = Link(name, quote.href)
    return tuple(
        PassageView(quote, tuple(places[wording].values())) for wording, quote in quotes.items()
    )


def _name(origin: Origin, anchors: Anchors) -> str:
    if origin.source:
        return origin.source
    if origin.evidence:
        return unit_link(anchors, origin.evidence[0].document, origin.evidence[0].span).text
    known = anchors.find(origin.documents[0]) if origin.documents else None
    return source_of(known.analysed.document) if known else "not named"


def _report(one: SourcedReport, places: Places) -> ReportView:
    anchors, report = places.anchors, one.report
    known = anchors.find(report.document)
    links = _chains(one.links, anchors)
    children = tuple(_report(child, places) for child in one.children)
    events = known.analysed.analysis.events if known else ()
    if known is None or not 0 <= report.event < len(events):
        link = unit_link(anchors, report.document, None)
        return ReportView(link, "", "", (), None, links, report.reason, children)
    account = events[report.event]
    link = unit_link(anchors, report.document, account.trigger)
    published = published_at(known.analysed, account.trigger)
    return ReportView(
        link,
        moment_in_words(published),
        account.certainty,
        _told_by(report.document, account, places),
        anchors.quote(Evidence(report.document, account.trigger)),
        links,
        report.reason,
        children,
    )


def _told_by(document: str, account: EventReport, places: Places) -> tuple[Link, ...]:
    """The chain that the account stands under, its speaker last."""
    known = places.anchors.find(document)
    at = account.attribution
    if known is None or at is None or not 0 <= at < len(known.analysed.analysis.attributions):
        return ()
    statement = places.statements.get((document, at))
    attribution = known.analysed.analysis.attributions[at]
    text = known.analysed.document.text
    said = " ".join(" ".join(span.of(text) for span in attribution.source).split())
    spans = attribution.source or attribution.cue
    evidence = Evidence(document, spans[0]) if spans else None
    speaker = ChainStep(attribution.speaker or said or None, attribution.speaker_kind, evidence)
    steps = (*(statement.through if statement else ()), speaker)
    return steps_as_links(places.anchors, steps)


def _document_name(document: Document) -> str:
    title = title_of(document)
    return f"{document.outlet}: {title}" if document.outlet else title


def _chains(links: Iterable[ChainLink], anchors: Anchors) -> tuple[ChainView, ...]:
    """The links of one report; those of one kind to the same source together."""
    groups: dict[tuple[str, str], list[ChainLink]] = {}
    for link in links:
        groups.setdefault((link.kind, link.to), []).append(link)
    return tuple(_chain(group, anchors) for group in groups.values())


def _chain(group: Sequence[ChainLink], anchors: Anchors) -> ChainView:
    link = group[0]
    to = Link(link.to)
    if link.to_is_document and link.to == link.evidence.document:
        to = Link("another part of the same document", anchors.document_href(link.to))
    elif link.to_is_document and (known := anchors.find(link.to)):
        to = Link(_document_name(known.analysed.document), f"#d{known.number}")
    quotes = (anchors.quote(one.evidence, _PASSAGE) for one in group)
    reasons = dict.fromkeys(one.reason for one in group if one.reason)
    return ChainView(
        _KINDS[link.kind], to, tuple(quote for quote in quotes if quote), "; ".join(reasons)
    )
