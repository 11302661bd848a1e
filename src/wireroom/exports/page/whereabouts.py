"""Which events are said to be where: only what has characters, and a point in the gazetteer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.weight import is_remark
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.links import Evidence
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.spans import Span
from wireroom.records.stories import Story


@dataclass(frozen=True, slots=True)
class Told:
    """One report that names a place: where it stands, and the attribution that it is told under."""

    evidence: Evidence
    trigger: Span
    attribution: int | None


@dataclass(slots=True)
class Whereabouts:
    """A place, the reports that put an event there, and which of them are in dispute over it.

    ``told`` and ``disputed`` are by the number of the event, in the order of the comparison;
    ``disputed`` has the index of the value of the dispute. ``also`` are the other places of the
    gazetteer that bear the name, each with the characters of the name.
    """

    entry: GazetteerEntry
    told: dict[int, list[Told]] = field(default_factory=dict)
    disputed: dict[int, int] = field(default_factory=dict)
    also: dict[GazetteerEntry, Evidence] = field(default_factory=dict)


def find_whereabouts(story: Story, anchors: Anchors) -> list[Whereabouts]:
    """The places of all events but mentions: those with most events first, then in the order of
    the events."""
    documents = {one.document.id: one for one in story.documents}
    found: dict[GazetteerEntry, Whereabouts] = {}
    for number, event in enumerate(story.comparison.events, 1):
        if not is_remark(event):
            _add_told(found, number, event, (documents, anchors))
            _add_disputed(found, number, event, (documents, anchors))
    return sorted(found.values(), key=lambda here: -len(here.told))


_Ground = tuple[Mapping[str, AnalysedDocument], Anchors]


def _add_told(
    found: dict[GazetteerEntry, Whereabouts], number: int, event: Event, ground: _Ground
) -> None:
    documents, anchors = ground
    for told, place in _told(event, documents):
        entry = place.entry
        if entry and anchors.name(told.evidence.document, told.evidence.span):
            here = found.setdefault(entry, Whereabouts(entry))
            here.told.setdefault(number, []).append(told)
            for other in place.candidates:
                if other != entry:
                    here.also.setdefault(other, told.evidence)


def _add_disputed(
    found: dict[GazetteerEntry, Whereabouts], number: int, event: Event, ground: _Ground
) -> None:
    documents, anchors = ground
    for value, told, entry in _disputed(event, documents):
        if anchors.name(told.evidence.document, told.evidence.span):
            here = found.setdefault(entry, Whereabouts(entry))
            here.disputed.setdefault(number, value)
            known = here.told.setdefault(number, [])
            if told.evidence not in [one.evidence for one in known]:
                known.append(told)


def _told(
    event: Event, documents: Mapping[str, AnalysedDocument]
) -> Iterator[tuple[Told, PlaceMention]]:
    for report in event.reports:
        known = documents.get(report.document)
        events = known.analysis.events if known else ()
        if known is None or not 0 <= report.event < len(events):
            continue
        account = events[report.event]
        place = _at(known.analysis.places, account.place)
        if place and place.entry:
            evidence = Evidence(report.document, place.span)
            yield Told(evidence, account.trigger, account.attribution), place


def _disputed(
    event: Event, documents: Mapping[str, AnalysedDocument]
) -> Iterator[tuple[int, Told, GazetteerEntry]]:
    """The places of each value of a dispute over the place."""
    accounts = {
        (report.document, report.event)
        for report in event.reports
        if report.document in documents
        and 0 <= report.event < len(documents[report.document].analysis.events)
    }
    for dispute in event.disputes:
        if dispute.field != "place":
            continue
        for number, value in enumerate(dispute.values):
            for evidence in value.evidence:
                known = documents.get(evidence.document)
                place = _mentioned(known, evidence.span) if known else None
                if known is None or place is None or place.entry is None:
                    continue
                told = [
                    known.analysis.events[index].attribution
                    for document, index in sorted(accounts)
                    if document == evidence.document
                    and _at(known.analysis.places, known.analysis.events[index].place) is place
                ]
                exact = Evidence(evidence.document, place.span)
                yield number, Told(exact, place.span, told[0] if told else None), place.entry


def _mentioned(analysed: AnalysedDocument, span: Span) -> PlaceMention | None:
    return next((one for one in analysed.analysis.places if one.span.overlaps(span)), None)


def _at(places: tuple[PlaceMention, ...], index: int | None) -> PlaceMention | None:
    return places[index] if index is not None and 0 <= index < len(places) else None
