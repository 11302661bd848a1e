"""The map: the places of events, who puts them there, and the sheets that they are drawn on."""

from collections.abc import Mapping, Sequence

from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.events import type_in_words
from wireroom.exports.page.happened import happened_in_words
from wireroom.exports.page.labels import unit_link
from wireroom.exports.page.lines import line_of
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.map_contexts import (
    Facets,
    MapView,
    PlacedEvent,
    PlaceOnMap,
    WhereSaid,
)
from wireroom.exports.page.moments import moment_in_words
from wireroom.exports.page.rivals import other_bearers, rival_events
from wireroom.exports.page.sheets import build_sheets, form_of, is_drawn
from wireroom.exports.page.whereabouts import Told, Whereabouts
from wireroom.records.comparisons import Event
from wireroom.records.places import GazetteerEntry
from wireroom.records.stories import Story

_PRECISIONS = {
    "point": "point",
    "town": "town",
    "district": "somewhere in this district",
    "region": "somewhere in this region",
    "country": "somewhere in this country",
}


def build_map_view(
    story: Story,
    anchors: Anchors,
    places: Sequence[Whereabouts],
    facets: Mapping[str, Facets],
    disputes: Mapping[str, tuple[Link, ...]],
) -> MapView:
    """``facets`` and ``disputes`` are by the id of the event; no places, no sheets."""
    events = story.comparison.events
    hrefs = {
        number: next((link.href for link in disputes.get(event.id, ()) if link.text == "place"), "")
        for number, event in enumerate(events, 1)
    }
    listed = tuple(
        PlaceOnMap(
            f"m{mark}",
            here.entry.name,
            _around(here.entry),
            _PRECISIONS[here.entry.precision],
            is_drawn(here.entry),
            tuple(
                _placed(
                    events[number - 1],
                    number,
                    told,
                    (anchors, _rivals(places, here, number)),
                    facets,
                )
                for number, told in sorted(here.told.items())
            ),
            _also(here, anchors),
        )
        for mark, here in enumerate(places, 1)
    )
    sheets = build_sheets(places, {number: href or "" for number, href in hrefs.items()})
    forms = dict.fromkeys(form_of(here.entry) for here in places if is_drawn(here.entry))
    order = ("point", "town", "district", "region", "country")
    return MapView(sheets, listed, tuple(form for form in order if form in forms))


def _around(entry: GazetteerEntry) -> str:
    """What contains a place, as the gazetteer has it."""
    parts = dict.fromkeys(part for part in (entry.admin1, entry.country) if part)
    return ", ".join(part for part in parts if part != entry.name)


def _rivals(places: Sequence[Whereabouts], here: Whereabouts, number: int) -> tuple[Link, ...]:
    """The other places that reports give for an event, and that are not where this one is."""
    return tuple(
        Link(other.entry.name, f"#m{mark}")
        for mark, other in enumerate(places, 1)
        if other is not here and number in [one for one, _ in rival_events(here, other)]
    )


def _also(here: Whereabouts, anchors: Anchors) -> tuple[Link, ...]:
    """Other places that bear the name, each leading to where a report writes it."""
    links = []
    for entry, evidence in other_bearers(here):
        anchor = anchors.name(evidence.document, evidence.span)
        around = _around(entry)
        name = f"{entry.name} ({around})" if around else entry.name
        links.append(Link(name, f"#{anchor}" if anchor else None))
    return tuple(links)


def _placed(
    event: Event,
    number: int,
    told: Sequence[Told],
    linked: tuple[Anchors, tuple[Link, ...]],
    facets: Mapping[str, Facets],
) -> PlacedEvent:
    anchors, rivals = linked
    said = dict.fromkeys(one for each in told if (one := _said(each, anchors)))
    unique = {one.quote.href: one for one in reversed(said)}
    documents = {report.document: anchors.find(report.document) for report in event.reports}
    known = {name: found.analysed for name, found in documents.items() if found}
    return PlacedEvent(
        Link(event.title, f"#e{number}"),
        type_in_words(event.type),
        moment_in_words(event.date),
        tuple(reversed(unique.values())),
        rivals,
        facets[event.id],
        happened_in_words(event, known),
    )


def _said(told: Told, anchors: Anchors) -> WhereSaid | None:
    known = anchors.find(told.evidence.document)
    quote = anchors.quote(told.evidence, around=70)
    if known is None or quote is None:
        return None
    at = told.attribution
    lines = known.analysed.analysis.attributions
    chain = (
        line_of(anchors, known.analysed, at).steps
        if at is not None and 0 <= at < len(lines)
        else ()
    )
    source = unit_link(anchors, told.evidence.document, told.evidence.span)
    return WhereSaid(source, chain, quote)
