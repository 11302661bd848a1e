"""Where a content begins and ends, put right by what stands at its edges: commas, closing marks,
the date and the credit that run into the first sentence of a pasted text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from wireroom.extraction.attribution.drafts import Draft
from wireroom.extraction.attribution.quoted import Quotes
from wireroom.extraction.attribution.syntax import Tree
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

_HEAD = 60  # tokens at the start of a passage in which its date may stand
_CREDIT = re.compile(r"\([^()\n]{2,40}\)\s+(?=[^\W\d_]|\d)")
_DATELINE = re.compile(r"[^\W\d_][^\n()]{0,60}?\([^()\n]{2,40}\)[ \t]*[-–—]+\s*(?=\w|[\"“«])")
_DAY, _YEAR = re.compile(r"\d{1,2}$"), re.compile(r"(?:19|20)\d\d$")
_LOOSE = " \t\n\u00a0,;"


class Edges:
    """Of one passage: its quotations, and where its text proper begins."""

    def __init__(self, tree: Tree, quotes: Quotes, pack: LanguagePack) -> None:
        self._tree = tree
        self._quotes = quotes
        self._months = frozenset(_words("months", pack))
        self._days = frozenset(_words("weekdays", pack))
        self._starts = [token.start for token in tree.tokens]
        self._body = self._after_date()

    def mended(self, draft: Draft) -> Draft:
        """The draft with the edges of its content and its cue put right."""
        if not draft.content:
            return draft
        found = [self._span(span, draft) for span in draft.content]
        content = tuple(span for span in found if span.start < span.end)
        if self._is_told_after(draft.content[-1], draft):
            # What stands before the date is the headline once more.
            content = tuple(span for span in content if span.end > self._body) or content
        cue = self._cue(draft)
        if not content or (content == draft.content and cue == draft.cue):
            return draft
        first = bisect_left(self._starts, content[0].start)
        return replace(draft, content=content, cue=cue, first=first)

    def _cue(self, draft: Draft) -> tuple[int, ...]:
        """Without a bracket at its end, and the preposition of "said on Monday"."""
        tokens, cue = self._tree.tokens, draft.cue
        while len(cue) > 1 and tokens[cue[-1]].text in ("]", ")", ","):
            cue = cue[:-1]
        last, after = cue[-1], cue[-1] + 1
        of_time = last > draft.head and tokens[last].pos == "ADP" and after < len(tokens)
        if of_time and after not in draft.source and tokens[after].text.casefold() in self._days:
            cue = cue[:-1]
        return cue

    def _span(self, span: Span, draft: Draft) -> Span:
        text = self._tree.text
        start, end = self._begun(span, draft), span.end
        while start < end and text[start] in _LOOSE:
            start += 1
        while end > start and text[end - 1] in _LOOSE:
            end -= 1
        # A block of whole sentences keeps the stops of them all.
        is_block = draft.frame in ("block", "line")
        return Span(start, end) if is_block else self._ended(Span(start, end))

    def _begun(self, span: Span, draft: Draft) -> int:
        """After a mark that closes what came before, a date line, a credit in brackets."""
        start = span.start
        number = self._quotes.at(start)
        if number is not None and self._quotes[number].end == start + 1:
            start += 1
        is_told_after = self._is_told_after(span, draft)
        if is_told_after and span.start < self._body < span.end:
            start = self._body
        if not is_told_after:
            return start
        credit = self._credit(start, span.end)
        return credit.end() if credit is not None else start

    def _credit(self, start: int, end: int) -> re.Match[str] | None:
        """(Reuters) …; at the head of a paragraph KIRKENES, May 3 (Reuters) - …, too."""
        text = self._tree.text
        is_head = start == 0 or text[start - 1] == "\n"
        dateline = _DATELINE.match(text, start, end) if is_head else None
        return dateline or _CREDIT.match(text, start, end)

    def _is_told_after(self, span: Span, draft: Draft) -> bool:
        return all(self._tree.tokens[index].start >= span.end for index in draft.cue)

    def _ended(self, span: Span) -> Span:
        """With the closing mark of a quotation that it holds all the words of, and without the
        full stop of its sentence."""
        text = self._tree.text
        number = self._quotes.at(span.end) if span.end < len(text) else None
        if number is not None and self._quotes[number].closed:
            quotation = self._quotes[number]
            left = text[span.end : quotation.end]
            if quotation.start >= span.start and len(left) <= 2 and not left[:-1].isalnum():
                return Span(span.start, quotation.end)
        is_quoted = span.end > span.start and self._quotes.at(span.end - 1) is not None
        last = bisect_left(self._starts, span.end) - 1
        if not is_quoted and last >= 0 and self._tree.tokens[last].text == ".":
            end = self._tree.tokens[last].start
            return Span(span.start, end) if end == span.end - 1 else span
        return span

    def _after_date(self) -> int:
        """Where the text goes on after a full date that no word leads to: "Port shut Northwire
        Monday 3 May 2021 The port …". -1 where there is none."""
        found = -1
        for index in range(min(_HEAD, len(self._tree.tokens) - 3)):
            after = self._date_end(index)
            if after is not None and after < len(self._tree.tokens):
                token, before = self._tree.tokens[after], index - 1
                is_led_to = before >= 0 and self._tree.tokens[before].pos in ("ADP", "SCONJ", "DET")
                if (token.text[:1].isupper() or token.text[:1].isdigit()) and not is_led_to:
                    found = token.start
        return found

    def _date_end(self, index: int) -> int | None:
        """The index after a date that starts at ``index``: 3 May 2021; May 3, 2021."""
        words = [token.text.strip(".") for token in self._tree.tokens[index : index + 4]]
        if len(words) > 3 and words[2] == ",":
            words, length = [words[0], words[1], words[3]], 4
        else:
            words, length = words[:3], 3
        months = [place for place, word in enumerate(words[:2]) if word.casefold() in self._months]
        if len(words) < 3 or len(months) != 1 or not words[months[0]][:1].isupper():
            return None
        is_date = _DAY.match(words[1 - months[0]]) and _YEAR.match(words[2])
        return index + length if is_date else None


def _words(name: str, pack: LanguagePack) -> Iterator[str]:
    return (row[0] for row in pack.rows(name) if row)
