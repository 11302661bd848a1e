"""Russian: natasha's models, one paragraph after another."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

import pymorphy3
from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

from wireroom.language.paragraphs import split_paragraphs
from wireroom.language.quotations import find_quotations
from wireroom.records.annotations import AnnotatedText, Entity, Token
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

TYPES = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORGANIZATION"}

# Universal parts of speech to the dictionary's, where a form may be read in several ways.
_SAME_POS = {
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "VERB": {"VERB", "INFN", "GRND", "PRTF", "PRTS"},
    "AUX": {"VERB", "INFN"},
    "ADJ": {"ADJF", "ADJS", "COMP", "PRTF", "PRTS"},
    "DET": {"ADJF", "NPRO"},
    "PRON": {"NPRO", "ADJF"},
    "ADV": {"ADVB"},
    "NUM": {"NUMR", "ADJF"},
}

_NAMES = {"Name", "Surn", "Patr", "Geox", "Orgn"}


_CYRILLIC = re.compile("[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*$")


class _Dictionary:
    """Lemmas by pymorphy3."""

    def __init__(self) -> None:
        self._analyzer = pymorphy3.MorphAnalyzer(lang="ru")
        self.lemma = lru_cache(maxsize=50_000)(self._lemma)

    def _lemma(self, word: str, pos: str) -> str:
        if not _CYRILLIC.match(word):
            return word.lower()  # and pymorphy3 fails on letters that Unicode gives no name
        readings = self._analyzer.parse(word)
        wanted = _SAME_POS.get(pos, set())
        fitting = [reading for reading in readings if str(reading.tag.POS) in wanted] or readings
        if pos == "PROPN":  # "Песков" is Peskov before it is sand
            fitting.sort(key=lambda reading: not _NAMES & set(reading.tag.grammemes))
        normal: str = fitting[0].normal_form if fitting else word.lower()
        return normal


class RussianAnnotator:
    """Segmentation, morphology, syntax and names by natasha; lemmas by pymorphy3."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack

    @cached_property
    def _models(self) -> tuple[Any, ...]:
        embedding = NewsEmbedding()
        return (
            Segmenter(),
            NewsMorphTagger(embedding),
            NewsSyntaxParser(embedding),
            NewsNERTagger(embedding),
        )

    @cached_property
    def _dictionary(self) -> _Dictionary:
        return _Dictionary()

    def annotate(self, text: str, span: Span) -> AnnotatedText:
        segmenter, morphology, syntax, names = self._models
        tokens: list[Token] = []
        sentences: list[Span] = []
        entities: list[Entity] = []
        for paragraph in split_paragraphs(text, span):
            doc = Doc(paragraph.of(text).replace("\n", " "))
            doc.segment(segmenter)
            doc.tag_morph(morphology)
            doc.parse_syntax(syntax)
            doc.tag_ner(names)
            for sentence in doc.sents:
                sentences.append(Span(sentence.start, sentence.stop).moved(paragraph.start))
                self._add_tokens(sentence.tokens, paragraph.start, tokens, len(sentences) - 1)
            entities.extend(self._entities(doc, paragraph.start))
        return AnnotatedText(
            text,
            span,
            self._pack.code,
            tuple(tokens),
            tuple(sentences),
            tuple(entities),
            find_quotations(text, span),
        )

    def _add_tokens(
        self, words: Iterable[Any], offset: int, tokens: list[Token], sentence: int
    ) -> None:
        words = list(words)
        index = {word.id: len(tokens) + place for place, word in enumerate(words)}
        for word in words:
            feats = "|".join(f"{key}={value}" for key, value in sorted((word.feats or {}).items()))
            tokens.append(
                Token(
                    word.start + offset,
                    word.stop + offset,
                    word.text,
                    self._dictionary.lemma(word.text, word.pos or ""),
                    word.pos or "X",
                    word.rel or "",
                    index.get(word.head_id, index[word.id]),
                    sentence,
                    feats,
                )
            )

    def _entities(self, doc: Any, offset: int) -> list[Entity]:
        found = []
        for entity in doc.spans:
            name = " ".join(self._plain(token) for token in entity.tokens)
            found.append(
                Entity(entity.start + offset, entity.stop + offset, TYPES[entity.type], name)
            )
        return found

    def _plain(self, token: Any) -> str:
        """One word of a name in the nominative, with the capitals that it had."""
        word: str = token.text
        if token.pos not in ("PROPN", "NOUN", "ADJ"):
            return word
        lemma = self._dictionary.lemma(word, token.pos)
        return (
            lemma.capitalize()
            if word[:1].isupper() and not word.isupper()
            else (word if word.isupper() else lemma)
        )
