"""Who has it from whom."""

import pytest

from linking.made import Told, a_document, analysed
from wireroom.linking import link_documents
from wireroom.linking.credits import agency_name, find_credits
from wireroom.linking.units import units_of

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
    assert [(credit.source, credit.of_picture) for credit in find_credits(unit)] == expected


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
