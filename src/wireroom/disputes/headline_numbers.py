"""Numbers of a headline that the text below does not bear out."""

from collections.abc import Iterator, Sequence

from wireroom.disputes.facts import Spans
from wireroom.disputes.figures import Figure, find_figures
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.headlines import Mismatch
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span

_LEAST = 2.0  # "one" is a pronoun too
_ROUND = 0.05  # how far a round number may be from what it rounds
_LOOSE = 1.25  # how far above its number "at least" or "more than" in a headline still fits
_MOST = 4  # numbers of one kind that add up, where not all do
_PEOPLE = frozenset({"killed", "injured"})
_EVEN = 1e-6
_LONGEST = 200_000  # characters of a text whose numbers are read


def find_number_mismatches(title: AnalysedDocument, body: AnalysedDocument) -> Iterator[Mismatch]:
    """The headline's numbers that are nowhere in the text, where another of their kind is.

    Of the same kind are numbers of one role (killed, injured) or, without a role, of one unit.
    A number is borne out by itself anywhere in the text but in a date, by numbers that add up to
    it, by what it rounds, and by a range that it lies in.
    """
    dates = Spans(expression.span for expression in title.analysis.dates)
    text = body.document.text
    for figure in find_figures(title.document.text):
        quantity = _quantity(title.analysis.quantities, figure.span)
        if quantity is None or figure.value < _LEAST or dates.touch(figure.span):
            continue
        alike = _alike(quantity, body.analysis.quantities)
        if alike and not _is_borne_out(figure, quantity, body, alike):
            other = next((q for q in alike if q.part_of is None), alike[0])
            written = figure.span.of(title.document.text)
            reason = f"the headline has {written}, the text {other.span.of(text)}"
            yield Mismatch("number", figure.span, other.span, reason)


def _quantity(quantities: Sequence[Quantity], span: Span) -> Quantity | None:
    return next((q for q in quantities if q.span.overlaps(span)), None)


def _alike(quantity: Quantity, others: Sequence[Quantity]) -> list[Quantity]:
    """The numbers of the text that count what the headline's does.

    Of one role; where the headline says too little to tell the role, of one unit, and failing
    that the dead and the hurt.
    """
    if quantity.role:
        return [other for other in others if other.role == quantity.role]
    same_unit = [other for other in others if other.unit == quantity.unit]
    return same_unit or [other for other in others if other.role in _PEOPLE]


def _is_borne_out(
    figure: Figure, quantity: Quantity, body: AnalysedDocument, alike: Sequence[Quantity]
) -> bool:
    if any(abs(value - figure.value) < _EVEN for value in _values(body)):
        return True
    values = [q.value for q in alike]
    if any(_rounds(figure.value, value) or _lies_in(quantity, value) for value in values):
        return True
    return any(_has_within(q, quantity.value) for q in alike) or figure.value in _sums(alike)


def _values(body: AnalysedDocument) -> Iterator[float]:
    """The numbers of the text, without those of dates."""
    dates = Spans(expression.span for expression in body.analysis.dates)
    text = body.document.text
    for figure in find_figures(text, Span(0, min(len(text), _LONGEST))):
        if not dates.touch(figure.span):
            yield figure.value


def _rounds(figure: float, value: float) -> bool:
    step = 10 if figure < 200 else 50 if figure < 1000 else 100
    return figure >= 50 and figure % step == 0 and abs(value - figure) <= _ROUND * figure


def _lies_in(quantity: Quantity, value: float) -> bool:
    """Whether the headline's own range ("at least 40", "nearly 50") holds a number of the text."""
    low = quantity.low or 0.0
    high = low * _LOOSE if quantity.high is None else quantity.high
    return low + _EVEN < high and low <= value <= high


def _has_within(other: Quantity, value: float) -> bool:
    """Whether a range of the text ("12 to 15") holds the headline's number."""
    if other.low is None or other.high is None:
        return False
    return other.low + _EVEN < other.high and other.low <= value <= other.high


def _sums(alike: Sequence[Quantity]) -> set[float]:
    """What numbers come to that follow one another, and all together: a day's attacks."""
    apart = [quantity.value for quantity in alike if quantity.part_of is None]
    sums = {sum(apart), sum(dict.fromkeys(apart))}
    for at in range(len(apart)):
        sums.update(sum(apart[at:end]) for end in range(at + 2, at + 2 + _MOST))
    return sums
