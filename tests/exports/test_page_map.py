"""The map of the report page: what is drawn, how, and that each mark leads to its characters."""

import re
from dataclasses import replace

import pytest
from lxml import html
from lxml.html import HtmlElement

from exports.selecting import select, words_of
from stories.made_story import made_story
from wireroom.exports.as_page import as_page
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.links import Evidence
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.spans import Span
from wireroom.stories import build_story

SELWYN = GazetteerEntry("Port Selwyn", 69.73, 30.05, "town", 900001, "NO", "Finnmark")
QUAY = GazetteerEntry("Quay 4", 69.75, 30.20, "point", None, "NO", "Finnmark")
DIVISION = GazetteerEntry("Vestland", 60.9, 6.5, "region", 12110600, "NO", "Vestland")
NO_LINES = GazetteerEntry("The Skerries", 69.9, 30.9, "region", None, "NO", "Finnmark")
QUARTER = GazetteerEntry("Old Harbour", 69.72, 30.01, "district", None, "NO", "Finnmark")
NORWAY = GazetteerEntry("Norway", 62.0, 10.0, "country", 3144096, "NO")
EUROPE = GazetteerEntry("Europe", 48.7, 9.1, "region", 6255148)
FAR = GazetteerEntry("Hobart", -42.88, 147.33, "town", 900002, "AU", "Tasmania")


def _said(number: int, entry: GazetteerEntry | None, name: str = "") -> AnalysedDocument:
    """A Document that tells of a fire at a place."""
    name = name or (entry.name if entry else "Nowhere")
    text = f"A depot burned in {name} on Monday."
    start = text.index(name)
    place = PlaceMention(
        start, start + len(name), name, "name", entry.precision if entry else "town",
        (entry,) if entry else (),
    )  # fmt: skip
    event = EventReport(Span(8, 14), "ASSAULT", place=0, date="2025-03-13")
    analysis = Analysis(
        f"d{number}", "en", sentences=(Span(0, len(text)),), places=(place,), events=(event,)
    )
    document = Document(f"d{number}", text, title=text, outlet=f"Outlet {number}")
    return AnalysedDocument(document, analysis)


def _page(*entries: GazetteerEntry | None, rivals: bool = False) -> HtmlElement:
    """The page of as many Documents as places: of one event if they are rivals, else one each."""
    documents = [_said(number, entry) for number, entry in enumerate(entries, 1)]
    reports = [Report(one.document.id, 0, True) for one in documents]
    values = tuple(
        DisputedValue(
            one.analysis.places[0].name,
            (one.document.id,),
            (Evidence(one.document.id, one.analysis.places[0].span),),
        )
        for one in documents
    )
    disputes = (Dispute("place", values, "they lie apart"),)
    if rivals:
        events = [Event("e", "Fire", "ASSAULT", "2025-03-13", None, tuple(reports), (), disputes)]
    else:
        events = [
            Event(f"e{at}", f"Fire {at}", "ASSAULT", "2025-03-13", None, (report,))
            for at, report in enumerate(reports)
        ]
    comparison = Comparison(tuple(events), (), (), ())
    return html.document_fromstring(as_page(build_story("Fires", tuple(documents), comparison)))


def _marks(page: HtmlElement) -> dict[str, HtmlElement]:
    titles = [(words_of(select(mark, "title")[0]), mark) for mark in select(page, "#map .mark")]
    return {title.split(":")[0]: mark for title, mark in titles}


def test_a_town_is_a_ring_and_a_point_a_dot() -> None:
    marks = _marks(_page(SELWYN, QUAY))
    assert {str(mark.get("class")) for mark in marks.values()} == {"mark town", "mark point"}
    for mark in marks.values():
        assert len(select(mark, ".spot circle")) == 2
        assert select(mark, "path") == []


def test_a_region_or_a_country_is_an_area_and_never_a_pin() -> None:
    marks = _marks(_page(DIVISION, NORWAY))
    for mark in marks.values():
        (area,) = select(mark, "path")
        assert str(area.get("d")).startswith("M")
        assert select(mark, "circle") == []


@pytest.mark.parametrize("entry", [NO_LINES, QUARTER], ids=["region", "district"])
def test_an_area_whose_lines_are_not_known_is_a_ring_on_the_ground(entry: GazetteerEntry) -> None:
    (mark,) = _marks(_page(entry)).values()
    (ring,) = select(mark, "circle")
    assert float(str(ring.get("r"))) >= 32  # eight pixels
    assert select(mark, ".spot circle") == []


def test_what_is_too_wide_or_not_in_the_gazetteer_is_not_drawn() -> None:
    page = _page(SELWYN, EUROPE, None)
    assert set(_marks(page)) == {"Port Selwyn"}
    heads = [words_of(head) for head in select(page, ".place-of h4")]
    assert heads == [
        "Port Selwyn Finnmark, NO · town",
        "Europe somewhere in this region; too wide for the map",
    ]


