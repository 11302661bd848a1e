"""Contents that stand before their cue's sentence, and one person's words that another cites."""

import pytest

from extraction.attribution.tables import attributions
from wireroom.records.attributions import Attribution


def told(text: str, attribution: Attribution) -> str:
    return " + ".join(span.of(text) for span in attribution.content)


def who(text: str, attribution: Attribution) -> str:
    return " ".join(span.of(text) for span in attribution.source)


def test_this_was_reported_tells_the_paragraph_before() -> None:
    text = (
        "The council met on Friday.\n\nThe ferry left Kirkenes at dawn. Nobody was on board.\n\n"
        "This was reported by the press service of the port.\n\nThe search goes on."
    )
    (found,) = attributions(text)
    assert who(text, found) == "the press service of the port"
    assert told(text, found) == "The ferry left Kirkenes at dawn. Nobody was on board"


def test_within_a_paragraph_it_tells_the_sentence_before() -> None:
    text = (
        "The mayor is in Kirkenes. He met the council today. This was announced by his spokesman."
    )
    (found,) = attributions(text)
    assert told(text, found) == "He met the council today"


def test_where_nothing_stands_before_it_the_word_is_all_there_is() -> None:
    text = "This was announced by the spokesman of the port."
    (found,) = attributions(text)
    assert told(text, found) == "This"


@pytest.mark.parametrize("cue", ["quoted", "cited"])
def test_a_source_that_is_cited_after_its_words_is_a_link_of_its_own(cue: str) -> None:
    text = (
        f"The ferry has been sold to a yard in Kirkenes, Northwire {cue} the harbour master as "
        "saying on Monday."
    )
    outer, inner = attributions(text)
    assert who(text, outer) == "Northwire"
    assert who(text, inner) == "the harbour master"
    assert told(text, inner) == "The ferry has been sold to a yard in Kirkenes"
    assert told(text, outer) == f"{told(text, inner)} + the harbour master as saying"
    assert inner.inside == 0


def test_a_source_that_is_cited_before_its_words_has_them() -> None:
    text = "Northwire quoted the harbour master as saying that the ferry had been sold."
    outer, inner = attributions(text)
    assert who(text, outer) == "Northwire"
    assert who(text, inner) == "the harbour master"
    assert told(text, inner) == "that the ferry had been sold"
    assert inner.inside == 0
