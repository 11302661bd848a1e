"""Russian: natasha's models, one paragraph after another."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

import pymorphy3
from natasha import Doc

from wireroom.language.paragraphs import split_paragraphs
from wireroom.language.quotations import find_quotations
from wireroom.language.ru.models import Models
from wireroom.language.ru.names import nominative, with_title
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

_CASES = {"Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_NAMES = {"Name", "Surn", "Patr", "Geox", "Orgn"}


_CYRILLIC = re.compile("[\u0400-\u04ff]+(?:-[\u0400-\u04ff]+)*$")


def _form(word: Any) -> str:
    """The grammeme of the dictionary that tells forms of two verbs apart."""
    feats = word.feats or {}
    if feats.get("Mood") == "Imp":
        return "impr"
    return "past" if feats.get("Tense") == "Past" and feats.get("VerbForm") == "Fin" else ""


def _is_below(token: Any, name: Sequence[Any]) -> bool:
    """Whether a word of a name is in the genitive after its noun, and stays so: банк *России*."""
    inside = {other.id: other for other in name}
    head = inside.get(token.head_id)
    for _ in name:
        if head is None:
            return False
        if token.rel in ("nmod", "flat:foreign", "punct") and head is not token:
            return True
        token, head = head, inside.get(head.head_id)
    return False


def _plain(words: str) -> str:
    """The words as the models know them: they were trained on texts that write "е" for "ё", and
    take a verb with it for a noun. "Всё" is no "все". A pictogram is no part of a word."""
    bare = _PICTOGRAM.sub(" ", words.replace("\n", " "))
    return _YO.sub(lambda found: found.group().translate(_AS_E), bare)


_YO = re.compile(r"\b(?!всё\b)\w*[ёЁ]\w*", re.I)
_LOST_SPACE = re.compile(r"(?:[а-яё]{5}|[»\")])[.!?](?=[А-ЯЁ][а-яё ])")
_PICTOGRAM = re.compile("[\u2190-\u2bff\ufe00-\ufe0f\U0001f000-\U0001faff]")
_AS_E = str.maketrans("ёЁ", "еЕ")


class _Dictionary:
    """Lemmas by pymorphy3."""

    def __init__(self) -> None:
        self._analyzer = pymorphy3.MorphAnalyzer(lang="ru")
        self.lemma = lru_cache(maxsize=50_000)(self._lemma)

    def plain(self, word: str, pos: str, feats: Mapping[str, str]) -> str:
        """The word in the nominative, with the gender and the number that it has."""
        if not _CYRILLIC.match(word):
            return word
        wanted = _SAME_POS.get(pos, set())
        case = _CASES.get(feats.get("Case", ""), "")
        for reading in self._analyzer.parse(word):
            if str(reading.tag.POS) not in wanted or (case and case not in reading.tag):
                continue
            grammemes = {"nomn", str(reading.tag.number or "sing")}
            gender = _GENDERS.get(feats.get("Gender", ""))
            if pos == "ADJ" and gender and "sing" in grammemes:
                grammemes.add(gender)
            found = reading.inflect(grammemes)
            if found is not None:
                return str(found.word)
        return self.lemma(word, pos)

    def _lemma(self, word: str, pos: str, form: str = "") -> str:
        if not _CYRILLIC.match(word):
            return word.lower()  # and pymorphy3 fails on letters that Unicode gives no name
        readings = self._analyzer.parse(word)
        wanted = _SAME_POS.get(pos, set())
        fitting = [reading for reading in readings if str(reading.tag.POS) in wanted] or readings
        if pos == "PROPN":  # "Песков" is Peskov before it is sand
            fitting.sort(key=lambda reading: not _NAMES & set(reading.tag.grammemes))
        if form:  # "вели обстрел" is of "вести", "вели" as an order of "велеть"
            fitting.sort(key=lambda reading: form not in reading.tag)
        normal: str = fitting[0].normal_form if fitting else word.lower()
        return normal


class RussianAnnotator:
    """Segmentation, morphology, syntax and names by natasha; lemmas by pymorphy3."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack

    @cached_property
    def _models(self) -> Models:
        return Models()

    @cached_property
    def _dictionary(self) -> _Dictionary:
        return _Dictionary()

    def annotate(self, text: str, span: Span) -> AnnotatedText:
        models = self._models
        tokens: list[Token] = []
        sentences: list[Span] = []
        entities: list[Entity] = []
        for paragraph in self._pieces(text, span):
            words = paragraph.of(text)
            doc = Doc(_plain(words))
            doc.segment(models.segmenter)
            doc.tag_morph(models.morphology)
            doc.parse_syntax(models.syntax)
            doc.tag_ner(models.names)
            for sentence in doc.sents:
                sentences.append(Span(sentence.start, sentence.stop).moved(paragraph.start))
                self._add_tokens(sentence.tokens, text, paragraph.start, tokens, len(sentences) - 1)
            entities.extend(self._entities(doc, text, paragraph.start))
        return AnnotatedText(
            text,
            span,
            self._pack.code,
            tuple(tokens),
            tuple(sentences),
            tuple(entities),
            find_quotations(text, span),
        )

    def _pieces(self, text: str, span: Span) -> Iterator[Span]:
        """The paragraphs, parted where a space is lost between two sentences: …порта.Мэр…"""
        for paragraph in split_paragraphs(text, span):
            start = paragraph.start
            for gap in _LOST_SPACE.finditer(text, paragraph.start, paragraph.end):
                yield Span(start, gap.end())
                start = gap.end()
            yield Span(start, paragraph.end)

    def _add_tokens(
        self, words: Iterable[Any], text: str, offset: int, tokens: list[Token], sentence: int
    ) -> None:
        words = list(words)
        index = {word.id: len(tokens) + place for place, word in enumerate(words)}
        for word in words:
            feats = "|".join(f"{key}={value}" for key, value in sorted((word.feats or {}).items()))
            form = text[word.start + offset : word.stop + offset].replace("\n", " ")
            tokens.append(
                Token(
                    word.start + offset,
                    word.stop + offset,
                    form,
                    self._dictionary.lemma(form, word.pos or "", _form(word)),
                    word.pos or "X",
                    word.rel or "",
                    index.get(word.head_id, index[word.id]),
                    sentence,
                    feats,
                )
            )

    def _entities(self, doc: Any, text: str, offset: int) -> list[Entity]:
        found = []
        for entity in doc.spans:
            words = [text[token.start + offset : token.stop + offset] for token in entity.tokens]
            if entity.type == "PER":
                name = self._person(entity.tokens, words)
            else:
                name = self._of_thing(entity.tokens, words)
            start, stop = entity.start + offset, entity.stop + offset
            end = with_title(text, start, stop)
            if end != stop:
                name = " ".join(text[start:end].split())
            found.append(Entity(start, end, TYPES[entity.type], name))
        return found

    def _person(self, tokens: Sequence[Any], words: Sequence[str]) -> str:
        """A person's name; the first word that tells a gender tells it for all."""
        feats = [token.feats or {} for token in tokens]
        gender = next((one["Gender"] for one in feats if "Gender" in one), "")
        return " ".join(
            nominative(word, one.get("Case", ""), gender, self._first_name)
            for word, one in zip(words, feats, strict=True)
        )

    def _of_thing(self, tokens: Sequence[Any], words: Sequence[str]) -> str:
        """A name of no person, its words apart or not as they are in the text."""
        plain = [
            word if _is_below(token, tokens) else self._plain(token, word)
            for token, word in zip(tokens, words, strict=True)
        ]
        name, last = "", None
        for token, word in zip(tokens, plain, strict=True):
            gap = " " if last is not None and token.start > last else ""
            name, last = name + gap + word, token.stop
        return name

    def _first_name(self, word: str) -> str:
        return self._dictionary.lemma(word, "PROPN")

    def _plain(self, token: Any, word: str) -> str:
        """One word of a name in the nominative, with the capitals that it had."""
        case = (token.feats or {}).get("Case", "Nom")
        if token.pos not in ("PROPN", "NOUN", "ADJ") or case == "Nom":
            return word
        lemma = self._dictionary.plain(word, token.pos, token.feats or {})
        return (
            lemma.capitalize()
            if word[:1].isupper() and not word.isupper()
            else (word if word.isupper() else lemma)
        )
