"""Where the words that one Document has from another stand in that other."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from wireroom.linking.vectors import terms_of
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.links import Evidence, Reuse
from wireroom.records.spans import Span, hull

# Two sentences that tell one thing in other words: some of the words, and most of the lighter
# sentence, where a name or a number weighs two. Names alone are shared by any two reports.
FEWEST_TERMS = 4
FEWEST_PLAIN_TERMS = 2
SHARE = 0.5

Pair = tuple[Evidence, Evidence]


class Counterparts:
    """What is known of the other side of a link: shared stretches, and sentences much alike."""

    def __init__(self, analysed: Iterable[AnalysedDocument], reuse: Iterable[Reuse]) -> None:
        self._by_id = {each.document.id: each for each in analysed}
        self._shared: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for each in reuse:
            for here, there in ((each.copy, each.origin), (each.origin, each.copy)):
                self._shared[here.document, there.document].append((here, there))
        self._sentences = cache(self._count_sentences)

    def shared(self, document: str, span: Span, to: str) -> Pair | None:
        """The longest stretch that ``span`` of a Document shares with another, on both sides."""
        pairs = [
            pair
            for pair in self._shared.get((document, to), ())
            if pair[0].span.overlaps(span) and pair[0] != pair[1]
        ]
        return max(pairs, key=lambda pair: (_length(pair[0]), -pair[0].span.start), default=None)

    def told(self, document: str, span: Span, to: str) -> Evidence | None:
        """The words of another Document that ``span`` repeats or tells in other words.

        None where there are no such, and where the two are in different languages and no
        translation was found.
        """
        pair = self.shared(document, span, to)
        if pair is not None:
            return pair[1]
        mine = _weigh(span.of(self._by_id[document].document.text))
        best: tuple[float, Span] | None = None
        for sentence, theirs in self._sentences(to):
            common = mine.keys() & theirs.keys()
            weight = sum(min(mine[term][0], theirs[term][0]) for term in common)
            plain = sum(mine[term][1] and theirs[term][1] for term in common)
            lighter = min(_total(mine), _total(theirs))
            if (
                len(common) >= FEWEST_TERMS
                and plain >= FEWEST_PLAIN_TERMS
                and weight >= SHARE * lighter
                and (best is None or weight > best[0])
            ):
                best = weight, sentence
        return Evidence(to, best[1]) if best else None

    def claim(self, document: str, span: Span) -> Evidence:
        """The sentences that a span of a Document stands in."""
        sentences = self._by_id[document].analysis.sentences
        first = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        last = bisect_left(sentences, span.end, key=lambda sentence: sentence.start)
        found = [each for each in sentences[max(0, first) : last] if each.overlaps(span)]
        return Evidence(document, hull((span, *found)) or span)

    def _count_sentences(self, document: str) -> tuple[tuple[Span, "_Weights"], ...]:
        known = self._by_id.get(document)
        if known is None:
            return ()
        text = known.document.text
        return tuple((span, _weigh(span.of(text))) for span in known.analysis.sentences)


_Weights = Mapping[str, tuple[float, bool]]


def _weigh(text: str) -> _Weights:
    return {term: (weight, plain) for term, weight, plain in terms_of(text)}


def _total(weights: _Weights) -> float:
    return sum(weight for weight, _ in weights.values())


def _length(evidence: Evidence) -> int:
    return evidence.span.end - evidence.span.start
