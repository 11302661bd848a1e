"""Who has it from whom: credit lines, citations of outlets, quotations, copies, translations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from wireroom.linking.counterparts import Counterparts
from wireroom.linking.units import Unit, UnitIndex
from wireroom.linking.versions import NO_VERSIONS, Versions
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.links import ChainKind, ChainLink, Evidence, Reuse, ReuseKind
from wireroom.records.spans import Span, hull
from wireroom.text.agencies import fold_source, same_source
from wireroom.text.folding import fold
from wireroom.text.instants import in_time

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
    version; else it is a name, and where no text of it is given, the link is dangling. Of several
    stretches that one voice shares with another, the longest makes the link. Reuse whose
    direction is not known makes none, nor does that between two versions of one account.
    """
    index = UnitIndex(units)
    finder = _Finder(
        _Holders(analysed, versions), Counterparts(analysed, _between(reuse, versions)), index
    )
    links = {
        *(link for unit in units for link in finder.credited(unit)),
        *(link for each in analysed for link in finder.cited(each, units)),
        *_reused(index, [each for each in reuse if each.direction_known], versions),
    }
    return tuple(sorted(links, key=_order))


def find_ties(
    units: Sequence[Unit], reuse: Iterable[Reuse], versions: Versions = NO_VERSIONS
) -> tuple[ChainLink, ...]:
    """Links between Documents that share words and of which nothing shows which was first."""
    undirected = [each for each in reuse if not each.direction_known]
    return tuple(sorted(_reused(UnitIndex(units), undirected, versions), key=_order))


def _between(reuse: Iterable[Reuse], versions: Versions) -> list[Reuse]:
    return [x for x in reuse if not versions.are_one(x.copy.document, x.origin.document)]


class _Holders:
    """The Documents of each outlet."""

    def __init__(self, analysed: Sequence[AnalysedDocument], versions: Versions) -> None:
        self._versions = versions
        self._by_outlet: dict[str, set[str]] = defaultdict(set)
        for each in analysed:
            if each.document.outlet:
                self._by_outlet[fold_source(each.document.outlet)].add(each.document.id)
        self._of = cache(self._find)

    def accounts(self, name: str, own: str) -> frozenset[str]:
        """The other accounts of that outlet, each in its latest version."""
        others = {self._versions.latest(each) for each in self._of(name) if each != own}
        return frozenset(others - {self._versions.latest(own)})

    def _find(self, name: str) -> frozenset[str]:
        known = self._by_outlet.get(fold_source(name))
        if known is None:
            known = set().union(
                *(ids for outlet, ids in self._by_outlet.items() if same_source(name, outlet))
            )
        return frozenset(known)


@dataclass(frozen=True, slots=True, eq=False)
class _Finder:
    """What is needed to follow what a text says of its sources."""

    holders: _Holders
    counterparts: Counterparts
    units: UnitIndex

    def credited(self, unit: Unit) -> Iterator[ChainLink]:
        for credit in unit.credits:
            where = Evidence(unit.document.id, credit.span)
            reason = f"a credit line names {credit.source}"
            link = self._link(where, credit.source, "credited", reason)
            if credit.of_picture:  # it says nothing of the words, so that none are missing
                link = replace(link, reason=f"a picture names {credit.source}", state="held")
            elif link.to_is_document:
                pair = self.counterparts.shared(unit.document.id, unit.span, link.to)
                link = replace(link, here=pair and pair[0], there=pair and pair[1])
            yield link

    def cited(self, each: AnalysedDocument, units: Iterable[Unit]) -> Iterator[ChainLink]:
        own = each.document.id
        credits = [x.span for unit in units if unit.document is each.document for x in unit.credits]
        for attribution in each.analysis.attributions:
            name, where = attribution.speaker, _where(attribution)
            if attribution.speaker_kind not in _CITED_KINDS or not name or where is None:
                continue
            if same_source(name, each.document.outlet or "") or any(map(where.overlaps, credits)):
                continue
            link = self._link(Evidence(own, where), name, "cited", f"cites {name}")
            if not link.to_is_document and self._is_pasted_from(name, link.evidence):
                pasted = f"a piece by {name} is pasted here"
                yield replace(link, reason=pasted, state="held")
                continue
            spans = (*attribution.source, *attribution.cue, *attribution.content)
            claim = self.counterparts.claim(own, hull(spans) or where)
            there = None
            if link.to_is_document:
                there = self.counterparts.told(own, claim.span, link.to)
            yield replace(link, here=claim, there=there)

    def _is_pasted_from(self, name: str, where: Evidence) -> bool:
        """Whether a post has the piece itself, so that its text is at hand."""
        unit = self.units.find(where)
        return bool(unit and unit.part is not None and same_source(name, unit.outlet or ""))

    def _link(self, where: Evidence, name: str, kind: ChainKind, reason: str) -> ChainLink:
        """To the one other account of the named outlet, or to the name."""
        held = self.holders.accounts(name, where.document)
        (to,) = held if len(held) == 1 else (name,)
        if not held:
            reason += ", whose text is not among these"
        elif len(held) > 1:
            reason += f", and which of its {len(held)} texts is meant is not known"
        return ChainLink(
            evidence=where,
            to=to,
            to_is_document=len(held) == 1,
            kind=kind,
            reason=reason,
            time=self.units.published(where),
            state="held" if held else "dangling",
        )


