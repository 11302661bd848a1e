"""Times with the precision that is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.exports.page.moments import moment_in_words
from wireroom.stories.moments import read_moment


@pytest.mark.parametrize(
    ("text", "days", "precision", "shown"),
    [
        ("2019-12-23", "2019-12-23", "day", "2019-12-23"),
        ("2019-12", "2019-12-01 2019-12-31", "month", "2019-12"),
        ("2020", "2020-01-01 2020-12-31", "year", "2020"),
        ("2019-12-23T23:49", "2019-12-23", "minute", "2019-12-23 23:49, zone not given"),
        ("2019-12-23T23:49:10Z", "2019-12-23", "minute", "2019-12-23 23:49 UTC"),
        ("2019-12-24T01:30+03:00", "2019-12-23", "minute", "2019-12-23 22:30 UTC"),
        ("2019-12-23 20:00 -0500", "2019-12-24", "minute", "2019-12-24 01:00 UTC"),
        ("2019-12-21/2019-12-22", "2019-12-21 2019-12-22", "interval", "2019-12-21 to 2019-12-22"),
        ("2019-12-21/2019-12-21", "2019-12-21", "day", "2019-12-21"),
        ("2019-12/", "2019-12-01 2019-12-31", "month", "2019-12"),
    ],
)
def test_a_time_keeps_its_precision(text: str, days: str, precision: str, shown: str) -> None:
    moment = read_moment(text)
    assert moment is not None
    first, last = days.split()[0], days.split()[-1]
    assert (moment.first, moment.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (moment.precision, moment.shown) == (precision, shown)


@pytest.mark.parametrize(
    "text", [None, "", "yesterday", "2019-13", "2019-02-30", "2019-12-23T29:99"]
)
def test_what_is_no_time_is_none(text: str | None) -> None:
    assert read_moment(text) is None


@given(st.text(max_size=30) | st.from_regex(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d([+-]\d\d:\d\d|Z)?"))
def test_any_text_is_a_moment_or_none(text: str) -> None:
    moment = read_moment(text)
    assert moment is None or moment.first <= moment.last
    assert isinstance(moment_in_words(text), str)


def test_the_page_says_what_it_cannot_read_as_it_stands() -> None:
    assert moment_in_words("last spring") == "last spring"
    assert moment_in_words("2019-12-24T01:30+03:00/2019-12-25") == (
        "2019-12-23 22:30 UTC to 2019-12-25"
    )
