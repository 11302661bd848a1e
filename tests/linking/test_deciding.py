"""A person's decisions on origins: they go in, they win, and they can be taken back."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linking.made import Told, a_document, a_thread, analysed
from linking.test_origins import TEXTS, a_report
from wireroom.linking import link_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Comparison, Event
from wireroom.records.decisions import OriginDecision, ReportName, Verdict
from wireroom.text.independence import count_independent

COPIED = (
    "Masked raiders shot two guards at the gunpowder store in Port Ellery on Monday night and "
    "carried off nine barrels in a grey lorry, which was found burnt out on the moor road."
)


def decide(
    one: str | ReportName, other: str | ReportName, verdict: Verdict, note: str = "one stringer"
) -> OriginDecision:
    names = [each if isinstance(each, ReportName) else ReportName(each) for each in (one, other)]
    return OriginDecision(names[0], names[1], verdict, "Ada", note)


def a_copy(name: str, published: str | None = None) -> AnalysedDocument:
    told = Told("shot", date="2031-05-05", place="Port Ellery")
    return analysed(a_document(name, f"{COPIED} {name}", published=published), told)


def the_event(documents: Sequence[AnalysedDocument], *decisions: OriginDecision) -> Event:
    (event,) = link_documents(documents, decisions).events
    return event


STORY = (
    a_report(0, speaker="Inspector Dunmore"),
    a_report(1, speaker="Inspector Dunmore"),
    a_report(2, outlet="Ellery Echo"),
    a_copy("x", "2031-05-05"),
    a_copy("y", "2031-05-06"),
    a_copy("z"),
)
IDS = [each.document.id for each in STORY]
_pairs = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda two: two[0] != two[1])
_decisions = st.lists(
    st.builds(
        lambda pair, verdict: decide(pair[0], pair[1], verdict),
        _pairs,
        st.sampled_from(["same", "not the same", "open"]),
    ),
    max_size=5,
)


def of(comparison: Comparison, document: str) -> list[int]:
    """The indexes of the origins that a Document rests on."""
    (event,) = comparison.events
    return [at for at, origin in enumerate(event.origins) if document in origin.documents]


@settings(deadline=None, max_examples=40)
@given(_decisions, _pairs, st.sampled_from(["same", "not the same"]))
def test_what_was_decided_and_taken_back_leaves_what_was_before(
    decisions: list[OriginDecision], pair: tuple[str, str], verdict: Verdict
) -> None:
    earlier = [x for x in decisions if {x.one.document, x.other.document} != set(pair)]
    before = link_documents(STORY, earlier)
    taken_back = [*earlier, decide(*pair, verdict), decide(*pair, "open")]
    assert link_documents(STORY, taken_back) == before
    assert (
        link_documents(STORY, [decide(*pair, verdict), decide(*pair, "open"), *earlier]) == before
    )


@settings(deadline=None, max_examples=40)
@given(st.permutations(STORY), _decisions)
def test_the_order_of_the_documents_changes_nothing(
    documents: list[AnalysedDocument], decisions: list[OriginDecision]
) -> None:
    assert link_documents(documents, decisions) == link_documents(STORY, decisions)


@settings(deadline=None, max_examples=40)
@given(_decisions, _pairs)
def test_a_joined_pair_is_never_two_origins(
    decisions: list[OriginDecision], pair: tuple[str, str]
) -> None:
    comparison = link_documents(STORY, [*decisions, decide(*pair, "same")])
    assert of(comparison, pair[0]) == of(comparison, pair[1])
    (event,) = comparison.events
    assert count_independent(event.origins) <= len(event.origins) < len(STORY)


@settings(deadline=None, max_examples=40)
@given(_pairs)
def test_a_cut_pair_is_never_one_by_what_ties_the_two(pair: tuple[str, str]) -> None:
    two = [each for each in STORY if each.document.id in pair]
    comparison = link_documents(two, [decide(*pair, "not the same")])
    first, second = (
        {
            (event.id, at)
            for event in comparison.events
            for at, origin in enumerate(event.origins)
            if document in origin.documents
        }
        for document in pair
    )
    assert not first & second


def test_a_cut_of_one_source_s_two_reports_counts_two_and_says_who_decided() -> None:
    event = the_event(STORY[:2], decide("d0", "d1", "not the same", "two men of that name"))
    assert count_independent(event.origins) == 2
    for origin in event.origins:
        assert "decided by a person (Ada, two men of that name)" in origin.reason


def test_a_joined_pair_says_who_decided_and_is_an_edge() -> None:
    two = (STORY[0], a_report(1, speaker="Alma Reyes"))
    event = the_event(two, decide("d0", "d1", "same"))
    assert count_independent(the_event(two).origins) == 2
    (origin,) = event.origins
    assert "decided by a person (Ada, one stringer)" in origin.reason
    (edge,) = [edge for edge in event.edges if edge.kind == "joined"]
    assert (edge.evidence.document, edge.to, edge.direction_known) == ("d0", "d1", False)


def test_an_edge_that_is_cut_is_kept_and_marked() -> None:
    event = the_event(STORY[3:5], decide("x", "y", "not the same"))
    (edge,) = event.edges
    assert (edge.kind, edge.state) == ("copied", "cut")
    assert "decided by a person (Ada, one stringer)" in edge.reason
    assert len(event.origins) == 2


def test_a_third_that_ties_a_cut_pair_is_named() -> None:
    three = [a_report(at, speaker="Inspector Dunmore") for at in range(3)]
    (origin,) = the_event(three, decide("d0", "d1", "not the same")).origins
    assert "but a third ties them" in origin.reason


@pytest.mark.parametrize(("post", "origins"), [(1, 1), (2, 2)])
def test_a_decision_may_be_on_one_post(post: int, origins: int) -> None:
    thread = a_thread("t", [TEXTS[0]], ["I do not think so."])
    told = Told("shot", date="2031-05-05", place="Port Ellery")
    two = [analysed(thread, told), a_report(1)]
    event = the_event(two, decide(ReportName("t", post), "d1", "same"))
    assert len(event.origins) == origins


def test_a_decision_on_a_post_goes_before_that_on_its_thread() -> None:
    thread = analysed(
        a_thread("t", [TEXTS[0]]), Told("shot", date="2031-05-05", place="Port Ellery")
    )
    decisions = [decide(ReportName("t", 1), "d1", "not the same"), decide("t", "d1", "same")]
    assert len(the_event([thread, a_report(1)], *decisions).origins) == 2
