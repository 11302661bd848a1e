"""One side of a translation: its sentences, and the numbers, names and places in each."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from wireroom.disputes.figures import Figure, find_figures
from wireroom.disputes.tokens import Word, split_words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.annotations import Entity
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span
from wireroom.records.times import TimeExpression
from wireroom.text.bilingual import Sentence
from wireroom.text.name_keys import name_key

_SURE = 10  # numbers below that are written out, or not at all, as often as in figures
_KEY = 3  # consonants of a name by which sentences are aligned


@dataclass(frozen=True, slots=True)
class Content:
    """What one sentence holds that a translation must carry over."""

    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    people: tuple[Entity, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A text, its sentences, and what each holds; the three tuples go together by index."""

    text: str
    spans: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    contents: tuple[Content, ...]

    @classmethod
    def of(cls, analysed: AnalysedDocument) -> "Side":
        text, analysis = analysed.document.text, analysed.analysis
        spans = analysis.sentences or ((Span(0, len(text)),) if text.strip() else ())
        starts = [span.start for span in spans]
        people: list[list[Entity]] = [[] for _ in spans]
        places: list[list[PlaceMention]] = [[] for _ in spans]
        dates: list[list[TimeExpression]] = [[] for _ in spans]
        for person in analysis.entities:
            if person.type == "PERSON" and spans:
                people[max(0, bisect_right(starts, person.start) - 1)].append(person)
        for place in analysis.places:
            if spans:
                places[max(0, bisect_right(starts, place.start) - 1)].append(place)
        for date in analysis.dates:
            if spans:
                dates[max(0, bisect_right(starts, date.start) - 1)].append(date)
        contents = tuple(
            Content(
                split_words(text, span),
                find_figures(text, span),
                tuple(people[index]),
                tuple(places[index]),
                tuple(dates[index]),
            )
            for index, span in enumerate(spans)
        )
        sentences = tuple(
            Sentence(span.end - span.start, frozenset(_anchors(text, content)))
            for span, content in zip(spans, contents, strict=True)
        )
        return cls(text, spans, sentences, contents)

    def of_beads(self, indexes: Iterable[int]) -> "Content":
        """What several sentences hold together."""
        chosen = [self.contents[index] for index in indexes]
        return Content(
            tuple(word for c in chosen for word in c.words),
            tuple(figure for c in chosen for figure in c.figures),
            tuple(person for c in chosen for person in c.people),
            tuple(place for c in chosen for place in c.places),
            tuple(date for c in chosen for date in c.dates),
        )


def _anchors(text: str, content: Content) -> Iterable[str]:
    for figure in content.figures:
        if figure.value >= _SURE or text[figure.span.start].isdigit():
            yield f"#{figure.value:g}"
    for place, word in enumerate(content.words):
        first = text[word.start]
        # The first word of a sentence is capital whatever it is.
        if place and first.isupper() and len(name_key(word.key)) >= _KEY:
            yield name_key(word.key)[:_KEY]
