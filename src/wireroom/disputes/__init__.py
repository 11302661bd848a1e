"""Events with their reports to disputes: on which field reports differ, and who says what."""

from collections.abc import Iterable, Mapping, Sequence

from wireroom.disputes.accounts import distinct, gather_accounts
from wireroom.disputes.ordering import in_order
from wireroom.disputes.registry import CHECKS
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.disputes import Claim, Dispute, Disputed, DisputedValue, Verdict
from wireroom.text.folding import fold

__all__ = ["find_disputes", "find_verdicts"]


def find_disputes(event: Event, analysed: Mapping[str, AnalysedDocument]) -> tuple[Dispute, ...]:
    """The fields on which the reports of one event differ, in the order of the checks.

    ``analysed`` has the Documents of the event by id. A dispute shows every value that the
    reports give for its field, in the order of their first report, and says of none that it
    is right.
    """
    found = []
    for field, claims, verdict in find_verdicts(event, analysed):
        if isinstance(verdict, Disputed):
            found.append(Dispute(field, _values(claims), verdict.reason))
    return tuple(found)


def find_verdicts(
    event: Event, analysed: Mapping[str, AnalysedDocument]
) -> tuple[tuple[str, tuple[Claim, ...], Verdict], ...]:
    """Every field that some report claims something about: the claims, and how they stand."""
    accounts = distinct(gather_accounts(event, analysed))
    verdicts = []
    for check in CHECKS:
        asked = [a for a in accounts if not check.same_type or a.report.type == event.type]
        for field, claims in _by_field(check.find(a) for a in asked).items():
            verdicts.append((field, tuple(claims), check.compare(claims)))
    return tuple(verdicts)


def _by_field(found: Iterable[Iterable[Claim]]) -> dict[str, list[Claim]]:
    fields: dict[str, list[Claim]] = {}
    for claims in found:
        for claim in claims:
            fields.setdefault(claim.field, []).append(claim)
    return {field: in_order(fields[field]) for field in sorted(fields)}


def _values(claims: Sequence[Claim]) -> tuple[DisputedValue, ...]:
    same: dict[object, list[Claim]] = {}
    for claim in claims:
        same.setdefault(_sameness(claim), []).append(claim)
    return tuple(
        DisputedValue(
            group[0].value,
            tuple(dict.fromkeys(claim.evidence.document for claim in group)),
            tuple(dict.fromkeys(claim.evidence for claim in group)),
            tuple(dict.fromkeys(claim.speaker for claim in group if claim.speaker)),
        )
        for group in same.values()
    )


def _sameness(claim: Claim) -> object:
    """Claims of one value: the same range, or the same words, whoever gives it."""
    if claim.field in ("damage", "place"):
        return fold(claim.value)
    if claim.low is not None:
        return (claim.low, claim.high)
    return claim.key or fold(claim.value)
