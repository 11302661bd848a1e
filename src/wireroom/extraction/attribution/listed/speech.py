"""Direct speech: quotations with a cue after, before or within them."""

from collections.abc import Iterator, Sequence

from wireroom.extraction.attribution.listed.cues import Cue
from wireroom.extraction.attribution.listed.findings import Finding, Passage
from wireroom.extraction.attribution.quoted import merged, without
from wireroom.records.spans import Span

_SHORTEST = 12  # characters of a quotation that is speech and no name
_REACH_BEFORE = 16  # words between a cue and the quotation that it introduces
_REACH_AFTER = 8
_DASHES = frozenset("—–-")
_COMMAS = frozenset((",", "،"))
_CLOSING = frozenset('"”“»«')


class Speech:
    """Finds the direct speech of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._w = passage.w
        self._words: dict[int, range] = {}
        for index, word in enumerate(self._w.words):
            if word.scope >= 0:
                known = self._words.get(word.scope)
                first = index if known is None else known.start
                self._words[word.scope] = range(first, index + 1)

    def find(self) -> None:
        """Add what stands beside each quotation; a quotation is the content of one only."""
        done = -1
        for number in range(len(self._w.quotes)):
            if number <= done or number not in self._words:
                continue
            found = self._inserted(number) or self._after(number) or self._before(number)
            if found is not None:
                finding, end = found
                numbers = self._going_on(number, end)
                if numbers:
                    more = [self._w.quotes[n].span for n in numbers]
                    content = merged([*finding.content, *more])
                    finding = Finding(
                        finding.source, finding.cue, content, finding.frame, finding.stance
                    )
                self._p.add(finding)
                done = numbers[-1] if numbers else number

    def _going_on(self, number: int, end: int) -> list[int]:
        """The quotations that go on with the speech, right after its source or its sentence."""
        quotes = self._w.quotes
        found: list[int] = []
        following = number + 1
        if following < len(quotes) and following in self._words:
            first = self._words[following].start
            if 0 < first - end <= 2 and all(self._w[i].text in ",،:—–-" for i in range(end, first)):
                found.append(following)
        last = self._words[found[-1]].stop if found else end
        last = min(max(last, 1), len(self._w))
        sentence = self._p.sentence(last - 1)
        closes = self._w.span(sentence.start, sentence.stop - 1).end
        return [*found, *quotes.going_on(found[-1] if found else number, closes)]

    # «…», said X

    def _after(self, number: int) -> tuple[Finding, int] | None:
        words, w = self._words[number], self._w
        quotation = w.quotes[number]
        if not quotation.closed:
            return None
        at, joined = words.stop, w[words.stop - 2].text in ",،!?؟…" if len(words) > 2 else False
        while at < len(w) and (w[at].text in _COMMAS or w[at].text in _DASHES):
            at, joined = at + 1, True
        if at >= len(w) or w[at].scope >= 0 or "\n" in w.text[quotation.end : w[at].start]:
            return None
        if not (joined or w[at].text[0].islower() or self._p.lists.holds("caseless")):
            return None
        found = self._told_after(number, at)
        if found is not None and not self._is_speech(number):
            goes_on = joined and any(n == number + 1 for n in self._going_on(number, found[1]))
            return found if goes_on else None
        return found

    def _told_after(self, number: int, at: int) -> tuple[Finding, int] | None:
        w, words = self._w, self._words[number]
        first = self._p.sentence(words.start).start
        content: tuple[Span, ...] = (w.quotes[number].span,)
        if self._goes_before(first, words.start):
            content = self._p.content(first, words.stop)
        for index in range(at, min(at + _REACH_AFTER, len(w))):
            if w[index].sentence != w[at].sentence or w[index].is_mark or w[index].scope >= 0:
                return None
            cue = self._cue(index, "quotation")
            if cue is None:
                continue
            if self._p.does(at, "as"):
                return None
            source, end = self._beside(cue, at)
            if source is None and not self._may_drop(cue):
                return None
            return self._finding(cue, source, content), max(end, cue.last + 1)
        return None

    def _goes_before(self, first: int, start: int) -> bool:
        """Whether the sentence has told something before the quotation: he is "ill", said X."""
        plain = [i for i in range(first, start) if not self._w[i].is_mark]
        colon = start > 0 and self._w[start - 1].text == ":"
        return (
            not colon
            and any(self._w[i].scope < 0 for i in plain)
            and (self._p.used.isdisjoint(plain))
        )

    def _beside(self, cue: Cue, at: int) -> tuple[range | None, int]:
        """The source of a cue after its quotation, and where the words of both end."""
        sources = self._p.sources
        between = range(at, cue.first)
        if between and not self._p.does(at, "circumstance", "preposition", "and", "that"):
            return between, cue.last + 1
        if cue.gap:
            source = sources.after(cue.gap.start, adding="nothing")
        else:
            source = sources.after(cue.last + 1)
        return source, source.stop if source else cue.last + 1

    # X said: «…»

    def _before(self, number: int) -> tuple[Finding, int] | None:
        words, w = self._words[number], self._w
        last = words.start - 1
        if last < 0 or "\n" in w.text[w[last].end : w.quotes[number].start]:
            return None
        colon = w[last].text == ":"
        if w[last].is_mark and not colon and w[last].text not in _COMMAS:
            return None
        if not colon and (not self._is_speech(number) or w[last].text in _DASHES):
            return None
        limit = _REACH_BEFORE if colon else _REACH_AFTER
        for index in range(last, max(-1, last - limit), -1):
            if w[index].sentence != w[last].sentence or (
                w[index].scope >= 0 and not w.is_name(index)
            ):
                return None
            cue = self._cue(index, "quotation")
            if cue is None:
                continue
            if not colon and not self._leads(cue, words.start):
                return None
            return self._told_before(number, cue, last + (0 if colon or w[last].is_mark else 1))
        return None

    def _leads(self, cue: Cue, start: int) -> bool:
        """Whether nothing but a source, a day or a comma stands between a cue and a quotation."""
        end = start - 1 if self._w[start - 1].text in _COMMAS else start
        first = cue.last + 1
        if first >= end:
            return True
        if any(self._w[i].is_mark and not self._w.is_name(i) for i in range(first, end)):
            return False
        lists = self._p.lists
        if lists.holds("inverted") or lists.holds("verb-first"):
            source = self._p.sources.after(first, adding="nothing")
            return source is not None and source.stop == end
        return self._p.does(first, "circumstance", "preposition")

    def _told_before(self, number: int, cue: Cue, end: int) -> tuple[Finding, int] | None:
        sources = self._p.sources
        if any(
            self._p.does(i, "that", "relative") and not self._p.does(i, "article")
            for i in range(cue.last + 1, end)
        ):
            return None
        source = None if "inner" in cue.form.frames else self.source_of(cue, end)
        if source is None and "place" in cue.form.frames:
            source = sources.before(cue.first, with_preposition=True)
        if source is None and not self._may_drop(cue):
            return None
        quotation = self._w.quotes[number]
        return self._finding(cue, source, (quotation.span,)), self._words[number].stop

    def source_of(self, cue: Cue, end: int) -> range | None:
        """The source of a cue before its content, which begins at ``end``: before the cue, in its
        gap, or between it and the content."""
        sources, lists = self._p.sources, self._p.lists
        with_preposition = "place" in cue.form.frames
        if not lists.holds("verb-first") or with_preposition:
            source = sources.before(cue.first, with_preposition=with_preposition)
            if source is not None:
                return source
        if cue.gap:
            return sources.after(cue.gap.start, adding="nothing")
        inverted = lists.holds("inverted") or lists.holds("verb-first") or with_preposition
        if inverted and cue.last + 1 < end:
            return sources.after(cue.last + 1)
        if lists.holds("verb-first") and self._is_after_noun(cue):
            return sources.before(cue.first)
        return None

    def _is_after_noun(self, cue: Cue) -> bool:
        before = self._p.sources.before(cue.first)
        return before is not None and self._p.sources.is_plain(before)

    # «…, — said X. — …»

    def _inserted(self, number: int) -> tuple[Finding, int] | None:
        words, w = self._words[number], self._w
        for at in range(words.start + 2, words.stop - 2):
            dash = w[at].text in _DASHES and w[at - 1].text in ",،.!?…"
            comma = w[at].text == "," and self._p.lists.holds("inserted-by-comma")
            if not dash and not comma:
                continue
            cue = self._cue(at + 1, "quotation", inside=True)
            if cue is None:
                continue
            source = self._p.sources.after(
                cue.gap.start if cue.gap else cue.last + 1, adding="nothing"
            )
            end = max(source.stop, cue.last + 1) if source else len(w)
            if source is None or not w.same(at, end) or not self._closes(source, end, dash):
                continue
            first = w[at - 1].start if dash and w[at - 1].text in _COMMAS else w[at].start
            last = end - 1
            while w.same(at, end) and (w[end].text in ",،.;" or w[end].text in _DASHES):
                end += 1
            hole = Span(first, w[end].start if w.same(at, end) else w[last].end)
            content = without([w.quotes[number].span], [hole], w.text)
            return self._finding(cue, source, content), words.stop
        return None

    def _closes(self, source: range, end: int, dash: bool) -> bool:
        mark = self._w[end].text
        if dash:
            return mark in ",،.;" or mark in _DASHES
        return mark in (",", ".") and self._p.sources.is_plain(source)

    # Parts of all

    def _is_speech(self, number: int) -> bool:
        quotation = self._w.quotes[number]
        inner = quotation.span.of(self._w.text).strip('"“”«»„ \u00a0')
        ends = inner[-1:] in ("!", "?", ".", "…", ",", "؟")
        return len(inner) >= _SHORTEST or (ends and len(inner) > 2)

    def _cue(self, index: int, frame: str, *, inside: bool = False) -> Cue | None:
        if index >= len(self._w) or (self._w[index].scope >= 0 and not inside):
            return None
        for cue in self._cues_from(index):
            if frame in cue.form.frames and self._p.is_free(cue) and cue.form.family != "nobody":
                return cue
        return None

    def _cues_from(self, index: int) -> Iterator[Cue]:
        """The cues whose group begins at the word or, with its auxiliaries, just after it."""
        yield from self._p.cues.at(index)
        at = index
        while self._p.cues.is_before_verb(at) and at < index + 5:
            at += 1
            if self._w.same(index, at):
                yield from (cue for cue in self._p.cues.at(at) if cue.first <= index)

    def _may_drop(self, cue: Cue) -> bool:
        return self._p.lists.holds("dropped") or "inner" in cue.form.frames

    def _finding(self, cue: Cue, source: range | None, content: Sequence[Span]) -> Finding:
        return Finding(
            source,
            cue.group,
            tuple(content),
            "quotation",
            self._p.stance(cue),
        )
