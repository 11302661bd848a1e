"""Which characters of a Document tell of one event, and which links are about it."""

from bisect import bisect_right
from collections.abc import Sequence

from wireroom.records.analyses import Analysis
from wireroom.records.events import EventReport
from wireroom.records.links import ChainLink
from wireroom.records.spans import Span

# What a Document says of itself as a whole, wherever in it the words stand.
_OF_THE_WHOLE = ("credited", "copied", "translated", "joined")


def passage_of(analysis: Analysis, span: Span) -> int | None:
    """The index of the passage that a span begins in; passages are in order and do not overlap."""
    at = bisect_right(analysis.passages, span.start, key=lambda passage: passage.start) - 1
    return at if at >= 0 and span.start < analysis.passages[at].end else None


def stretches_of(analysis: Analysis, account: EventReport) -> tuple[Span, ...]:
    """The sentences that mention the event, and the sources that the account stands under."""
    stretches = [_sentence(analysis, span) for span in (account.trigger, *account.mentions)]
    at, seen = account.attribution, set[int]()
    while at is not None and at not in seen and 0 <= at < len(analysis.attributions):
        seen.add(at)
        attribution = analysis.attributions[at]
        stretches.extend((*attribution.source, *attribution.cue))
        at = attribution.inside
    return tuple(stretches)


def is_about(
    link: ChainLink, stretches: Sequence[Span], analysis: Analysis, passage: int | None
) -> bool:
    """Whether a link of a Document is about what it tells in ``stretches`` of a ``passage``."""
    span = link.evidence.span
    if link.kind in _OF_THE_WHOLE:
        return passage is None or passage_of(analysis, span) in (None, passage)
    return any(span.overlaps(stretch) for stretch in stretches)


def _sentence(analysis: Analysis, span: Span) -> Span:
    at = bisect_right(analysis.sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at >= 0 and span.start < analysis.sentences[at].end:
        return analysis.sentences[at]
    return span
