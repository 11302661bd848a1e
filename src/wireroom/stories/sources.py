"""Who had an event from whom, and how many stand behind it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event, Report
from wireroom.records.links import ChainLink, Origin
from wireroom.records.stories import EventSources, OriginTree, SourcedReport, StoryCounts
from wireroom.records.telling import is_about, passage_of, stretches_of
from wireroom.text.independence import count_independent, count_not_established

_DEEPEST = 6  # levels of a tree; what is further down is listed on the last of them


def count_story(documents: int, events: Sequence[Event]) -> StoryCounts:
    """The counts at the head of a story.

    An established origin behind several events is counted once, or else one agency would look
    like many. Those that are not established are counted for each event: nothing shows that two
    of them are one.
    """
    told = [event for event in events if event.standing == "event"]
    origins = [event.origins for event in told]
    return StoryCounts(
        documents,
        len(told),
        count_independent(*origins),
        count_not_established(*origins),
        sum(len(event.disputes) for event in told),
        len(events) - len(told),
    )


def build_sources(
    event: Event, analysed: Mapping[str, AnalysedDocument], chains: Iterable[ChainLink]
) -> EventSources:
    """The tree of one event: its origins, and under each the reports that go back to it.

    ``chains`` are those of the event's Documents; others do no harm. A report whose origin cannot
    be told stands under no origin. Within an origin, a report stands under the one that its
    Document has it from.
    """
    known = tuple(chains)
    sourced = [_sourced(report, analysed.get(report.document), known) for report in event.reports]
    by_origin: dict[int | None, list[SourcedReport]] = {}
    for one in sourced:
        index = _origin_of(one, event.origins, analysed)
        by_origin.setdefault(index, []).append(one)
    trees = [
        OriginTree(origin, _nested(by_origin.get(index, ())))
        for index, origin in enumerate(event.origins)
    ]
    if None in by_origin:
        trees.append(OriginTree(None, _nested(by_origin[None])))
    return EventSources(
        event.id,
        event.told,
        count_independent(event.origins),
        count_not_established(event.origins),
        tuple(trees),
    )


def _sourced(
    report: Report, analysed: AnalysedDocument | None, chains: Sequence[ChainLink]
) -> SourcedReport:
    if analysed is None or not 0 <= report.event < len(analysed.analysis.events):
        return SourcedReport(report, None)
    analysis = analysed.analysis
    account = analysis.events[report.event]
    passage = passage_of(analysis, account.trigger)
    stretches = stretches_of(analysis, account)
    links = tuple(
        link
        for link in (*chains, *_turned(report.document, chains))
        if link.evidence.document == report.document
        and is_about(link, stretches, analysis, passage)
    )
    return SourcedReport(report, passage, links)


def _turned(document: str, chains: Iterable[ChainLink]) -> Iterator[ChainLink]:
    """The links of other Documents to this one whose direction is not known: they are its too."""
    for link in chains:
        if not link.direction_known and link.to == document and link.there:
            here, there = link.there, link.here or link.evidence
            yield replace(link, evidence=here, to=there.document, here=here, there=there)


def _origin_of(
    sourced: SourcedReport, origins: Sequence[Origin], analysed: Mapping[str, AnalysedDocument]
) -> int | None:
    """Which origin a report goes back to: in a thread, the one whose evidence is closest to it."""
    document = sourced.report.document
    fitting = [at for at, origin in enumerate(origins) if document in origin.documents]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    found = analysed.get(document)
    if found is None or not 0 <= sourced.report.event < len(found.analysis.events):
        return fitting[0]
    account = found.analysis.events[sourced.report.event]
    stretches = stretches_of(found.analysis, account)
    place = sourced.passage

    def nearness(at: int) -> tuple[int, int]:
        best = 0
        for evidence in origins[at].evidence:
            if evidence.document == document:
                if any(evidence.span.overlaps(stretch) for stretch in stretches):
                    best = max(best, 2)
                elif place is not None and passage_of(found.analysis, evidence.span) == place:
                    best = max(best, 1)
        return best, -at

    return max(fitting, key=nearness)


def _nested(reports: Sequence[SourcedReport]) -> tuple[SourcedReport, ...]:
    """Each report under the one that it was had from; in a circle, the last given is on top."""
    parents = _parents(reports)
    below: dict[int, list[int]] = {}
    for at, above in sorted(parents.items()):
        below.setdefault(above, []).append(at)

    def build(at: int, depth: int) -> SourcedReport:
        one = reports[at]
        if depth < _DEEPEST:
            children = tuple(build(child, depth + 1) for child in below.get(at, ()))
        else:
            children = tuple(reports[child] for child in _all_below(below, at))
        return SourcedReport(one.report, one.passage, one.links, children)

    return tuple(build(at, 0) for at in range(len(reports)) if at not in parents)


def _parents(reports: Sequence[SourcedReport]) -> dict[int, int]:
    """The index of the report that each stands under, where it stands under one.

    Of two with the same words of which nothing shows which was first, that stands above which
    more reports were had from.
    """
    first: dict[str, int] = {}
    for at, one in enumerate(reports):
        first.setdefault(one.report.document, at)
    parents: dict[int, int] = {}
    for at, above in _ties(reports, first, direction_known=True):
        if at not in parents and not _reaches(parents, above, at):
            parents[at] = above
    below = Counter(parents.values())
    for at, above in _ties(reports, first, direction_known=False):
        is_above = (-below[above], above) < (-below[at], at)
        if is_above and at not in parents and not _reaches(parents, above, at):
            parents[at] = above
    return parents


def _ties(
    reports: Sequence[SourcedReport], first: Mapping[str, int], direction_known: bool
) -> Iterator[tuple[int, int]]:
    """A report, and one that it may stand under, as indexes, in their order."""
    for at, one in enumerate(reports):
        for link in one.links:
            above = first.get(link.to) if link.to_is_document else None
            known = link.direction_known == direction_known and _is_had(link)
            if known and above is not None and above != at:
                yield at, above


def _is_had(link: ChainLink) -> bool:
    """Whether a report stands under the other side: not by a cut, nor by a person's word alone."""
    if link.state == "cut" or link.kind == "joined":
        return False
    return link.direction_known or link.kind == "copied"


def _all_below(below: Mapping[int, Sequence[int]], at: int) -> list[int]:
    found, waiting = [], list(below.get(at, ()))
    while waiting:
        child = waiting.pop()
        found.append(child)
        waiting.extend(below.get(child, ()))
    return sorted(found)


def _reaches(parents: Mapping[int, int], start: int, goal: int) -> bool:
    at: int | None = start
    while at is not None:
        if at == goal:
            return True
        at = parents.get(at)
    return False
