"""Cue words in a text: their forms, auxiliaries and negations."""

from collections.abc import Iterator
from dataclasses import dataclass

from wireroom.extraction.attribution.listed.lists import Form, SpeechLists
from wireroom.extraction.attribution.listed.words import Wording

_WIDEST = 14  # words between two parts of a cue
_MOST_BEFORE = 6  # auxiliaries and negations before a verb


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in the text. ``first`` and ``last`` are the ends of its group of words, ``gap`` what
    stands between its parts."""

    form: Form
    group: tuple[int, ...]
    gap: range
    negated: bool

    @property
    def first(self) -> int:
        return self.group[0]

    @property
    def last(self) -> int:
        return self.group[-1]


class Cues:
    """Finds the cues of one passage."""

    def __init__(self, wording: Wording, lists: SpeechLists) -> None:
        self._w = wording
        self._lists = lists
        self._known: dict[int, tuple[Cue, ...]] = {}

    def all(self) -> Iterator[Cue]:
        """Every cue, the longest forms of a word first."""
        for index in range(len(self._w)):
            yield from self.at(index)

    def at(self, index: int) -> tuple[Cue, ...]:
        """The cues whose first listed word is the one at ``index``: all of the longest form."""
        if index not in self._known:
            self._known[index] = tuple(self._at(index))
        return self._known[index]

    def _at(self, index: int) -> Iterator[Cue]:
        size = 0
        for form in self._forms(index):
            if form.size < size:
                return
            cue = self._matched(form, index)
            if cue is not None:
                size = form.size
                yield cue

    def _forms(self, index: int) -> tuple[Form, ...]:
        key = self._w[index].key
        forms = self._lists.forms.get(key, ())
        for clitic in self._lists.order.get("proclitic", ()):
            if key.startswith(clitic):
                forms += self._lists.forms.get(key[len(clitic) :], ())
        return tuple(sorted(forms, key=lambda form: -form.size))

    def _matched(self, form: Form, index: int) -> Cue | None:
        words = list(range(index, index + len(form.parts[0])))
        if not self._is(form.parts[0][1:], index, index + 1):
            return None
        gap = range(words[-1] + 1, words[-1] + 1)
        for part in form.parts[1:]:
            at = self._next(part, words[-1], form.ends_clause and part is form.parts[-1])
            if at is None:
                return None
            gap = range(gap.start, at)
            words.extend(range(at, at + len(part)))
        return self._with_auxiliaries(form, words, gap)

    def _is(self, part: tuple[str, ...], index: int, at: int) -> bool:
        return all(
            self._w.same(index, at + place) and self._w[at + place].key == key
            for place, key in enumerate(part)
        )

    def _next(self, part: tuple[str, ...], index: int, ends: bool) -> int | None:
        for at in range(index + 1, index + 2 + _WIDEST):
            if not self._w.same(index, at) and not (at < len(self._w) and self._w.is_name(at)):
                return None
            if self._is(part, at, at) and (not ends or self.ends_clause(at + len(part) - 1)):
                return at
            if self._w[at].is_mark and not self._w.is_name(at):
                return None
        return None

    def ends_clause(self, index: int) -> bool:
        """Whether a mark, the end of the sentence or "and" comes right after the word."""
        after = index + 1
        if not self._w.same(index, after):
            return True
        return self._w[after].is_mark or self._lists.does(self._w[after].key, "and")

    def _with_auxiliaries(self, form: Form, words: list[int], gap: range) -> Cue | None:
        group = self._leftward(words[0])
        asked = [i for i in group if self._is_enclitic(i)]
        if asked:
            group = [i for i in group if i not in asked]
            gap = range(asked[0], asked[-1] + 1)
        has_auxiliary = any(self._does(i, "aux") for i in group)
        if form.needs_auxiliary and not has_auxiliary:
            if not self._lists.holds("particle") or not self.ends_clause(words[-1]):
                return None
            auxiliary = self._far_auxiliary(words[0])
            if auxiliary is None:
                return None
            gap = range(auxiliary + 1, min([*group, words[0]]))
            group = [auxiliary, *group]
        after = words[-1] + 1
        negated = any(self._does(i, "not") for i in (*group, *words))
        follows = self._w.same(words[0], after) and self._does(after, "not")
        if follows and (negated or self._lists.holds("particle")):
            words, negated = [*words, after], True
        if self._lists.holds("particle") and gap and self._does(gap[-1], "not"):
            words, negated, gap = sorted([*words, gap[-1]]), True, gap[:-1]
        return Cue(form, tuple(sorted({*group, *words})), gap, negated)

    def _leftward(self, index: int) -> list[int]:
        found: list[int] = []
        at = index - 1
        while self._w.same(index, at) and len(found) < _MOST_BEFORE:
            if not self.is_before_verb(at):
                break
            found.insert(0, at)
            at -= 1
        while found and not self._does(found[0], "aux", "not"):
            if self._w[found[0]].key in self._lists.order.get("reflexive", ()):
                break
            found.pop(0)
        return found

    def is_before_verb(self, index: int) -> bool:
        """Whether the word may stand between an auxiliary and its verb, or is one."""
        return self._does(index, "aux", "not", "own") or self._is_enclitic(index)

    def _is_enclitic(self, index: int) -> bool:
        """Whether the word hangs on the one before it: a-t-il."""
        word, before = self._w[index], self._w[index - 1]
        return (
            index > 0
            and word.key in self._lists.order.get("enclitic", ())
            and self._w.text[before.end : word.start] in ("-", "-t-")
        )

    def _far_auxiliary(self, index: int) -> int | None:
        for at in range(index - 1, index - 2 - _WIDEST, -1):
            if at < 0 or (not self._w.same(index, at) and not self._w.is_name(at)):
                return None
            if self._does(at, "aux"):
                return at
            if self._w[at].is_mark and not self._w.is_name(at):
                return None
        return None

    def _does(self, index: int, *roles: str) -> bool:
        return self._lists.does(self._w[index].key, *roles)
