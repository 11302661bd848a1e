"""Records as plain data: what the commands print, and Documents back from it."""

import dataclasses
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.records.analyses import Analysis
from wireroom.records.annotations import Entity
from wireroom.records.attributions import Attribution
from wireroom.records.changes import Change, TranslationFinding
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.documents import Document, Hyperlink, Leaf, Mark, Part, Post
from wireroom.records.events import EventReport, MainEvent, Participant
from wireroom.records.headlines import HeadlineFinding, Mismatch
from wireroom.records.links import ChainLink, Evidence, Origin, Reuse
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.plain import (
    analysis_as_plain,
    change_as_plain,
    comparison_as_plain,
    document_as_plain,
    document_from_plain,
    finding_as_plain,
)
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression

TEXT = "The harbour master said at least 12 people were hurt in Port Alba on Monday."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


DOCUMENT = Document("x-1", TEXT, title="Twelve hurt in Port Alba", outlet="Harbour Post")
ANALYSIS = Analysis(
    "x-1",
    "en",
    attributions=(
        Attribution(
            (at("The harbour master"),),
            (at("said"),),
            (at("at least 12 people were hurt in Port Alba on Monday"),),
            "indirect",
            speaker="harbour master",
            speaker_kind="office",
            reason="cue 'said' with subject 'The harbour master'",
        ),
    ),
    entities=(Entity(*at("Port Alba"), "PLACE", "Port Alba"),),
    places=(
        PlaceMention(*at("Port Alba"), "Port Alba", "name", "town"),
        PlaceMention(
            *at("harbour"),
            "harbour",
            "name",
            "point",
            (GazetteerEntry("Harbour", 1.5, 2.5, "point", 7, "XX"),),
        ),
    ),
    dates=(TimeExpression(*at("Monday"), "DATE", "2019-12-23"),),
    quantities=(Quantity(*at("at least 12 people"), 12.0, 12.0, None, "person", "injured"),),
    events=(
        EventReport(
            at("hurt"),
            "ASSAULT",
            targets=(Participant((at("12 people"), at("people")), "12 people", "person"),),
            place=0,
            date="2019-12-23",
            quantities=(0,),
            attribution=0,
            certainty="reported",
        ),
    ),
    main_event=MainEvent(0, "2019-12-23", 0, killed={"total": 0}),
    headline=HeadlineFinding(
        "agrees", (Mismatch("number", Span(0, 6), at("at least 12"), "a bound is left out"),)
    ),
)
COMPARISON = Comparison(
    (
        Event(
            "e1",
            "Hurt in Port Alba",
            "ASSAULT",
            "2019-12-23",
            "Port Alba",
            (Report("x-1", 0, True, "the only report"),),
            (Origin("official", "harbour master", True, ("x-1",), "named"),),
            (
                Dispute(
                    "injured",
                    (
                        DisputedValue("12", ("x-1",), (Evidence("x-1", at("12")),)),
                        DisputedValue("9", ("x-1",), (Evidence("x-1", at("hurt")),)),
                    ),
                    "the ranges do not meet",
                ),
            ),
        ),
    ),
    (Reuse(Evidence("x-1", Span(0, 9)), Evidence("x-1", Span(0, 9)), "copy", False, 1.0),),
    (ChainLink(Evidence("x-1", at("The harbour master")), "harbour master", False, "cited"),),
    (),
)


@pytest.fixture
def contract(shared: Path) -> ModuleType:
    path = shared / "yardsticks" / "contract.py"
    spec = importlib.util.spec_from_file_location("contract_of_the_output", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_analysis_keeps_the_contract(contract: ModuleType) -> None:
    line = json.loads(json.dumps(analysis_as_plain(ANALYSIS)))
    assert contract.analyse(document_as_plain(DOCUMENT), line) == []


def test_an_empty_analysis_keeps_the_contract(contract: ModuleType) -> None:
    line = analysis_as_plain(Analysis("e", "und"))
    assert contract.analyse({"id": "e", "text": ""}, line) == []


def test_a_comparison_keeps_the_contract(contract: ModuleType) -> None:
    found = json.loads(json.dumps(comparison_as_plain(COMPARISON)))
    assert contract.compare([document_as_plain(DOCUMENT)], found) == []


def test_a_place_without_a_candidate_has_no_point() -> None:
    unknown, known = analysis_as_plain(ANALYSIS)["places"]
    names = ("latitude", "longitude", "geonameid", "country")
    assert [unknown[name] for name in names] == [None] * 4
    assert [known[name] for name in names] == [1.5, 2.5, 7, "XX"]


def test_numbers_are_whole_where_they_can_be() -> None:
    (quantity,) = analysis_as_plain(ANALYSIS)["quantities"]
    assert (quantity["value"], quantity["low"], quantity["high"]) == (12, 12, None)
    assert isinstance(quantity["value"], int)


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_a_number_that_json_cannot_hold_is_none(value: float) -> None:
    endless = Quantity(0, 1, value, value, value, "person", "killed")
    (quantity,) = analysis_as_plain(Analysis("q", "en", quantities=(endless,)))["quantities"]
    assert (quantity["value"], quantity["low"], quantity["high"]) == (None, None, None)


def test_spans_come_in_order() -> None:
    (target,) = analysis_as_plain(ANALYSIS)["events"][0]["targets"]
    assert target["spans"] == sorted(target["spans"])


def test_a_change_and_a_translation_finding() -> None:
    change = Change("changed", Span(0, 2), None, ("number",), ("12",))
    assert change_as_plain(change) == {
        "kind": "changed",
        "old": [0, 2],
        "new": None,
        "what": ["number"],
        "gone": ["12"],
    }
    finding = TranslationFinding("number", Span(0, 2), Span(3, 4), "12 became 21")
    assert finding_as_plain(finding) == {
        "field": "number",
        "original": [0, 2],
        "translation": [3, 4],
        "note": "12 became 21",
    }


def test_fields_that_are_not_known_are_left_out() -> None:
    plain = document_as_plain(Document("a", "Hello."))
    assert {"title", "published", "outlet", "author", "url", "language", "posts"} & set(plain) == (
        set()
    )
    assert "posts" in document_as_plain(Document("a", "Hello.", kind="thread"))


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"id": "a"},
        {"id": 3, "text": "x"},
        {"id": "a", "text": None},
        {"id": "a", "text": "x", "posts": [{"number": 1, "start": 0, "end": 2}]},
        {"id": "a", "text": "x", "posts": [{"number": 1, "start": 0, "end": None}]},
    ],
)
def test_what_is_no_document_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        document_from_plain(plain)


