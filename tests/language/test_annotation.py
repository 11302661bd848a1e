"""What every annotator must keep to, and what the two with models find."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom.language import annotate, pack_for
from wireroom.records.annotations import AnnotatedText
from wireroom.records.spans import Span

ENGLISH = "The harbour master, Ingrid Solheim, said on Friday that three people had died."
RUSSIAN = "Как сообщил мэр Киркенеса Пётр Лунин, погибли трое рыбаков."
TURKISH = "Vali, limanda üç kişinin öldüğünü söyledi. Polis yorum yapmadı."


def annotated(text: str, code: str) -> AnnotatedText:
    return annotate(text, Span(0, len(text)), pack_for(code))


def laws(found: AnnotatedText) -> None:
    """Tokens, sentences and heads stand where they say, in order."""
    for token in found.tokens:
        assert found.text[token.start : token.end] == token.text
        assert found.tokens[token.head].sentence == token.sentence
        assert found.sentences[token.sentence].covers(Span(token.start, token.end))
    ends = [span.end for span in found.sentences]
    assert all(end <= span.start for end, span in zip(ends, found.sentences[1:], strict=False))
    assert list(found.tokens) == sorted(found.tokens, key=lambda token: token.start)
    for entity in found.entities:
        assert entity.name
        assert found.span.covers(entity.span)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (RUSSIAN, "ru"), (TURKISH, "tr")])
def test_a_passage_inside_a_text_is_annotated_with_the_offsets_of_the_text(
    text: str, code: str
) -> None:
    around = f"Before.\n\n{text}\n\nAfter."
    span = Span(9, 9 + len(text))
    found = annotate(around, span, pack_for(code))
    laws(found)
    assert all(span.covers(Span(token.start, token.end)) for token in found.tokens)
    assert found.language == code


def test_english_has_lemmas_relations_and_names() -> None:
    found = annotated(ENGLISH, "en")
    said = next(token for token in found.tokens if token.text == "said")
    assert (said.lemma, said.pos, said.dep) == ("say", "VERB", "ROOT")
    assert ("PERSON", "Ingrid Solheim") in {(each.type, each.name) for each in found.entities}


def test_russian_has_lemmas_relations_and_names_in_the_nominative() -> None:
    found = annotated(RUSSIAN, "ru")
    died = next(token for token in found.tokens if token.text == "погибли")
    assert (died.lemma, died.dep) == ("погибнуть", "root")
    names = {(each.type, each.name) for each in found.entities}
    assert ("PLACE", "Киркенес") in names
    assert any(kind == "PERSON" and "Лунин" in name for kind, name in names)


def test_a_language_without_a_model_has_sentences_and_words() -> None:
    found = annotated(TURKISH, "tr")
    assert [span.of(TURKISH) for span in found.sentences] == [
        "Vali, limanda üç kişinin öldüğünü söyledi.",
        "Polis yorum yapmadı.",
    ]
    assert found.entities == ()


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "ru", "und"]))
def test_any_text_keeps_the_laws(text: str, code: str) -> None:
    laws(annotated(text, code))


def test_what_else_stands_in_the_text_changes_nothing() -> None:
    alone = annotated(ENGLISH, "en")
    more = annotated(f"{ENGLISH}\n{'Nobody was hurt. ' * 50}", "en")
    assert more.tokens[: len(alone.tokens)] == alone.tokens


def test_a_letter_without_a_name_is_annotated() -> None:
    text = "Пожар в порту \U00017000 потушен."
    assert [token.text for token in annotate(text, Span(0, len(text)), pack_for("ru")).tokens]
