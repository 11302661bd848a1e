"""Events as cards that unfold to the tree of who had them from whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wireroom.exports.page.anchors import Anchors, published_at
from wireroom.exports.page.chains import split_chains
from wireroom.exports.page.contexts import (
    CopiesView,
    EventView,
    OriginView,
    PassageView,
    ReportView,
)
from wireroom.exports.page.edges import SIGNS
from wireroom.exports.page.happened import happened_in_words
from wireroom.exports.page.labels import plural, shortened, source_of, unit_link
from wireroom.exports.page.lines import line_of
from wireroom.exports.page.link_contexts import Link, Quote, StepView
from wireroom.exports.page.moments import moment_in_words
from wireroom.exports.page.names import Names
from wireroom.exports.page.weight import is_remark
from wireroom.records.comparisons import Event
from wireroom.records.events import EventReport
from wireroom.records.links import ChainLink, Evidence, Origin, OriginState
from wireroom.records.stories import EventSources, OriginTree, SourcedReport, Story

# What the codes of the event types mean, in words that need no handbook.
_TYPES = {
    "AGREE": "agreement", "CONSULT": "visit or talks", "SUPPORT": "support",
    "CONCEDE": "concession", "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "withdrawal",
    "INVESTIGATE": "investigation", "DEMAND": "demand", "DISAPPROVE": "criticism",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "CRIME": "crime",
    "SANCTION": "sanction", "MOBILIZE": "deployment", "COERCE": "coercion",
    "ASSAULT": "violence",
}  # fmt: skip

STATE_SIGNS: Mapping[OriginState, str] = {
    "not established": "◇", "dangling": SIGNS["dangling"], "circular": SIGNS["circular"],
}  # fmt: skip
STATE_SENTENCES: Mapping[OriginState, str] = {
    "not established": "Independence not established: nothing shows that it stands on its own feet,"
    " so it is not counted.",
    "dangling": "Dangling: its own text is not among these documents, so what it said is known from"
    " others alone.",
    "circular": "Circular: those who cite it are whom it cites, so none of them is where it comes"
    " from.",
}
COPIED_WHOLE = 0.5  # share of the words in common from which a report is folded as a copy
NAMED = 3  # copies that are named on their fold
NAME = 40  # characters of such a name


@dataclass(frozen=True, slots=True)
class Places:
    """What events link to: stretches, speakers, disputes by event."""

    anchors: Anchors
    names: Names
    disputes: Mapping[str, tuple[Link, ...]]


def type_in_words(type_: str) -> str:
    """What sort of event it is."""
    return _TYPES.get(type_, type_.lower())


def build_event_views(story: Story, places: Places) -> tuple[EventView, ...]:
    """One card an event, in the order of the comparison; their anchors count in that order."""
    sources = {each.event: each for each in story.sources}
    documents = {one.document.id: one for one in story.documents}
    return tuple(
        replace(
            _event(event, sources.get(event.id), f"e{number}", places),
            happened=happened_in_words(event, documents),
        )
        for number, event in enumerate(story.comparison.events, 1)
    )


def _event(event: Event, sources: EventSources | None, anchor: str, places: Places) -> EventView:
    trees = tuple(
        _tree(tree, f"{anchor}o{number}", places)
        for number, tree in enumerate(sources.trees if sources else (), 1)
    )
    disputes = places.disputes.get(event.id, ())
    return EventView(
        anchor,
        event.title,
        type_in_words(event.type),
        moment_in_words(event.date),
        event.place or "",
        "remark" if is_remark(event) else "single" if event.told < 2 else "",
        _tally(event, sources, trees, anchor),
        disputes,
        _held_together(event, places.anchors) if len(event.reports) > 1 else (),
        trees,
        why_mention=event.standing_reason if is_remark(event) else "",
    )


def _tally(
    event: Event, sources: EventSources | None, trees: Sequence[OriginView], anchor: str
) -> tuple[Link, ...]:
    """How many stand behind it; each count leads to the first of what it counts."""

    def first(of_kind: Iterable[OriginView]) -> str:
        return f"#{next((tree.anchor for tree in of_kind), anchor)}"

    origins = sources.origins if sources else 0
    open_ends = sources.not_established if sources else 0
    established = first(tree for tree in trees if tree.established)
    left_open = first(tree for tree in trees if tree.known and not tree.established)
    if event.told < 2:
        return (
            (Link("1 origin", established),) if origins else (Link("not established", left_open),)
        )
    return (
        Link(plural(event.told, "report"), first(tree for tree in trees if tree.reports)),
        Link(plural(origins, "origin"), established),
        Link(f"{open_ends:,} not established", left_open),
    )


def _held_together(event: Event, anchors: Anchors) -> tuple[tuple[Link, str, str], ...]:
    """Each report with its time, and why it is held to be of this event."""
    reasons = []
    for report in event.reports:
        known = anchors.find(report.document)
        events = known.analysed.analysis.events if known else ()
        trigger = events[report.event].trigger if 0 <= report.event < len(events) else None
        if report.reason:
            link = unit_link(anchors, report.document, trigger)
            when = published_at(known.analysed, trigger) if known else None
            reasons.append((link, moment_in_words(when), report.reason))
    return tuple(reasons)


def _tree(tree: OriginTree, anchor: str, places: Places) -> OriginView:
    reports, repeats, _ = _told(tree.reports, None, places)
    origin = tree.origin
    if origin is None:
        reason = "nothing was found on where these reports come from"
        return OriginView(anchor, "no origin found", "", False, False, reason, (), reports, repeats)
    shown = {quote.href for report in (*reports, *repeats) for quote in _quotes(report)}
    return OriginView(
        anchor,
        origin_name(origin, places.names, places.anchors),
        origin.kind,
        True,
        origin.established,
        origin.reason,
        _passages(origin, shown, places.anchors),
        reports,
        repeats,
        tuple((state, STATE_SIGNS[state], STATE_SENTENCES[state]) for state in _states(origin)),
    )


def _states(origin: Origin) -> tuple[OriginState, ...]:
    """What is to be said of an origin, the established ones without a word of that."""
    states = origin.states or (() if origin.established else ("not established",))
    return tuple(state for state in states if state != "established")


_Told = tuple[tuple[ReportView, ...], tuple[ReportView, ...], CopiesView | None]


def _told(reports: Iterable[SourcedReport], above: str | None, places: Places) -> _Told:
    """The reports that count, those that repeat them, and the copies of the one above; what has a
    report below it repeats nothing.

    The earliest first, what has no time of its own last.
    """
    known = [(one, _report(one, above, places)) for one in reports]
    known.sort(key=lambda pair: (not pair[1].when, pair[1].when))
    shown, repeats, copies = [], [], []
    for one, view in known:
        if view.role and not view.children:
            repeats.append(view)
        elif tie := _copy_of(one, above):
            copies.append((tie, view))
        else:
            shown.append(view)
    return tuple(shown), tuple(repeats), _folded(copies) if copies else None


def _copy_of(one: SourcedReport, above: str | None) -> ChainLink | None:
    """The link by which a report has most of its words from the one above it."""
    return next(
        (
            link
            for link in one.links
            if link.kind == "copied"
            and link.to == above
            and link.state != "cut"
            and (link.score or 0) >= COPIED_WHOLE
        ),
        None,
    )


def _folded(copies: Sequence[tuple[ChainLink, ReportView]]) -> CopiesView:
    number = sum(view.number for _, view in copies)
    names = list(dict.fromkeys(view.document.text for _, view in copies))
    listed = ", ".join(shortened(name, NAME) for name in names[:NAMED])
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    said = f"and {plural(number, 'copy', 'copies')}: {listed}{more}"
    if not any(tie.direction_known for tie, _ in copies):
        said += "; which was first is not known"
    return CopiesView(said, tuple(view for _, view in copies))


def _quotes(report: ReportView) -> Iterator[Quote]:
    """What a report and those below it quote."""
    if report.quote:
        yield report.quote
    for child in (*report.children, *report.repeats):
        yield from _quotes(child)


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


def origin_name(origin: Origin, names: Names, anchors: Anchors) -> str:
    """Who stands at the end of the chain; where nobody is named, where that stands."""
    if origin.source:
        return names.called(origin.source).text
    if origin.evidence:
        return unit_link(anchors, origin.evidence[0].document, origin.evidence[0].span).text
    known = anchors.find(origin.documents[0]) if origin.documents else None
    return source_of(known.analysed.document) if known else "not named"


def _report(one: SourcedReport, above: str | None, places: Places) -> ReportView:
    """``above`` is the Document that it stands under, because it has the report from there."""
    anchors, report = places.anchors, one.report
    known = anchors.find(report.document)
    links, shared = split_chains(one, above, anchors)
    children, repeats, copies = _told(one.children, report.document, places)
    role = "" if report.role == "report" else report.role
    events = known.analysed.analysis.events if known else ()
    if known is None or not 0 <= report.event < len(events):
        link = unit_link(anchors, report.document, None)
        return ReportView(
            link, "", "", (), None, links, shared, report.reason, role, children, repeats, copies
        )
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
        shared,
        report.reason,
        role,
        children,
        repeats,
        copies,
    )


def _told_by(document: str, account: EventReport, places: Places) -> tuple[StepView, ...]:
    """The chain that the account stands under, its speaker last."""
    known = places.anchors.find(document)
    at = account.attribution
    if known is None or at is None or not 0 <= at < len(known.analysed.analysis.attributions):
        return ()
    return line_of(places.anchors, known.analysed, at).steps