def _where(attribution: Attribution) -> Span | None:
    """The words that name the source; else the cue, the content."""
    return hull(attribution.source) or hull(attribution.cue) or hull(attribution.content)


def _reused(units: UnitIndex, reuse: Iterable[Reuse], versions: Versions) -> Iterator[ChainLink]:
    longest: dict[object, Reuse] = {}
    for each in _between(reuse, versions):
        kind = _BY_REUSE[each.kind]
        origin = units.at(each.origin)
        account = versions.latest(origin.document.id), origin.post, origin.part
        pair = (units.at(each.copy).key, account, kind)
        if pair not in longest or _length(each) > _length(longest[pair]):
            longest[pair] = each
    for each in _nearest(list(longest.values()), units):
        yield _shared(each, units)


def _shared(each: Reuse, units: UnitIndex) -> ChainLink:
    here, there = each.copy, each.origin
    times = [units.at(end).published for end in (here, there)]
    if not each.direction_known:  # from the Document that comes first, as in all of reuse
        here, there = there, here
        times = [max(times, key=in_time) if all(times) else None]
    return ChainLink(
        evidence=here,
        to=there.document,
        to_is_document=True,
        kind=_BY_REUSE[each.kind],
        reason=each.reason,
        here=here,
        there=there,
        time=times[0],
        direction_known=each.direction_known,
        score=each.score,
    )


def _nearest(reuse: Sequence[Reuse], units: UnitIndex) -> Iterator[Reuse]:
    """Without the links that go past another: of two texts that share a stretch with a third, and
    of which the one is a copy of the other, the one that shares more of it; of equals, the one
    of the same title, else the original."""
    by_copy: dict[object, list[Reuse]] = defaultdict(list)
    copied = {(units.at(each.copy).key, units.at(each.origin).key) for each in reuse}
    for each in reuse:
        by_copy[units.at(each.copy).key].append(each)
    for each in reuse:
        others = [
            other
            for other in by_copy[units.at(each.copy).key]
            if other is not each and other.copy.span.overlaps(each.copy.span)
        ]
        mine = units.at(each.origin).key
        if not any(
            _is_nearer(other, each, (units.at(other.origin).key, mine) in copied, units)
            for other in others
            if (units.at(other.origin).key, mine) in copied
            or (mine, units.at(other.origin).key) in copied
        ):
            yield each


def _is_nearer(other: Reuse, each: Reuse, is_later: bool, units: UnitIndex) -> bool:
    """Whether the other is kept in the place of this one; ``is_later`` if it is a copy of it."""
    if _length(other) != _length(each):
        return _length(other) > _length(each)
    title = fold(units.at(each.copy).title or "")
    same = [bool(title) and fold(units.at(x.origin).title or "") == title for x in (other, each)]
    return same[0] if same[0] != same[1] else not is_later


def _length(reuse: Reuse) -> int:
    return reuse.copy.span.end - reuse.copy.span.start


def _order(link: ChainLink) -> tuple[object, ...]:
    return (link.evidence.document, *link.evidence.span, link.kind, link.to, link.reason)
