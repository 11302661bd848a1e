"""What a new version of a text says otherwise, and what it no longer says."""

from collections.abc import Iterable, Sequence

from wireroom.disputes.facts import Facts
from wireroom.disputes.marks import split_marks
from wireroom.disputes.meanings import Difference, compare_wording, meanings_of
from wireroom.disputes.pairing import Pair, pair_sentences
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.changes import Change
from wireroom.records.spans import Span, hull


def compare_versions(old: AnalysedDocument, new: AnalysedDocument) -> tuple[Change, ...]:
    """The changes from one version to the next, in the order of the new text.

    Sentences are compared to the last sign, though not by kinds of quotation marks, dashes and
    spaces. Sentences that moved together are one change. Titles are not compared: a change is
    a claim about characters of the text.
    """
    before, after = Facts(old), Facts(new)
    olds, news = _sentences(old), _sentences(new)
    pairs = pair_sentences(_words(before.text, olds), _words(after.text, news))
    changes: list[Change] = []
    for run in _moved_together(pairs):
        old_spans = [olds[i] for pair in run for i in pair.old]
        new_spans = [news[j] for pair in run for j in pair.new]
        if run[0].equal:
            changes.append(Change("moved", hull(old_spans), hull(new_spans), ("wording",)))
        else:
            changes.extend(_change(before, old_spans, after, new_spans))
    return tuple(changes)


def _sentences(analysed: AnalysedDocument) -> Sequence[Span]:
    text = analysed.document.text
    whole = (Span(0, len(text)),) if text.strip() else ()
    return analysed.analysis.sentences or whole


def _words(text: str, sentences: Iterable[Span]) -> list[list[str]]:
    return [[mark.text for mark in split_marks(text, sentence)] for sentence in sentences]


def _moved_together(pairs: Iterable[Pair]) -> Iterable[list[Pair]]:
    """What differs, as runs of one pair, or of several that were moved as one block."""
    run: list[Pair] = []
    for pair in pairs:
        same = pair.equal and pair.in_place
        if run and (same or not _follows(run[-1], pair)):
            yield run
            run = []
        if not same:
            run.append(pair)
    if run:
        yield run


def _follows(last: Pair, pair: Pair) -> bool:
    return (
        (last.equal and pair.equal)
        and last.old[-1] + 1 == pair.old[0]
        and last.new[-1] + 1 == pair.new[0]
    )


def _change(
    before: Facts, old: Sequence[Span], after: Facts, new: Sequence[Span]
) -> Iterable[Change]:
    old_span, new_span = hull(old), hull(new)
    if old_span is None and new_span is not None:
        yield Change("added", None, new_span, meanings_of(after, new_span))
    elif new_span is None and old_span is not None:
        gone = (old_span.of(before.text),)
        yield Change("removed", old_span, None, meanings_of(before, old_span), gone)
    else:
        difference = compare_wording(before, old, after, new)
        # Nothing differs where but a line was broken at another word.
        if difference.gone or difference.come:
            lost = _no_longer_said(before.text, difference, after.text, new)
            yield Change("changed", old_span, new_span, difference.what, lost)


def _no_longer_said(
    old: str, difference: Difference, new: str, new_spans: Iterable[Span]
) -> tuple[str, ...]:
    """The words that went and that the new sentence does not have at another place."""
    kept = {mark.text for span in new_spans for mark in split_marks(new, span)}
    return tuple(
        dict.fromkeys(
            span.of(old)
            for span in difference.gone
            if any(mark.text not in kept for mark in split_marks(old, span))
        )
    )
