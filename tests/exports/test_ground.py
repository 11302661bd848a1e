"""The ground of the map: the packaged lines, and the part of the world that a sheet shows."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.exports.page.ground.outlines import BORDER, COAST, DIVISION, read_outlines
from wireroom.exports.page.ground.view import View, fitting_view

SHEET = (1440, 1320, 4.0)
HOMS, KIRKENES = 169575, 780166  # GeoNames' numbers of a governorate and a county

longitudes = st.floats(-170, 170)
latitudes = st.floats(-60, 75)


def test_every_country_but_the_smallest_has_an_area() -> None:
    outlines = read_outlines()
    assert len(set(outlines.countries)) > 230
    for code in ("SY", "IQ", "NO", "UA", "RU", "US", "GB", "LB", "MT"):
        assert outlines.country(code)


def test_an_area_is_rings_that_close() -> None:
    for ring in (*read_outlines().country("SY"), *read_outlines().division(KIRKENES)):
        assert np.allclose(ring[0], ring[-1])


def test_an_area_is_around_what_lies_in_it() -> None:
    view = fitting_view([(36.7, 34.7), (44.4, 33.3)], 450, SHEET)
    homs = read_outlines().division(HOMS)
    assert view.is_inside(homs, *view.at(38.3, 34.5))  # Palmyra
    assert not view.is_inside(homs, *view.at(37.15, 36.2))  # Aleppo
    assert not view.is_inside(homs, *view.at(44.4, 33.3))  # Baghdad


def test_what_is_not_known_has_no_area() -> None:
    outlines = read_outlines()
    for unknown in (None, 0, -1, 1):
        assert outlines.division(unknown) == ()
    for code in (None, "", "XX"):
        assert outlines.country(code) == ()


def test_all_kinds_of_lines_are_drawn_and_small() -> None:
    outlines = read_outlines()
    view = fitting_view([(36.7, 34.7), (28.9, 41.0)], 450, SHEET)
    for kind in (COAST, BORDER, DIVISION):
        path = view.lines(outlines, kind)
        assert re.fullmatch(r"(?:M-?\d+ -?\d+l(?:-?\d+ -?\d+ ?)+)+", path)
        assert len(path) < 40_000
    assert len(view.path(outlines.land())) < 40_000


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=5))
def test_a_fitting_view_has_all_its_points_on_the_sheet(points: list[tuple[float, float]]) -> None:
    view = fitting_view(points, 450, SHEET)
    span = max(point[0] for point in points) - min(point[0] for point in points)
    for point in points:
        x, y = view.at(*point)
        assert 0 <= y <= view.height or span > 240
        assert 0 <= x <= view.width


@given(longitudes, latitudes)
def test_north_is_up_and_east_is_right(longitude: float, latitude: float) -> None:
    view = View(-180, -70, 180, 80, 1000, 800)
    x, y = view.at(longitude, latitude)
    assert view.at(longitude + 1, latitude)[0] > x
    assert view.at(longitude, latitude + 1)[1] < y
