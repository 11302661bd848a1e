"""Places that cannot both be where one event was, and how an event is said to have happened."""

from dataclasses import replace
from typing import Any

import pytest

from wireroom.exports.page.happened import happened_in_words
from wireroom.exports.page.rivals import are_apart, other_bearers, rival_events
from wireroom.exports.page.whereabouts import Whereabouts
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.comparisons import Event, Report
from wireroom.records.documents import Document
from wireroom.records.events import Certainty, EventReport
from wireroom.records.links import Evidence
from wireroom.records.places import GazetteerEntry
from wireroom.records.spans import Span

SELWYN = GazetteerEntry("Port Selwyn", 61.0, 5.0, "town", 1, "NO", "NO.07")
QUAY = replace(SELWYN, name="Selwyn Quay", latitude=61.1, geonameid=2)
FAR = replace(SELWYN, latitude=64.0, geonameid=3)
ABROAD = replace(SELWYN, geonameid=4, country="SE")
REGION = replace(SELWYN, name="Fjordland", precision="region", geonameid=5)
OTHER_REGION = replace(REGION, name="Heathland", admin1="NO.09", geonameid=6)
COUNTRY = replace(SELWYN, name="Norway", precision="country", geonameid=7, latitude=70.0)


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        (QUAY, False),
        (FAR, True),
        (ABROAD, True),
        (REGION, False),
        (OTHER_REGION, True),
        (COUNTRY, False),
    ],
)
def test_places_are_apart_where_neither_may_lie_in_the_other(
    other: GazetteerEntry, apart: bool
) -> None:
    assert are_apart(SELWYN, other) is apart
    assert are_apart(other, SELWYN) is apart


def _at(entry: GazetteerEntry, told: int | None = 1, value: int | None = None) -> Whereabouts:
    here = Whereabouts(entry)
    if told is not None:
        here.told[told] = []
    if value is not None:
        here.disputed[1] = value
    return here


def test_one_event_at_two_places_far_from_each_other_ties_them() -> None:
    assert list(rival_events(_at(SELWYN), _at(FAR))) == [(1, False)]
    assert list(rival_events(_at(SELWYN, value=0), _at(FAR, value=1))) == [(1, True)]


def test_two_events_or_one_ground_tie_nothing() -> None:
    assert list(rival_events(_at(SELWYN), _at(FAR, told=2))) == []
    assert list(rival_events(_at(SELWYN), _at(QUAY))) == []
    assert list(rival_events(_at(SELWYN, value=0), _at(FAR, value=0))) == []


def test_other_bearers_of_the_name_lie_elsewhere() -> None:
    here, seen = Whereabouts(SELWYN), Evidence("a", Span(0, 4))
    here.also.update({FAR: seen, QUAY: seen})
    assert other_bearers(here) == [(FAR, seen)]


def _happened(*certainties: Certainty, **last: Any) -> str:
    documents = {
        str(at): AnalysedDocument(
            Document(str(at), "Fire"),
            Analysis(str(at), "en", events=(EventReport(Span(0, 4), "ASSAULT", certainty=each),)),
        )
        for at, each in enumerate(certainties)
    }
    reports = [Report(key, 0, True) for key in documents]
    reports[-1] = replace(reports[-1], **last)
    return happened_in_words(Event("e", "Fire", "ASSAULT", None, None, tuple(reports)), documents)


def test_what_all_tell_as_a_fact_has_nothing_open() -> None:
    assert _happened("asserted", "reported") == ""


def test_what_all_leave_open_is_said_in_a_word() -> None:
    assert _happened("planned", "planned") == "planned"
    assert _happened("possible") == "said to be possible"


def test_what_some_leave_open_is_counted_without_what_repeats() -> None:
    assert _happened("asserted", "denied") == "denied in 1 of 2 reports"
    assert _happened("alleged", "denied", "asserted") == (
        "denied in 1 of 3 reports, alleged in 1 of 3 reports"
    )
    assert _happened("asserted", "denied", role="quotation", repeats=0) == ""
