"""Dialogue with dashes: paragraphs that open with one, and who speaks in them."""

from collections.abc import Iterator

from wireroom.extraction.attribution.listed.cues import Cue
from wireroom.extraction.attribution.listed.findings import Finding, Passage
from wireroom.records.spans import Span

_DASHES = frozenset("—–-")
_ENDS = frozenset(",.!?…")
_LONGEST = 400  # words of a paragraph that are read as dialogue


class Dialogue:
    """Finds the spoken lines of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._w = passage.w

    def find(self) -> None:
        """Add the lines whose speaker is told in them."""
        if not self._p.lists.holds("dialogue"):
            return
        for words in self._paragraphs():
            if len(words) > 2 and self._w[words.start].text in _DASHES:
                finding = self._line(words)
                if finding is not None:
                    self._p.add(finding)

    def _paragraphs(self) -> Iterator[range]:
        first = 0
        for index in range(1, len(self._w) + 1):
            if (
                index == len(self._w)
                or "\n" in self._w.text[self._w[index - 1].end : self._w[index].start]
            ):
                yield range(first, min(index, first + _LONGEST))
                first = index

    def _line(self, words: range) -> Finding | None:
        for at in range(words.start + 2, words.stop):
            dash = self._w[at - 1].text in _DASHES and at - 1 > words.start
            mark = self._w[at - 1].text in _ENDS and self._p.lists.holds("inserted-by-comma")
            if not (dash or mark) or self._w[at].text[0].isupper():
                continue
            cue = next((c for c in self._p.cues.at(at) if self._tells(c)), None)
            source = self._source(cue)
            if cue is None or (source is None and not (dash and self._p.lists.holds("dropped"))):
                continue
            if mark and not dash and not self._is_closed(source):
                continue
            end = source.stop if source else cue.last + 1
            content = (
                *self._part(words.start + 1, at - 1 if dash else at),
                *self._rest(words, end, dash),
            )
            if content:
                return Finding(
                    source, cue.group, content, "dialogue", self._p.stance(cue), "direct"
                )
        return None

    def _tells(self, cue: Cue) -> bool:
        return "quotation" in cue.form.frames and cue.form.family != "nobody"

    def _source(self, cue: Cue | None) -> range | None:
        if cue is None:
            return None
        return self._p.sources.after(cue.last + 1, adding="nothing")

    def _is_closed(self, source: range | None) -> bool:
        if source is None:
            return False
        end = source.stop
        return end >= len(self._w) or self._w[end].is_mark

    def _rest(self, words: range, end: int, dash: bool) -> tuple[Span, ...]:
        """What goes on after the speaker: after the next dash, or after the full stop where the
        language has no dash there."""
        if dash:
            at = next((i for i in range(end, words.stop) if self._w[i].text in _DASHES), None)
            if at is None:
                return ()
            first = at + 1
            while first < words.stop and self._w[first].text in _ENDS:
                first += 1
            return self._part(first, words.stop)
        at = end
        while at < words.stop and self._w[at].text not in ".!?…":
            at += 1
        if at + 1 >= words.stop or self._p.does(at + 1, "he") and self._is_third(at + 1):
            return ()
        return self._part(at + 1, words.stop)

    def _is_third(self, index: int) -> bool:
        return self._w[index].key in self._p.lists.order.get("enclitic", ())[:-1]

    def _part(self, first: int, end: int) -> tuple[Span, ...]:
        while first < end and (self._w[first].text in _DASHES or self._w[first].text in _ENDS):
            first += 1
        while end > first and (self._w[end - 1].text in _DASHES or self._w[end - 1].text in ",."):
            end -= 1
        return (self._w.span(first, end - 1),) if first < end else ()
