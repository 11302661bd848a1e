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


def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def test_who_is_cited_as_the_source_of_it_all_is_the_outer_one() -> None:
    text = "According to the radio, the mayor said that the dam had burst."
    radio, mayor = attributions(text)
    assert _words(text, radio.source) == ["the radio"]
    assert _words(text, radio.content) == ["the mayor said that the dam had burst"]
    assert (radio.inside, mayor.inside) == (None, 0)


def test_what_another_says_after_a_speaker_is_not_the_speakers() -> None:
    text = "The crane was hit by a drone, the governor said, and the army denied it."
    governor = attributions(text)[0]
    assert _words(text, governor.source) == ["the governor"]
    assert _words(text, governor.content) == ["The crane was hit by a drone"]


def test_which_is_no_speaker_where_a_thing_comes_before_it() -> None:
    text = "It was fired from the hill, which suggests that there is a new launcher."
    suggests = next(a for a in attributions(text) if _words(text, a.cue) == ["suggests"])
    assert (suggests.speaker, suggests.speaker_kind) == (None, None)


BLOCKS = """Anna Lisin of the port wrote a letter. The council has seen it, and so have we.

Quoting the union Anna Lisin (AL) writes:

Union: The pier is safe and will hold for many years.
AL: Everything in that line is mistaken. I have seen the pier.
One plank, which I have kept, is rotten through and through.
In her letter Lisin also mentions this paper:

I do not much like the paper, but it has a unique record of the pier.
I have checked what it says, and nobody disputes it.
It is sad that you do not like us, Anna.

In May the port and its partners changed the statute and added the task of finding the guilty:

[The decision] also calls upon the [port] Secretariat to “identify the perpetrators”.
The decision further affirmed that the quay is closed.
The statute was then kept in a drawer.

The Norwegian statement to the Harbour Safety Convention (HSC) says:

The decision is illegitimate. It goes beyond the scope of the statute.
Nobody has yet seen its terms.
The port found that the pier was rotten.

We only learned of it because somebody told us."""


def _blocks() -> dict[str, Attribution]:
    found = attributions(BLOCKS)
    return {" ".join(_words(BLOCKS, (*a.source, *a.cue))): a for a in found}


def test_a_block_goes_as_far_as_its_layout_shows() -> None:
    found = _blocks()
    writes = found["Anna Lisin (AL) writes"]
    assert writes.content[0].of(BLOCKS).startswith("Union: The pier")
    assert writes.content[0].of(BLOCKS).endswith("rotten through and through.")
    own = found["AL :"]
    assert own.content[0].of(BLOCKS).startswith("Everything in")
    assert own.content[0].of(BLOCKS).endswith("rotten through and through.")
    assert own.speaker == "Anna Lisin"
    mentions = found["Lisin also mentions"]
    assert mentions.content[0].of(BLOCKS).startswith("I do not much")
    assert mentions.content[0].of(BLOCKS).endswith("nobody disputes it.")


def test_a_statement_is_of_whom_it_is_and_not_of_whom_it_was_given_to() -> None:
    statement = next(a for name, a in _blocks().items() if name.endswith("(HSC) says"))
    assert (statement.speaker, statement.speaker_kind) == ("Norwegian statement", "document")
    assert statement.content[0].of(BLOCKS).endswith("seen its terms.")
    assert statement.kind == "direct"


def test_a_verb_that_says_something_already_introduces_no_block() -> None:
    found = _blocks()
    decision = found["The decision also calls upon"]
    assert not any(" added" in name for name in found)
    assert (decision.speaker_kind, decision.kind) == ("document", "mixed")
    assert decision.inside is None


CHANNELS = """This is written by the authors of the telegram channel "Tide Watch".

"It is hard to say now whether the visit was planned. But that it took place says a lot.

This is a clear signal, and nobody will stay on the sidelines, " the telegram channel notes.

The authors of the telegram channel "Tide and Anchor", which is close to the port, while noting the
 busy schedule of the mayor:

"Christmas in the chapel of the port, lunch with the dockers.

Such is the world now. And nobody can live in it without such a pace."
""".replace("\n ", " ")


def test_speech_goes_on_over_paragraphs_that_no_mark_opens() -> None:
    notes = next(a for a in attributions(CHANNELS) if _words(CHANNELS, a.cue) == ["notes"])
    assert _words(CHANNELS, notes.source) == ["the telegram channel"]
    assert (notes.speaker, notes.speaker_kind, notes.kind) == ("Tide Watch", "outlet", "direct")
    first, second = _words(CHANNELS, notes.content)
    assert first.startswith('"It is hard')
    assert second.startswith("This is a clear")
    assert second.endswith('sidelines, "')


def test_who_introduces_a_quotation_is_what_the_relative_clause_tells_of() -> None:
    noting = next(a for a in attributions(CHANNELS) if _words(CHANNELS, a.cue) == ["noting"])
    assert _words(CHANNELS, noting.source) == [
        'The authors of the telegram channel "Tide and Anchor"'
    ]
    assert (noting.speaker, noting.speaker_kind) == ("Tide and Anchor", "outlet")
    assert [words.split()[0] for words in _words(CHANNELS, noting.content)] == [
        '"Christmas',
        "Such",
    ]
