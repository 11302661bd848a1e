"""Who has it from whom."""

from dataclasses import replace

import pytest

from linking.made import Told, a_document, a_thread, analysed
from wireroom.linking import link_documents
from wireroom.linking.units import units_of
from wireroom.records.documents import Mark, Part
from wireroom.text.agencies import agency_name, same_source

RAID = (
    "Masked raiders shot two guards at the gunpowder store in Port Ellery on Monday night and "
    "carried off nine barrels in a grey lorry, which was found burnt out on the moor road."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"PORT ELLERY (Reuters) - {RAID}", [("Reuters", False)]),
        (f"{RAID} - AFP", [("Agence France-Presse", False)]),
        (f"{RAID}\n\n(With inputs from AP)", [("Associated Press", False)]),
        (f"{RAID} REUTERS/Ann Example", [("Reuters", True)]),
        (f"{RAID}\nИсточник: ТАСС", [("TASS", False)]),
        (f"{RAID} The wire told AFP so. {RAID}", []),
        (f"{RAID} The ap on her phone said so. {RAID}", []),
    ],
)
def test_credits(text: str, expected: list[tuple[str, bool]]) -> None:
    (unit,) = units_of([a_document("a", text)])
    assert [(credit.source, credit.of_picture) for credit in unit.credits] == expected


def test_agencies_are_known_under_all_their_names() -> None:
    assert agency_name("the Associated Press") == agency_name("AP") == "Associated Press"
    assert agency_name("Ellery Echo") is None


def test_a_cited_outlet_is_its_document_where_that_is_at_hand() -> None:
    citing = analysed(
        a_document("a", "Guards were shot, Westmark Post reported.", outlet="Ellery Echo"),
        Told("shot", speaker="Westmark Post", speaker_kind="outlet"),
    )
    cited = analysed(a_document("b", RAID, outlet="Westmark Post"), Told("shot"))
    (alone,) = link_documents([citing]).chains
    assert (alone.to, alone.to_is_document, alone.kind) == ("Westmark Post", False, "cited")
    (linked,) = link_documents([citing, cited]).chains
    assert (linked.to, linked.to_is_document) == ("b", True)
    assert linked.evidence.span.of(citing.document.text) == "Westmark Post"


def test_a_copy_is_a_link_where_it_is_known_which_was_first() -> None:
    first = analysed(a_document("a", RAID, published="2031-05-05"))
    second = analysed(a_document("b", RAID, published="2031-05-06"))
    (link,) = link_documents([first, second]).chains
    assert (link.evidence.document, link.to, link.kind) == ("b", "a", "copied")
    undated = analysed(a_document("c", RAID))
    assert not link_documents([first, undated]).chains


def test_a_credit_may_name_an_outlet_whose_text_is_given() -> None:
    wire = analysed(a_document("w", RAID, outlet="Ellery Wire", published="2031-05-05"))
    paper = analysed(a_document("p", f"{RAID}\n\nReporting by Ellery Wire", outlet="Westmark Post"))
    links = link_documents([wire, paper]).chains
    assert {(x.evidence.document, x.to, x.kind) for x in links} == {
        ("p", "w", "credited"),
        ("p", "w", "copied"),
    }
    (alone,) = units_of([paper.document])
    assert not alone.credits


def test_what_a_reader_has_marked_as_a_credit_is_one() -> None:
    text = f"{RAID} Moor Press Service"
    document = replace(
        a_document("a", text),
        marks=(Mark("credit", len(RAID) + 1, len(text), "Moor Press Service"),),
    )
    (unit,) = units_of([document])
    assert [(x.source, x.kind) for x in unit.credits] == [("Moor Press Service", "outlet")]


def test_the_agency_under_a_picture_is_credited_and_not_cited() -> None:
    caption = Part("caption", 0, 0, title="The gunpowder store of Port Ellery. REUTERS/A. Name")
    thread = a_thread("t", [RAID, caption])
    post = thread.posts[0]
    named = replace(post.parts[1], outlet="REUTERS")
    thread = replace(thread, posts=(replace(post, parts=(post.parts[0], named)),))
    cited = Told("store of", speaker="REUTERS", speaker_kind="outlet")
    (link,) = link_documents([analysed(thread, cited)]).chains
    assert (link.kind, link.to, link.reason) == ("credited", "Reuters", "a picture names Reuters")


def test_of_two_originals_that_copy_one_another_the_nearer_is_named() -> None:
    first = analysed(a_document("a", f"{RAID} A reward is offered.", published="2031-05-05"))
    second = analysed(a_document("b", RAID, published="2031-05-06"))
    third = analysed(a_document("c", RAID, published="2031-05-07"))
    links = link_documents([first, second, third]).chains
    assert {(x.evidence.document, x.to) for x in links} == {("b", "a"), ("c", "a")}


def test_an_outlet_written_in_two_scripts_is_one() -> None:
    assert same_source("Kolsky Vestnik", "Кольский вестник")
    assert not same_source("Kolsky Vestnik", "Кольская правда")
    assert same_source("The Daily Beacon", "Daily Beacon")
