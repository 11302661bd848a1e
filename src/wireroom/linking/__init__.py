"""What ties Documents together: shared words, who had it from whom, one happening told often."""

from collections.abc import Sequence

from wireroom.linking.accounts import Account, accounts_of, main_index
from wireroom.linking.boilerplate import find_boilerplate
from wireroom.linking.chains import find_chains, find_ties
from wireroom.linking.deciding import Decided
from wireroom.linking.edges import Graph
from wireroom.linking.events import build_event
from wireroom.linking.grouping import group_accounts
from wireroom.linking.reuse import candidates_among, find_reuse
from wireroom.linking.traces import sources_of
from wireroom.linking.translations import find_translations
from wireroom.linking.units import units_of
from wireroom.linking.versions import find_versions
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Comparison
from wireroom.records.decisions import OriginDecision


def link_documents(
    analysed: Sequence[AnalysedDocument], decisions: Sequence[OriginDecision] = ()
) -> Comparison:
    """Everything between Documents but the disputes, the same whatever their order is.

    Each Document's main event, or its first, is in exactly one Event and its report is marked.
    Of its other events those are given that another voice reports too, that stand in a thread,
    or that have a number, or both a day and a place. An article without an event of a known type
    is put, as a whole and with 0 for its event, to others that report the same; else it is
    unplaced, as a thread without an event is. Of Documents with one id, the one counts whose
    text's digest comes first. ``decisions`` are a person's on origins, the oldest first; those on
    Documents that are not given do nothing.
    """
    documents = _distinct(analysed)
    units = units_of(each.document for each in documents)
    translations = find_translations(documents, units)
    candidates = candidates_among(units)
    reuse = find_reuse(units, translations, candidates)
    versions = find_versions([each.document for each in documents], reuse)
    accounts = accounts_of(documents)
    mains = frozenset((each.document.id, main_index(each.analysis) or 0) for each in documents)
    sources = sources_of(units, reuse, versions)
    chains = find_chains(documents, units, reuse, versions)
    ties = find_ties(units, reuse, versions)
    graph = Graph.of((*chains, *ties), units, Decided.of(decisions))
    groups = [[accounts[index] for index in group] for group in group_accounts(accounts)]
    events = [
        build_event(group, mains, sources, graph) for group in groups if _is_told(group, mains)
    ]
    placed = {report.document for event in events for report in event.reports}
    return Comparison(
        events=tuple(sorted(events, key=lambda event: (event.date or "9999", event.id))),
        reuse=reuse,
        chains=chains,
        unplaced=tuple(sorted(x.document.id for x in documents if x.document.id not in placed)),
        boilerplate=find_boilerplate(units, candidates),
    )


def _distinct(analysed: Sequence[AnalysedDocument]) -> tuple[AnalysedDocument, ...]:
    by_id: dict[str, AnalysedDocument] = {}
    for each in sorted(analysed, key=lambda each: (each.document.id, each.document.sha256)):
        by_id.setdefault(each.document.id, each)
    return tuple(by_id.values())


def _is_told(group: Sequence[Account], mains: frozenset[tuple[str, int]]) -> bool:
    """Whether an event is worth a place of its own."""
    first = group[0]
    if first.event is None and len(group) == 1:
        return False
    if len(group) > 1 or first.analysed.document.posts or (first.document, first.index) in mains:
        return True
    return bool(first.numbers) or (first.is_dated and first.place is not None)