def test_what_has_no_characters_is_not_drawn() -> None:
    one = _said(1, SELWYN)
    place = replace(one.analysis.places[0], start=900, end=910)
    gone = replace(one, analysis=replace(one.analysis, places=(place,)))
    event = Event("e", "Fire", "ASSAULT", None, None, (Report("d1", 0, True),))
    text = as_page(build_story("Fires", (gone,), Comparison((event,), (), (), ())))
    assert select(html.document_fromstring(text), "#map") == []
    assert "leaflet" not in text


def test_a_story_without_places_has_no_map_and_no_weight_of_one() -> None:
    page = _page(None)
    assert select(page, "#map") == []
    assert select(page, "#timeline .with-map") == []
    assert len(words_of(select(page, "script")[0])) < 20_000


def test_rival_places_are_joined_by_a_line_and_both_are_named() -> None:
    page = _page(SELWYN, QUAY, rivals=True)
    (line,) = select(page, "#map a.between")
    assert str(line.get("data-ends")) == "m1 m2"
    assert select(page, str(line.get("href")))
    assert words_of(line) == ("Reports of one event differ on the place: Port Selwyn or Quay 4")
    assert [words_of(text) for text in select(page, "#map .rival text")] == [
        "Port Selwyn",
        "Quay 4",
    ]
    assert not select(page, "#map .rival text.crowded")
    rivals = [words_of(note) for note in select(page, ".place-of li > p.note")]
    assert "≠ other reports say Quay 4" in rivals
    assert "≠ other reports say Port Selwyn" in rivals


def test_places_that_nobody_disputes_are_not_joined() -> None:
    assert select(_page(SELWYN, QUAY), "#map .between") == []


def test_a_mark_leads_to_who_says_so_and_to_the_characters() -> None:
    page = html.document_fromstring(as_page(made_story()))
    (mark,) = select(page, "#map .mark")
    (place,) = select(page, str(mark.get("href")))
    assert words_of(select(place, "h4 bdi")[0]) == "Port Alba"
    (event,) = select(place, "li")
    assert str(select(event, ".what a")[0].get("href")) == "#e1"
    assert select(event, ".via")
    for quote in select(event, ".via .q a"):
        (target,) = select(page, str(quote.get("href")))
        assert words_of(target) == words_of(quote)


def test_what_is_far_away_is_on_a_sheet_of_the_world() -> None:
    near, world = select(_page(SELWYN, QUAY, FAR), "#map svg.sheet")
    assert [words_of(text) for text in select(near, ".mark text")] == ["Port Selwyn", "Quay 4"]
    assert [words_of(text) for text in select(world, ".mark text")] == ["Hobart"]
    assert float(str(world.get("data-east"))) > float(str(near.get("data-east")))


def test_marks_lie_within_their_sheet_where_their_degrees_are() -> None:
    for sheet in select(_page(SELWYN, QUAY, FAR), "#map svg.sheet"):
        _, _, width, height = map(float, str(sheet.get("viewBox") or sheet.get("viewbox")).split())
        for spot in select(sheet, ".spot"):
            assert 0 <= float(str(spot.get("data-x"))) <= width
            assert 0 <= float(str(spot.get("data-y"))) <= height


def test_timeline_and_map_carry_the_same_facets() -> None:
    page = html.document_fromstring(as_page(made_story()))
    (event,) = [one for one in select(page, ".place-of [data-t]") if one.get("data-event") == "e1"]
    (entry,) = [one for one in select(page, ".ledger [data-t]") if one.get("data-event") == "e1"]
    assert dict(event.attrib) == dict(entry.attrib)
    assert entry.get("data-first") == "2019-12-23"
    assert "m1" in str(entry.get("data-at")).split()
    reports = [one for one in select(page, ".ledger .reported [data-t]") if one.get("data-tells")]
    assert reports
    keys = {
        str(option.get("value")) for option in select(page, "#sift option") if option.get("value")
    }
    for one in select(page, "#timeline [data-t]"):
        assert set(str(one.get("data-by")).split()) <= keys


def test_days_can_be_chosen_where_there_is_more_than_one() -> None:
    page = html.document_fromstring(as_page(made_story()))
    (overview,) = select(page, "#overview")
    assert str(overview.get("data-first")) < str(overview.get("data-last"))
    assert 0 < float(str(overview.get("data-edge"))) <= 0.008
    assert [one.get("aria-label") for one in select(overview, ".brush .end")] == [
        "First day shown",
        "Last day shown",
    ]
    assert len(select(overview, ".brush[hidden]")) == 1  # until there is a script to move it
    assert select(_page(SELWYN), "#overview") == []


def test_a_name_that_turns_text_does_not_turn_the_map() -> None:
    page = _page(replace(SELWYN, name="Port\u202e Selwyn"))
    assert words_of(select(page, "#map .mark text")[0]) == "Port Selwyn"


def test_leaflet_comes_with_its_notice_and_asks_for_nothing() -> None:
    text = as_page(made_story())
    assert re.search(r"Leaflet 1\.9\.\d, a JS library", text)
    assert "sourceMappingURL" not in text
    page = html.document_fromstring(text)
    assert not re.search(r"url\(|@import|https?:", words_of(select(page, "style")[0]))
