"""English: spaCy's small model, one paragraph after another."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, POS
from spacy.strings import StringStore
from spacy.tokens import Doc

from wireroom.language.en.model import Model
from wireroom.language.en.truecasing import is_capitals, truecase
from wireroom.language.paragraphs import split_paragraphs
from wireroom.language.quotations import find_quotations
from wireroom.records.annotations import AnnotatedText, Entity, Token
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

# OntoNotes' types, in the terms of the records. Dates and numbers have finders of their own.
TYPES = {
    "PERSON": "PERSON",
    "NORP": "GROUP",
    "ORG": "ORGANIZATION",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "FACILITY",
    "PRODUCT": "PRODUCT",
    "EVENT": "EVENT",
    "LAW": "LAW",
    "WORK_OF_ART": "WORK",
}

# What is read of spaCy's tokens, all of them at once; the first four are numbers for words.
_COLUMNS = [LEMMA, POS, DEP, MORPH, IS_SPACE, IDX, LENGTH, HEAD]
_IS_SPACE, _BEGINS, _IS_LONG = 4, 5, 6


class EnglishAnnotator:
    """Paragraphs go through the model together, so that what else is in a batch changes nothing."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack

    @cached_property
    def _model(self) -> Model:
        return Model()

    @cached_property
    def _lowercase(self) -> frozenset[str]:
        return self._pack.words("lowercase")

    def annotate(self, text: str, span: Span) -> AnnotatedText:
        paragraphs = split_paragraphs(text, span)
        tokens: list[Token] = []
        sentences: list[Span] = []
        entities: list[Entity] = []
        parsed = self._model.parse([self._readable(paragraph.of(text)) for paragraph in paragraphs])
        for paragraph, doc in zip(paragraphs, parsed, strict=True):
            _add_tokens(doc, text, paragraph.start, tokens, sentences)
            entities.extend(_entities(doc, paragraph.start))
        return AnnotatedText(
            text,
            span,
            self._pack.code,
            tuple(tokens),
            tuple(sentences),
            tuple(entities),
            find_quotations(text, span),
        )

    def _readable(self, paragraph: str) -> str:
        """A paragraph as the parser knows text: one line, not in capitals; no character moves."""
        line = paragraph.replace("\n", " ")
        return truecase(line, self._lowercase) if is_capitals(line) else line


def _add_tokens(
    doc: Doc, text: str, offset: int, tokens: list[Token], sentences: list[Span]
) -> None:
    columns = doc.to_array(_COLUMNS)
    heads = (np.arange(len(doc)) + columns[:, -1].astype(np.int64)).tolist()
    rows = columns.tolist()
    names = _names(doc.vocab.strings, columns[:, :4])
    index: dict[int, int] = {}  # spaCy's token index to ours: white space is no token of ours
    for place, row in enumerate(rows):
        if not row[_IS_SPACE]:
            index[place] = len(tokens) + len(index)
    for sentence in doc.sents:
        words = [place for place in range(sentence.start, sentence.end) if place in index]
        if not words:
            continue
        first, last = rows[words[0]], rows[words[-1]]
        sentences.append(Span(offset + first[_BEGINS], offset + last[_BEGINS] + last[_IS_LONG]))
        for place in words:
            lemma, pos, dep, morph, _, begins, length, _ = rows[place]
            start = offset + begins
            part = names[pos]
            tokens.append(
                Token(
                    start,
                    start + length,
                    text[start : start + length],
                    names[lemma].lower() if part != "PROPN" else names[lemma],
                    part,
                    names[dep],
                    index.get(heads[place], index[place]),
                    len(sentences) - 1,
                    names[morph],
                )
            )


def _names(strings: StringStore, columns: NDArray[np.uint64]) -> dict[int, str]:
    """What spaCy's numbers for words stand for."""
    return {number: strings[number] for number in set(columns.ravel().tolist())}


def _entities(doc: Doc, offset: int) -> list[Entity]:
    found = []
    for entity in doc.ents:
        kind = TYPES.get(entity.label_)
        first, last = entity.start, entity.end
        while first < last and doc[first].lower_ in ("the", "a", "an"):
            first += 1
        while last > first and (
            doc[last - 1].lower_ in ("'s", "’s", "'", "’") or doc[last - 1].is_space
        ):
            last -= 1
        if kind is None or first >= last:
            continue
        name = doc[first:last]
        found.append(
            Entity(
                offset + name.start_char, offset + name.end_char, kind, " ".join(name.text.split())
            )
        )
    return found
