"""Speech that the layout shows: NAME: …, "…: NAME" in headlines, and blocks after a colon."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.lexicon import lexicon_of
from wireroom.extraction.attribution.quoted import Quotes, merged
from wireroom.extraction.attribution.sources.lists import source_lists
from wireroom.extraction.attribution.sources.subjects import subject_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.annotations import Entity
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

_LABEL = re.compile(r"([^\W\d_][\w.’'()\-]*(?:[ \u00a0][\w.’'()\-,&]+){0,5}):(?=[\s\"“«„‘'])\s*")
_LAST = re.compile(r"[:：]\s+([^\W\d_][\w.’'\-]*(?: [\w.’'\-]+){0,3})$")
_INITIALS = re.compile(r"\(([^\W\d_]{2,5})\)")
_SPEAKERS = {"PERSON", "ORGANIZATION", "GROUP", "WORK", "PLACE"}
_FEWEST = 4  # words on either side of a headline's colon that make it a statement
_BULLETS = ("-", "–", "—", "•", "*", "·", ">", "|")


class Lines:
    """The paragraphs of one passage, and what their first or last words say of a speaker."""

    def __init__(
        self,
        tree: Tree,
        sentences: Sequence[Span],
        names: dict[int, Entity],
        quotes: Quotes,
        pack: LanguagePack,
    ) -> None:
        self._tree = tree
        self._quotes = quotes
        self._taken: set[int] = set()
        self._initials = set(_INITIALS.findall(tree.text, sentences[0].start) if sentences else ())
        self._names = names
        self._lexicon = lexicon_of(pack)
        self._sources = source_lists(pack).nouns
        self._starts = [token.start for token in tree.tokens]
        self._paragraphs = _paragraphs(tree.text, sentences)
        self._known = {part for e in names.values() for part in e.name.casefold().split()}
        labels = [self._label(paragraph) for paragraph in self._paragraphs]
        counts: dict[str, int] = {}
        for label in labels:
            if label is not None:
                word = label.of(tree.text).casefold()
                counts[word] = counts.get(word, 0) + 1
        self._labels = [
            label if label is not None and self._is_speaker(label, counts) else None
            for label in labels
        ]

    def drafts(self) -> Iterator[Draft]:
        """Transcript lines, headline speakers, and block quotations."""
        for number, paragraph in enumerate(self._paragraphs):
            label = self._labels[number]
            if label is not None:
                yield from self._line(label, paragraph)
            else:
                yield from self._headline(paragraph)
            yield from self._block(number)
        for number in range(len(self._quotes)):
            yield from self._after_name(number)

    def _after_name(self, number: int) -> Iterator[Draft]:
        """A name and a colon before a quotation, within a paragraph."""
        quotation = self._quotes[number]
        first = bisect_left(self._starts, quotation.start)
        colon, last = first - 1, first - 2
        if last < 0 or self._tree.tokens[colon].text != ":" or colon in self._taken:
            return
        entity = self._names.get(last)
        if entity is None or entity.type not in _SPEAKERS:
            return
        source = self._tokens(entity.span)
        governor = self._tree.tokens[last].head
        before = self._tree.tokens[source[0] - 1] if source[0] else None
        if before is not None and (before.pos in ("ADP", "VERB", "AUX", "DET", "CCONJ")):
            return
        if self._lexicon.is_speech(self._tree.tokens[governor].lemma.casefold()):
            return
        numbers = [number, *self._quotes.going_on(number, quotation.end)]
        content = merged([self._quotes[n].span for n in numbers])
        draft = self._line_draft(colon, tuple(source), quotation.span)
        yield replace(draft, content=content, kind="direct")

    def _tokens(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def _label(self, paragraph: Span) -> Span | None:
        found = _LABEL.match(
            self._tree.text, paragraph.start, min(paragraph.end, paragraph.start + 120)
        )
        if found is None or found.end() >= paragraph.end:
            return None
        label = Span(*found.span(1))
        folded = label.of(self._tree.text).casefold()
        return None if folded in self._lexicon.labels else label

    def _is_speaker(self, label: Span, counts: dict[str, int]) -> bool:
        """A name, a word for a speaker of which the passage knows, or a label that comes again."""
        text = label.of(self._tree.text)
        indexes = self._tokens(label)
        if not indexes or any(self._tree.is_verb(i) and not text.isupper() for i in indexes):
            return False
        if self._tree.tokens[indexes[-1]].lemma.casefold() in self._sources and text[0].isupper():
            return True
        last = self._names.get(indexes[-1]) or self._names.get(indexes[0])
        if last is not None and last.type in _SPEAKERS:
            # "Moscow: …" is somebody; "Blasts in Moscow: …" is a headline.
            return last.type != "PLACE" or last.span.covers(label)
        if text.casefold().split()[-1] in self._known or text in self._initials:
            return True
        return counts[text.casefold()] > 1 and text[0].isupper()

    def _line(self, label: Span, paragraph: Span) -> Iterator[Draft]:
        tokens = self._tokens(label)
        colon = tokens[-1] + 1
        rest = Span(label.end + 1, paragraph.end)
        content = rest.stripped(self._tree.text)
        if colon >= len(self._starts) or not content.of(self._tree.text):
            return
        self._taken.add(colon)
        yield replace(self._line_draft(colon, tuple(tokens), content), kind="direct")

    def _headline(self, paragraph: Span) -> Iterator[Draft]:
        """ "Port will close by spring: mayor" and its like, without a full stop."""
        text = paragraph.of(self._tree.text)
        if len(text) > 200:
            return
        found = _LAST.search(text)
        if found is None or text[: found.start()].count(" ") < _FEWEST - 1:
            return
        source = Span(*found.span(1)).moved(paragraph.start)
        indexes = self._tokens(source)
        if not indexes or source.of(self._tree.text).casefold() in self._lexicon.labels:
            return
        if not self._is_called(indexes):
            return
        colon = indexes[0] - 1
        content = Span(paragraph.start, paragraph.start + found.start())
        yield self._line_draft(colon, tuple(indexes), content)

    def _is_called(self, indexes: range) -> bool:
        """Whether the words after a headline's colon name somebody."""
        tokens = [self._tree.tokens[i] for i in indexes]
        if tokens[-1].lemma.casefold() in self._sources:
            return not any(self._tree.is_verb(i) for i in indexes)
        named = [i in self._names or self._tree.tokens[i].pos == "PROPN" for i in indexes]
        return all(named) and all(token.text[:1].isupper() for token in tokens)

    def _block(self, number: int) -> Iterator[Draft]:
        """ "X writes:" at the end of a paragraph, and the paragraphs that it introduces."""
        if number + 1 >= len(self._paragraphs):
            return
        paragraph = self._paragraphs[number]
        if self._tree.text[paragraph.end - 1] != ":":
            return
        verb = self._last_cue(paragraph)
        if verb is None:
            return
        subject = subject_of(self._tree, verb)
        group = verb_group(self._tree, verb)
        if subject.head is None:
            return
        content = self._block_from(number + 1)
        words = tuple(i for i in subject.words if i not in group)
        yield Draft(
            verb,
            "block",
            group,
            words,
            subject.head,
            (content,),
            kind="direct",
        )

    def _last_cue(self, paragraph: Span) -> int | None:
        indexes = self._tokens(paragraph)
        if not indexes:
            return None
        sentence = self._tree.tokens[indexes[-1]].sentence
        for index in reversed(indexes):
            token = self._tree.tokens[index]
            if token.sentence != sentence:
                return None
            if token.pos == "VERB" and self._lexicon.is_speech(token.lemma.casefold()):
                return index
        return None

    def _block_from(self, number: int) -> Span:
        """The next paragraph; all of a transcript or a list where one starts there."""
        first = last = number
        if self._labels[number] is not None:
            while last + 1 < len(self._paragraphs) and self._labels[last + 1] is not None:
                last += 1
        elif self._is_bullet(number):
            while last + 1 < len(self._paragraphs) and self._is_bullet(last + 1):
                last += 1
        return Span(self._paragraphs[first].start, self._paragraphs[last].end)

    def _is_bullet(self, number: int) -> bool:
        return self._tree.text.startswith(_BULLETS, self._paragraphs[number].start)

    def _line_draft(self, colon: int, source: tuple[int, ...], content: Span) -> Draft:
        return Draft(colon, "line", (colon,), source, source[-1], (content,))


def _paragraphs(text: str, sentences: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for sentence in sentences:
        if found and "\n" not in text[found[-1].end : sentence.start]:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found
