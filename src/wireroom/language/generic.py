"""Any language without a model: sentences, words and quotations."""

import re
from collections.abc import Callable

from wireroom.language.paragraphs import split_paragraphs
from wireroom.language.quotations import find_quotations
from wireroom.records.annotations import AnnotatedText, Token
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span

_SENTENCE_END = re.compile(r"[.!?؟。…]+[\"”»’')\]]*(?=\s)")
_LAST = re.compile(r"\w+$")
_NEXT = re.compile(r"\s+(\w+)")
_LONGEST = 24  # letters of an abbreviation or of a month
# An Arabic word of one letter before digits stands alone; marks and joiners are of their word.
_MARK = "\u064b-\u0655\u0670\u200c"
_TOKEN = re.compile(rf"[وبلف](?=\d)|\d+(?=['’]\w)|\w[\w{_MARK}]*(?:[-’'ʼ.]\w[\w{_MARK}]*)*|[^\w\s]")


class GenericAnnotator:
    """Rules alone; fit for any script that puts spaces between words."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._abbreviations = pack.words("abbreviations")
        others = (row[1] for row in pack.rows("time_words") if row[0] in ("HIJRI", "JALALI"))
        self._months = pack.words("months") | frozenset(others)

    def annotate(self, text: str, span: Span) -> AnnotatedText:
        sentences = split_sentences(text, span, self._goes_on)
        tokens: list[Token] = []
        for number, sentence in enumerate(sentences):
            for found in _TOKEN.finditer(text, sentence.start, sentence.end):
                word = found.group()
                pos = "X" if word[0].isalpha() else "NUM" if word[0].isdigit() else "PUNCT"
                tokens.append(
                    Token(*found.span(), word, word.casefold(), pos, "", len(tokens), number)
                )
        return AnnotatedText(
            text,
            span,
            self._pack.code,
            tuple(tokens),
            sentences,
            (),
            find_quotations(text, span),
        )

    def _goes_on(self, text: str, stop: int, end: int) -> bool:
        """Whether the sentence goes on after a full stop at ``stop``: Dr. Lund, am 3. Mai."""
        if text[stop] != "." or end != stop + 1:
            return False
        before = _LAST.search(text, max(0, stop - _LONGEST), stop)
        word = before.group() if before else ""
        if word.isdigit():
            after = _NEXT.match(text, end, end + _LONGEST)
            goes_on = after is not None and after.group(1)[0].islower()  # "vom 5. bis 7. Mai"
            return goes_on or after is not None and after.group(1).casefold() in self._months
        is_initial = len(word) == 1 and word.isupper()
        return is_initial or word in self._abbreviations


def split_sentences(
    text: str, span: Span, goes_on: Callable[[str, int, int], bool] = lambda *_: False
) -> tuple[Span, ...]:
    """Sentences within ``span`` by final punctuation, within paragraphs.

    ``goes_on`` says of a mark, by its place and that of what follows it, that it ends none. Nor
    does one inside quotation marks that a small letter follows: "Stop!" cried the pilot.
    """
    sentences: list[Span] = []
    for paragraph in split_paragraphs(text, span):
        start = paragraph.start
        for found in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
            if _is_spoken(text, found) or goes_on(text, found.start(), found.end()):
                continue
            sentences.append(Span(start, found.end()).stripped(text))
            start = found.end()
        sentences.append(Span(start, paragraph.end).stripped(text))
    return tuple(sentence for sentence in sentences if sentence.start < sentence.end)


def _is_spoken(text: str, mark: re.Match[str]) -> bool:
    after = _NEXT.match(text, mark.end(), mark.end() + _LONGEST)
    closed = mark.group()[-1] in '"”»“'
    return closed and after is not None and after.group(1)[0].islower()
