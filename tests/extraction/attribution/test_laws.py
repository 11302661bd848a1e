"""What holds for any annotated text, however broken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.attribution.tables import attributions
from wireroom.extraction.attribution import find_attributions
from wireroom.language import pack_for
from wireroom.language.quotations import find_quotations
from wireroom.records.annotations import AnnotatedText, Entity, Token
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span, hull

WORDS = ["mayor", "said", "that", "the", "dam", "broke", "according", "to", "who", "Lisin", "claim"]
MARKS = [
    "[",
    "]",
    '"',
    "“",
    "”",
    ",",
    ":",
    "—",
    ".",
    "''",
    "as",
    "not",
    "I",
    "she",
    "сказал",
    "по",
    "словам",
]
DEPS = ["nsubj", "ccomp", "xcomp", "dobj", "prep", "pobj", "advcl", "conj", "relcl", "ROOT"]
DEPS += ["parataxis", "obl", "case", "nsubjpass", "agent", "acl", "mark", "appos", "punct", "aux"]
POS = ["VERB", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "AUX", "ADP", "PUNCT", "SCONJ"]


@st.composite
def broken(draw: st.DrawFn) -> AnnotatedText:
    """Tokens with arbitrary heads and relations: cycles, several roots, heads far away."""
    words = draw(st.lists(st.sampled_from(WORDS + MARKS), min_size=1, max_size=25))
    gap = draw(st.sampled_from([" ", "\n", " \n\n"]))
    text = gap.join(words)
    tokens: list[Token] = []
    entities: list[Entity] = []
    start = 0
    for word in words:
        start = text.index(word, start)
        head = draw(st.integers(0, len(words) - 1))
        pos, dep = draw(st.sampled_from(POS)), draw(st.sampled_from(DEPS))
        feats = draw(st.sampled_from(["", "VerbForm=Fin", "Case=Nom", "VerbForm=Part"]))
        sentence = len(tokens) // 9
        tokens.append(
            Token(start, start + len(word), word, word.lower(), pos, dep, head, sentence, feats)
        )
        if word == "Lisin":
            entities.append(Entity(start, start + len(word), "PERSON", word))
        start += len(word)
    count = tokens[-1].sentence + 1
    sentences = []
    for number in range(count):
        inside = [Span(t.start, t.end) for t in tokens if t.sentence == number]
        covering = hull(inside)
        assert covering is not None
        sentences.append(covering)
    span = Span(0, len(text))
    language = draw(st.sampled_from(["en", "ru", "de"]))
    quotations = find_quotations(text, span)
    return AnnotatedText(
        text, span, language, tuple(tokens), tuple(sentences), tuple(entities), quotations
    )


def check(text: str, found: tuple[Attribution, ...]) -> None:
    for index, attribution in enumerate(found):
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
        assert attribution.reason
        seen, outer = {index}, attribution.inside
        if outer is not None:
            outer_content = found[outer].content
            assert all(any(o.covers(c) for o in outer_content) for c in attribution.content)
        while outer is not None:
            assert outer not in seen
            seen.add(outer)
            outer = found[outer].inside


@given(broken())
@settings(max_examples=150, deadline=None)
def test_any_syntax_gives_ordered_spans_and_chains_that_end(annotated: AnnotatedText) -> None:
    found = find_attributions(annotated, pack_for(annotated.language))
    check(annotated.text, found)
    assert found == find_attributions(annotated, pack_for(annotated.language))


@given(st.text(alphabet=st.sampled_from("abcABCя «»“”\"':,.—\n-?!said"), max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_without_a_failure(text: str) -> None:
    for code in ("en", "de", "fr"):
        check(text, attributions(text, code))


@pytest.mark.parametrize("text", ["", " ", ":", '"', '"":', "A:", "said", "''", "“", "- — -"])
def test_hardly_any_text_is_no_trouble(text: str) -> None:
    for code in ("en", "ru", "tr"):
        check(text, attributions(text, code))


WORDS_OF = {
    "de": "Der Hafen sagte , dass er sei laut » « „ “ : . soll haben teilte mit nicht zu versprach",
    "fr": "Le maire a déclaré qu' « » selon l' a-t-il dit , . : — aurait promis de rester n' pas",
    "es": "El juez dijo que « » según — , . : habría negado no quiso comentar prometió ir",
    "ar": "قال الوزير إن أن « » ، . : نقلا عن وفقا للجنة ونفى وجود قوله رفض التعليق على وعد ب",
    "uk": "Мер сказав , що « » — . : за словами нібито як пише про це не відмовився від коментарів",
}


@given(st.data(), st.sampled_from(sorted(WORDS_OF)))
@settings(max_examples=150, deadline=None)
def test_any_words_of_the_lists_keep_the_laws(data: st.DataObject, code: str) -> None:
    words = data.draw(st.lists(st.sampled_from([*WORDS_OF[code].split(), "\n"]), max_size=30))
    text = " ".join(words)
    found = attributions(text, code)
    check(text, found)
    assert found == attributions(text, code)


def test_a_silence_without_content_may_have_a_question_hang_on_it() -> None:
    text = "The ministry declined to comment directly when asked about the death of the sailor."
    assert any(each.stance == "no-comment" for each in attributions(text))
