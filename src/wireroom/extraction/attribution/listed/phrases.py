"""According to X: the phrases by which a text names a source, and words of hearsay."""

from wireroom.extraction.attribution.listed.findings import Finding, Passage
from wireroom.extraction.attribution.listed.lists import Phrase
from wireroom.records.spans import Span

_FARTHEST = 60  # words before a phrase in which the clause that it stands in may begin
_FEWEST = 2  # words of a content
_COMMAS = frozenset((",", "،"))
_STOPS = frozenset(".!?…;؟؛")


class Phrases:
    """Finds the phrases of one passage."""

    def __init__(self, passage: Passage) -> None:
        self._p = passage
        self._w = passage.w
        self._citing: list[tuple[tuple[int, ...], range]] = []

    def find(self) -> None:
        """Add what is told according to somebody; take up the words of those who are cited."""
        index = 0
        while index < len(self._w):
            index = self._at(index)

    def _at(self, index: int) -> int:
        for phrase in self._listed(index):
            size = len(phrase.words)
            words = tuple(range(index, index + size))
            if not all(
                self._w.same(index, at) and self._w[at].key.endswith(word)
                for at, word in zip(words, phrase.words, strict=True)
            ) or any(self._w[at].key != phrase.words[at - index] for at in words[1:]):
                continue
            if phrase.kind == "hearsay" or not self._p.used.isdisjoint(words):
                continue
            end = self._found(phrase, words)
            if end is not None:
                return max(end, index + 1)
        return index + 1

    def _listed(self, index: int) -> tuple[Phrase, ...]:
        key, lists = self._w[index].key, self._p.lists
        found = lists.phrases.get(key, ())
        for clitic in () if found else lists.order.get("proclitic", ()):
            if key.startswith(clitic):
                found = found or lists.phrases.get(key[len(clitic) :], ())
        return found

    def _found(self, phrase: Phrase, words: tuple[int, ...]) -> int | None:
        """Add the finding of one phrase; where it ends, or None where it is none."""
        before = phrase.side == "before"
        sources = self._p.sources
        source = sources.noun_phrase_before(words[0]) if before else self._source(phrase, words)
        if source is None:
            return None
        if phrase.kind in ("weak", "aside") and not self._p.sources.is_plain(source):
            return None
        if phrase.kind == "aside" and not self._is_aside(words[0], source.stop):
            return None
        whole = range(min(words[0], source.start), max(words[-1] + 1, source.stop))
        if phrase.kind == "citing":
            self._citing.append((words, source))
            self._p.sources.taken.update(whole)
            return whole.stop
        content = self._content(whole)
        if not content:
            return None
        self._p.sources.taken.update(whole)
        self._p.add(Finding(source, words, content, "phrase", cut=len(phrase.joined)))
        return whole.stop

    def _source(self, phrase: Phrase, words: tuple[int, ...]) -> range | None:
        start = words[-1] + 1
        if phrase.joined and not (
            start < len(self._w) and self._w[start].key.startswith(phrase.joined)
        ):
            return None
        source = self._p.sources.after(start, adding="names")
        if source is None or self._p.lists.holds("capital-nouns") or self._is_closed(source):
            return source
        return self._shortened(source)

    def _is_closed(self, source: range) -> bool:
        at = source.stop
        return not self._w.same(source.start, at) or self._w[at].is_mark or self._p.does(at, "that")

    def _shortened(self, source: range) -> range | None:
        """A source that no comma ends, as far as its noun and the names after it."""
        for at in source:
            if self._p.lists.noun(self._w[at].key) is None:
                continue
            end = at + 1
            while end < source.stop and self._w[end].text[0].isupper():
                end += 1
            return range(source.start, end)
        return None

    def _is_aside(self, first: int, end: int) -> bool:
        """Whether a comma stands before, and a comma or the end of the sentence after it."""
        before = first > 0 and self._w[first - 1].text in _COMMAS
        return before and (not self._w.same(first, end) or self._w[end].is_mark)

    def _content(self, whole: range) -> tuple[Span, ...]:
        scope = self._p.scope(whole.start)
        first = scope.start
        for at in range(whole.start - 1, max(scope.start, whole.start - _FARTHEST) - 1, -1):
            if self._w[at].text in (";", ":", "؛"):
                first = at + 1
                break
            if self._p.does(at, "that") and self._w.same(whole.start, at):
                between = range(at + 1, whole.start)
                first = at + 1 if all(self._w[i].is_mark for i in between) else at
                break
        end = scope.stop
        left = self._p.content(first, whole.start)
        right = self._p.content(whole.stop, end)
        if sum(span.of(self._w.text).count(" ") + 1 for span in (*left, *right)) < _FEWEST:
            return ()
        return (*left, *right)

    def cite(self) -> None:
        """Add those whom the speaker of a sentence cites, with all that the sentence tells."""
        for words, source in self._citing:
            outer = next((f for f in self._p.beside(words[0]) if f.content), None)
            if outer is not None:
                self._p.add(Finding(source, words, outer.content, "citing", within=outer.cue[0]))

    def find_hearsay(self) -> None:
        """Add what is only said to be so, in sentences in which nobody says anything."""
        told = {self._w[index].sentence for finding in self._p.all() for index in finding.cue}
        for index, word in enumerate(self._w.words):
            if word.sentence in told or word.scope >= 0:
                continue
            if self._is_hearsay(index):
                scope = self._p.scope(index)
                content = (
                    *self._p.content(scope.start, index),
                    *self._p.content(index + 1, scope.stop),
                )
                if content:
                    told.add(word.sentence)
                    self._p.add(Finding(None, (index,), content, "hearsay"))

    def _is_hearsay(self, index: int) -> bool:
        key, lists = self._w[index].key, self._p.lists
        if any(p.kind == "hearsay" and p.words == (key,) for p in lists.phrases.get(key, ())):
            return True
        if not lists.does(key, "hearsay"):
            return False
        scope = self._p.scope(index)
        if any(self._p.does(i, "if", "whether") or self._w[i].text in "?¿" for i in scope):
            return False
        if "hearsay-ending" in lists.order:
            return self._ends_in_infinitive(scope)
        after = index + 1
        while self._w.same(index, after) and self._p.does(after, "own", "not"):
            after += 1
        endings = lists.order.get("hearsay-participle", ())
        return self._w.same(index, after) and self._w[after].key.endswith(endings)

    def _ends_in_infinitive(self, scope: range) -> bool:
        """Er soll … gesehen haben: a participle and an auxiliary at the end."""
        last = scope.stop - 1
        while last > scope.start and self._w[last].text in _STOPS:
            last -= 1
        before = self._w[last - 1].key
        is_past = before.endswith(("t", "en")) and len(before) > _LONG
        perfect = self._w[last].key in self._p.lists.order["hearsay-ending"]
        was = self._w[last].key != "sein" or before in ("worden", "gewesen") or before[:2] == "ge"
        return perfect and is_past and was


_LONG = 4  # letters that a participle has at least
