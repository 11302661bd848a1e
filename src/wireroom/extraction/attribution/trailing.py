"""Cues at the end of their sentence, where commas are missing: what is told goes back to the
sentence's start, and a source is whole."""

from bisect import bisect_left
from collections.abc import Set
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.spans import Span

_MODIFIERS = {"compound", "amod", "det", "nummod", "poss", "nmod", "case"}
_NOUNS = ("NOUN", "PROPN")
_MARKS = {'"', "“", "”", "«", "»", "„", ":", ";", "(", ")", "[", "]", "—", "–", "--"}
_NEAR = 2  # tokens from the content to what follows it: at most a comma between
_LONGEST_SOURCE = 12  # tokens
_LONGEST_TAIL = 8  # tokens between the cue and the end of its sentence: to whom, where, when


class Trailing:
    """Of one passage. ``cues`` are the tokens that are in the cue of any draft."""

    def __init__(self, tree: Tree, lexicon: Lexicon, lists: SourceLists, cues: Set[int]) -> None:
        self._tree = tree
        self._lexicon = lexicon
        self._lists = lists
        self._cues = cues
        self._starts = [token.start for token in tree.tokens]

    def mended(self, draft: Draft) -> Draft:
        """The draft with content and source made whole, where its cue ends its sentence and a
        model has cut it."""
        is_of_rules = draft.chance is None and draft.frame != "source-preposition"
        if is_of_rules or len(draft.content) != 1:
            return draft
        first, last = self._tokens(draft.content[0])
        if self._is_aside(draft, first, last):
            return self._with_both_sides(draft, first)
        if not self._is_trailing(draft):
            return draft
        draft = self._with_source(draft)
        first, last = self._tokens(draft.content[0])
        begin = self._beginning(first, last)
        if begin == first:
            return draft
        start = self._tree.tokens[begin].start
        return replace(draft, content=(Span(start, draft.content[0].end),), first=begin)

    def _tokens(self, span: Span) -> tuple[int, int]:
        """The first token and the last."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end) - 1

    def _is_trailing(self, draft: Draft) -> bool:
        tokens = self._tree.tokens
        is_said = self._lexicon.is_speech(tokens[draft.head].lemma.casefold())
        if not (is_said or draft.frame == "source-preposition"):
            return False
        words = (*draft.cue, *draft.source)
        last = self._tokens(draft.content[0])[1]
        if last >= min(words) or min(words) - last > _NEAR:
            return False
        for index in range(max(words) + 1, min(max(words) + _LONGEST_TAIL, len(tokens))):
            if tokens[index].sentence != tokens[draft.head].sentence or tokens[index].text == ".":
                return True
            if tokens[index].text == "," and self._is_participle(index + 1):
                return True
            if self._tree.is_verb(index) or tokens[index].text in _MARKS:
                return False
        return max(words) + _LONGEST_TAIL >= len(tokens)

    def _is_participle(self, index: int) -> bool:
        """…, calling it a mistake: what is said beside it."""
        tokens = self._tree.tokens
        return index < len(tokens) and (
            tokens[index].dep == "advcl" and "VerbForm=Part" in tokens[index].feats
        )

    def _is_aside(self, draft: Draft, first: int, last: int) -> bool:
        """Whether source and cue stand between two commas, with only the second half of a clause
        after them: The pier will, I expect, be shut."""
        tokens, words = self._tree.tokens, (*draft.cue, *draft.source)
        before, after = min(words) - 1, max(words) + 1
        is_whole = after - before - 1 == len(set(words)) and bool(draft.source)
        if not is_whole or before < 1 or after + 1 != first:
            return False
        is_set_off = tokens[before].text == tokens[after].text == ","
        return is_set_off and not self._has_clause(first, last)

    def _with_both_sides(self, draft: Draft, first: int) -> Draft:
        end = min(*draft.cue, *draft.source) - 1
        begin = end
        while (
            begin > 0 and self._tree.tokens[begin - 1].sentence == self._tree.tokens[end].sentence
        ):
            begin -= 1
            if begin in self._cues or self._tree.tokens[begin].text in _MARKS:
                return draft
        while begin < end and self._tree.tokens[begin].pos in ("CCONJ", "PUNCT"):
            begin += 1
        if begin == end:
            return draft
        span = Span(self._tree.tokens[begin].start, self._tree.tokens[end - 1].end)
        return replace(draft, content=(span, *draft.content), first=begin)

    def _beginning(self, first: int, last: int) -> int:
        """The token that the content begins with: the sentence's first, where what the draft has
        is only the second of two clauses, or no clause at all."""
        tokens = self._tree.tokens
        begin = first
        while begin > 0 and tokens[begin - 1].sentence == tokens[first].sentence:
            begin -= 1
            if begin in self._cues or tokens[begin].text in _MARKS:
                return first
        while begin < first and tokens[begin].pos in ("CCONJ", "PUNCT"):
            begin += 1
        is_part = self._is_joined(begin, first, last) or self._is_torn(first)
        return begin if is_part or not self._has_clause(first, last) else first

    def _is_joined(self, begin: int, first: int, last: int) -> bool:
        """Whether "and" joins the content to a clause before it."""
        if begin >= first or not self._tree.does(first - 1, "joins"):
            return False
        return self._has_clause(begin, first - 1) and self._has_clause(first, last)

    def _is_torn(self, first: int) -> bool:
        """Whether the content begins within a run of names and nouns, no mark before it."""
        if first == 0:
            return False
        before, token = self._tree.tokens[first - 1], self._tree.tokens[first]
        is_run = before.sentence == token.sentence and before.pos in _NOUNS
        return is_run and token.pos in ("DET", *_NOUNS)

    def _has_clause(self, first: int, last: int) -> bool:
        """Whether a verb with a subject stands between the tokens, relative clauses aside."""
        tokens, relations = self._tree.tokens, self._tree.relations
        heads = (
            tokens[i].head for i in range(first, last + 1) if tokens[i].dep in relations.subject
        )
        return any(first <= i <= last and tokens[i].dep not in relations.relative for i in heads)

    def _with_source(self, draft: Draft) -> Draft:
        """The source whole, and the content without its words."""
        last = self._tokens(draft.content[0])[1]
        words = self._left_over(draft, last)
        if draft.source and not words:
            words = self._cut(draft.source, last) or self._widened(draft.source, last)
        if not words or words == draft.source:
            return draft
        end = self._tree.tokens[words[0] - 1].end
        if words[0] == 0 or end <= draft.content[0].start:
            return draft
        head = draft.source_head if draft.source_head in words else words[-1]
        content = (Span(draft.content[0].start, end),)
        return replace(draft, source=words, source_head=head, content=content)

    def _cut(self, source: tuple[int, ...], last: int) -> tuple[int, ...]:
        """Of "Selm the harbour office" what begins with the article: the rest is content."""
        tokens = self._tree.tokens
        for place in range(1, len(source)):
            index = source[place]
            names = all(tokens[i].pos == "PROPN" for i in source[:place])
            if names and self._tree.does(index, "definite") and source[0] == last + 1:
                return source[place:]
        return ()

    def _widened(self, source: tuple[int, ...], last: int) -> tuple[int, ...]:
        """With the words before it that hang on it, and "a source at" before a place of work."""
        if source[0] != last + 1:
            return source
        tokens = self._tree.tokens
        first, inside = source[0], set(source)
        while first > 0 and self._is_named(first - 1) and tokens[first - 1].head in inside:
            first -= 1
            inside.add(first)
        if first > 1 and tokens[first - 1].pos == "ADP" and self._is_someone(first - 2):
            first -= 2
            first = self._first_of(first)
        return tuple(self._less_object([*range(first, source[0]), *source]))

    def _is_named(self, index: int) -> bool:
        """Part of a name or of a compound: what no clause before a source ends with by itself."""
        token = self._tree.tokens[index]
        return token.dep == "compound" or (token.dep == "amod" and token.text[:1].isupper())

    def _left_over(self, draft: Draft, last: int) -> tuple[int, ...]:
        """Who says it, where the content has swallowed that: "… local sources said"; what then
        comes after the cue are those who are told."""
        is_next = last + 1 == min(draft.cue)
        if draft.frame == "source-preposition" or not is_next:
            return ()
        subjects = self._tree.relations.subject
        before = [i for i in self._tree.children[draft.head] if i <= last]
        subject = next((i for i in reversed(before) if self._tree.tokens[i].dep in subjects), None)
        if subject is not None:
            words = self._less_object(self._tree.phrase(subject))
            is_whole = words[-1] == last and len(words) == last - words[0] + 1
            return tuple(words) if is_whole and len(words) <= _LONGEST_SOURCE else ()
        if draft.source or not self._is_source(last):
            return ()
        return tuple(range(self._first_of(last), last + 1))

    def _less_object(self, words: list[int]) -> list[int]:
        """Of "halting work port officials said" what the participle before it leaves over."""
        before = words[0] - 1
        is_hanging = len(words) > 1 and before >= 0 and self._tree.is_verb(before)
        if not is_hanging or "VerbForm=Part" not in self._tree.tokens[before].feats:
            return words
        is_object = self._tree.tokens[words[0]].dep == "compound"
        return words[1:] if is_object else words

    def _first_of(self, noun: int) -> int:
        """The first of the words right before a noun that hang on it."""
        tokens, first = self._tree.tokens, noun
        while first > 0 and tokens[first - 1].head == noun and tokens[first - 1].dep in _MODIFIERS:
            first -= 1
        return first

    def _is_source(self, index: int) -> bool:
        token = self._tree.tokens[index]
        return token.pos == "NOUN" and token.lemma.casefold() in self._lists.nouns

    def _is_someone(self, index: int) -> bool:
        """Whether the noun is of somebody who is at a place or of a body: a source, a spokesman."""
        kind = self._lists.nouns.get(self._tree.tokens[index].lemma.casefold(), ("", ""))[0]
        return self._is_source(index) and kind in ("unnamed", "person", "office", "witness")
