"""Whose the words are not. A fire was reported at the mill: only who stands after "by" is a source,
and a place is part of what is told. The police are investigating claims: they are not theirs."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.lexicon import Lexicon
from wireroom.extraction.attribution.quoted import without
from wireroom.extraction.attribution.syntax import Tree, small_words
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span


class Passives:
    """Of one passage."""

    def __init__(self, tree: Tree, lexicon: Lexicon, pack: LanguagePack) -> None:
        self._tree = tree
        self._lexicon = lexicon
        self._takes_up = small_words(pack).get("takes-up", frozenset())
        self._days = {row[0] for name in ("weekdays", "months") for row in pack.rows(name) if row}

    def mended(self, draft: Draft) -> Draft:
        """The draft with a source that is one, and all of what is told."""
        draft = self._without_hearer(draft)
        if not self._is_passive(draft):
            return draft
        if self._is_by_nobody(draft):
            draft = replace(draft, source=(), source_head=None)
        elif not draft.source:
            draft = self._with_agent(draft)
        return self._with_rest(self._without_by(draft))

    def _without_hearer(self, draft: Draft) -> Draft:
        """The police are investigating claims that …: the claims are not theirs."""
        tokens, noun = self._tree.tokens, draft.cue[-1]
        if tokens[noun].pos != "NOUN" or draft.source_head is None:
            return draft
        governor = tokens[noun].head
        while tokens[governor].pos == "ADP" and tokens[governor].head != governor:
            governor = tokens[governor].head
        lemma = tokens[governor].lemma.casefold()
        is_owner = draft.source_head in self._tree.phrase(noun) or draft.source_head > governor
        if lemma not in self._takes_up or is_owner:
            return draft
        if governor not in draft.cue:
            return replace(draft, source=(), source_head=None)
        if lemma in self._lexicon.verbs:
            return draft  # denied claims that …: that is theirs
        return replace(
            draft, head=noun, frame="noun-clause", cue=(noun,), source=(), source_head=None
        )

    def _is_passive(self, draft: Draft) -> bool:
        children = self._tree.children[draft.head]
        is_said = self._lexicon.is_speech(self._tree.tokens[draft.head].lemma.casefold())
        return is_said and any(self._tree.tokens[i].dep == "auxpass" for i in children)

    def _is_by_nobody(self, draft: Draft) -> bool:
        """Whether what was taken for the source stands after another preposition than "by"."""
        first = draft.source[0] if draft.source else 0
        if first <= max(draft.cue):
            return False
        before = self._tree.tokens[first - 1]
        return before.pos == "ADP" and not self._tree.does(first - 1, "by")

    def _with_agent(self, draft: Draft) -> Draft:
        """With who the syntax says did it, out of the content."""
        by = self._tree.child(draft.head, ("agent",))
        thing = self._tree.child(by, ("pobj",)) if by is not None else None
        if by is None or thing is None:
            return draft
        words = tuple(self._tree.trimmed(self._tree.phrase(thing)))
        if words[0] != by + 1 or words[-1] - by != len(words):
            return draft
        hole = Span(self._tree.tokens[by].start, self._tree.tokens[words[-1]].end)
        content = without(draft.content, [hole], self._tree.text)
        return replace(draft, source=words, source_head=thing, content=content or draft.content)

    def _without_by(self, draft: Draft) -> Draft:
        first = draft.source[0] if draft.source else 0
        if not first or not self._tree.does(first - 1, "by") or not draft.content:
            return draft
        token = self._tree.tokens[first - 1]
        content = without(draft.content, [Span(token.start, token.end)], self._tree.text)
        return replace(draft, content=content or draft.content)

    def _with_rest(self, draft: Draft) -> Draft:
        """With what the syntax puts after the verb (at the mill, as unsafe), where only its subject
        was taken."""
        end = max((span.end for span in draft.content), default=-1)
        last = max(draft.cue)
        if len(draft.content) != 1 or end > self._tree.tokens[min(draft.cue)].start:
            return draft
        words = list(self._rest(draft.head, last))
        if not words:
            return draft
        return replace(draft, content=(*draft.content, *self._tree.spans(words)))

    def _rest(self, verb: int, last: int) -> Iterator[int]:
        """The tokens of the prepositions right after the cue, up to one of a day or with a
        verb."""
        after = last + 1
        for index in self._tree.children[verb]:
            if index != after or self._tree.tokens[index].dep != "prep":
                continue
            phrase = self._tree.trimmed(self._tree.phrase(index))
            if any(self._is_of_day_or_deed(i) for i in phrase):
                return
            if phrase and phrase[0] == after and phrase[-1] - after + 1 == len(phrase):
                yield from phrase
                after = phrase[-1] + 1

    def _is_of_day_or_deed(self, index: int) -> bool:
        is_day = self._tree.tokens[index].text.casefold() in self._days
        return is_day or self._tree.is_verb(index)