maybe = st.none() | st.text(max_size=8)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(min_size=2, max_size=60))
    cut = draw(st.integers(1, len(text) - 1))
    parts = (
        Part("own", 0, cut, author=draw(maybe)),
        Part("quote", cut, len(text), quotes_post=draw(st.none() | st.integers(1, 9))),
    )
    post = Post(
        *(1, 0, len(text), draw(maybe), ("Member",), draw(maybe), draw(st.booleans()), parts),
        label=draw(maybe),
        edited_at=draw(maybe),
        permalink=draw(maybe),
    )
    return Document(
        draw(st.text(min_size=1)),
        text,
        kind="thread",
        title=draw(maybe),
        published=draw(maybe),
        provenance={"title": "page text"},
        updated=draw(maybe),
        captured=draw(maybe),
        links=(Hyperlink(0, cut, "https://port.example/"),),
        marks=(Mark("credit", cut, len(text), draw(maybe)),),
        leaves=(Leaf(1, 0, cut),),
        posts=(post,),
    )


def test_no_field_of_a_document_is_lost() -> None:
    numbers = {"start", "end", "number", "duration_seconds"}
    numbers |= {"translation_of", "quotes_post", "continues"}
    fields = [field.name for field in dataclasses.fields(Part)]
    values: dict[str, Any] = {name: 1 if name in numbers else name for name in fields}
    part = Part(**values)
    post = Post(1, 0, 2, "author", ("rank",), "2019", True, (part,))
    texts = ("title", "published", "outlet", "author", "url", "language", "source_file")
    known: dict[str, Any] = {name: name for name in texts}
    document = Document("a", "ab", kind="thread", posts=(post,), provenance={"a": "b"}, **known)
    assert document_from_plain(json.loads(json.dumps(document_as_plain(document)))) == document


@pytest.mark.parametrize(
    ("record", "plain"),
    [
        (ANALYSIS.attributions[0], analysis_as_plain(ANALYSIS)["attributions"][0]),
        (ANALYSIS.entities[0], analysis_as_plain(ANALYSIS)["entities"][0]),
        (ANALYSIS.places[0], analysis_as_plain(ANALYSIS)["places"][0]),
        (ANALYSIS.dates[0], analysis_as_plain(ANALYSIS)["dates"][0]),
        (ANALYSIS.quantities[0], analysis_as_plain(ANALYSIS)["quantities"][0]),
        (ANALYSIS.events[0], analysis_as_plain(ANALYSIS)["events"][0]),
        (ANALYSIS.main_event, analysis_as_plain(ANALYSIS)["main_event"]),
        (ANALYSIS.headline, analysis_as_plain(ANALYSIS)["headline"]),
        (COMPARISON.events[0], comparison_as_plain(COMPARISON)["events"][0]),
        (
            COMPARISON.events[0].reports[0],
            comparison_as_plain(COMPARISON)["events"][0]["reports"][0],
        ),
        (
            COMPARISON.events[0].origins[0],
            comparison_as_plain(COMPARISON)["events"][0]["origins"][0],
        ),
        (
            COMPARISON.events[0].disputes[0],
            comparison_as_plain(COMPARISON)["events"][0]["disputes"][0],
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_field_of_a_finding_is_lost(record: Any, plain: dict[str, object]) -> None:
    assert {field.name for field in dataclasses.fields(record)} <= plain.keys()


@given(documents())
def test_a_document_comes_back_from_its_plain_data(document: Document) -> None:
    plain = json.loads(json.dumps(document_as_plain(document)))
    assert document_from_plain(plain) == document


@given(st.text(min_size=1))
def test_ids_come_back_unchanged(identifier: str) -> None:
    found = json.loads(json.dumps(analysis_as_plain(Analysis(identifier, "en"))))
    assert found["id"] == identifier
    unplaced = comparison_as_plain(Comparison((), (), (), (identifier,)))
    assert json.loads(json.dumps(unplaced))["unplaced"] == [identifier]
