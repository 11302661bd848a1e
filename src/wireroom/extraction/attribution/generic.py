"""A language without syntax: quotations, and the nearest cue word beside them."""

from bisect import bisect_left
from collections.abc import Iterator

from wireroom.extraction.attribution.families import known_family
from wireroom.extraction.attribution.lexicon import CueWord, Lexicon
from wireroom.extraction.attribution.quoted import Quotes, merged
from wireroom.records.annotations import AnnotatedText, Token
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span

_REACH = 12  # words between a quotation and its cue
_LONGEST_SOURCE = 8  # words
_SHORTEST = 12  # characters of a quotation that is speech and no name or scare quote
_STOPS = {".", "!", "?", "؟", "。", ";", "؛"}
_BREAKS = {*_STOPS, ",", "،", ":", "(", ")"}


def find_by_quotation(
    annotated: AnnotatedText, quotes: Quotes, lexicon: Lexicon
) -> Iterator[Attribution]:
    """Direct speech with a cue word before or after it in its sentence, its source beside the cue.

    The source is the run of words from the cue to the next comma or bracket, on the side that is
    turned away from the quotation, or else between the two; its boundaries are rough.
    """
    finder = _Finder(annotated, lexicon)
    taken = -1
    for number in range(len(quotes)):
        quotation = quotes[number]
        if number <= taken or quotation.end - quotation.start < _SHORTEST:
            continue
        cue = finder.cue_beside(quotation.span, quotes)
        if cue is None:
            continue
        going_on = quotes.going_on(number, finder.sentence_end(cue))
        taken = going_on[-1] if going_on else number
        content = merged([quotation.span, *(quotes[n].span for n in going_on)])
        yield finder.attribution(cue, content, quotation.span)


class _Finder:
    def __init__(self, annotated: AnnotatedText, lexicon: Lexicon) -> None:
        self._tokens: tuple[Token, ...] = annotated.tokens
        self._sentences = annotated.sentences
        self._starts = [token.start for token in annotated.tokens]
        self._text = annotated.text
        self._verbs = lexicon.verbs

    def sentence_end(self, index: int) -> int:
        return self._sentences[self._tokens[index].sentence].end

    def cue_beside(self, span: Span, quotes: Quotes) -> int | None:
        """The nearest cue word outside quotations, after the span or before it."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        after = self._search(range(last, min(len(self._tokens), last + _REACH)), quotes)
        before = self._search(range(first - 1, max(-1, first - 1 - _REACH), -1), quotes)
        if after is None or before is None:
            return after if before is None else before
        return after if after - last <= first - before else before

    def _search(self, indexes: range, quotes: Quotes) -> int | None:
        for index in indexes:
            token = self._tokens[index]
            if token.text in _STOPS or quotes.at(token.start) is not None:
                return None
            if self._cue(index) is not None:
                return index
        return None

    def _cue(self, index: int) -> CueWord | None:
        cues = self._verbs.get(self._tokens[index].text.casefold())
        return cues[0] if cues else None

    def attribution(self, cue: int, content: tuple[Span, ...], beside: Span) -> Attribution:
        away = 1 if self._tokens[cue].start >= beside.end else -1
        source = self._source(cue, away, beside) or self._source(cue, -away, beside)
        word = self._cue(cue)
        token = self._tokens[cue]
        return Attribution(
            source=source,
            cue=(Span(token.start, token.end),),
            content=content,
            kind="direct",
            stance="asserts" if word is None else word.stance,
            speaker=" ".join(source[0].of(self._text).split()) if source else None,
            reason=f"cue {token.text!r} beside a quotation",
            family=known_family(word.family) if word else None,
            certainty="denied" if word is not None and word.stance == "denies" else "asserted",
        )

    def _source(self, cue: int, step: int, beside: Span) -> tuple[Span, ...]:
        found: list[Token] = []
        index = cue + step
        while 0 <= index < len(self._tokens) and len(found) < _LONGEST_SOURCE:
            token = self._tokens[index]
            if token.text in _BREAKS or not (token.text[0].isalnum()):
                break
            if beside.start <= token.start < beside.end:
                break
            found.append(token)
            index += step
        if not found:
            return ()
        return (Span(min(t.start for t in found), max(t.end for t in found)),)
