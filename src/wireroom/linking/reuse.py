"""Which stretches of one text repeat another's, between Documents and inside one thread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wireroom.linking.alignment import Stretch, align
from wireroom.linking.candidates import SIZE, Candidates, find_candidates
from wireroom.linking.direction import Direction, find_direction
from wireroom.linking.units import Unit
from wireroom.linking.vectors import term_of
from wireroom.records.documents import Document
from wireroom.records.links import Evidence, Reuse, ReuseKind
from wireroom.records.spans import Span
from wireroom.text.folding import fold
from wireroom.text.shingles import Codes, Words, places_in, shingles

_Mask = NDArray[np.bool_]

# Set on the derived FA-KES articles and on the pairs of FA-KES that a person read (both open),
# November 2026. A stretch of LONG words is a finding by itself. Shorter ones count where two texts
# are copies: where what they share weighs NEWS_SHARE of either, its first words weighing most,
# because a report has its news on top and the background, which papers reuse, below.
LONG = 18
SHORT = 8
QUOTED = 6  # words between quotation marks, or between two posts of a thread, if they are half
# of the shorter part
HALF = 0.5
NEWS_SHARE = 0.05
FEWEST_PLAIN_WORDS = 5  # of a short stretch, besides names and numbers
HALF_WEIGHT = 50  # words from the start after which a word weighs half of the first
MOST_FAMILIES = 4  # unrelated texts that may carry a run of words before it is boilerplate
FEWEST_RARE_RUNS = 2  # shingles that two texts must share to be aligned at all


@dataclass(frozen=True, slots=True, eq=False)
class SharedText:
    """Two units, in the order of their keys, and the stretches that they share."""

    one: Unit
    other: Unit
    stretches: tuple[Stretch, ...]
    score: float
    is_copy: bool


def candidates_among(units: Sequence[Unit]) -> Candidates:
    """Which units share rare words, and which words are boilerplate."""
    return find_candidates([unit.words for unit in units], MOST_FAMILIES, FEWEST_RARE_RUNS)


def find_reuse(
    units: Sequence[Unit],
    translations: Sequence[Reuse] = (),
    candidates: Candidates | None = None,
) -> tuple[Reuse, ...]:
    """Every stretch that two units share, sorted by Document and place, with ``translations``
    between Documents, and those that a thread's parts declare.

    Boilerplate that many unrelated texts carry is no finding; nor are words that a translation
    shares with a third text in passing: it has them from its original.
    """
    found = [reuse for shared in shared_texts(units, candidates) for reuse in _reuses(shared)]
    found = [reuse for reuse in found if not _has_it_from_its_original(reuse, translations)]
    found += translations
    found += _translations(units)
    return tuple(sorted(found, key=_order))


def shared_texts(units: Sequence[Unit], known: Candidates | None = None) -> Iterator[SharedText]:
    """The pairs of units that share enough rare words, with the stretches; ``known`` are the
    candidates among the units, where they were looked for already."""
    texts = [unit.words for unit in units]
    candidates = known or candidates_among(units)
    plain: dict[int, _Mask] = {}
    for one, other in candidates.shared:
        for index in (one, other):
            if index not in plain:
                plain[index] = boilerplate_words(texts[index], candidates.boilerplate)
        found = align(texts[one].codes, texts[other].codes, SIZE, plain[one])
        shared = _shared_text((units[one], units[other]), found, (plain[one], plain[other]))
        if shared.stretches:
            yield shared


def _shared_text(
    units: tuple[Unit, Unit], found: Sequence[Stretch], plain: tuple[_Mask, _Mask]
) -> SharedText:
    one, other = units
    lengths = [len(mask) - int(mask.sum()) for mask in plain]
    shorter = max(1, min(lengths))
    if one.document.id == other.document.id:
        kept = [x for x in found if x.rare >= min(LONG, max(QUOTED, HALF * shorter))]
        return SharedText(one, other, tuple(kept), _share(kept, shorter), is_copy=True)
    counted = [x for x in found if x.rare >= SHORT]
    if not any(x.rare >= LONG or _tells(one, x) for x in counted):
        counted = []
    is_copy = min(_news_shares(counted, plain)) >= NEWS_SHARE
    kept = [x for x in counted if is_copy or x.rare >= LONG]
    return SharedText(one, other, tuple(kept), _share(counted, shorter), is_copy)


def _tells(unit: Unit, stretch: Stretch) -> bool:
    """Whether a short stretch has wording of its own: enough plain words that say something.

    Names, numbers and where a thing stands come out alike in any two reports of it.
    """
    text = unit.document.text
    ends = zip(
        unit.words.starts[stretch.a_start : stretch.a_end].tolist(),
        unit.words.ends[stretch.a_start : stretch.a_end].tolist(),
        strict=True,
    )
    words = {text[start:end] for start, end in ends}
    plain = {term_of(fold(word)) for word in words if word[0].islower()}
    return len(plain - {""}) >= FEWEST_PLAIN_WORDS


def _share(stretches: Sequence[Stretch], words: int) -> float:
    return round(min(1.0, sum(stretch.rare for stretch in stretches) / words), 4)


def _news_shares(stretches: Sequence[Stretch], plain: tuple[_Mask, _Mask]) -> tuple[float, float]:
    """How much of each text's news stands in the stretches."""
    ends = (
        [(x.a_start, x.a_end, x.same) for x in stretches],
        [(x.b_start, x.b_end, x.same) for x in stretches],
    )
    shares = []
    for mask, places in zip(plain, ends, strict=True):
        weights = np.where(mask, 0.0, 1 / (1 + np.arange(len(mask)) / HALF_WEIGHT))
        shared = sum(
            float(weights[start:end].sum()) * same / (end - start) for start, end, same in places
        )
        shares.append(shared / max(1.0, float(weights.sum())))
    return shares[0], shares[1]


