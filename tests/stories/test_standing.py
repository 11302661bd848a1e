"""Which events are events of the story, and which are mentions: by what their records have."""

from dataclasses import replace
from typing import Any

import pytest

from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.attributions import Attribution, CueFamily
from wireroom.records.comparisons import Event, Report
from wireroom.records.disputes import Dispute
from wireroom.records.documents import Document, Post
from wireroom.records.events import EventReport, Participant, ParticipantKind
from wireroom.records.passages import Passage
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.stories.standing import find_standing

TEXT = "Envoys of Norway met the owners in Port Alba. Nobody in Norway knows more of it."
MET = Span(17, 20)
PUBLISHED = "2021-03-09"


def _place(words: str, precision: Any) -> PlaceMention:
    start = TEXT.index(words)
    entry = GazetteerEntry(words, 61.0, 5.0, precision, 1, "NO")
    return PlaceMention(start, start + len(words), words, "name", precision, (entry,), "in full")


def _who(name: str, kind: ParticipantKind | None) -> Participant:
    return Participant((Span(0, 6),), name, kind)


PLACES = (_place("Port Alba", "town"), _place("Norway", "country"))
DEAD = Quantity(0, 6, 3, 3, 3, "person", "killed", None, "made")
OWNERS = _who("owners", "group")
NORWAY = _who("Norway", "state")


def _standing(
    report: EventReport,
    *,
    told: int = 1,
    thread: bool = True,
    cue: CueFamily | None = None,
    title_span: Span | None = None,
) -> tuple[str, str]:
    posts = (Post(1, 0, len(TEXT)),) if thread else ()
    document = Document("one", TEXT, "thread" if thread else "article", posts=posts)
    passage = Passage(0, len(TEXT), "own", "en", PUBLISHED, title_span=title_span)
    said = (Attribution((), (MET,), (), "indirect", family=cue),)
    analysis = Analysis(
        "one",
        "en",
        (passage,),
        (Span(0, 45), Span(46, len(TEXT))),
        said,
        places=PLACES,
        quantities=(DEAD,),
        events=(report,) * told,
    )
    reports = tuple(Report("one", index, index == 0) for index in range(told))
    event = Event("e", "met", report.type, None, None, reports)
    return find_standing(event, {"one": AnalysedDocument(document, analysis)})


BARE = EventReport(MET, "DISAPPROVE")


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({}, "mention"),
        ({"date": "2021-03-08"}, "event"),
        ({"date": "2021-03-09", "day_told": False}, "mention"),  # that of publication
        ({"date": "2019-01-01"}, "mention"),  # recalled
        ({"place": 0}, "event"),
        ({"place": 1}, "mention"),  # a country holds too much
        ({"place": 1, "type": "ASSAULT"}, "event"),
        ({"quantities": (0,)}, "event"),
        ({"actors": (NORWAY,), "targets": (OWNERS,)}, "event"),
        ({"actors": (_who("some", "group"),), "targets": (OWNERS,)}, "mention"),
        ({"actors": (NORWAY,), "targets": (_who("idea", None),)}, "mention"),
        ({"actors": (NORWAY,), "targets": (OWNERS,), "depth": 1}, "mention"),
        ({"type": "CONSULT", "actors": (NORWAY, _who("Fjordland", "state"))}, "event"),
        ({"type": "CONSULT", "actors": (NORWAY,)}, "mention"),
        ({"type": "COERCE", "actors": (_who("guards", "group"),), "targets": (OWNERS,)}, "event"),
        ({"type": "ASSAULT", "mode": "firearms"}, "event"),
        ({"type": "ASSAULT", "mode": "firearms", "depth": 1, "trigger": Span(47, 50)}, "mention"),
        ({"place": 0, "depth": 2}, "mention"),  # in passing
        ({"place": 0, "depth": 2, "type": "ASSAULT"}, "event"),
        ({"certainty": "planned"}, "mention"),
        ({"certainty": "planned", "actors": (NORWAY,), "targets": (OWNERS,)}, "mention"),
        ({"certainty": "planned", "place": 0}, "event"),
        ({"certainty": "denied", "date": "2021-03-08"}, "event"),
    ],
)
def test_one_report_makes_an_event_by_what_it_tells(changes: dict[str, Any], standing: str) -> None:
    found, reason = _standing(replace(BARE, **changes))
    assert found == standing
    assert reason


def test_several_reports_make_an_event_unless_all_of_them_are_asides() -> None:
    assert _standing(BARE, told=2)[0] == "event"
    assert _standing(replace(BARE, depth=3), told=2)[0] == "mention"
    assert _standing(replace(BARE, certainty="possible"), told=2)[0] == "mention"


@pytest.mark.parametrize(
    ("family", "kind", "standing"),
    [
        ("speech", "DISAPPROVE", "mention"),
        (None, "DISAPPROVE", "event"),
        ("speech", "ASSAULT", "event"),
    ],
)
def test_what_somebody_says_is_told_under_who_says_it(
    family: CueFamily | None, kind: Any, standing: str
) -> None:
    placed = replace(BARE, type=kind, place=0)
    assert _standing(placed, cue=family)[0] == standing


def test_a_headline_makes_an_event_of_what_somebody_does() -> None:
    does = replace(BARE, actors=(NORWAY,))
    assert _standing(does, title_span=Span(0, 45))[0] == "event"
    assert _standing(does, title_span=Span(46, 60))[0] == "mention"
    assert _standing(BARE, title_span=Span(0, 45))[0] == "mention"


def test_what_an_article_is_mainly_about_is_an_event_and_so_is_what_is_in_dispute() -> None:
    assert _standing(BARE, thread=False)[0] == "event"
    disputed = Event("e", "met", "CONSULT", None, None, (), (), (Dispute("place", (), "two"),))
    assert find_standing(disputed, {})[0] == "event"


def test_a_report_of_a_document_as_a_whole_is_an_event() -> None:
    event = Event("e", "fog", "", None, None, (Report("gone", 0, True),))
    assert find_standing(event, {})[0] == "event"
