"""English: spaCy's small model, one paragraph after another."""

from functools import cached_property

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
    index: dict[int, int] = {}  # spaCy's token index to ours: white space is no token of ours
    for token in doc:
        if not token.is_space:
            index[token.i] = len(tokens) + len(index)
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        last = words[-1]
        sentences.append(Span(offset + words[0].idx, offset + last.idx + len(last)))
        for token in words:
            start = offset + token.idx
            tokens.append(
                Token(
                    start,
                    start + len(token),
                    text[start : start + len(token)],
                    token.lemma_.lower() if token.pos_ != "PROPN" else token.lemma_,
                    token.pos_,
                    token.dep_,
                    index.get(token.head.i, index[token.i]),
                    len(sentences) - 1,
                    str(token.morph),
                )
            )


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
