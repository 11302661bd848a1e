"""Dates as boards print and mark them."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from wireroom.reading.forum.stamps import moment_of, order_of, read_epoch, read_iso, read_printed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mar 7, 2021 at 6:40 AM", "2021-03-07T06:40"),
        ("March 07, 2021, 06:40:31 PM", "2021-03-07T18:40:31"),
        ("Sun Mar 07, 2021 12:05 am", "2021-03-07T00:05"),
        ("« Reply #1 on: March 07, 2021, 08:15:00 PM »", "2021-03-07T20:15:00"),
        ("07.03.2021, 06:40", "2021-03-07T06:40"),
        ("07.03.21, 06:40", "2021-03-07T06:40"),
        ("7. März 2021 um 06:40 Uhr", "2021-03-07T06:40"),
        ("Dim 7 Mar 2021 06:40", "2021-03-07T06:40"),
        ("le 7 février 2021 à 08:00", "2021-02-07T08:00"),
        ("7 de marzo de 2021, 06:40", "2021-03-07T06:40"),
        ("7 мар 2021 в 10:12", "2021-03-07T10:12"),
        ("07 Март 2021 - 06:40", "2021-03-07T06:40"),
        ("7 Ara 2021, 10:12", "2021-12-07T10:12"),
        ("7 Aralık 2021 ÖS 10:12", "2021-12-07T10:12"),
        ("7 مارس 2021, 10:12 م", "2021-03-07T22:12"),
        ("7 آذار 2021", "2021-03-07"),
        ("7 ژانویه 2021", "2021-01-07"),
        ("1394/11/27, 00:31", "2016-02-16T00:31"),
        ("۱۳۹۴/۱۱/۲۷ ۰۰:۳۱", "2016-02-16T00:31"),
        ("27 بهمن 1394, 00:31", "2016-02-16T00:31"),
        ("2021/03/07 06:40", "2021-03-07T06:40"),
        ("27-03-2021, 06:40", "2021-03-27T06:40"),
        ("03-27-2021, 06:40 AM", "2021-03-27T06:40"),
        ("10:12, 3 May 2011", "2011-05-03T10:12"),
        ("15-Mar-2015 10:12", "2015-03-15T10:12"),
    ],
)
def test_a_printed_date_is_read(text: str, value: str) -> None:
    moment = read_printed(text, None)
    assert moment is not None
    assert moment.value == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yesterday, 10:12",
        "vor 3 Stunden",
        "Heute um 08:15:00",
        "31.02.2021",
        "Posts: 1,626",
        "7",
    ],
)
def test_what_is_no_date_by_itself_is_none(text: str) -> None:
    moment = read_printed(text, None)
    assert moment is None or moment.value is None


def test_a_date_that_can_be_read_both_ways_keeps_both() -> None:
    moment = read_printed("03-04-2021, 06:40 AM", None)
    assert moment is not None
    assert moment.value is None
    assert moment.note == "03-04-2021 can be 2021-04-03 or 2021-03-04"
    for day_first, value in ((True, "2021-04-03T06:40"), (False, "2021-03-04T06:40")):
        decided = read_printed("03-04-2021, 06:40 AM", day_first)
        assert decided is not None
        assert decided.value == value


def test_other_dates_tell_the_order() -> None:
    assert order_of(["Joined 25-12-2020", "03-04-2021"]) is True
    assert order_of(["Joined 12/25/2020"]) is False
    assert order_of(["25-12-2020", "12-25-2020"]) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-03-07T06:40:31+0100", "2021-03-07T06:40:31+01:00"),
        ("2021-03-07T05:40:31Z", "2021-03-07T05:40:31Z"),
        ("2021-03-07 05:40", "2021-03-07T05:40"),
        ("2021-03-07T05:40:31.123+00:00", "2021-03-07T05:40:31+00:00"),
        ("2021-03-07", "2021-03-07"),
        ("2021-02-30", None),
        ("7 March 2021", None),
    ],
)
def test_iso_dates_keep_their_zone(text: str, value: str | None) -> None:
    assert read_iso(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1615095631", "2021-03-07T05:40:31Z"),
        ("1615095631000", "2021-03-07T05:40:31Z"),
        ("12", None),
        ("99999999999999999999", None),
        ("x", None),
        ("²²²²²²²²²", None),
    ],
)
def test_an_epoch_is_utc(text: str, value: str | None) -> None:
    assert read_epoch(text) == value


@pytest.mark.parametrize(
    ("markup", "value", "origin"),
    [
        (
            '<time datetime="2021-03-07T06:40:31+0100" title="Mar 8, 2021 at 1:00 AM">x</time>',
            "2021-03-07T06:40:31+01:00",
            "datetime attribute",
        ),
        (
            '<abbr title="Mar 7, 2021 at 6:40 AM" data-time="1615095631">7 Mar</abbr>',
            "2021-03-07T06:40",
            "title attribute",
        ),
        (
            '<abbr data-time="1615095631">7 Mar</abbr>',
            "2021-03-07T05:40:31Z",
            "epoch attribute, UTC",
        ),
        (
            '<b><span title="03-28-2021">Yesterday</span>, 08:15 PM</b>',
            "2021-03-28T20:15",
            "title attribute",
        ),
        ("<b>by Ida » 7 Mar 2021 06:40</b>", "2021-03-07T06:40", "page text"),
        ("<b>Yesterday, 08:15 PM</b>", None, "page text"),
    ],
)
def test_attributes_go_before_words(markup: str, value: str | None, origin: str) -> None:
    body = LexborHTMLParser(markup).body
    assert body is not None
    node = body.first_child
    assert node is not None
    moment = moment_of(node, None)
    assert (moment.value, moment.origin) == (value, origin)
    assert (moment.note is None) == (value is not None)
