"""Where a Document's findings stand, for quick looking up."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.spans import Span


class Spans:
    """Many stretches, of which one asks whether any touches another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a character with ``span``."""
        before = bisect_left(self._starts, span.end)
        return bool(before) and self._reach[before - 1] > span.start


class Facts:
    """The names, dates, places and sources of a Document, by where they stand."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        analysis = analysed.analysis
        self.text = analysed.document.text
        self.dates = Spans(found.span for found in analysis.dates)
        self.places = Spans(found.span for found in analysis.places)
        self.names = Spans(found.span for found in analysis.entities if found.type != "PLACE")
        self.sources = Spans(span for found in analysis.attributions for span in found.source)
