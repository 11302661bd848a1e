"""Where what a cue tells begins and ends."""

from dataclasses import dataclass

from wireroom.extraction.attribution.listed.cues import Cue
from wireroom.extraction.attribution.listed.findings import Passage
from wireroom.extraction.attribution.listed.speech import Speech

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


class Openings:
    """Finds the contents of cues in one passage."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._w = passage.w

    def _end(self, start: int, marks: str = ";؛") -> int:
        """Where the clause ends: at one of the marks, or with its sentence or quotation."""
        scope = self._p.scope(start)
        at = start
        while at < scope.stop and (self._w[at].text not in marks or self._w[at].scope >= 0 > self._w[start].scope):
            at += 1
        return at

    def clause(self, cue: Cue) -> Opening | None:
        """That … or whether … after a cue."""
        at = cue.last + 1
        limit = at + _REACH
        comma = False
        while at < limit and self._w.same(cue.first, at):
            if at in self._p.sources.taken:
                at, limit = at + 1, limit + 1
                continue
            if self._opens(at, comma):
                return self._opened(cue, at)
            if self._w[at].is_mark:
                if self._w[at].text not in _COMMAS:
                    return None
                if not self._may_be_aside(at):
                    return None
                at = self._past_aside(at)
                comma = self._w[at - 1].text in _COMMAS if at > 0 else False
                continue
            if self._p.cues.at(at) and not self._p.does(at, "own", "article"):
                return None
            comma, at = False, at + 1
        return None

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
            if not is_told and not self._w[first or 0].is_mark:
                return None
        if not self._w.same(at, at + 1):
            return None
        joined = self._p.does(at, "joining") and self._p.does(at + 1, "that")
        is_question = not joined and not self._p.does(at, "that")
        return Opening(at, self._end(at), is_question=is_question)

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
        at = cue.last + 1
        if self._w.same(cue.first, at) and self._w[at].text not in _COMMAS:
            source = self._p.sources.after(at, adding="nothing")
            at = source.stop if source else at
            while self._w.same(cue.first, at) and not self._w[at].is_mark and at < cue.last + _REACH:
                at += 1
            if self._w.same(cue.first, at + 1) and self._p.does(at + 1, "relative"):
                return None
        if not self._w.same(cue.first, at) or self._w[at].text not in (",", ":"):
            return None
        if self._w[at].text == ":" and self._w[at + 1 if at + 1 < len(self._w) else at].scope >= 0:
            return None
        start = at + 1
        for index in range(start, min(start + _REACH_BARE, len(self._w))):
            if not self._w.same(start, index) or self._w[index].is_mark:
                return None
            if index == start and self._p.does(index, "whether", "that", "as"):
                return None
            if self._p.does(index, "subjunctive"):
                return Opening(start, self._end(start))
        return None

    def infinitive(self, cue: Cue) -> Opening | None:
        """Promised to …, asked X to …."""
        lists, at = self._p.lists, cue.last + 1
        if not self._w.same(cue.first, at):
            return None
        if lists.holds("infinitive-word"):
            return self._after_comma(at)
        if lists.holds("infinitive-clitic"):
            return self._with_clitic(cue)
        end = self._end(at, ",،;:")
        openers = lists.order.get("infinitive-opener", ())
        endings = lists.order["infinitive-ending"]
        for index in range(at, min(end, at + _REACH_INFINITIVE)):
            opened = not openers or (index > at - 1 and self._is_opened(at, index, openers))
            if opened and self._w[index].key.endswith(endings) and len(self._w[index].key) > 2:
                return Opening(at, end)
        return None

    def _is_opened(self, first: int, index: int, openers: tuple[str, ...]) -> bool:
        before = index - 1
        while before >= first and self._p.does(before, "own", "not") and self._w[before].key not in openers:
            before -= 1
        return before < first or self._w[before].key in openers

    def _after_comma(self, at: int) -> Opening | None:
        while self._w.same(at, at + 1) and not self._w[at].is_mark:
            at += 1
        if self._w[at].text != "," or not self._w.same(at, at + 1):
            return None
        end = self._end(at + 1, ",;:.!?…")
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
        end = self._end(start, ".!?؟")
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

    def thing(self, cue: Cue, speech: Speech) -> Opening | None:
        """The object of a cue, with the source before the cue or between the two."""
        lists, start = self._p.lists, cue.last + 1
        if lists.holds("verb-first"):
            return self._thing_after_source(cue)
        source = self._p.sources.before(cue.first)
        if source is None or (len(source) == 1 and self._p.does(source.start, "this")):
            return None
        if cue.gap and "object-as" not in cue.form.frames:
            return self._thing_in_gap(cue, source)
        if cue.gap:
            return Opening(cue.gap.start, self._end(start, ",;:.!?…"), source)
        while self._w.same(cue.first, start) and self._p.does(start, "own"):
            start += 1
        if not self._w.same(cue.first, start) and not self._quoted(start):
            return None
        whole = "object-and-rest" in cue.form.frames
        end = self._end(start, ";:.!?…" if whole else ",;:.!?…")
        if self._p.does(start, "preposition", "circumstance", "that", "whether", "and", "not"):
            if not whole or self._p.does(start, "that", "whether", "and", "not"):
                return None
        return None if self._w[start].is_mark and not self._quoted(start) else Opening(start, end, source)

    def _quoted(self, index: int) -> bool:
        return index < len(self._w) and self._w[index].scope >= 0

    def _thing_in_gap(self, cue: Cue, source: range) -> Opening | None:
        first, last = cue.gap.start, cue.gap.stop
        while last > first and self._p.does(last - 1, "circumstance", "own", "not"):
            last -= 1
        while first < last and self._p.does(first, "own"):
            first += 1
        if first >= last or self._p.does(first, "preposition"):
            return None
        if len(range(first, last)) == 1 and self._p.does(first, "he"):
            return None
        return Opening(first, last, source)

    def _thing_after_source(self, cue: Cue) -> Opening | None:
        start = cue.last + 1
        end = self._end(start, ".!?؟")
        lists = self._p.lists
        whole = "object-and-rest" in cue.form.frames
        for index in range(start + 1, min(end, start + _REACH)):
            key = self._w[index].key
            if self._w[index].is_mark or self._p.does(index, "that"):
                return None
            opens = key in lists.order.get("object-opener", ())
            if opens or (whole and lists.noun(self._w[index - 1].key) is None and self._is_body(index)):
                return Opening(index, end, range(start, index))
        return None

    def _is_body(self, index: int) -> bool:
        return self._p.lists.noun(self._w[index].key) is not None

    def silent(self, cue: Cue, speech: Speech) -> range | None:
        """Who says nothing."""
        sources = self._p.sources
        if self._p.lists.holds("verb-first"):
            if cue.gap:
                return sources.after(cue.gap.start, adding="nothing")
            return sources.after(cue.last + 1, adding="nothing")
        source = sources.before(cue.first, with_preposition=self._p.lists.holds("free"))
        if cue.gap and (source is None or self._is_clause(cue)):
            return sources.after(cue.gap.start, adding="nothing")
        return source

    def _is_clause(self, cue: Cue) -> bool:
        return self._w[cue.first - 1].text == "," if cue.first else False
