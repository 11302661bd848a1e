"""Names for stretches of text, made by counting, so that anything can link to its characters."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wireroom.exports.page.link_contexts import Quote
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.links import Evidence
from wireroom.records.passages import Passage
from wireroom.records.spans import Span

_AROUND = 140  # characters of its sentence that are shown on each side of what is quoted
_LONGEST = 320  # characters of what is quoted


@dataclass(frozen=True, slots=True)
class Known:
    """One Document of the story and the number that its anchors carry."""

    number: int
    analysed: AnalysedDocument


class Anchors:
    """The one thing here that changes while the page is made: who links to a stretch names it.

    Documents are laid out last, when all the stretches that need an anchor are known. Anchors
    hold nothing that comes from a text or an id.
    """

    def __init__(self, documents: Sequence[AnalysedDocument]) -> None:
        self._known = {
            analysed.document.id: Known(number, analysed)
            for number, analysed in enumerate(documents, 1)
        }
        self._named: dict[int, dict[Span, str]] = {}

    @property
    def one_document(self) -> bool:
        """Whether the story has no other Document that one could be taken for."""
        return len(self._known) == 1

    def find(self, document: str) -> Known | None:
        """The Document with an id, None where the story has no such."""
        return self._known.get(document)

    def name(self, document: str, span: Span) -> str | None:
        """The anchor of a stretch; None where the story has no such Document or stretch."""
        known = self._known.get(document)
        if known is None:
            return None
        length = len(known.analysed.document.text)
        cut = Span(max(0, span.start), min(length, span.end))
        if cut.start >= cut.end:
            return None
        named = self._named.setdefault(known.number, {})
        return named.setdefault(cut, f"d{known.number}c{len(named) + 1}")

    def named(self, number: int) -> dict[Span, str]:
        """The stretches of one Document that were given an anchor."""
        return self._named.get(number, {})

    def document_href(self, document: str) -> str | None:
        """Where a Document begins on the page."""
        known = self._known.get(document)
        return f"#d{known.number}" if known else None

    def quote(
        self, evidence: Evidence, longest: int = _LONGEST, around: int = _AROUND
    ) -> Quote | None:
        """The characters of some evidence in their sentence, linked; None where there are none.

        What is longer than ``longest`` characters is cut, and stands without what is around it;
        else up to ``around`` characters are shown on each side, none at all where that is 0.
        """
        anchor = self.name(evidence.document, evidence.span)
        known = self._known.get(evidence.document)
        if anchor is None or known is None:
            return None
        text, span = known.analysed.document.text, evidence.span
        if span.end - span.start > longest:
            words = f"{one_line(text[span.start : span.start + longest]).rstrip()}…"
            return Quote("", words, "", f"#{anchor}", language_at(known.analysed, span))
        sentence = sentence_around(known.analysed, span)
        start, end = (sentence.start, sentence.end) if around else span
        return Quote(
            _last_words(text[start : span.start], around),
            one_line(span.of(text)),
            _first_words(text[span.end : end], around),
            f"#{anchor}",
            language_at(known.analysed, span),
        )


def _first_words(text: str, longest: int) -> str:
    """The beginning of a text up to a space, with a sign where it was cut."""
    if len(text) <= longest:
        return one_line(text)
    space = text.rfind(" ", 0, longest)
    return f"{one_line(text[: space if space > 0 else longest]).rstrip()}…"


def _last_words(text: str, longest: int) -> str:
    """The end of a text from a space on, with a sign where it was cut."""
    if len(text) <= longest:
        return one_line(text)
    cut = len(text) - longest
    space = text.find(" ", cut)
    return f"…{one_line(text[space + 1 if space >= 0 else cut :])}"


def sentence_around(analysed: AnalysedDocument, span: Span) -> Span:
    """The sentence that a span begins in, or the span itself."""
    sentences = analysed.analysis.sentences
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at >= 0 and span.start < sentences[at].end:
        return Span(sentences[at].start, max(sentences[at].end, span.end))
    return span


def passage_at(analysed: AnalysedDocument, span: Span) -> Passage | None:
    """The passage that a span begins in. Passages are in order and do not overlap."""
    passages = analysed.analysis.passages
    at = bisect_right(passages, span.start, key=lambda passage: passage.start) - 1
    return passages[at] if at >= 0 and span.start < passages[at].end else None


def published_at(analysed: AnalysedDocument, span: Span | None) -> str | None:
    """When the words at a span were published, as far as their part of a thread says so itself."""
    document = analysed.document
    if not document.posts or span is None:
        return document.published
    passage = passage_at(analysed, span)
    return passage.published if passage and not passage.nearby else None


def language_at(analysed: AnalysedDocument, span: Span) -> str | None:
    """The language of the text at a span, None where it could not be told."""
    passage = passage_at(analysed, span)
    code = passage.language if passage else analysed.analysis.language
    return None if code == "und" else code


def one_line(text: str) -> str:
    """The text with every run of white space as one space; those at its ends are kept as one."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")
