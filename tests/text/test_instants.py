"""Times in order, whatever zone and precision they are written in."""

import pytest

from wireroom.text.instants import in_time, is_earlier, read_instant


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025-03-14T12:30+03:00", "2025-03-14T10:00:00+00:00", True),
        ("2025-03-14T09:30Z", "2025-03-14T12:30:00+03:00", None),
        ("2025-03-14T08:00", "2025-03-14T09:00", True),
        ("2025-03-14T08:00", "2025-03-14T09:00Z", None),
        ("2025-03-14T08:00", "2025-03-15T09:00Z", True),
        ("2025-03-14", "2025-03-15T00:10+01:00", True),
        ("2025-03-14", "2025-03-14T23:00Z", None),
        ("2025-03", "2025-03-14", None),
        ("2025-03", "2025-04-14", True),
        (None, "2025-04-14", None),
        ("2025-03-14T25:99Z", "2025-03-14", None),
    ],
)
def test_which_was_first(one: str | None, other: str | None, expected: bool | None) -> None:
    assert is_earlier(one, other) is expected
    assert is_earlier(other, one) is (None if expected is None else not expected)


def test_times_sort_by_the_instant_and_unknown_ones_last() -> None:
    times = [None, "2025-03-15T09:20:00+01:00", "2025-03-15T09:00:00+00:00", "2025-03-14"]
    assert sorted(times, key=in_time) == [times[3], times[1], times[2], None]


def test_a_day_is_no_instant() -> None:
    assert read_instant("2025-03-14") is None