def boilerplate_words(words: Words, boilerplate: Codes) -> _Mask:
    """For each word, whether it stands in a shingle that is boilerplate."""
    marked = np.zeros(len(words), bool)
    hits = np.flatnonzero(places_in(boilerplate, shingles(words.codes, SIZE))[1])
    for offset in range(SIZE):
        marked[hits + offset] = True
    return marked


def _reuses(shared: SharedText) -> Iterator[Reuse]:
    direction = find_direction(shared.one, shared.other)
    for stretch in shared.stretches:
        one = _evidence(shared.one, stretch.a_start, stretch.a_end)
        other = _evidence(shared.other, stretch.b_start, stretch.b_end)
        kind, reason = _kind(shared, stretch, one, other)
        yield _reuse((one, other), kind, reason, direction, shared.score)


def _reuse(
    ends: tuple[Evidence, Evidence],
    kind: ReuseKind,
    reason: str,
    direction: Direction,
    score: float,
) -> Reuse:
    ordered = ends if direction.first_is_earlier is not None else tuple(sorted(ends, key=_place))
    if direction.first_is_earlier is False:
        ordered = ends[::-1]
    return Reuse(
        origin=ordered[0],
        copy=ordered[1],
        kind=kind,
        direction_known=direction.first_is_earlier is not None,
        score=score,
        reason=f"{reason}; {direction.reason}",
    )


def _evidence(unit: Unit, first: int, last: int) -> Evidence:
    span = Span(int(unit.words.starts[first]), int(unit.words.ends[last - 1]))
    return Evidence(unit.document.id, span)


def _kind(
    shared: SharedText, stretch: Stretch, one: Evidence, other: Evidence
) -> tuple[ReuseKind, str]:
    words = f"{stretch.same} words in common"
    if shared.one.document.id == shared.other.document.id and (
        shared.one.is_quote or shared.other.is_quote
    ):
        return "quotation", f"{words}, marked as a quotation"
    quoted = [
        _is_quoted(unit.document, evidence.span)
        for unit, evidence in ((shared.one, one), (shared.other, other))
    ]
    if any(quoted):
        return "quotation", f"{words}, between quotation marks"
    if not shared.is_copy:
        return "quotation", f"{words}, a small part of both texts"
    if stretch.is_exact:
        return "copy", f"{words}, without a difference"
    length = max(stretch.a_end - stretch.a_start, stretch.b_end - stretch.b_start)
    return "near-copy", f"{words} of {length}"


_OPENING, _CLOSING = "«“„\"'‘", "»”“\"'’"


def _is_quoted(document: Document, span: Span) -> bool:
    """Whether quotation marks stand right around the span."""
    before = document.text[max(0, span.start - 1) : span.start]
    after = document.text[span.end : span.end + 3].lstrip(".,!?…")[:1]
    return bool(before) and before in _OPENING and bool(after) and after in _CLOSING


def _has_it_from_its_original(reuse: Reuse, translations: Sequence[Reuse]) -> bool:
    """Whether one side is translated, and the other text is not copied on the whole."""
    if reuse.score >= HALF or reuse.kind == "quotation":
        return False
    ends = (reuse.origin, reuse.copy)
    return any(
        end.document == each.copy.document and end.span.overlaps(each.copy.span)
        for end in ends
        for each in translations
        if each.direction_known
    )


def _translations(units: Sequence[Unit]) -> Iterator[Reuse]:
    by_place = {(unit.document.id, unit.post, unit.part): unit for unit in units}
    for unit in units:
        if unit.translation_of is None:
            continue
        original = by_place.get((unit.document.id, unit.post, unit.translation_of))
        if original is None or not len(original.words) or not len(unit.words):
            continue
        yield Reuse(
            origin=_evidence(original, 0, len(original.words)),
            copy=_evidence(unit, 0, len(unit.words)),
            kind="translation",
            direction_known=True,
            score=1.0,
            reason="the post gives the one as a translation of the other",
        )


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return (evidence.document, *evidence.span)


def _order(reuse: Reuse) -> tuple[object, ...]:
    return (*_place(reuse.origin), *_place(reuse.copy), reuse.kind)
