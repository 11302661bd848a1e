"""Words that many unrelated texts carry: set aside when texts are compared, and shown."""

from collections.abc import Iterator, Sequence

import numpy as np

from wireroom.linking.candidates import Candidates
from wireroom.linking.reuse import MOST_FAMILIES, SHORT, boilerplate_words
from wireroom.linking.units import Unit
from wireroom.records.links import Boilerplate, Evidence
from wireroom.records.spans import Span

_REASON = (
    f"more than {MOST_FAMILIES} texts that are otherwise unrelated carry these words: they show"
    " nothing of who had it from whom"
)


def find_boilerplate(units: Sequence[Unit], candidates: Candidates) -> tuple[Boilerplate, ...]:
    """Every stretch that is set aside, sorted by Document and place.

    ``candidates`` are those of the units' words. Left out are stretches of less than SHORT words,
    which are turns of phrase, and would be no finding anyway.
    """
    found = [each for unit in units for each in _of_unit(unit, candidates)]
    return tuple(sorted(found, key=lambda each: (each.evidence.document, each.evidence.span)))


def _of_unit(unit: Unit, candidates: Candidates) -> Iterator[Boilerplate]:
    if not len(candidates.boilerplate):
        return
    marked = boilerplate_words(unit.words, candidates.boilerplate)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], marked.astype(np.int8), [0]))))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if last - first >= SHORT:
            span = Span(int(unit.words.starts[first]), int(unit.words.ends[last - 1]))
            yield Boilerplate(Evidence(unit.document.id, span), _REASON)
