"""Laws of the nouns."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.records.analyses import Analysis
from wireroom.records.attributions import Attribution
from wireroom.records.dates import PartialDate
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.merging import merge_analyses
from wireroom.records.pages import Page
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span, hull

SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 50), st.integers(0, 50))
DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(SPANS, SPANS)
def test_spans_overlap_both_ways_or_not_at_all(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.covers(other) and other.start < other.end:
        assert one.overlaps(other)


@given(st.lists(SPANS, min_size=1))
def test_a_hull_covers_what_it_was_made_of(spans: list[Span]) -> None:
    around = hull(spans)
    assert around is not None
    assert all(around.covers(span) for span in spans)


def test_nothing_has_no_hull() -> None:
    assert hull([]) is None


@given(DATES, st.sampled_from([4, 7, 10]))
def test_a_date_keeps_its_precision(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    parsed = PartialDate.parse(text)
    assert parsed is not None
    assert str(parsed) == text
    assert parsed.first <= day <= parsed.last
    assert parsed.agrees_with(PartialDate(day.year, day.month, day.day))


@pytest.mark.parametrize("text", ["2025-13", "2025-02-30", "today", "", None, "2025-3-1", "0000"])
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert PartialDate.parse(text) is None


def test_a_lone_surrogate_has_an_address_too() -> None:
    assert len(Document("d", "\ud800").sha256) == 64


def test_merging_moves_indexes_to_where_things_stand() -> None:
    part = Analysis(
        "d",
        "en",
        attributions=(
            Attribution((), (), (), "direct"),
            Attribution((), (), (), "direct", inside=0),
        ),
        quantities=(
            Quantity(0, 1, 1, 1, 1, "person", "killed"),
            Quantity(2, 3, 1, 1, 1, "child", "killed", part_of=0),
        ),
        events=(EventReport(Span(0, 1), "ASSAULT", quantities=(1,), attribution=1),),
    )
    merged = merge_analyses("d", "en", [part, part])
    assert [each.inside for each in merged.attributions] == [None, 0, None, 2]
    assert [each.part_of for each in merged.quantities] == [None, 0, None, 2]
    assert [(each.quantities, each.attribution) for each in merged.events] == [((1,), 1), ((3,), 3)]


@pytest.mark.parametrize(
    ("name", "media_type", "suffix"),
    [
        ("quay.TXT", None, ".txt"),
        ("a.b/quay", None, ""),
        (".hidden", None, ""),
        ("a.zip!b\\quay.html", None, ".html"),
        ("a.warc!https://quay.example/a.csv?v=1.2#x.y", "text/plain", ".csv"),
        ("a.warc!https://quay.example/show.php", "text/html", ".html"),
        ("a.warc!https://quay.example/show.php", "application/pdf", ".pdf"),
    ],
)
def test_the_suffix_of_a_page_is_what_its_sender_or_its_name_says(
    name: str, media_type: str | None, suffix: str
) -> None:
    assert Page(name, b"", media_type=media_type).suffix == suffix
