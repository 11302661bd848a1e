"""The analyses of several passages of one Document, as one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, chain

from wireroom.records.analyses import Analysis
from wireroom.records.attributions import Attribution
from wireroom.records.events import EventReport
from wireroom.records.quantities import Quantity


def merge_analyses(document: str, language: str, parts: Sequence[Analysis]) -> Analysis:
    """One Analysis of the Document ``document``: the tuples of ``parts`` one after the other.

    Offsets must already count in the Document's text. Indexes are moved to where what they point
    at comes to stand. Main event and headline are of the Document, and left empty.
    """
    attributions = _offsets([len(part.attributions) for part in parts])
    quantities = _offsets([len(part.quantities) for part in parts])
    places = _offsets([len(part.places) for part in parts])
    flat = chain.from_iterable
    return Analysis(
        document,
        language,
        tuple(flat(part.passages for part in parts)),
        tuple(flat(part.sentences for part in parts)),
        tuple(
            _moved_attribution(item, offset)
            for part, offset in zip(parts, attributions, strict=True)
            for item in part.attributions
        ),
        tuple(flat(part.entities for part in parts)),
        tuple(flat(part.places for part in parts)),
        tuple(flat(part.dates for part in parts)),
        tuple(
            _moved_quantity(item, offset)
            for part, offset in zip(parts, quantities, strict=True)
            for item in part.quantities
        ),
        tuple(
            _moved_event(item, offsets)
            for part, offsets in zip(
                parts, zip(places, quantities, attributions, strict=True), strict=True
            )
            for item in part.events
        ),
    )


def _offsets(lengths: Sequence[int]) -> list[int]:
    return [0, *accumulate(lengths)][: len(lengths)]


def _plus(index: int | None, offset: int) -> int | None:
    return None if index is None else index + offset


def _moved_attribution(attribution: Attribution, offset: int) -> Attribution:
    return replace(attribution, inside=_plus(attribution.inside, offset))


def _moved_quantity(quantity: Quantity, offset: int) -> Quantity:
    return replace(quantity, part_of=_plus(quantity.part_of, offset))


def _moved_event(event: EventReport, offsets: tuple[int, int, int]) -> EventReport:
    place, quantity, attribution = offsets
    return replace(
        event,
        place=_plus(event.place, place),
        quantities=tuple(index + quantity for index in event.quantities),
        attribution=_plus(event.attribution, attribution),
    )
