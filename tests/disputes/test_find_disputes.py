import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.made import a_place, a_quantity, a_report, an_actor, an_analysis, said_by
from wireroom.disputes import find_disputes, find_verdicts
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event, Report
from wireroom.records.links import Origin


def a_story(name: str, killed: str, low: float, place: str, actor: str) -> AnalysedDocument:
    text = f"The mayor said {actor} burnt the store at {place}, killing {killed}."
    said = said_by(text, "The mayor", "said", text[text.index(actor) : -1])
    event = a_report(
        text, "burnt", quantities=(0,), place=0, actors=(an_actor(text, actor),), attribution=0
    )
    return an_analysis(
        text,
        name,
        quantities=(a_quantity(text, killed, low, low),),
        places=(a_place(text, place),),
        events=(event,),
        attributions=(said,),
    )


STORIES = {
    "a": a_story("a", "12 people", 12, "Bellham", "Turkish agents"),
    "b": a_story("b", "15 people", 15, "Osterby", "Israeli agents"),
    "c": a_story("c", "12 men", 12, "Bellham", "the agents"),
}


def an_event(*documents: str, origins: tuple[Origin, ...] = ()) -> Event:
    reports = tuple(Report(document, 0, True) for document in documents)
    return Event("e", "a fire", "ASSAULT", None, None, reports, origins)


def test_every_field_shows_who_says_what() -> None:
    disputes = {d.field: d for d in find_disputes(an_event("a", "b", "c"), STORIES)}
    assert list(disputes) == ["killed", "place", "responsibility"]
    first, second = disputes["killed"].values
    assert (first.value, first.documents, first.speakers) == (
        "12 people",
        ("a", "c"),
        ("The mayor",),
    )
    assert (second.value, second.documents) == ("15 people", ("b",))
    evidence = second.evidence[0]
    assert evidence.span.of(STORIES[evidence.document].document.text) == "15 people"
    assert all(dispute.reason for dispute in disputes.values())


def test_reports_that_agree_make_no_dispute() -> None:
    event = an_event("a", "c")
    assert find_disputes(event, STORIES) == ()
    assert {field for field, _, _ in find_verdicts(event, STORIES)} >= {"killed", "place"}


def test_copies_of_one_origin_that_differ_are_shown_as_copies() -> None:
    origins = (Origin("agency", "The Agency", True, ("a", "b"), "credited"),)
    disputes = find_disputes(an_event("a", "b", origins=origins), STORIES)
    assert "copying change" in disputes[0].reason


def test_a_report_of_another_kind_says_nothing_of_where_it_happened() -> None:
    event = an_event("a", "b")
    reaction = Event("e", "", "CONSULT", None, None, event.reports)
    assert "place" not in {dispute.field for dispute in find_disputes(reaction, STORIES)}


@pytest.mark.parametrize("report", [Report("gone", 0, True), Report("a", 7, True)])
def test_a_report_that_is_not_there_is_left_out(report: Report) -> None:
    event = Event("e", "", "ASSAULT", None, None, (report,))
    assert find_disputes(event, STORIES) == ()


@given(st.permutations(["a", "b", "c"]))
def test_the_order_of_reports_changes_nothing(order: list[str]) -> None:
    assert find_disputes(an_event(*order), STORIES) == find_disputes(
        an_event("a", "b", "c"), STORIES
    )
