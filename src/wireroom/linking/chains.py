"""Who has it from whom: credit lines, citations of outlets, quotations, copies, translations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wireroom.linking.credits import agency_name, find_credits
from wireroom.linking.units import Unit
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.links import ChainKind, ChainLink, Evidence, Reuse, ReuseKind
from wireroom.records.spans import Span, hull
from wireroom.text.folding import fold

_CITED_KINDS = ("outlet", "agency", "document")
_BY_REUSE: Mapping[ReuseKind, ChainKind] = {
    "copy": "copied",
    "near-copy": "copied",
    "quotation": "quoted",
    "translation": "translated",
}


def find_chains(
    analysed: Sequence[AnalysedDocument], units: Sequence[Unit], reuse: Sequence[Reuse]
) -> tuple[ChainLink, ...]:
    """All links of all Documents, sorted by Document and place.

    A source that is the outlet of exactly one other given Document is that Document; else it is
    a name, and what it said is not at hand. Reuse whose direction is not known makes no link.
    """
    holders = _documents_of_outlets(analysed)
    links = {
        *_credited(units, holders),
        *(link for each in analysed for link in _cited(each, holders)),
        *_reused(reuse),
    }
    return tuple(sorted(links, key=_order))


def _documents_of_outlets(analysed: Sequence[AnalysedDocument]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for each in analysed:
        if each.document.outlet:
            found[fold_source(each.document.outlet)].add(each.document.id)
    return {outlet: tuple(sorted(ids)) for outlet, ids in found.items()}


def fold_source(name: str) -> str:
    """A source's name, so that two spellings of it are one: agencies by their list, the rest
    without case, article and marks."""
    return fold(agency_name(name) or name).removeprefix("the ")


def _target(name: str, own: str, holders: Mapping[str, tuple[str, ...]]) -> tuple[str, bool]:
    """The one other Document of that outlet, or the name."""
    others = [document for document in holders.get(fold_source(name), ()) if document != own]
    return (others[0], True) if len(others) == 1 else (name, False)


def _credited(units: Iterable[Unit], holders: Mapping[str, tuple[str, ...]]) -> Iterator[ChainLink]:
    for unit in units:
        for credit in find_credits(unit):
            if fold_source(unit.outlet or "") == fold_source(credit.source):
                continue
            to, is_document = _target(credit.source, unit.document.id, holders)
            what = "a picture" if credit.of_picture else "a credit line"
            yield ChainLink(
                evidence=Evidence(unit.document.id, credit.span),
                to=to,
                to_is_document=is_document,
                kind="credited",
                reason=f"{what} names {credit.source}",
            )


def _cited(each: AnalysedDocument, holders: Mapping[str, tuple[str, ...]]) -> Iterator[ChainLink]:
    own = each.document.id
    for attribution in each.analysis.attributions:
        name, where = attribution.speaker, _where(attribution)
        if attribution.speaker_kind not in _CITED_KINDS or not name or where is None:
            continue
        if fold_source(name) == fold_source(each.document.outlet or ""):
            continue
        to, is_document = _target(name, own, holders)
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


def _reused(reuse: Iterable[Reuse]) -> Iterator[ChainLink]:
    for each in reuse:
        if each.direction_known:
            yield ChainLink(
                evidence=each.copy,
                to=each.origin.document,
                to_is_document=True,
                kind=_BY_REUSE[each.kind],
                reason=each.reason,
            )


def _order(link: ChainLink) -> tuple[object, ...]:
    return (link.evidence.document, *link.evidence.span, link.kind, link.to, link.reason)
