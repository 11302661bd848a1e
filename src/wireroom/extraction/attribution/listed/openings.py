"""Where what a cue tells begins and ends."""

from dataclasses import dataclass

from wireroom.extraction.attribution.listed.cues import Cue
from wireroom.extraction.attribution.listed.findings import Passage

_REACH = 14  # words between a cue and "that"
_REACH_BARE = 9  # words between a comma and the verb form of reported speech
_LONGEST_ASIDE = 6  # words between two commas before "that"
_REACH_INFINITIVE = 8
_SHORTEST_CLITIC = 3  # letters after a preposition that is written together with its noun
_COMMAS = frozenset((",", "،"))


@dataclass(frozen=True, slots=True)
class Opening:
    """The words of a content, from ``start`` to before ``end``; its source where it is known."""

    start: int
    end: int
    source: range | None = None
    is_question: bool = False


def clause_end(passage: Passage, start: int, marks: str = ";؛") -> int:
    """Where a clause ends: at one of the marks, or with its sentence or quotation."""
    w, scope = passage.w, passage.scope(start)
    at = start
    while at < scope.stop:
        in_quotation = w[at].scope >= 0 > w[start].scope
        if w[at].text in marks and not in_quotation:
            break
        at += 1
    return at


class Openings:
    """Finds the contents of cues in one passage."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._w = passage.w

    def clause(self, cue: Cue) -> Opening | None:
        """That … or whether … after a cue."""
        at, comma = cue.last + 1, False
        limit = at + _REACH
        while at < limit and self._is_near(cue.first, at):
            if at in self._p.sources.taken or self._names(cue.first, at):
                at, limit = at + 1, limit + 1
            elif self._opens(at, comma):
                return self._opened(cue, at)
            elif self._w[at].text in _COMMAS and self._may_be_aside(at):
                at = self._past_aside(at)
                comma = self._w[at - 1].text in _COMMAS
            elif self._parts(at):
                return None
            else:
                comma, at = False, at + 1
        return None

    def _is_near(self, index: int, at: int) -> bool:
        return self._w.same(index, at) or self._names(index, at)

    def _names(self, index: int, at: int) -> bool:
        """Whether the word is of a name in quotation marks beside the words of ``index``."""
        if at >= len(self._w) or self._w[at].sentence != self._w[index].sentence:
            return False
        return self._w[index].scope != self._w[at].scope and self._w.is_name(at)

    def _parts(self, at: int) -> bool:
        """Whether the word keeps what follows from being what the cue tells."""
        if self._w[at].is_mark:
            return True
        if self._p.does(at, "relative") and not self._p.does(at, "article"):
            return True
        return bool(self._p.cues.at(at)) and not self._p.does(at, "own", "article")

    def _opens(self, at: int, comma: bool) -> bool:
        if self._p.lists.holds("comma-before-that") and not comma:
            return False
        joined = self._p.does(at, "joining") and self._w.same(at, at + 1)
        return self._p.does(at, "that", "whether") or (joined and self._p.does(at + 1, "that"))

    def _may_be_aside(self, comma: int) -> bool:
        following = comma + 1
        if not self._w.same(comma, following):
            return False
        if following in self._p.sources.taken or self._p.lists.holds("comma-before-that"):
            return True
        return self._p.lists.holds("verb-first")

    def _past_aside(self, comma: int) -> int:
        """The word after a comma, or after the aside between two of them."""
        at = comma + 1
        if self._opens(at, True):
            return at
        while self._w.same(comma, at) and at - comma <= _LONGEST_ASIDE:
            if at in self._p.sources.taken:
                comma = at
            elif self._w[at].text in _COMMAS:
                return at + 1
            elif self._w[at].is_mark:
                break
            at += 1
        return at if at in self._p.sources.taken else len(self._w)

    def _opened(self, cue: Cue, at: int) -> Opening | None:
        gap = range(cue.last + 1, at)
        free = self._p.lists
        if gap and not (free.holds("inverted") or free.holds("verb-first")):
            first = next((i for i in gap if i not in self._p.sources.taken), None)
            is_told = first is None or self._p.does(first, "circumstance", "preposition", "own")
            is_told = is_told or self._p.does((first or 0) + 1, "circumstance")
            if not is_told and not self._w[first or 0].is_mark:
                return None
        if at + 1 >= self._p.sentence(at).stop:
            return None
        joined = self._p.does(at, "joining") and self._p.does(at + 1, "that")
        is_question = not joined and not self._p.does(at, "that")
        return Opening(at, clause_end(self._p, at), is_question=is_question)

    def source_of_inner(self, cue: Cue) -> range | None:
        """… from Y his saying that: what stands after the preposition."""
        for at in range(cue.first - 1, max(-1, cue.first - _REACH), -1):
            if not self._w.same(cue.first, at) or self._w[at].is_mark:
                return None
            if self._p.does(at, "preposition") and self._w[at].key in self._from():
                return range(at + 1, cue.first) if at + 1 < cue.first else None
        return None

    def _from(self) -> tuple[str, ...]:
        return self._p.lists.order.get("from", ())

    def bare(self, cue: Cue) -> Opening | None:
        """He said, he were ill: after a comma, a clause with the verb form of reported speech."""
        comma = self._comma_after(cue)
        if comma is None:
            return None
        start = comma + 1
        for index in range(start, min(start + _REACH_BARE, len(self._w))):
            if not self._w.same(start, index) or self._w[index].is_mark:
                return None
            if index == start and self._p.does(index, "whether", "that", "as"):
                return None
            if self._p.does(index, "subjunctive"):
                return Opening(start, clause_end(self._p, start))
        return None

    def _comma_after(self, cue: Cue) -> int | None:
        """The comma or colon after a cue, or after a cue and its source."""
        at = cue.last + 1
        while self._w.same(cue.first, at) and not self._w[at].is_mark and at < cue.last + _REACH:
            at += 1
        if not self._w.same(cue.first, at) or self._w[at].text not in (",", ":"):
            return None
        if not self._w.same(cue.first, at + 1):
            return None
        is_relative = at > cue.last + 1 and self._p.does(at + 1, "relative")
        return None if is_relative else at

    def infinitive(self, cue: Cue) -> Opening | None:
        """Promised to …, asked X to …."""
        lists, at = self._p.lists, cue.last + 1
        if not self._w.same(cue.first, at):
            return None
        if lists.holds("infinitive-word"):
            return self._after_comma(at)
        if lists.holds("infinitive-clitic"):
            return self._with_clitic(cue)
        end = clause_end(self._p, at, ",،;:")
        openers = lists.order.get("infinitive-opener", ())
        endings = lists.order["infinitive-ending"]
        for index in range(at, min(end, at + _REACH_INFINITIVE)):
            opened = not openers or (index > at - 1 and self._is_opened(at, index, openers))
            if opened and self._w[index].key.endswith(endings) and len(self._w[index].key) > 2:
                return Opening(at, end)
        return None

    def _is_opened(self, first: int, index: int, openers: tuple[str, ...]) -> bool:
        before = index - 1
        while (
            before >= first
            and self._p.does(before, "own", "not")
            and self._w[before].key not in openers
        ):
            before -= 1
        return before < first or self._w[before].key in openers

    def _after_comma(self, at: int) -> Opening | None:
        while self._w.same(at, at + 1) and not self._w[at].is_mark:
            at += 1
        if self._w[at].text != "," or not self._w.same(at, at + 1):
            return None
        end = clause_end(self._p, at + 1, ",;:.!?…")
        last = self._w[end - 1].key
        order = self._p.lists.order
        inside = any(mark in last[2:-2] for mark in order.get("infinitive-inside", ()))
        before = end - 2 > at and self._w[end - 2].key in order["infinitive-word"]
        if end - at < _SHORTEST_CLITIC or not last.endswith("n") or not (inside or before):
            return None
        return Opening(at + 1, end)

    def _with_clitic(self, cue: Cue) -> Opening | None:
        """Promised the governor to-reopening: after the source, a noun with its preposition."""
        start = cue.last + 1
        end = clause_end(self._p, start, ".!?؟")
        clitics = self._p.lists.order["infinitive-clitic"]
        endings = self._p.lists.order.get("object-ending", ())
        for index in range(start + 1, min(end, start + _REACH_INFINITIVE)):
            key = self._w[index].key
            if self._w[index].is_mark or self._p.does(index, "that"):
                return None
            if index > start + 1 and key.endswith(endings) and key not in clitics:
                return None
            if key in clitics or self._is_joined(index, clitics):
                return Opening(index, end)
        return None

    def _is_joined(self, index: int, clitics: tuple[str, ...]) -> bool:
        key, lists = self._w[index].key, self._p.lists
        joined = key.startswith(clitics) and len(key) > _SHORTEST_CLITIC
        is_name = lists.noun(key) is not None or lists.noun(self._w[index - 1].key[1:]) is not None
        after_town = self._w[index - 1].key.startswith(clitics)
        return joined and not is_name and not after_town
