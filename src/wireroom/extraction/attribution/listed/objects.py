"""The things that cues are about: denied the report, accused X of Y."""

from wireroom.extraction.attribution.listed.cues import Cue
from wireroom.extraction.attribution.listed.findings import Passage
from wireroom.extraction.attribution.listed.openings import Opening, clause_end

_REACH = 14  # words between a cue and its object
_CLAUSES = ",;:.!?…"
_RESTS = ";:.!?…"
_NO_THING = ("that", "whether", "and", "not")


class Objects:
    """Finds the objects of cues in one passage."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._w = passage.w

    def thing(self, cue: Cue) -> Opening | None:
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
            return Opening(cue.gap.start, clause_end(self._p, start, _CLAUSES), source)
        while self._w.same(cue.first, start) and self._is_between(start):
            start += 1
        return self._thing_after(cue, start, source)

    def _thing_after(self, cue: Cue, start: int, source: range) -> Opening | None:
        whole = "object-and-rest" in cue.form.frames
        if start >= self._p.sentence(cue.first).stop:
            return None
        quoted = self._quoted(start)
        if not quoted and (self._w[start].is_mark or self._p.does(start, *_NO_THING)):
            return None
        if not whole and self._p.does(start, "preposition", "circumstance"):
            return None
        return Opening(start, clause_end(self._p, start, _RESTS if whole else _CLAUSES), source)

    def _is_between(self, index: int) -> bool:
        return self._p.does(index, "own") and not self._p.does(index, "article")

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
        end = clause_end(self._p, start, ".!?؟")
        lists = self._p.lists
        whole = "object-and-rest" in cue.form.frames
        for index in range(start + 1, min(end, start + _REACH)):
            key = self._w[index].key
            if self._w[index].is_mark or self._p.does(index, "that"):
                return None
            opens = key in lists.order.get("object-opener", ())
            if opens or (
                whole and lists.noun(self._w[index - 1].key) is None and self._is_body(index)
            ):
                return Opening(index, end, self._without_time(start, index))
        return None

    def _without_time(self, start: int, end: int) -> range:
        """The source less the day and the manner that stand after it."""
        for at in range(start + 1, end):
            if self._p.does(at, "circumstance") and not self._p.does(at, "preposition"):
                return range(start, at)
        return range(start, end)

    def _is_body(self, index: int) -> bool:
        return self._p.lists.noun(self._w[index].key) is not None
