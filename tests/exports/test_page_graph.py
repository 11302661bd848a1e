"""The graph on the page: copies are folded and counted, edges tell their state and direction."""

import pytest
from lxml import html
from lxml.html import HtmlElement

from exports.selecting import select, words_of
from linking.made import Told, a_document, analysed
from wireroom.exports.as_page import as_page
from wireroom.linking import link_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.decisions import OriginDecision, ReportName
from wireroom.stories import build_story

RAID = (
    "Masked raiders shot two guards at the gunpowder store in Port Ellery on Monday night and "
    "carried off nine barrels in a grey lorry, which was found burnt out on the moor road."
)
CUT = OriginDecision(ReportName("d0"), ReportName("d1"), "not the same", "Ada", "two <stringers>")


def a_report(at: int, published: str | None, text: str = RAID) -> AnalysedDocument:
    document = a_document(f"d{at}", text, published=published, outlet=f"Paper {at}")
    return analysed(document, Told("shot", date="2031-05-05", place="Port Ellery"))


def the_card(
    *documents: AnalysedDocument, decisions: tuple[OriginDecision, ...] = ()
) -> HtmlElement:
    story = build_story("Raid", documents, link_documents(documents, decisions))
    return select(html.document_fromstring(as_page(story)), "#e1")[0]


@pytest.mark.parametrize(
    ("copies", "said"),
    [
        (1, "and 1 copy: Paper 1"),
        (3, "and 3 copies: Paper 1, Paper 2, Paper 3"),
        (5, "and 5 copies: Paper 1, Paper 2, Paper 3 and 2 more"),
    ],
)
def test_copies_are_folded_counted_and_all_there(copies: int, said: str) -> None:
    card = the_card(*(a_report(at, f"2031-05-0{at + 1}") for at in range(copies + 1)))
    (fold,) = select(card, ".copies")
    assert words_of(select(fold, "summary")[0]) == said
    assert len(select(fold, ".report")) == copies
    assert len(select(card, ".report")) == copies + 1
    assert words_of(select(card, ".tally")[0]).startswith(f"{copies + 1} reports")


def test_copies_without_a_time_do_not_say_who_was_first() -> None:
    card = the_card(*(a_report(at, None) for at in range(3)))
    (fold,) = select(card, ".copies")
    assert words_of(select(fold, "summary")[0]).startswith("and 2 copies")
    assert "which was first is not known" in words_of(fold)
    assert "Direction known" not in words_of(card)


def test_an_edge_without_a_difference_says_so() -> None:
    card = the_card(a_report(0, "2031-05-05"), a_report(1, "2031-05-06T10:00+02:00"))
    (edge,) = select(card, ".edge")
    assert "No word differs." in words_of(edge)
    assert not select(edge, "ins") + select(edge, "del")
    assert "Paper 1 (published 2031-05-06 08:00 UTC) has it from Paper 0" in words_of(edge)


def test_a_cut_edge_is_shown_with_who_cut_it_and_folds_nothing() -> None:
    both = a_report(0, "2031-05-05"), a_report(1, "2031-05-06")
    card = the_card(*both, decisions=(CUT,))
    assert not select(card, ".copies")
    assert len(select(card, ".origin")) == 2
    (edge,) = select(card, ".edge.cut")
    assert "✂" in words_of(select(edge, "summary")[0])
    assert "decided by a person (Ada, two <stringers>)" in words_of(edge)


def test_where_no_passage_was_found_on_the_other_side_the_edge_says_so() -> None:
    told = Told("shot", "ASSAULT", "2031-05-05", "Port Ellery", None, "Paper 1", "outlet")
    text = "Guards were shot in Port Ellery, Paper 1 said."
    citing = analysed(a_document("d0", text, published="2031-05-06", outlet="Paper 0"), told)
    card = the_card(citing, a_report(1, "2031-05-05", "A gull was shot in Port Ellery."))
    edge = next(one for one in select(card, ".edge") if "cites" in words_of(one))
    assert "The passage there that this rests on was not found." in words_of(edge)
    assert len(select(edge, ".side-by")) == 1


def test_what_is_set_aside_is_folded_on_the_page_of_its_document() -> None:
    standing = (
        "The strait has been disputed between the two islands since the treaty of 1911, which "
        "neither of their parliaments has ever put to a vote."
    )
    documents = [
        a_report(
            at,
            None,
            f"{' '.join(f'Gulls{at}{n} shot item {n}{at}.' for n in range(12))} {standing}",
        )
        for at in range(5)
    ]
    story = build_story("Strait", documents, link_documents(documents))
    page = html.document_fromstring(as_page(story))
    (fold,) = select(page, "#d1 .set-aside")
    assert words_of(select(fold, "summary")[0]).startswith("1 passage set aside")
    assert "The strait has been disputed" in words_of(fold)


def test_two_of_a_name_that_a_person_holds_apart_are_two_everywhere() -> None:
    dunmore = Told("shot", "ASSAULT", "2031-05-05", "Port Ellery", None, "Dunmore", "person")
    documents = [
        analysed(a_document(f"d{at}", f"{RAID} Dunmore told Paper {at}."), dunmore)
        for at in range(2)
    ]
    story = build_story("Raid", documents, link_documents(documents, [CUT]))
    page = html.document_fromstring(as_page(story))
    assert story.counts.origins == len(select(page, "#origins > ul > li")) == 2
    assert words_of(select(page, "#e1 .tally")[0]).startswith("2 reports · 2 origins")
