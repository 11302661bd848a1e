"""A headline that is surer than the text below it, or says what the text denies."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.parties import find_parties
from wireroom.disputes.stance_features import stem
from wireroom.disputes.tokens import Word, split_words
from wireroom.disputes.wordlists import words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import Mismatch, MismatchField
from wireroom.records.spans import Span

_NEAR = 0.7  # the share of the headline's words that a sentence must have to say the same
_LEAST = 4  # words of a headline that can be held against a sentence
_REACH = 2  # words around who did it among which a hedge stands
_SENTENCES = 200  # of a text that are read
_OPEN_SIGNS = frozenset('?:"“”«»‘')  # a headline with one of them leaves it open, or to a source


def find_certainty_mismatches(
    title: AnalysedDocument, body: AnalysedDocument
) -> Iterator[Mismatch]:
    """At most one: every sentence that says what the headline says hedges it, or denies it; or
    every sentence that names who did it in the headline says only that they may have.

    Only of headlines that say it flatly: without a hedge, a denial, a source or a question.
    """
    headline = title.document.text
    found = split_words(headline)
    if not found or not _is_flat(headline, found):
        return
    sentences = [
        split_words(body.document.text, span) for span in body.analysis.sentences[:_SENTENCES]
    ]
    whole = Span(found[0].start, found[-1].end)
    for field, mark in (*_said_alike(found, sentences), *_doers_left_open(title, sentences)):
        written = mark.span.of(body.document.text)
        reason = f"the headline says flatly what the text says with {written!r}"
        yield Mismatch(field, whole, mark.span, reason)
        return


def _said_alike(
    headline: Sequence[Word], sentences: Sequence[Sequence[Word]]
) -> Iterator[tuple[MismatchField, Word]]:
    """The denial or hedge that every sentence has which says what the headline says."""
    stems = {stem(word.key) for word in headline if word.key not in words("stop")}
    if len(stems) < _LEAST:
        return
    near = [sentence for sentence in sentences if _share(stems, sentence) >= _NEAR]
    asked: tuple[tuple[MismatchField, str], ...] = (
        ("negation", "nots"),
        ("certainty", "hedges_strong"),
    )
    for field, name in asked:
        marks = [_first(sentence, name) for sentence in near]
        if marks and all(marks) and marks[0]:
            yield field, marks[0]


def _doers_left_open(
    title: AnalysedDocument, sentences: Sequence[Sequence[Word]]
) -> Iterator[tuple[MismatchField, Word]]:
    """The hedge after who did it in the headline, where the text never names them without one:
    "Saboteurs blow up a depot" above "saboteurs may have entered the depot"."""
    for doer in _doers(title):
        key = stem(doer.key)
        marks = [
            _hedge_at(sentence, at)
            for sentence in sentences
            for at, word in enumerate(sentence)
            if stem(word.key) == key
        ]
        if marks and all(marks) and marks[0]:
            yield "certainty", marks[0]


def _doers(title: AnalysedDocument) -> Iterator[Word]:
    """The last word of each party, group or person that stands before what is told of it."""
    text, events = title.document.text, title.analysis.events
    acts = min((event.trigger.start for event in events), default=0)
    spans = {mention.span for mention in find_parties(text)}
    for event in events:
        spans |= {a.spans[0] for a in event.actors if a.spans and a.kind in ("person", "group")}
    for span in sorted(spans):
        if span.end <= acts:
            yield split_words(text, span)[-1]


def _hedge_at(sentence: Sequence[Word], at: int) -> Word | None:
    near = (*sentence[at + 1 : at + 1 + _REACH], *sentence[max(0, at - _REACH) : at])
    return next((word for word in near if word.key in words("hedges")), None)


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
