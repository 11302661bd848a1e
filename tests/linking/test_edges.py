"""The graph of one event: both sides of an edge, its time, and where it leads nowhere."""

from dataclasses import replace

import pytest

from linking.made import Told, a_document, a_thread, analysed
from wireroom.linking import link_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.documents import Part
from wireroom.records.links import ChainLink, Evidence
from wireroom.records.plain import comparison_as_plain

RAID = (
    "Masked raiders shot two guards at the gunpowder store in Port Ellery on Monday night and "
    "carried off nine barrels in a grey lorry, which was found burnt out on the moor road."
)
RETOLD = (
    "The gunpowder store of Port Ellery was raided on Monday night and two guards were shot, "
    "Westmark Post reported. Nobody has been held."
)
ELSEWHERE = "A ferry was late on Sunday. Two guards were shot when the gunpowder store was raided."


def told(
    name: str, text: str, outlet: str | None = None, published: str | None = None, **by: str
) -> AnalysedDocument:
    known = Told(
        "shot",
        date="2031-05-05",
        place="Port Ellery" if "Port Ellery" in text else None,
        speaker=by.get("speaker"),
        speaker_kind="outlet" if by.get("speaker") else None,
    )
    return analysed(a_document(name, text, outlet=outlet, published=published), known)


def the_event(*documents: AnalysedDocument) -> Event:
    (event,) = link_documents(documents).events
    return event


def words(end: Evidence | None, *documents: AnalysedDocument) -> str | None:
    texts = {each.document.id: each.document.text for each in documents}
    return end.span.of(texts[end.document]) if end else None


def test_a_copy_has_its_words_on_both_sides_and_the_time_of_the_later() -> None:
    first = told("a", f"{RAID} A reward is offered.", published="2031-05-05")
    second = told("b", f"Read this. {RAID}", published="2031-05-06T08:00Z")
    (edge,) = the_event(first, second).edges
    assert (edge.evidence.document, edge.to, edge.kind) == ("b", "a", "copied")
    assert words(edge.here, first, second) == words(edge.there, first, second) == RAID[:-1]
    assert (edge.time, edge.direction_known, edge.state) == ("2031-05-06T08:00Z", True, "held")


def test_words_in_common_without_a_time_are_an_edge_without_a_direction() -> None:
    first, second = told("a", RAID, published="2031-05-05"), told("b", f"Read this. {RAID}")
    comparison = link_documents([second, first])
    assert not comparison.chains
    (edge,) = comparison.events[0].edges
    assert (edge.evidence.document, edge.to) == ("a", "b")
    assert (edge.direction_known, edge.time) == (False, None)
    assert "nothing shows which was first" in edge.reason


def test_a_cited_outlet_whose_text_is_held_is_shown_there_in_its_own_words() -> None:
    citing = told("c", RETOLD, "Ellery Echo", "2031-05-06", speaker="Westmark Post")
    cited = told("w", f"A ferry was late. {RAID}", "Westmark Post", "2031-05-05")
    edge = next(x for x in the_event(citing, cited).edges if x.kind == "cited")
    assert (edge.to, edge.to_is_document, edge.state) == ("w", True, "held")
    assert (words(edge.here, citing) or "").startswith("The gunpowder store")
    assert words(edge.there, cited) == RAID
    assert edge.time == "2031-05-06"


def test_where_no_passage_of_a_held_text_fits_the_other_side_is_not_known() -> None:
    citing = told("c", RETOLD, "Ellery Echo", speaker="Westmark Post")
    cited = told("w", ELSEWHERE, "Westmark Post")
    other = replace(cited.document, text="Ferries were late in Port Ellery; a gull was shot.")
    cited = analysed(other, Told("shot", date="2031-05-05", place="Port Ellery"))
    (link,) = link_documents([citing, cited]).chains
    assert (link.to, link.to_is_document, link.there) == ("w", True, None)


def test_what_is_cited_and_not_held_is_dangling() -> None:
    event = the_event(told("c", RETOLD, "Ellery Echo", speaker="Westmark Post"))
    (edge,) = event.edges
    assert (edge.to, edge.to_is_document, edge.state) == ("Westmark Post", False, "dangling")
    assert "not among these" in edge.reason
    assert edge.there is None
    assert event.origins[0].states == ("established", "dangling")


def test_a_credited_agency_is_dangling_and_its_picture_is_not() -> None:
    (words_of,) = the_event(told("a", f"{RAID} - AFP")).edges
    (picture,) = the_event(told("a", f"{RAID} REUTERS/Ann Example")).edges
    assert (words_of.state, picture.state) == ("dangling", "held")


