"""Words that many unrelated texts carry are set aside, and said to be."""

import pytest

from linking.made import a_document, analysed
from wireroom.linking import link_documents
from wireroom.linking.reuse import MOST_FAMILIES
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.plain import comparison_as_plain

NEWS = (
    "Guards were shot at the gunpowder store of Port Ellery before dawn.",
    "A ferry ran aground off Grey Point and forty passengers were taken ashore in boats.",
    "The council of Westmark voted to shut the old market hall for the whole winter.",
    "Heavy rain has washed out the moor road and three bridges on it, drivers were told.",
    "A blue whale was seen from the pier on two evenings, to the joy of the school.",
    "Shepherds lost thirty sheep to an early snow on the northern hills this week.",
)
STANDING = (
    "The strait has been disputed between the two islands since the treaty of 1911, which neither "
    "of their parliaments has ever put to a vote."
)
PHRASE = "in the early hours of Monday"


def a_paper(at: int, more: str) -> AnalysedDocument:
    """An article that is long enough not to be mostly what it has in common with others."""
    rest = " ".join(f"See item {at}{n} of today on page {n}{at}." for n in range(5))
    return analysed(a_document(f"d{at}", f"{NEWS[at]} {rest} {more}"))


@pytest.mark.parametrize(("texts", "found"), [(MOST_FAMILIES + 1, True), (MOST_FAMILIES, False)])
def test_a_standing_paragraph_is_set_aside_where_enough_texts_carry_it(
    texts: int, found: bool
) -> None:
    documents = [a_paper(at, STANDING) for at in range(texts)]
    comparison = link_documents(documents)
    shown = {
        each.evidence.document: each.evidence.span.of(documents[at].document.text)
        for at, each in enumerate(comparison.boilerplate)
    }
    assert shown == ({f"d{at}": STANDING[:-1] for at in range(texts)} if found else {})
    # What is set aside is no reuse, and what is not set aside is.
    assert bool(comparison.reuse) != found


def test_a_turn_of_phrase_is_not_listed() -> None:
    documents = [a_paper(at, f"Seen {PHRASE}, {at}{at}.") for at in range(len(NEWS))]
    assert not link_documents(documents).boilerplate


def test_it_is_printed() -> None:
    documents = [a_paper(at, STANDING) for at in range(len(NEWS))]
    first = comparison_as_plain(link_documents(documents))["boilerplate"][0]
    start = documents[0].document.text.index(STANDING)
    assert first["document"] == "d0"
    assert first["span"] == [start, start + len(STANDING) - 1]
    assert "more than 4 texts" in first["reason"]
