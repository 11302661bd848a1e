"""The words of a passage as the lists know them: elided and enclitic ones by themselves."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wireroom.extraction.attribution.quoted import Quotes
from wireroom.records.annotations import AnnotatedText
from wireroom.records.spans import Span

_LETTERS = r"\w\u0300-\u036f\u0640\u064b-\u065f\u0670"  # with the vowel signs of Arabic
_WORD = re.compile(rf"[{_LETTERS}]+(?:[-’'.][{_LETTERS}]+)*['’]?|[^\w\s]")
_SIGNS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ALEF = str.maketrans("أإآٱ’", "اااا'")
LONGEST = 160  # words of a sentence; what goes on longer is cut, for no person wrote it
_NAME = 5  # words of a quotation that is the name of a paper or a ship
QUOTATION_MARKS = frozenset('"“”«»„‟‹›')


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark. ``key`` is how the lists have it; ``scope`` the number of the quotation
    that it stands in, -1 outside of all."""

    start: int
    end: int
    text: str
    key: str
    sentence: int
    scope: int

    @property
    def is_mark(self) -> bool:
        return not self.text[0].isalnum()


def key_of(text: str) -> str:
    """How a word is looked up: in lower case, without vowel signs, any alef a bare one."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return _SIGNS.sub("", composed).translate(_ALEF)


def split_words(
    text: str, span: Span, elided: frozenset[str], enclitic: frozenset[str]
) -> Iterator[Span]:
    """The words and marks within ``span``: l'agence is two, a-t-il is "a" and "il"."""
    for found in _WORD.finditer(text, span.start, span.end):
        yield from _parts(text, Span(*found.span()), elided, enclitic)


def _parts(
    text: str, span: Span, elided: frozenset[str], enclitic: frozenset[str]
) -> Iterator[Span]:
    start = span.start
    for at in range(span.start, span.end):
        if text[at] in "'’" and key_of(text[start : at + 1]) in elided:
            yield Span(start, at + 1)
            start = at + 1
    if start >= span.end:
        return
    if text[span.end - 1] in "'’" and start < span.end - 1:
        yield from _parts(text, Span(start, span.end - 1), elided, enclitic)
        yield Span(span.end - 1, span.end)
        return
    verb, _, last = text[start : span.end].rpartition("-")
    if verb and key_of(last) in enclitic:
        yield from _parts(text, Span(start, start + len(verb.removesuffix("-t"))), elided, enclitic)
        start = span.end - len(last)
    yield Span(start, span.end)


class Wording:
    """The words of one passage with their sentences and quotations."""

    def __init__(
        self,
        annotated: AnnotatedText,
        quotes: Quotes,
        elided: frozenset[str],
        enclitic: frozenset[str],
    ) -> None:
        self.text = annotated.text
        self.quotes = quotes
        self.words: list[Word] = []
        self.bounds: list[range] = []  # the words of each sentence
        for sentence in annotated.sentences:
            first = len(self.words)
            for span in split_words(self.text, sentence, elided, enclitic):
                if len(self.words) > first and self._is_inside(span, sentence):
                    continue  # the full stop of an abbreviation
                if len(self.words) - first == LONGEST:
                    self.bounds.append(range(first, len(self.words)))
                    first = len(self.words)
                self._add(span)
            self.bounds.append(range(first, len(self.words)))
        self.starts = [word.start for word in self.words]

    def _add(self, span: Span) -> None:
        scope, word = self.quotes.at(span.start), span.of(self.text)
        number = -1 if scope is None else scope
        self.words.append(Word(*span, word, key_of(word), len(self.bounds), number))

    def _is_inside(self, span: Span, sentence: Span) -> bool:
        """Whether a full stop has a word right after it in its sentence."""
        rest = self.text[span.end : min(span.end + 2, sentence.end)].strip()
        return span.of(self.text) == "." and rest[:1].isalnum()

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> Word:
        return self.words[index]

    def is_name(self, index: int) -> bool:
        """Whether the word stands in a short quotation that names something."""
        scope = self.words[index].scope
        if scope < 0:
            return False
        quotation = self.quotes[scope]
        inner = self.text[quotation.start + 1 : quotation.end - 1].strip()
        return quotation.closed and inner.count(" ") < _NAME and inner[-1:] not in ",.!?…"

    def same(self, index: int, other: int) -> bool:
        """Whether two words stand in one sentence, and both in the same quotation or in none."""
        if not 0 <= other < len(self.words):
            return False
        one, two = self.words[index], self.words[other]
        return one.sentence == two.sentence and one.scope == two.scope

    def span(self, first: int, last: int) -> Span:
        """From the first to the last word, that included."""
        return Span(self.words[first].start, self.words[last].end)

    def spans(self, indexes: Sequence[int]) -> tuple[Span, ...]:
        """The words as stretches, those that stand side by side as one."""
        found: list[Span] = []
        last = -2
        for index in sorted(set(indexes)):
            word = self.words[index]
            if index == last + 1:
                found[-1] = Span(found[-1].start, word.end)
            else:
                found.append(Span(word.start, word.end))
            last = index
        return tuple(found)
