"""Who has it from whom: credit lines, citations of outlets, quotations, copies, translations."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from wireroom.linking.units import Unit
from wireroom.linking.versions import NO_VERSIONS, Versions
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.links import ChainKind, ChainLink, Evidence, Reuse, ReuseKind
from wireroom.records.spans import Span, hull
from wireroom.text.agencies import fold_source, same_source
from wireroom.text.folding import fold

_CITED_KINDS = ("outlet", "agency", "document")
_BY_REUSE: Mapping[ReuseKind, ChainKind] = {
    "copy": "copied",
    "near-copy": "copied",
    "quotation": "quoted",
    "translation": "translated",
}


def find_chains(
    analysed: Sequence[AnalysedDocument],
    units: Sequence[Unit],
    reuse: Sequence[Reuse],
    versions: Versions = NO_VERSIONS,
) -> tuple[ChainLink, ...]:
    """All links of all Documents, sorted by Document and place.

    A source that is the outlet of exactly one other given account is that Document, in its latest
    version; else it is a name, and what it said is not at hand. Of several stretches that one
    voice shares with another, the longest makes the link. Reuse whose direction is not known
    makes none, nor does that between two versions of one account.
    """
    holders = _Holders(analysed, versions)
    links = {
        *_credited(units, holders),
        *(link for each in analysed for link in _cited(each, units, holders)),
        *_reused(units, reuse, versions),
    }
    return tuple(sorted(links, key=_order))


class _Holders:
    """The Documents of each outlet."""

    def __init__(self, analysed: Sequence[AnalysedDocument], versions: Versions) -> None:
        self._versions = versions
        self._by_outlet: dict[str, set[str]] = defaultdict(set)
        for each in analysed:
            if each.document.outlet:
                self._by_outlet[fold_source(each.document.outlet)].add(each.document.id)
        self._of = cache(self._find)

    def target(self, name: str, own: str) -> tuple[str, bool]:
        """The one other account of that outlet, or the name."""
        others = {self._versions.latest(each) for each in self._of(name) if each != own}
        others.discard(self._versions.latest(own))
        return (others.pop(), True) if len(others) == 1 else (name, False)

    def _find(self, name: str) -> frozenset[str]:
        known = self._by_outlet.get(fold_source(name))
        if known is None:
            known = set().union(
                *(ids for outlet, ids in self._by_outlet.items() if same_source(name, outlet))
            )
        return frozenset(known)


def _credited(units: Iterable[Unit], holders: _Holders) -> Iterator[ChainLink]:
    for unit in units:
        for credit in unit.credits:
            to, is_document = holders.target(credit.source, unit.document.id)
            what = "a picture" if credit.of_picture else "a credit line"
            yield ChainLink(
                evidence=Evidence(unit.document.id, credit.span),
                to=to,
                to_is_document=is_document,
                kind="credited",
                reason=f"{what} names {credit.source}",
            )


def _cited(each: AnalysedDocument, units: Iterable[Unit], holders: _Holders) -> Iterator[ChainLink]:
    own = each.document.id
    credits = [x.span for unit in units if unit.document is each.document for x in unit.credits]
    for attribution in each.analysis.attributions:
        name, where = attribution.speaker, _where(attribution)
        if attribution.speaker_kind not in _CITED_KINDS or not name or where is None:
            continue
        if same_source(name, each.document.outlet or "") or any(map(where.overlaps, credits)):
            continue
        to, is_document = holders.target(name, own)
        yield ChainLink(
            evidence=Evidence(own, where),
            to=to,
            to_is_document=is_document,
            kind="cited",
            reason=f"cites {name}" + ("" if is_document else ", whose text is not among these"),
        )


def _where(attribution: Attribution) -> Span | None:
    """The words that name the source; else the cue, the content."""
    return hull(attribution.source) or hull(attribution.cue) or hull(attribution.content)


def _reused(
    units: Sequence[Unit], reuse: Iterable[Reuse], versions: Versions
) -> Iterator[ChainLink]:
    voices = _Voices(units)
    longest: dict[object, Reuse] = {}
    for each in reuse:
        if each.direction_known and not versions.are_one(each.copy.document, each.origin.document):
            kind = _BY_REUSE[each.kind]
            origin = voices.at(each.origin)
            account = versions.latest(origin.document.id), origin.post, origin.part
            pair = (voices.at(each.copy).key, account, kind)
            if pair not in longest or _length(each) > _length(longest[pair]):
                longest[pair] = each
    for each in _nearest(list(longest.values()), voices):
        yield ChainLink(
            evidence=each.copy,
            to=each.origin.document,
            to_is_document=True,
            kind=_BY_REUSE[each.kind],
            reason=each.reason,
        )


class _Voices:
    """The unit in which a stretch stands."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._of: dict[str, list[Unit]] = defaultdict(list)
        for unit in sorted(units, key=lambda unit: unit.span):
            self._of[unit.document.id].append(unit)

    def at(self, end: Evidence) -> Unit:
        known = self._of[end.document]
        place = bisect_right(known, end.span.start, key=lambda unit: unit.span.start) - 1
        return known[max(0, place)]


def _nearest(reuse: Sequence[Reuse], voices: _Voices) -> Iterator[Reuse]:
    """Without the links that go past another: of two texts that share a stretch with a third, and
    of which the one is a copy of the other, the one that shares more of it; of equals, the one
    of the same title, else the original."""
    by_copy: dict[object, list[Reuse]] = defaultdict(list)
    copied = {(voices.at(each.copy).key, voices.at(each.origin).key) for each in reuse}
    for each in reuse:
        by_copy[voices.at(each.copy).key].append(each)
    for each in reuse:
        others = [
            other
            for other in by_copy[voices.at(each.copy).key]
            if other is not each and other.copy.span.overlaps(each.copy.span)
        ]
        mine = voices.at(each.origin).key
        if not any(
            _is_nearer(other, each, (voices.at(other.origin).key, mine) in copied, voices)
            for other in others
            if (voices.at(other.origin).key, mine) in copied
            or (mine, voices.at(other.origin).key) in copied
        ):
            yield each


def _is_nearer(other: Reuse, each: Reuse, is_later: bool, voices: _Voices) -> bool:
    """Whether the other is kept in the place of this one; ``is_later`` if it is a copy of it."""
    if _length(other) != _length(each):
        return _length(other) > _length(each)
    title = fold(voices.at(each.copy).title or "")
    same = [bool(title) and fold(voices.at(x.origin).title or "") == title for x in (other, each)]
    return same[0] if same[0] != same[1] else not is_later


def _length(reuse: Reuse) -> int:
    return reuse.copy.span.end - reuse.copy.span.start


def _order(link: ChainLink) -> tuple[object, ...]:
    return (link.evidence.document, *link.evidence.span, link.kind, link.to, link.reason)
