"""Speech that the layout shows: NAME: …, "…: NAME" in headlines, and blocks after a colon."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.blocks import Blocks, introducer, introduces
from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.frames import verb_group
from wireroom.extraction.attribution.lexicon import lexicon_of
from wireroom.extraction.attribution.quoted import Quotes, merged
from wireroom.extraction.attribution.signed import find_signed
from wireroom.extraction.attribution.sources.lists import source_lists
from wireroom.extraction.attribution.syntax import LONGEST_PHRASE, Tree
from wireroom.records.annotations import Entity
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

_LABEL = re.compile(
    r"[\"“«]?([^\W\d_][\w.’'()\-]*(?:[ \u00a0][\w.’'()\-,&]+){0,5}):(?=[\s\"“«„‘'])\s*"
)
_LAST = re.compile(r"[:：]\s+([^\W\d_][\w.’'\-]*(?: [\w.’'\-]+){0,3})$")
_INSERTED = re.compile(r"\[([^\[\]\n]{2,60})\]\s")
_INITIALS = re.compile(r"\(([^\W\d_]{2,5})\)")
_SPEAKERS = {"PERSON", "ORGANIZATION", "GROUP", "WORK", "PLACE"}
_OF_PHRASE = {"DET", "NOUN", "PROPN", "ADJ", "ADP"}
_LONGEST_TAIL = 10  # tokens of a source and its cue
_LONGEST_NAME = 4  # words of a speaker's name
_FEWEST = 4  # words on either side of a headline's colon that make it a statement


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
        self._lists = source_lists(pack)
        self._starts = [token.start for token in tree.tokens]
        self._paragraphs = paragraphs_of(tree.text, sentences)
        self._known = {part for e in names.values() for part in e.name.casefold().split()}
        labels = [self._label(paragraph) for paragraph in self._paragraphs]
        counts: dict[str, int] = {}
        for label in labels:
            if label is not None:
                word = label.of(tree.text).casefold()
                counts[word] = counts.get(word, 0) + 1
        sure = [label is not None and self._is_speaker(label, counts) for label in labels]
        self._labels = [
            label if is_sure or self._is_beside(number, labels, sure) else None
            for number, (label, is_sure) in enumerate(zip(labels, sure, strict=True))
        ]

        self._intros = [self._intro(number) for number in range(len(self._paragraphs))]
        self._blocks = Blocks(
            tree.text,
            self._paragraphs,
            [label is not None for label in self._labels],
            [intro is not None for intro in self._intros],
        )

    def drafts(self) -> Iterator[Draft]:
        """Transcript lines, headline speakers, and block quotations."""
        last = -1  # paragraph of the block that is open
        for number, paragraph in enumerate(self._paragraphs):
            label = self._labels[number]
            if label is not None:
                end = self._paragraphs[self._blocks.line_end(number, max(last, number))].end
                yield from self._line(label, Span(paragraph.start, end))
            else:
                yield from self._headline(paragraph)
            if self._intros[number] is not None:
                last = max(last, self._blocks.last(number + 1))
            yield from self._block(number)
            yield from self._inserted(paragraph)
            yield from self._signed(paragraph)
        for number in range(len(self._quotes)):
            yield from self._after_name(number)
            yield from self._before_cue(number)

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

    def _before_cue(self, number: int) -> Iterator[Draft]:
        """A quotation that a comma hands on to a source and a cue which was read as a noun: "…,"
        the channel notes."""
        quotation, tokens = self._quotes[number], self._tree.tokens
        first = bisect_left(self._starts, quotation.end)
        last = first
        while (
            last < len(tokens) and tokens[last].pos in _OF_PHRASE and last - first < _LONGEST_TAIL
        ):
            last += 1
        verb, source = last - 1, tuple(range(first, last - 1))
        if not source or not self._quotes.is_handed_on(number) or tokens[verb].pos != "NOUN":
            return
        is_form = tokens[verb].text != tokens[verb].lemma and tokens[source[-1]].pos != "ADJ"
        ends = last >= len(tokens) or tokens[last].text == "."
        if not (is_form and ends and self._lexicon.is_speech(tokens[verb].lemma.casefold())):
            return
        numbers = [*self._quotes.coming_from(number), number]
        content = merged([self._quotes[n].span for n in numbers])
        yield Draft(verb, "quotation", (verb,), source, source[-1], content, kind="direct")

    def _tokens(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def _label(self, paragraph: Span) -> Span | None:
        found = _LABEL.match(
            self._tree.text, paragraph.start, min(paragraph.end, paragraph.start + 120)
        )
        if found is None or found.end() >= paragraph.end:
            return None
        label = Span(*found.span(1))
        folded = label.of(self._tree.text).casefold().replace("’", "'")
        return None if folded in self._lexicon.labels else label

    def _is_speaker(self, label: Span, counts: dict[str, int]) -> bool:
        """A name, a word for a speaker of which the passage knows, or a label that comes again."""
        text = label.of(self._tree.text)
        indexes = self._tokens(label)
        if not indexes or any(self._tree.is_verb(i) and not text.isupper() for i in indexes):
            return False
        if (
            self._tree.tokens[indexes[-1]].lemma.casefold() in self._lists.nouns
            and text[0].isupper()
        ):
            return True
        if counts[text.casefold()] == 1 and self._is_of_a_thing(indexes):
            return False
        last = self._names.get(indexes[-1]) or self._names.get(indexes[0])
        if last is not None and last.type in _SPEAKERS:
            # "Moscow: …" is somebody; "Blasts in Moscow: …" is a headline.
            return last.type != "PLACE" or last.span.covers(label)
        if text.casefold().split()[-1] in self._known or text in self._initials:
            return True
        return counts[text.casefold()] > 1 and text[0].isupper()

    def _is_beside(self, number: int, labels: Sequence[Span | None], sure: Sequence[bool]) -> bool:
        """Whether it stands next to the line of another speaker, in capitals as names are."""
        label = labels[number]
        if label is None or not any(sure[max(0, number - 1) : number + 2]):
            return False
        indexes, words = self._tokens(label), label.of(self._tree.text).split()
        is_named = len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)
        return is_named and not any(
            self._tree.is_verb(i) and not self._tree.tokens[i].text.isupper() for i in indexes
        )

    def _is_of_a_thing(self, indexes: range) -> bool:
        """Explosions in the port of Kirkenes: five dead. The name only says whose or where."""
        root = next((i for i in indexes if self._tree.tokens[i].head not in indexes), indexes[0])
        token = self._tree.tokens[root]
        is_source = token.lemma.casefold() in self._lists.nouns or root in self._names
        return token.pos == "NOUN" and root < indexes[-1] and not is_source

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
        if tokens[-1].lemma.casefold() in self._lists.nouns:
            return not any(self._tree.is_verb(i) for i in indexes)
        named = [i in self._names or self._tree.tokens[i].pos == "PROPN" for i in indexes]
        return all(named) and all(token.text[:1].isupper() for token in tokens)

    def _block(self, number: int) -> Iterator[Draft]:
        """ "X writes:" at the end of a paragraph, and the paragraphs that it introduces."""
        verb = self._intros[number]
        if verb is None:
            return
        subject = introducer(self._tree, verb)
        group = verb_group(self._tree, verb)
        if subject.head is None:
            return
        words = tuple(i for i in subject.words if i not in group)
        content = self._block_from(number + 1)
        yield Draft(verb, "block", group, words, subject.head, content, kind="direct")

    def _block_from(self, first: int) -> tuple[Span, ...]:
        start = self._paragraphs[first].start
        number = self._quotes.at(start)
        if number is not None and not self._quotes[number].closed:
            going_on = self._quotes.going_on(number, self._quotes[number].end)
            return merged([self._quotes[n].span for n in (number, *going_on)])
        return (Span(start, self._paragraphs[self._blocks.last(first)].end),)

    def _intro(self, number: int) -> int | None:
        """The verb of a paragraph that introduces the next one."""
        paragraph = self._paragraphs[number]
        following = self._paragraphs[number + 1] if number + 1 < len(self._paragraphs) else None
        verb = self._last_cue(paragraph)
        if self._tree.text[paragraph.end - 1] != ":" or verb is None or following is None:
            return None
        is_quoted = self._quotes.at(following.start) is not None
        if is_quoted or introduces(self._tree, verb, self._lists):
            return verb
        return None

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

    def _inserted(self, paragraph: Span) -> Iterator[Draft]:
        """ "[The decision] also calls upon …": who is quoted stands in an editor's brackets, in
        which parsers lose their way."""
        inserted = _INSERTED.match(self._tree.text, paragraph.start, paragraph.end)
        if inserted is None:
            return
        tokens, source = self._tree.tokens, self._tokens(Span(*inserted.span(1)))
        verb = source[-1] + 2 if source else len(tokens)
        while verb < len(tokens) and tokens[verb].pos in ("ADV", "AUX"):
            verb += 1
        if verb >= len(tokens) or tokens[verb].lemma.casefold() not in self._lexicon.verbs:
            return
        last = verb + 1 if tokens[verb + 1 : verb + 2] and tokens[verb + 1].dep == "prep" else verb
        same = tokens[verb].sentence
        rest = [i for i in range(last + 1, len(tokens)) if tokens[i].sentence == same]
        content = self._tree.trimmed(rest[:LONGEST_PHRASE])
        if content:
            spans = (Span(tokens[content[0]].start, tokens[content[-1]].end),)
            cue = tuple(range(source[-1] + 2, last + 1))
            yield Draft(verb, "preposition", cue, tuple(source), source[-1], spans)

    def _signed(self, paragraph: Span) -> Iterator[Draft]:
        """“…” — Name."""
        for signed in find_signed(self._tree.text, paragraph):
            # A dash without spaces around it may be one token with the mark before it.
            dash = bisect_right(self._starts, signed.dash.start) - 1
            name = self._tokens(signed.name)
            if name and dash not in name:
                draft = self._line_draft(dash, tuple(name), signed.quotation)
                yield replace(draft, kind="direct")

    def _line_draft(self, colon: int, source: tuple[int, ...], content: Span) -> Draft:
        return Draft(colon, "line", (colon,), source, source[-1], (content,))


def paragraphs_of(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The sentences of one paragraph as one span."""
    found: list[Span] = []
    for sentence in sentences:
        if found and "\n" not in text[found[-1].end : sentence.start]:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found
