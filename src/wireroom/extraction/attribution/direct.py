"""Direct speech: the quotations that stand beside a verb of saying."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.quoted import Quotes, merged, without
from wireroom.extraction.attribution.sources.subjects import Subject, inverted_subject, subject_of
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_REACH = 14  # tokens between a verb and the quotation that it introduces
_LINKS = {",", ":", "that", "что", "—", "–", "-", "--", "…", "(", ")"}


class Speech:
    """Finds which quotation a verb introduces or follows. ``sentences`` are the passage's."""

    def __init__(self, tree: Tree, quotes: Quotes, sentences: tuple[Span, ...]) -> None:
        self._tree = tree
        self.quotes = quotes
        self._sentences = sentences

    def drafts(self, verb: int) -> Iterator[Draft]:
        """The readings of a verb with a quotation at its left or right as its content."""
        tree, quotes = self._tree, self.quotes
        token = tree.tokens[verb]
        if not quotes or quotes.at(token.start) is not None:
            return
        number = self._left(verb)
        if number is None:
            number = self._right(verb)
        if number is None:
            return
        group = verb_group(tree, verb)
        subject = subject_of(tree, verb)
        words = self._outside(subject)
        if not words and quotes[number].end <= token.start:
            subject = inverted_subject(tree, verb)
            words = self._outside(subject)
        yield Draft(
            verb,
            "quotation",
            tuple(i for i in group if i not in words),
            words,
            subject.head,
            self.speech(number, verb),
        )

    def speech(self, number: int, verb: int) -> tuple[Span, ...]:
        """The quotation and those that go on with it after the sentence of the verb."""
        end = max(self._sentence_end(verb), self.quotes[number].end)
        numbers = [number, *self.quotes.going_on(number, end)]
        if self.quotes[number].end <= self._tree.tokens[verb].start:
            right = self._right(verb)  # "…," she said, "…"
            if right is not None and right not in numbers:
                numbers += [right, *self.quotes.going_on(right, end)]
        if not self.quotes[number].closed and len(numbers) == 1:
            numbers.extend(self.quotes.going_on(number, self.quotes[number].end))
        if self.quotes[number].end <= self._tree.tokens[verb].start:
            numbers += self.quotes.coming_from(number)
        return merged([self.quotes[n].span for n in numbers])

    def completed(self, draft: Draft) -> Draft:
        """The draft with the quotations that its content begins or ends in taken in whole."""
        tree = self._tree
        inside = self.quotes.at(tree.tokens[draft.head].start)
        numbers = [n for span in draft.content for n in self.quotes.overlapping(span)]
        numbers = [n for n in numbers if n != inside]
        if not numbers:
            return draft
        if self._ends_speech(draft, numbers[0]):
            draft = self._with_source(draft)
            return replace(draft, content=self.speech(numbers[0], draft.head))
        spans = [*draft.content, *(self.quotes[n].span for n in numbers)]
        if draft.frame in ("clause", "beside"):
            spans.extend(self.speech(numbers[-1], draft.head))
        holes = [*tree.spans(draft.source), *tree.spans(draft.cue)]
        holes = [
            hole for hole in holes if all(not self.quotes[n].span.covers(hole) for n in numbers)
        ]
        content = without(merged(spans), holes, tree.text)
        return replace(draft, content=content)

    def _outside(self, subject: Subject) -> tuple[int, ...]:
        tokens = self._tree.tokens
        return tuple(i for i in subject.words if self.quotes.at(tokens[i].start) is None)

    def _with_source(self, draft: Draft) -> Draft:
        if draft.source:
            return draft
        subject = inverted_subject(self._tree, draft.head)
        words = self._outside(subject)
        return replace(draft, source=words, source_head=subject.head) if words else draft

    def _ends_speech(self, draft: Draft, number: int) -> bool:
        """Whether the content opens with a quotation that a comma hands on to the cue."""
        quotation = self.quotes[number]
        return (
            draft.frame == "clause"
            and draft.content[0].start in range(quotation.start, quotation.start + 3)
            and quotation.end <= self._tree.tokens[draft.head].start
            and self.quotes.is_handed_on(number)
        )

    def _sentence_end(self, index: int) -> int:
        return self._sentences[self._tree.tokens[index].sentence].end

    def _left(self, verb: int) -> int | None:
        """The quotation that ends before the verb with nothing but its subject between."""
        subject = set(subject_of(self._tree, verb).words)
        group = set(verb_group(self._tree, verb))
        index = verb - 1
        while index >= 0 and verb - index <= 40:
            token = self._tree.tokens[index]
            number = self.quotes.at(token.start)
            if number is not None:
                # A title in the name of the source: the paper «Harbour Gazette» writes.
                is_title = index in subject and index - 1 in subject
                return number if self._is_speech(number) and not is_title else None
            if not (
                index in subject or index in group or token.text in _LINKS or token.pos == "ADV"
            ):
                return None
            index -= 1
        return None

    def _right(self, verb: int) -> int | None:
        """The quotation that starts after the verb with nothing but its own phrase between."""
        tree = self._tree
        for index in range(verb + 1, min(len(tree.tokens), verb + _REACH)):
            token = tree.tokens[index]
            number = self.quotes.at(token.start)
            if number is not None:
                linked = tree.tokens[index - 1].text in _LINKS or index - 1 == verb
                return number if linked and self._is_speech(number) else None
            if token.sentence != tree.tokens[verb].sentence and tree.tokens[index - 1].text != ":":
                return None
        return None

    def _is_speech(self, number: int) -> bool:
        quotation = self.quotes[number]
        return quotation.end - quotation.start >= 8 or not quotation.closed
