"""Dates and numbers as boards print them over posts."""

import pytest

from wireroom.reading.thread.lines import split_lines
from wireroom.reading.thread.moments import find_moment, find_order
from wireroom.reading.thread.persian import from_persian
from wireroom.reading.thread.series import find_series
from wireroom.reading.thread.signs import read_signs
from wireroom.reading.thread.stamps import find_stamp_line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mar 7, 2021", "2021-03-07"),
        ("7. März 2021", "2021-03-07"),
        ("7 de marzo de 2021, 22:15", "2021-03-07T22:15"),
        ("Вс мар 07, 2021 10:15", "2021-03-07T10:15"),
        ("Dim 7 Mar 2021 08:23", "2021-03-07T08:23"),
        ("7 mars 2021 à 8h05", "2021-03-07T08:05"),
        ("7 مارس 2021, 10:15 م", "2021-03-07T22:15"),
        ("7 Mart 2021, 10:15:22", "2021-03-07T10:15"),
        ("7 كانون الثاني 2021", "2021-01-07"),
        ("07.03.21, 10:15", "2021-03-07T10:15"),
        ("2021/03/07", "2021-03-07"),
        ("10:15, 7 March 2021", "2021-03-07T10:15"),
        ("December 12, 2009, 12:11:37 AM", "2009-12-12T00:11"),
        ("May 2015", "2015-05"),
        ("Jul '14", "2014-07"),
        ("1394/11/27, 00:31", "2016-02-16T00:31"),
        ("۱۳۹۴/۱۱/۲۷", "2016-02-16"),
        ("13-03-2021, 25:61", "2021-03-13"),
    ],
)
def test_a_moment_is_read_with_its_precision(text: str, value: str) -> None:
    moment = find_moment(text)
    assert moment is not None
    assert moment.value == value


@pytest.mark.parametrize(
    "text",
    [
        *("Yesterday at 10:15 PM", "Heute, 09:10", "Вчера в 10:15", "il y a 2 heures"),
        *("vor 5 Minuten", "5 minutes ago", "hace 3 días", "منذ 3 أيام", "دیروز, 10:15"),
        *("Dün, 22:10", "just now", "3d", "Monday at 9:12 AM", "Mar 3"),
    ],
)
def test_a_moment_counted_from_the_reading_has_a_note_instead_of_a_value(text: str) -> None:
    moment = find_moment(text)
    assert moment is not None
    assert moment.value is None
    assert moment.note


@pytest.mark.parametrize("text", ["", "Monday", "version 1.2.3", "31.02.2021", "12:40", "a 1/2 b"])
def test_what_is_no_moment(text: str) -> None:
    assert find_moment(text) is None


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("13-03-2021 and 02-03-2021", True),
        ("03/13/21", False),
        ("13-03-2021 and 03/13/2021", None),
        ("03-04-2021", None),
    ],
)
def test_the_page_shows_the_order_of_its_dates(text: str, order: bool | None) -> None:
    assert find_order(text) is order


@pytest.mark.parametrize(
    ("day", "gregorian"),
    [
        ((1394, 1, 1), "2015-03-21"),
        ((1399, 12, 30), "2021-03-20"),
        ((1400, 1, 1), "2021-03-21"),
        ((1357, 11, 22), "1979-02-11"),
        ((1394, 12, 30), None),
        ((1394, 13, 1), None),
    ],
)
def test_persian_days(day: tuple[int, int, int], gregorian: str | None) -> None:
    assert from_persian(*day) == gregorian


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("#12", ("number", "#12", None)),
        ("Beitrag #12", ("number", "Beitrag #12", None)),
        ("#12 Like Reply", ("number", "#12", None)),
        ("#12   Ida", ("number name", "#12", "Ida")),
        ("07.03.2021, 10:15 #12", ("date number", "#12", None)),
        ("#1207-03-2021, 10:15 AM", ("date number", "#12", None)),
        ("Ida March 7, 2021, 10:15am 12", ("name number", "12", "Ida")),
        ("Post by Ida » Sun Mar 07, 2021 10:15 am", ("by »", None, "Ida")),
        ("Messagede Ida » Dim 7 Mar 2021 10:15", ("by »", None, "Ida")),
        ("Сообщение Ида » 07 мар 2021, 10:15", ("name »", None, "Ида")),
        ("Posted by Ida on March 7, 2021", ("by", None, "Ida")),
        ("Ida, Mar 7, 2021", ("name ,", None, "Ida")),
        ("« Reply #3 on: March 7, 2021, 10:15:00 PM »", ("posted", "Reply #3", None)),
        ("« on: March 7, 2021, 10:15:00 PM »", ("posted", None, None)),
        ("Post subject: SmokePosted: Sun Mar 07, 2021 10:15 am", ("posted", None, None)),
        ("May 2015 edited May 2015", ("date", None, None)),
        ("May 2015 in Harbour", ("date", None, None)),
        ("Discussion Starter · #12 · Mar 7, 2021", ("date number", "#12", None)),
    ],
)
def test_a_line_over_a_post_tells_its_number_its_date_and_its_author(
    text: str, told: tuple[str, str | None, str | None]
) -> None:
    stamp = find_stamp_line(text, None)
    assert stamp is not None
    assert (stamp.shape, stamp.label, stamp.author) == told


@pytest.mark.parametrize(
    "text",
    [
        *("Joined: Mar 7, 2021", "Last edited: Mar 7, 2021", "Ida said: ↑ March 7, 2021"),
        *("The fire of 7 March 2021 was the third.", "Smoke over the quay", "In 2021"),
        *(
            "On 7/3/2021 at 10:15 PM, Ida said:",
            "Discussion in 'Quay' started by Ida, Mar 7, 2021.",
        ),
    ],
)
def test_other_lines_with_dates_are_no_stamps(text: str) -> None:
    assert find_stamp_line(text, None) is None


def test_numbers_that_do_not_count_up_are_left_out_of_a_series() -> None:
    text = "\n".join(["#7", "#1", "words", "#2", "#44", "#3", "#5", "#2", "#6"])
    (series,) = find_series(read_signs(split_lines(text), None))
    assert series.at == (1, 3, 5, 6, 8)


def test_numbers_may_count_down() -> None:
    (series,) = find_series(read_signs(split_lines("#9\n#8\nwords\n#7"), None))
    assert series.at == (0, 1, 3)
