"""Contents that stand elsewhere: "This was reported by X" points to what was told before; in "…, X
quoted Y as saying" two links tell what comes before them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.syntax import LONGEST_PHRASE, Tree
from wireroom.records.spans import Span

_LONGEST_TAIL = 7  # tokens after "as saying": when and where
_LONGEST_NAME = 20  # tokens from a verb of quoting to "as saying"


class Pointing:
    """Of one passage; ``sentences`` are the passage's."""

    def __init__(self, tree: Tree, sentences: Sequence[Span], lexicon: Lexicon) -> None:
        self._tree = tree
        self._sentences = sentences
        self._lexicon = lexicon
        self._starts = [token.start for token in tree.tokens]

    def resolved(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with what they point to, and the inner link of "quoted Y as saying"."""
        known = {draft.head: draft for draft in drafts}
        for draft in drafts:
            saying = self._saying(draft.head)
            if saying is not None:
                for one in self._quoting(draft, saying, known.get(saying)):
                    known[one.head] = one
        return sorted(map(self._pointed, known.values()), key=lambda draft: draft.head)

    def _pointed(self, draft: Draft) -> Draft:
        """This was reported by X: what the sentence before tells; at the head of a paragraph,
        all of the paragraph before."""
        if not self._points(draft):
            return draft
        number = self._tree.tokens[draft.head].sentence
        first = number - 1
        if first < 0:
            return draft
        text = self._tree.text
        if "\n" in text[self._sentences[first].end : self._sentences[number].start]:
            while (
                first > 0
                and "\n" not in text[self._sentences[first - 1].end : self._sentences[first].start]
            ):
                first -= 1
        content = Span(self._sentences[first].start, self._sentences[number - 1].end)
        return replace(draft, content=(content.stripped(text),), content_head=None, first=None)

    def _points(self, draft: Draft) -> bool:
        """Whether all that is told is "this", of which somebody who is named has told."""
        if len(draft.content) != 1 or not draft.source:
            return False
        first = bisect_left(self._starts, draft.content[0].start)
        is_alone = first < len(self._starts) and (
            self._tree.tokens[first].end == draft.content[0].end
        )
        cues = self._lexicon.verbs.get(self._tree.tokens[draft.head].lemma.casefold(), ())
        is_said = any(cue.family == "speech" for cue in cues)  # who disputes this has not said it
        return is_alone and self._tree.does(first, "points") and is_said

    def _quoting(self, draft: Draft, saying: int, inner: Draft | None) -> Iterator[Draft]:
        """X quoted Y as saying Z: Z is Y's. Where nothing is told behind it, both links tell the
        clause before: Z, X quoted Y as saying."""
        tokens = self._tree.tokens
        words = tuple(self._tree.trimmed(list(range(draft.head + 1, saying - 1))))
        if not words:
            return
        head = next((i for i in words if tokens[i].head == draft.head), words[-1])
        if not self._is_last(saying):
            if inner is not None:
                yield replace(inner, source=words, source_head=head)
            return
        clause = self._clause_before(min((*draft.source, draft.head))) if draft.source else []
        if clause:
            told = self._tree.spans(clause)
            passed_on = Span(tokens[words[0]].start, tokens[saying].end)
            yield replace(draft, content=(*told, passed_on), content_head=None, first=clause[0])
            yield Draft(saying, "beside", (saying,), words, head, told, first=clause[0])

    def _saying(self, verb: int) -> int | None:
        """The verb of "as saying" in the sentence after a verb of quoting."""
        tokens = self._tree.tokens
        if self._lexicon.silence.get(tokens[verb].lemma.casefold()) != "cite":
            return None
        for index in range(verb + 2, min(len(tokens), verb + _LONGEST_NAME)):
            if tokens[index].sentence != tokens[verb].sentence:
                break
            is_said = self._lexicon.is_speech(tokens[index].lemma.casefold())
            if self._tree.does(index - 1, "as") and is_said:
                return index
        return None

    def _is_last(self, verb: int) -> bool:
        """Whether only a few words, of when and where, end the sentence after the verb."""
        tokens = self._tree.tokens
        index = verb + 1
        while index < len(tokens) and tokens[index].sentence == tokens[verb].sentence:
            if self._tree.is_verb(index) or tokens[index].text in ('"', "“", ":"):
                return False
            index += 1
        return index - verb <= _LONGEST_TAIL

    def _clause_before(self, first: int) -> list[int]:
        tokens = self._tree.tokens
        words = [
            i
            for i in range(max(0, first - LONGEST_PHRASE), first)
            if tokens[i].sentence == tokens[first].sentence
        ]
        clause = self._tree.trimmed(words)
        return clause if any("VerbForm=Fin" in tokens[i].feats for i in clause) else []
