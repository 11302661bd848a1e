"""Dates as boards and bylines print them."""

import pytest

from wireroom.reading.dates import find_stamp, slashed_order


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("07.03.2021", "2021-03-07"),
        ("07.03.2021 - 23:15", "2021-03-07T23:15"),
        ("07.03.2021 - 9: 05", "2021-03-07T09:05"),
        ("07.03.2021, 10:15", "2021-03-07T10:15"),
        ("2021-03-07T06:30", "2021-03-07T06:30"),
        ("March 7, 2021", "2021-03-07"),
        ("Mar 7th, 2021 at 9:15 PM", "2021-03-07T21:15"),
        ("Mar 7, 2021 at 12:05 AM", "2021-03-07T00:05"),
        ("7 March, 2021", "2021-03-07"),
        ("7 марта 2021 г., 10:15", "2021-03-07T10:15"),
        ("7. März 2021", "2021-03-07"),
        ("7 de marzo de 2021", "2021-03-07"),
        ("7 mars 2021 à 08:00", "2021-03-07T08:00"),
        ("13/03/2021", "2021-03-13"),
        ("03/13/2021", "2021-03-13"),
        ("07/07/2021", "2021-07-07"),
        ("Mar 7, 2021 / 12:40 Pier Talk", "2021-03-07"),
        ("31.02.2021 or rather 01.03.2021", "2021-03-01"),
    ],
)
def test_a_date_is_read_with_its_precision(text: str, value: str) -> None:
    stamp = find_stamp(text)
    assert stamp is not None
    assert stamp.value == value


@pytest.mark.parametrize(
    "text", ["", "30.02.2021", "1.2.3.2021", "version 07.03.20211", "March 2021"]
)
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert find_stamp(text) is None


def test_a_slashed_date_is_not_guessed() -> None:
    stamp = find_stamp("03/04/2021")
    assert stamp is not None
    assert stamp.value is None
    assert stamp.note == "03/04/2021 can be read day first or month first"


@pytest.mark.parametrize(
    ("text", "day_first", "value"),
    [
        ("Joined 25/12/2020. 03/04/2021", True, "2021-04-03"),
        ("Joined 12/25/2020. 03/04/2021", False, "2021-03-04"),
        ("25/12/2020 and 12/25/2020: 03/04/2021", None, None),
    ],
)
def test_the_page_may_show_the_order(text: str, day_first: bool | None, value: str | None) -> None:
    assert slashed_order(text) is day_first
    stamp = find_stamp("03/04/2021", slashed_order(text))
    assert stamp is not None
    assert stamp.value == value
