"""Indirect speech around a cue: that …, a clause before it, as X said, infinitives, objects."""

from collections.abc import Callable
from dataclasses import replace

from wireroom.extraction.attribution.listed.cues import Cue
from wireroom.extraction.attribution.listed.findings import Finding, Passage
from wireroom.extraction.attribution.listed.objects import Objects
from wireroom.extraction.attribution.listed.openings import Opening, Openings
from wireroom.extraction.attribution.listed.silences import Silences
from wireroom.extraction.attribution.listed.speech import Speech
from wireroom.records.attributions import Stance
from wireroom.records.spans import Span

_COMMAS = frozenset((",", "،"))
_STOPS = frozenset(".!?…;؟؛:")
_REACH = 14  # words between "as" and its cue
_FEWEST = 3  # words of a clause before its cue
_FEWEST_REST = 7  # words after an aside that go on with the sentence before it
_LONGEST_OBJECT = 18
_OBJECTS = (
    "object",
    "object-named",
    "object-negated",
    "object-quoted",
    "object-as",
    "object-and-rest",
)


class Clauses:
    """Finds the indirect speech of one passage."""

    def __init__(self, passage: Passage, speech: Speech) -> None:
        self._p = passage
        self._w = passage.w
        self._speech = speech
        self._open = Openings(passage)
        self._objects = Objects(passage)
        self._silences = Silences(passage)

    def find(self) -> None:
        """Asides first, for their words are no part of what is told around them."""
        cues = [cue for cue in self._p.cues.all() if not self._is_name(cue)]
        self._try(cues, (self._as, self._beside))
        rest = (
            self._silences.find,
            self._clause,
            self._infinitive,
            self._bare,
            self._this,
            self._object,
        )
        self._try(cues, rest)
        self._cited(cues)

    def _try(self, cues: list[Cue], ways: tuple[Callable[[Cue], Finding | None], ...]) -> None:
        for cue in cues:
            for way in ways:
                if not self._p.is_free(cue) or self._p.sources.taken.intersection(cue.group):
                    break
                finding = way(cue)
                if finding is not None:
                    self._p.add(finding)

    def _is_name(self, cue: Cue) -> bool:
        return self._w.is_name(cue.first)

    # …, as X said; …, said X

    def _as(self, cue: Cue) -> Finding | None:
        if "as" not in cue.form.frames:
            return None
        first = self._as_word(cue)
        if first is None:
            return None
        source, end = self._as_source(cue, first)
        if source is None and cue.form.family != "nobody":
            return None
        scope = self._p.scope(cue.first)
        closed = not self._w.same(cue.first, end) or self._w[end].is_mark
        if not closed:
            return None
        left = self._p.content(scope.start, first)
        right = self._p.content(end, scope.stop)
        if left and scope.stop - end < _FEWEST_REST:
            right = ()
        if not left and not right:
            return None
        self._p.sources.taken.update(range(first, end))
        group = tuple(i for i in cue.group if i > first)
        return Finding(source, group, (*left, *right), "as", self._p.stance(cue))

    def _as_word(self, cue: Cue) -> int | None:
        for at in range(cue.first, max(-1, cue.first - _REACH), -1):
            if not self._w.same(cue.first, at) and not self._w.is_name(at):
                return None
            if self._p.does(at, "as") and not self._p.does(at, "article"):
                before = at - 1
                starts = not self._w.same(at, before) or self._w[before].is_mark
                return at if starts else None
            if self._w[at].is_mark and not self._w.is_name(at):
                return None
        return None

    def _as_source(self, cue: Cue, first: int) -> tuple[range | None, int]:
        between = [
            i
            for i in range(first + 1, cue.first)
            if i not in self._p.sources.taken and not self._p.does(i, "own")
        ]
        if between:
            return self._p.sources.before(cue.first, start=first + 1), self._clause_end(
                cue.last + 1
            )
        at = cue.last + 1
        if "place" in cue.form.frames and self._p.does(at, "at"):
            end = self._clause_end(at)
            return range(at, end), end
        source = self._p.sources.after(at, adding="names")
        return source, self._clause_end(source.stop if source else at)

    def _clause_end(self, index: int) -> int:
        """Past words that are taken, to the next mark."""
        at = index
        while at < len(self._w) and at in self._p.sources.taken:
            at += 1
        limit = at + _REACH
        while self._w.same(index - 1, at) and not self._w[at].is_mark and at < limit:
            at += 1
        return at

    def _beside(self, cue: Cue) -> Finding | None:
        """…, said X: at the end of a sentence, right after a comma."""
        comma = cue.first - 1
        if "beside" not in cue.form.frames or comma < 0 or self._w[comma].text not in _COMMAS:
            return None
        sources = self._p.sources
        source = sources.after(cue.gap.start if cue.gap else cue.last + 1)
        if source is None or not self._w.same(cue.first, comma) or not sources.is_plain(source):
            return None
        scope = self._p.scope(cue.first)
        end = max(cue.last + 1, source.stop)
        while end < scope.stop and end < cue.last + _REACH and not self._w[end].is_mark:
            if cue.gap or not self._p.does(source.stop, "circumstance", "preposition"):
                return None
            end += 1
        if end < scope.stop and self._w[end].text not in _STOPS:
            return None
        content = self._p.content(scope.start, comma)
        if comma - scope.start < _FEWEST or not content:
            return None
        sources.taken.update(range(comma, end))
        return Finding(source, cue.group, content, "beside", self._p.stance(cue))

    # X said that …

    def _clause(self, cue: Cue) -> Finding | None:
        if "clause" not in cue.form.frames:
            return None
        opening = self._open.clause(cue)
        if opening is None:
            return None
        stance: Stance = self._p.stance(cue)
        if opening.is_question and cue.negated and cue.form.family == "speech":
            stance = "no-comment"
        elif opening.is_question and stance != "asks":
            return None
        return self._told(cue, opening.start, opening.end, "clause", stance)

    def _told(
        self, cue: Cue, start: int, end: int, frame: str, stance: Stance | None = None
    ) -> Finding | None:
        source, known = self._source(cue, start)
        content = self._p.content(start, end)
        if not known or not content:
            return None
        return Finding(source, cue.group, content, frame, stance or self._p.stance(cue))

    def _source(self, cue: Cue, start: int) -> tuple[range | None, bool]:
        """The source of a cue, and whether it is known who that is, or that none is named."""
        if cue.form.family == "nobody":
            return None, True
        if "inner" in cue.form.frames:
            source = self._open.source_of_inner(cue)
            return source, source is not None
        source = self._speech.source_of(cue, start)
        if source is not None:
            return source, True
        before = cue.first - 1
        opens = not self._w.same(cue.first, before) or self._w[before].is_mark
        if self._p.does(before, "and"):
            same = [f.source for f in self._p.beside(cue.first) if f.cue[0] < before]
            if same and same[-1]:
                return same[-1], True
            opens = True
        return None, opens and self._p.lists.holds("dropped")

    def _infinitive(self, cue: Cue) -> Finding | None:
        if not cue.form.frames.intersection(("infinitive",)):
            return None
        opening = self._open.infinitive(cue)
        if opening is None:
            return None
        finding = self._told(cue, opening.start, opening.end, "infinitive")
        if finding is None or finding.source is None:
            return None
        if cue.gap and finding.source.stop <= cue.first:
            gap = self._p.content(cue.gap.start, cue.gap.stop)
            content = (*gap, *finding.content)
            return Finding(finding.source, cue.group, content, "infinitive", finding.stance)
        return finding

    def _bare(self, cue: Cue) -> Finding | None:
        if "bare" not in cue.form.frames or not self._p.lists.holds("bare"):
            return None
        opening = self._open.bare(cue)
        if opening is None:
            return None
        return self._told(cue, opening.start, opening.end, "bare")

    def _this(self, cue: Cue) -> Finding | None:
        """That is what X said: the sentence before."""
        sentence = self._p.sentence(cue.first)
        opening = self._this_phrase(sentence)
        if opening:
            return self._about_this(cue, sentence, opening)
        before = self._p.sources.before(cue.first)
        is_this = before is not None and len(before) == 1 and self._p.does(before.start, "this")
        if not is_this or before is None or before.start != sentence.start or not sentence.start:
            return None
        source = self._p.sources.after(cue.gap.start if cue.gap else cue.last + 1)
        tells, denies = "beside" in cue.form.frames, cue.form.frames.intersection(_OBJECTS)
        if source is None or not (tells or denies):
            return None
        stance = self._p.stance(cue)
        if not tells:
            content: tuple[Span, ...] = (self._w.span(before.start, before.start),)
            return Finding(source, cue.group, content, "object", stance)
        return self._of_sentence_before(cue, sentence, source)

    def _this_phrase(self, sentence: range) -> int:
        """How many words of "about this" open a sentence."""
        for phrase in self._p.lists.order.get("this-phrase", ()):
            words = phrase.split()
            if [self._w[i].key for i in sentence[: len(words)]] == words:
                return len(words)
        return 0

    def _about_this(self, cue: Cue, sentence: range, opening: int) -> Finding | None:
        """About this X told: the sentence before."""
        first = sentence.start + opening
        if not sentence.start or "beside" not in cue.form.frames:
            return None
        source = self._p.sources.after(cue.last + 1)
        if source is None and first < cue.first:
            source = self._p.sources.before(cue.first, start=first)
        return self._of_sentence_before(cue, sentence, source) if source else None

    def _of_sentence_before(self, cue: Cue, sentence: range, source: range) -> Finding | None:
        stance = self._p.stance(cue)
        last = self._p.sentence(sentence.start - 1)
        gap = self._w.text[self._w[last.stop - 1].end : self._w[sentence.start].start]
        content = self._p.content(last.start, last.stop)
        if gap.count("\n") > 2 or not content or self._w[last.start].scope >= 0:
            return None
        return Finding(source, cue.group, content, "before", stance)

    # X denied it

    def _object(self, cue: Cue) -> Finding | None:
        frames = cue.form.frames.intersection(_OBJECTS)
        if not frames or (frames == {"object-negated"} and not cue.negated):
            return None
        opening = self._objects.thing(cue)
        if opening is None or opening.source is None:
            return None
        content = self._p.content(opening.start, opening.end)
        last = opening.end - 1
        if not content or last - opening.start >= _LONGEST_OBJECT or self._p.does(last, "not"):
            return None
        if not self._is_told_of(cue, frames, opening, content[0]):
            return None
        return Finding(opening.source, cue.group, content, "object", self._p.stance(cue))

    def _is_told_of(
        self, cue: Cue, frames: frozenset[str], opening: Opening, content: Span
    ) -> bool:
        """Whether the object is something that is said, not handed over."""
        if frames.intersection(("object-quoted", "object-as")):
            return bool(self._w.quotes.overlapping(content))
        if "object-named" in frames and not (cue.negated and "object-negated" in frames):
            nouns = self._p.lists.order.get("object-noun", ())
            words = range(opening.start, opening.end)
            return any(self._w[i].key.startswith(nouns) for i in words)
        return True

    # X quotes Y as saying

    def _cited(self, cues: list[Cue]) -> None:
        for cue in cues:
            if "citing" not in cue.form.frames or not self._p.is_free(cue):
                continue
            source = self._p.sources.after(cue.last + 1, adding="nothing")
            inner = self._inner(cue)
            if source is None or inner is None:
                continue
            self._p.replace(inner, replace(inner, within=cue.group[0]))
            self._p.add(Finding(source, cue.group, inner.content, "citing"))

    def _inner(self, cue: Cue) -> Finding | None:
        after = (f for f in self._p.beside(cue.first) if f.cue[0] > cue.last)
        return next((f for f in after if f.content), None)
