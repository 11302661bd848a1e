"""Any language without a model: sentences, words and quotations."""

import re

from wireroom.language.paragraphs import split_paragraphs
from wireroom.language.quotations import find_quotations
from wireroom.records.annotations import AnnotatedText, Token
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

_SENTENCE_END = re.compile(r"[.!?؟。…]+[\"”»’')\]]*(?=\s)")
_TOKEN = re.compile(r"\w+(?:[-’'.]\w+)*|[^\w\s]")


class GenericAnnotator:
    """Rules alone; fit for any script that puts spaces between words."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack

    def annotate(self, text: str, span: Span) -> AnnotatedText:
        sentences = split_sentences(text, span)
        tokens: list[Token] = []
        for number, sentence in enumerate(sentences):
            for found in _TOKEN.finditer(text, sentence.start, sentence.end):
                word = found.group()
                pos = "X" if word[0].isalpha() else "NUM" if word[0].isdigit() else "PUNCT"
                tokens.append(
                    Token(*found.span(), word, word.casefold(), pos, "", len(tokens), number)
                )
        return AnnotatedText(
            text,
            span,
            self._pack.code,
            tuple(tokens),
            sentences,
            (),
            find_quotations(text, span),
        )


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Sentences within ``span`` by final punctuation, within paragraphs."""
    sentences: list[Span] = []
    for paragraph in split_paragraphs(text, span):
        start = paragraph.start
        for found in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
            sentences.append(Span(start, found.end()).stripped(text))
            start = found.end()
        sentences.append(Span(start, paragraph.end).stripped(text))
    return tuple(sentence for sentence in sentences if sentence.start < sentence.end)
