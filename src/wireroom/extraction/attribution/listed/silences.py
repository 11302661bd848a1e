"""No comment: who declined to say something, and what about."""

from wireroom.extraction.attribution.listed.cues import Cue
from wireroom.extraction.attribution.listed.findings import Finding, Passage
from wireroom.records.spans import Span

_LONGEST = 14  # words of what is not commented on


class Silences:
    """Finds in one passage who says nothing."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._w = passage.w

    def find(self, cue: Cue) -> Finding | None:
        """The cue as one of saying nothing, if it is one and somebody is named."""
        if not cue.form.frames.intersection(("silence", "silence-asked")):
            return None
        source = self._source(cue)
        if source is None:
            return None
        group, content = self._of_what(cue, source)
        if "silence-asked" in cue.form.frames and not self._is_question(content):
            return None
        return Finding(source, group, content, "silence", "no-comment")

    def _is_question(self, content: tuple[Span, ...]) -> bool:
        asked = self._p.lists.order.get("silence-object", ())
        words = " ".join(span.of(self._w.text) for span in content).casefold().split()
        return any(word.startswith(asked) for word in words)

    def _source(self, cue: Cue) -> range | None:
        sources, lists = self._p.sources, self._p.lists
        if lists.holds("verb-first"):
            start = cue.gap.start if cue.gap else cue.last + 1
            return sources.after(start, adding="nothing")
        source = sources.before(cue.first, with_preposition=lists.holds("free"))
        after_comma = cue.first > 0 and self._w[cue.first - 1].text == ","
        if cue.gap and (source is None or after_comma):
            return sources.after(cue.gap.start, adding="nothing")
        return source

    def _of_what(self, cue: Cue, source: range) -> tuple[tuple[int, ...], tuple[Span, ...]]:
        scope = self._p.scope(cue.first)
        start = max(cue.last + 1, source.stop if source.start > cue.last else 0)
        end = self._end(start)
        if self._w.same(cue.first, start) and self._p.does(start, "about"):
            return (*cue.group, start), self._p.content(start + 1, end)
        if self._p.does(cue.last, "about"):
            return cue.group, self._p.content(start, end)
        after = (
            start + 1 if self._w.same(cue.first, start) and self._w[start].text == "," else start
        )
        if self._w.same(cue.first, after) and self._p.does(after, "whether"):
            return cue.group, self._p.content(after, scope.stop)
        if scope.start < cue.first and self._p.does(scope.start, "whether"):
            return cue.group, self._p.content(scope.start, self._end(scope.start + 1))
        return cue.group, ()

    def _end(self, start: int) -> int:
        at = start
        while self._w.same(start - 1, at) and not self._w[at].is_mark and at < start + _LONGEST:
            at += 1
        return at
