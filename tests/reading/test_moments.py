"""Dates in fields of their own: as precise as given, with the zone as given."""

from datetime import datetime
from time import struct_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.reading.moments import from_seconds, in_utc, read_moment


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sun, 07 Mar 2021 12:40:00 +0100", "2021-03-07T12:40:00+01:00"),
        ("Sun, 07 Mar 2021 12:40 GMT", "2021-03-07T12:40+00:00"),
        ("Sun, 7 Mar 2021 12:40:00 -0000", "2021-03-07T12:40:00+00:00"),
        ("Sun, 07 Mar 2021", "2021-03-07"),
        ("Sun, 7 Mar 2021 1:55 PM", "2021-03-07T13:55"),
        ("Sun, 07 Mar 2021 12:40:00 EST", "2021-03-07T12:40:00-05:00"),
        ("Sun, 07 Mar 2021 12:40:00 +9999", "2021-03-07"),
        ("Sun Mar 07 2021 12:40:00 GMT+0100 (CET)", "2021-03-07T12:40:00+01:00"),
        ("2021-03-07T12:40:00Z", "2021-03-07T12:40:00Z"),
        ("2021-03-07T12:40:00.123+01:00", "2021-03-07T12:40:00+01:00"),
        ("2021-03-07 12:40:00 +0100", "2021-03-07T12:40:00+01:00"),
        ("2021-03-07T25:40:00Z", "2021-03-07"),
        ("2021-03-07", "2021-03-07"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("7 марта 2021", "2021-03-07"),
        ("Fri, 26/06/2020", "2020-06-26"),
        ("yesterday", None),
        ("", None),
        ("1" * 5000, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_given(text: str, value: str | None) -> None:
    assert read_moment(text) == (value, None)


def test_a_date_that_can_be_read_both_ways_is_none_and_says_why() -> None:
    found = read_moment("03/04/2021")
    assert found.value is None
    assert found.note == "03/04/2021 can be read day first or month first"


def test_seconds_since_1970_are_a_date() -> None:
    assert read_moment("1615117200") == ("2021-03-07T11:40:00Z", "seconds since 1970")


def test_what_a_library_read_counts_where_the_year_stands_in_the_text() -> None:
    parsed = struct_time((2004, 7, 13, 14, 15, 0, 1, 195, 0))
    text = "2004-július-13T9:15-05:00"
    assert read_moment(text, parsed) == ("2004-07-13T14:15:00Z", "as feedparser reads it")
    assert read_moment("13. július", parsed) == (None, None)


def test_a_clock_beside_the_seconds_tells_the_zone() -> None:
    assert from_seconds(1615117200, "2021-03-07T12:40:00") == "2021-03-07T12:40:00+01:00"
    assert from_seconds(1615117200, "2020-01-01T00:00:00") == "2021-03-07T11:40:00Z"
    assert from_seconds(1615117200) == "2021-03-07T11:40:00Z"
    assert from_seconds(10**15) is None


def test_only_a_moment_with_a_zone_has_a_time_in_utc() -> None:
    assert in_utc("2021-03-07T12:40:00+01:00") == "2021-03-07T11:40:00Z"
    assert in_utc("2021-03-07T12:40:00") is None
    assert in_utc("0001-01-01T00:00:00+14:00") is None


@given(st.text(max_size=120))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    value = read_moment(text).value
    if value is not None and len(value) >= 10:
        datetime.fromisoformat(value)