def test_of_two_texts_of_a_cited_outlet_it_is_not_said_that_none_is_held() -> None:
    citing = told("c", RETOLD, "Ellery Echo", speaker="Westmark Post")
    both = [told(f"w{n}", f"{RAID} {n}{n} boats.", "Westmark Post") for n in (1, 2)]
    link = next(x for x in link_documents([citing, *both]).chains if x.kind == "cited")
    assert (link.to_is_document, link.state) == (False, "held")
    assert "which of its 2 texts" in link.reason


def a_circle(third: str | None = None) -> tuple[AnalysedDocument, ...]:
    """The Echo cites the Post, and the Post cites the Echo, or a third, which cites the Echo."""
    last = third or "Ellery Echo"
    text = f"Two guards have been shot at the Port Ellery gunpowder store, {last} says."
    found = [
        told("e", RETOLD, "Ellery Echo", "2031-05-06", speaker="Westmark Post"),
        told("w", text, "Westmark Post", "2031-05-06", speaker=last),
    ]
    if third:
        text = "Guards were shot in Port Ellery at the gunpowder store; so Ellery Echo."
        found.append(told("t", text, third, "2031-05-06", speaker="Ellery Echo"))
    return tuple(found)


@pytest.mark.parametrize("third", [None, "Moor Gazette"])
def test_outlets_that_cite_one_another_are_a_circle(third: str | None) -> None:
    documents = a_circle(third)
    event = the_event(*documents)
    assert len(event.edges) == len(documents)
    assert {edge.state for edge in event.edges} == {"circular"}
    assert all("a circle" in edge.reason for edge in event.edges)
    assert all(origin.states == ("not established", "circular") for origin in event.origins)


def test_a_line_of_citations_is_no_circle() -> None:
    documents = a_circle("Moor Gazette")[:2]
    assert {edge.state for edge in the_event(*documents).edges} == {"held", "dangling"}


def test_citations_of_two_events_make_no_circle() -> None:
    one = told("e", RETOLD, "Ellery Echo", "2031-05-06", speaker="Westmark Post")
    other = analysed(
        a_document("w", "A mast fell in Grey Point, Ellery Echo said.", outlet="Westmark Post"),
        Told("fell", "CRIME", "2031-06-20", "Grey Point", None, "Ellery Echo", "outlet"),
    )
    comparison = link_documents([one, other])
    assert len(comparison.events) == 2
    assert all(edge.state == "held" for event in comparison.events for edge in event.edges)


def test_a_post_that_quotes_another_is_an_edge_inside_its_thread() -> None:
    thread = a_thread("t", [RAID], [f"So they fired at them. {RAID}"])
    both = [Told(word, date="2031-05-05", place="Port Ellery") for word in ("shot", "fired")]
    made = analysed(thread, *both)
    (edge,) = [edge for event in link_documents([made]).events for edge in event.edges]
    assert edge.to == "t"
    assert edge.here is not None
    assert edge.there is not None
    assert edge.there.span.end <= edge.here.span.start


def test_a_piece_that_a_post_has_pasted_is_not_missing() -> None:
    piece = Part("pasted", 0, 0, title=f"Westmark Post: {RAID}")
    thread = a_thread("t", ["Read this.", piece])
    post = thread.posts[0]
    named = replace(post.parts[1], outlet="Westmark Post")
    thread = replace(thread, posts=(replace(post, parts=(post.parts[0], named)),))
    by = Told("shot", "ASSAULT", "2031-05-05", "Port Ellery", None, "Westmark Post", "outlet")
    event = the_event(analysed(thread, by))
    (edge,) = event.edges
    assert (edge.to, edge.state) == ("Westmark Post", "held")
    assert edge.reason == "a piece by Westmark Post is pasted here"
    assert "dangling" not in event.origins[0].states


def test_edges_are_printed_with_all_that_is_known_of_them() -> None:
    plain = comparison_as_plain(link_documents(a_circle()))
    edge = plain["events"][0]["edges"][0]
    assert edge == {
        "from": {"document": "e", "span": [88, 101]},
        "to": "w",
        "to_is_document": True,
        "kind": "cited",
        "reason": "cites Westmark Post; a circle: following the citations leads back here",
        "here": {"document": "e", "span": [0, 111]},
        "there": {"document": "w", "span": [0, 79]},
        "time": "2031-05-06",
        "direction_known": True,
        "state": "circular",
        "score": None,
    }


def test_every_chain_of_an_event_s_report_is_an_edge_or_about_something_else() -> None:
    documents = (*a_circle(), told("c", f"{RAID} - AFP", "Coast Copy", "2031-05-07"))
    comparison = link_documents(documents)
    (event,) = comparison.events
    plain = [replace(edge, state="held", reason="") for edge in event.edges]
    chains: list[ChainLink] = [replace(x, state="held", reason="") for x in comparison.chains]
    assert plain == chains
