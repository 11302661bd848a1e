"""A headline that is surer than the text below it, or says what the text denies."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.stance_features import stem
from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.wordlists import words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import Mismatch, MismatchField
from wireroom.records.spans import Span

_NEAR = 0.7  # the share of the headline's words that a sentence must have to say the same
_LEAST = 4  # words of a headline that can be held against a sentence
_SENTENCES = 200  # of a text that are read
_OPEN_SIGNS = frozenset('?:"“”«»‘')  # a headline with one of them leaves it open, or to a source


def find_certainty_mismatches(
    title: AnalysedDocument, body: AnalysedDocument
) -> Iterator[Mismatch]:
    """At most one: every sentence that says what the headline says hedges it, or denies it.

    Only of headlines that say it flatly: without a hedge, a denial, a source or a question.
    """
    headline = title.document.text
    found = split_words(headline)
    stems = {stem(word.key) for word in found if word.key not in words("stop")}
    if len(stems) < _LEAST or not _is_flat(headline, found):
        return
    near = [
        sentence
        for span in body.analysis.sentences[:_SENTENCES]
        if _share(stems, sentence := split_words(body.document.text, span)) >= _NEAR
    ]
    asked: tuple[tuple[MismatchField, str], ...] = (
        ("negation", "nots"),
        ("certainty", "hedges_strong"),
    )
    for field, name in asked:
        marks = [_first(sentence, name) for sentence in near]
        if marks and all(marks) and marks[0]:
            written = marks[0].span.of(body.document.text)
            reason = f"the headline says flatly what the text says with {written!r}"
            yield Mismatch(field, Span(found[0].start, found[-1].end), marks[0].span, reason)
            return


def _is_flat(headline: str, found: Sequence[Word]) -> bool:
    keys = {word.key for word in found}
    lists = ("hedges", "hedges_wide", "negations", "reporting", "refuting")
    return not (_OPEN_SIGNS & set(headline)) and not any(keys & words(name) for name in lists)


def _share(stems: set[str], sentence: Sequence[Word]) -> float:
    return len(stems & {stem(word.key) for word in sentence}) / len(stems)


def _first(sentence: Sequence[Word], name: str) -> Word | None:
    following = (*(word.key for word in sentence[1:]), "")
    for word, after in zip(sentence, following, strict=False):
        # "And not a car bomb" denies something else; "was not closed" denies what was said.
        if word.key in words(name) and not (name == "nots" and after in words("stop")):
            return word
    return None
