"""Who speaks: the phrase before or after a cue, as far as words and marks alone show it."""

from collections.abc import Sequence
from typing import Literal

from wireroom.extraction.attribution.listed.cues import Cues
from wireroom.extraction.attribution.listed.lists import SpeechLists
from wireroom.extraction.attribution.listed.words import QUOTATION_MARKS, Wording

_LONGEST = 14  # words of a source before its cue
_LONGEST_AFTER = 12
_LONGEST_NAME = 4  # words of an apposition after a comma
_LONGEST_OFFICE = 8
_LONGEST_RELATIVE = 14
_NO_OPENING = ("nobody", "not", "circumstance", "preposition", "that", "whether")
Adding = Literal["nothing", "names", "clauses"]


class Sources:
    """Finds sources in one passage. ``taken`` are words that belong to other findings."""

    def __init__(self, wording: Wording, lists: SpeechLists, cues: Cues) -> None:
        self._w = wording
        self._lists = lists
        self._cues = cues
        self.taken: set[int] = set()

    # Before a cue

    def before(self, end: int, *, start: int = 0, with_preposition: bool = False) -> range | None:
        """The source that ends right before the word ``end``, and begins at ``start`` or later:
        None where none does."""
        last = self._skip_taken(end)
        first = max(start, self._first(last))
        if first > start and self._is_cue(first - 1) and first < last:
            return None
        if first >= last:
            around = self._around_comma(last)
            return None if around is None else self._cleaned(around, False)
        return self._cleaned(range(first, last), with_preposition)

    def _skip_taken(self, end: int) -> int:
        while end - 1 in self.taken and end > 0:
            end -= 1
        if end > 0 and self._w[end - 1].text == "," and end - 2 in self.taken:
            end -= 1
            while end - 1 in self.taken and end > 0:
                end -= 1
            if end > 0 and self._w[end - 1].text == ",":
                end -= 1
        return end

    def _first(self, last: int) -> int:
        first = last
        while last - first <= _LONGEST and self._holds(last - 1, first - 1):
            first -= 1
        return first

    def _holds(self, near: int, at: int) -> bool:
        """Whether the word may be of a source that ends at ``near``."""
        if at < 0 or at in self.taken or self._w[at].sentence != self._w[near].sentence:
            return False
        word = self._w[at]
        if self._w.is_name(at):
            return True
        if word.scope != self._w[near].scope and not self._w.is_name(near):
            return False
        return not word.is_mark and not self._lists.does(word.key, "that") and not self._is_cue(at)

    def _is_cue(self, at: int) -> bool:
        if self._lists.noun(self._w[at].key) is not None:
            return False
        return any(cue.last == at for cue in self._cues.at(at))

    def _around_comma(self, last: int) -> range | None:
        """X, mayor of Y, said: what stands before two commas and what they enclose."""
        if last < 3 or self._w[last - 1].text not in (",", "،"):
            return None
        middle = self._first(last - 1)
        if middle == last - 1 or middle == 0 or self._w[middle - 1].text not in (",", "،"):
            return None
        first = self._first(middle - 1)
        is_start = first == self._w.bounds[self._w[last - 1].sentence].start
        if first == middle - 1 or last - first > _LONGEST:
            return None
        is_name = middle - 1 - first <= _LONGEST_NAME and all(
            self._w[i].text[0].isupper() for i in range(first, middle - 1)
        )
        if not is_start and not (is_name and not self._lists.holds("capital-nouns")):
            return None
        if self._lists.does(self._w[first].key, "circumstance", "as", "whether", "preposition"):
            return None
        return range(first, last - 1)

    def _cleaned(self, found: range, with_preposition: bool) -> range | None:
        first, last = found.start, found.stop
        while first < last and self._does(first, "and"):
            first += 1
        while (
            first < last and self._does(last - 1, "circumstance") and not self._is_pronoun(last - 1)
        ):
            last -= 1
        if first >= last or last - first > _LONGEST or self._does(first, "nobody"):
            return None
        if self._is_relative(first, last) or self._does(last - 1, "and"):
            return None
        if with_preposition and self._does(first, "at", "preposition"):
            return range(first, last)
        if self._does(first, "circumstance", "preposition", "as", "whether"):
            return self._after_circumstance(first, last)
        return range(first, last)

    def _is_relative(self, first: int, last: int) -> bool:
        """Whether the words are, or hold, a relative pronoun: the man who …"""
        articles = all(self._does(i, "article") for i in range(first, last))
        after_comma = first > 0 and self._w[first - 1].text == ","
        return (articles and after_comma) or any(
            self._does(i, "relative") and not self._does(i, "article") for i in range(first, last)
        )

    def _after_circumstance(self, first: int, last: int) -> range | None:
        """Yesterday the mayor …: from the article that no preposition stands before, or else from
        a name or a noun for a source."""
        if self._lists.holds("inverted") and not self._lists.holds("free"):
            return None
        if self._does(first, "at") and last - first <= 3 and self._lists.holds("free"):
            return range(first, last)
        while first < last and not self._does(first, "preposition", "as", "whether"):
            first += 1
            if first < last and not self._does(first, "circumstance"):
                return range(first, last)
        if self._lists.holds("free"):
            return self._from_noun(first + 2, last)
        for at in range(first + 1, last):
            starts = self._does(at, "article") or self._w[at].text[0].isupper()
            if starts and not self._does(at - 1, "preposition", "article"):
                return range(at, last)
        return None

    def _from_noun(self, first: int, last: int) -> range | None:
        for at in range(first, last):
            if self._w[at].text[0].isupper() or self._lists.noun(self._w[at].key):
                return range(at, last)
        return None

    def noun_phrase_before(self, end: int) -> range | None:
        """The noun with its article and adjectives that ends before ``end``, in a language that
        writes its nouns with capitals."""
        first = end
        while first > 0 and self._w.same(end, first - 1) and end - first < _LONGEST:
            at = first - 1
            key = self._w[at].key
            is_noun = self._w[at].text[0].isupper() and not self._does(at, "article")
            after = self._w[first].text[0].isupper() if first < end else False
            if first == end and not is_noun:
                return None
            if is_noun or self._w.is_name(at):
                first = at
            elif self._does(at, "article"):
                first = at
                genitive = key in self._lists.order.get("genitive", ())
                if not (genitive and at > 0 and self._w[at - 1].text[0].isupper()):
                    break
            elif after and self._is_adjective(at):
                first = at
            else:
                break
        return range(first, end) if first < end else None

    # After a cue

    def after(self, start: int, *, adding: Adding = "clauses") -> range | None:
        """The source that begins at the word ``start``; with the names, or the names and clauses,
        that commas add to it."""
        at = start
        while self._w.same(start, at) and self._is_no_source(at):
            at += 1
        at = self._past_adjuncts(at)
        if self._is_pronoun(at):
            return range(at, at + 1)
        if not self._may_open(at):
            return None
        last = self._last(at)
        if last == at:
            return None
        if all(self._does(i, "article", "this") for i in range(at, last)):
            return None
        if adding == "nothing":
            return range(at, last)
        return range(at, self._with_apposition(at, last, adding))

    def _may_open(self, at: int) -> bool:
        """Whether a source may begin with the word."""
        if at >= len(self._w) or self._is_cue(at) or self._does(at, *_NO_OPENING):
            return False
        if self._lists.holds("capital-nouns") and not self._does(at, "article"):
            return self._goes_on_to_noun(at, at)
        return True

    def _is_no_source(self, at: int) -> bool:
        return self._does(at, "own") and not self._does(at, "article") and not self._is_pronoun(at)

    def _past_adjuncts(self, start: int) -> int:
        """Said on Monday to the press X: past a day and past whom it was said to, if a name or a
        noun for a source follows."""
        at = start
        if self._lists.holds("verb-first") or self._lists.holds("capital-nouns"):
            return start
        for _ in range(3):
            if self._does(at, "article") and self._does(at + 1, "circumstance"):
                at += 2
            elif self._does(at, "preposition") and self._does(at + 1, "article"):
                at += 3
            elif self._does(at, "circumstance") and not self._does(at, "preposition"):
                at += 1
            else:
                break
        if at == start or not self._w.same(start, at) or self._w[at].is_mark:
            return start
        plain = self._w[at].text[0].isupper() or self._does(at, "article")
        return at if plain or self._lists.noun(self._w[at].key) else start

    def _last(self, first: int) -> int:
        at = first
        while at < len(self._w) and at - first < _LONGEST_AFTER and self._goes_on(first, at):
            at += 1
        while at > first + 1 and self._does(at - 1, "article", "and", "preposition"):
            at -= 1
        return at

    def _goes_on(self, first: int, at: int) -> bool:
        word = self._w[at]
        if at in self.taken or word.sentence != self._w[first].sentence:
            return False
        if self._w.is_name(at) and word.scope != self._w[first].scope:
            return at > first
        if word.scope != self._w[first].scope or word.is_mark:
            return word.text == "." and at + 1 < self._w.bounds[word.sentence].stop
        if at == first:
            return True
        if self._lists.does(word.key, "that", "as", "not") or self._is_cue(at):
            return False
        if self._lists.holds("capital-nouns"):
            return self._goes_on_to_noun(first, at)
        is_inside = self._does(at, "inside") and not self._does(at, "circumstance")
        return is_inside or not (self._does(at, "circumstance") or self._is_recipient(word.key))

    def _goes_on_to_noun(self, first: int, at: int) -> bool:
        """Where all nouns have capitals: whether the word is one, or leads to one."""
        word, before = self._w[at], self._w[at - 1]
        if word.text[0].isupper() or word.text[0].isdigit():
            return not self._does(at, "circumstance")
        after_noun = before.text[0].isupper() and at > first
        if self._does(at, "inside"):
            return not self._does(at, "circumstance")
        if self._does(at, "article"):
            return not after_noun or word.key in self._lists.order.get("genitive", ())
        return not after_noun and self._is_adjective(at)

    def _is_adjective(self, at: int) -> bool:
        endings = self._lists.order.get("adjective-ending", ())
        following = at
        while following < at + 3 and self._w.same(at, following + 1):
            if not self._w[following].key.endswith(endings):
                return False
            following += 1
            if self._w[following].text[0].isupper():
                return True
        return False

    def _is_recipient(self, key: str) -> bool:
        """To our reporter, written as one word with its preposition."""
        return any(
            key.startswith(clitic) and self._lists.noun(key[len(clitic) :]) is None and len(key) > 4
            for clitic in self._lists.order.get("recipient", ())
        )

    def _with_apposition(self, first: int, last: int, adding: Adding) -> int:
        """The end of a source with the name, the office or the clause that a comma adds to it."""
        w = self._w
        last = self._past_bracket(first, last)
        if not w.same(first, last) or w[last].text not in (",", "،") or not w.same(first, last + 1):
            return last
        end = last + 1
        while w.same(first, end) and not w[end].is_mark and end - last <= _LONGEST_RELATIVE:
            end += 1
        closes = not w.same(first, end) or w[end].text in ".!?,،…"
        words = range(last + 1, end)
        if not words or not closes:
            return last
        if self._lists.does(w[last + 1].key, "relative"):
            return end if adding == "clauses" and self._ends_sentence(first, end) else last
        is_name = len(words) <= _LONGEST_NAME and all(w[i].text[0].isupper() for i in words)
        is_office = self._lists.noun(w[last + 1].key) is not None and len(words) <= _LONGEST_OFFICE
        return end if is_name or is_office else last

    def _past_bracket(self, first: int, last: int) -> int:
        """The end of a source with a party or the like in brackets."""
        w = self._w
        if w.same(first, last) and w[last].text == "(":
            for end in range(last + 2, last + 2 + _LONGEST_NAME):
                if w.same(first, end) and w[end].text == ")":
                    return end + 1
        return last

    def _ends_sentence(self, first: int, end: int) -> bool:
        return not self._w.same(first, end) or self._w[end].text in ".!?…"

    # What a source looks like

    def is_plain(self, words: Sequence[int]) -> bool:
        """Whether the words name somebody: a pronoun, a name, a noun of the list."""
        if not words:
            return False
        if len(words) == 1 and self._is_pronoun(words[0]):
            return True
        if any(self._lists.noun(self._w[i].key) for i in words):
            return True
        if any(self._w[i].text in QUOTATION_MARKS for i in words):
            return True
        return not self._lists.holds("caseless") and self._has_name(words)

    def _has_name(self, words: Sequence[int]) -> bool:
        capitals = [self._w[i].text[0].isupper() for i in words]
        first = words[0] == self._w.bounds[self._w[words[0]].sentence].start
        if not self._lists.holds("capital-nouns"):
            return any(capitals[1:] if first else capitals)
        pairs = zip(capitals, capitals[1:], strict=False)
        bare = capitals[0] and len(words) == 1 and not self._does(words[0], "article")
        return any(one and two for one, two in pairs) or bare

    def _is_pronoun(self, index: int) -> bool:
        return self._does(index, "he")

    def _does(self, index: int, *roles: str) -> bool:
        return 0 <= index < len(self._w) and self._lists.does(self._w[index].key, *roles)
