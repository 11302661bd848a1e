"""Chains: who has it from whom."""

from extraction.attribution.tables import attributions
from wireroom.extraction.attribution.nesting import with_own_words
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span


def test_what_is_said_within_what_is_said_is_inside_it() -> None:
    text = "The radio reports that the mayor said that the dam had burst."
    outer, inner = attributions(text)
    assert outer.inside is None
    assert inner.inside == 0
    assert [span.of(text) for span in inner.source] == ["the mayor"]


def test_who_is_cited_is_inside_who_cites() -> None:
    text = "The radio, citing the coast guard, said that the dam had burst."
    found = attributions(text)
    citing = next(a for a in found if [s.of(text) for s in a.cue] == ["citing"])
    said = next(a for a in found if [s.of(text) for s in a.cue] == ["said"])
    assert citing.inside == found.index(said)
    assert citing.content == said.content
    assert citing.reason


def test_a_chain_in_russian_is_the_same() -> None:
    text = "«Морской вестник» со ссылкой на ТАСС сообщил, что дамба цела."
    found = attributions(text, "ru")
    tass = next(a for a in found if a.speaker == "ТАСС")
    paper = next(a for a in found if a.speaker != "ТАСС")
    assert tass.inside == found.index(paper)


def test_transcript_lines_are_inside_the_one_who_quotes_them() -> None:
    text = (
        "Quoting the council, John Burin (JB) writes:\n\n"
        "Council: The dam is safe and will hold for many years to come.\n"
        "JB: Everything in that line is wrong, and the council knows it."
    )
    found = attributions(text)
    writes = next(a for a in found if [s.of(text) for s in a.cue] == ["writes"])
    lines = [a for a in found if a.kind == "direct" and a.inside == found.index(writes)]
    assert [a.source[0].of(text) for a in lines] == ["Council", "JB"]
    assert lines[1].speaker == "John Burin"


def test_a_block_after_a_colon_is_what_was_written() -> None:
    text = "The statement of the port says:\n\nThe quay is closed. Nobody may enter it."
    found = attributions(text)[0]
    assert found.kind == "direct"
    assert [span.of(text) for span in found.content] == ["The quay is closed. Nobody may enter it."]


def test_a_headline_may_end_in_its_speaker() -> None:
    text = "The port will be closed for two months: Burin"
    found = attributions(text)[0]
    assert [span.of(text) for span in found.source] == ["Burin"]
    assert [span.of(text) for span in found.content] == ["The port will be closed for two months"]


def test_the_i_of_a_quotation_is_the_one_who_is_quoted() -> None:
    text = '"I hope so," said Anna.'
    quoted = Attribution((Span(17, 21),), (Span(12, 16),), (Span(0, 11),), "direct", speaker="Anna")
    hoping = Attribution((Span(1, 2),), (Span(3, 7),), (Span(8, 10),), "indirect", inside=0)
    assert with_own_words([quoted, hoping], text, {"i"})[1].speaker == "Anna"


def test_other_languages_have_their_quotations() -> None:
    text = "„Wir werden die Brücke sofort sperren“, sagte Bürgermeister Otto Kehl."
    (found,) = attributions(text, "de")
    assert found.kind == "direct"
    assert found.content[0].of(text) == "„Wir werden die Brücke sofort sperren“"
    assert "Otto Kehl" in found.source[0].of(text)
