"""Events with their reports to disputes: on which field reports differ, and who says what."""

from collections.abc import Iterable, Mapping, Sequence

from wireroom.disputes.accounts import distinct, gather_accounts
from wireroom.disputes.ordering import in_order, shown_value
from wireroom.disputes.registry import CHECKS
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.comparisons import Event
from wireroom.records.disputes import Claim, Dispute, Disputed, DisputedValue, Verdict
from wireroom.text.folding import fold
from wireroom.text.name_keys import same_full_name

__all__ = ["find_disputes", "find_verdicts"]


def find_disputes(event: Event, analysed: Mapping[str, AnalysedDocument]) -> tuple[Dispute, ...]:
    """The fields on which the reports of one event differ, in the order of the checks.

    ``analysed`` has the Documents of the event by id. A dispute shows every value that the
    reports give for its field, in the order of their first report, and says of none that it
    is right. What a later version of the same account has put right is shown, and opposes nothing.
    """
    later = _later_versions(event)
    found = []
    for field, claims, verdict in find_verdicts(event, analysed):
        if isinstance(verdict, Disputed):
            found.append(Dispute(field, _values(claims, later), verdict.reason))
    return tuple(found)


def find_verdicts(
    event: Event, analysed: Mapping[str, AnalysedDocument]
) -> tuple[tuple[str, tuple[Claim, ...], Verdict], ...]:
    """Every field that some report claims something about: the claims, and how they stand."""
    accounts = distinct(gather_accounts(event, analysed))
    later = _later_versions(event)
    verdicts = []
    for check in CHECKS:
        asked = [a for a in accounts if not check.same_type or a.report.type == event.type]
        for field, claims in _by_field(check.find(a) for a in asked).items():
            standing = [claim for claim in claims if not _is_withdrawn(claim, claims, later)]
            verdicts.append((field, tuple(claims), check.compare(standing)))
    return tuple(verdicts)


def _later_versions(event: Event) -> Mapping[str, str]:
    """By Document the later version of it that is among the reports."""
    return {
        report.document: event.reports[report.repeats].document
        for report in event.reports
        if report.role == "earlier version" and report.repeats is not None
    }


def _is_withdrawn(claim: Claim, claims: Iterable[Claim], later: Mapping[str, str]) -> bool:
    """Whether a later version says it anew: the same speaker's claim, or the outlet's own.

    What a later version only leaves out was still said.
    """
    version = later.get(claim.evidence.document)
    return version is not None and any(
        other.evidence.document == version
        and (other.speaker == claim.speaker or None in (other.speaker, claim.speaker))
        for other in claims
    )


def _by_field(found: Iterable[Iterable[Claim]]) -> dict[str, list[Claim]]:
    fields: dict[str, list[Claim]] = {}
    for claims in found:
        for claim in claims:
            fields.setdefault(claim.field, []).append(claim)
    return {field: in_order(fields[field]) for field in sorted(fields)}


def _values(claims: Sequence[Claim], later: Mapping[str, str]) -> tuple[DisputedValue, ...]:
    same: dict[object, list[Claim]] = {}
    for claim in claims:
        same.setdefault(_sameness(claim), []).append(claim)
    return tuple(
        DisputedValue(
            shown_value(group),
            tuple(dict.fromkeys(claim.evidence.document for claim in group)),
            tuple(dict.fromkeys(claim.evidence for claim in group)),
            _speakers(group),
            tuple(
                dict.fromkeys(
                    claim.evidence.document
                    for claim in group
                    if _is_withdrawn(claim, claims, later)
                )
            ),
        )
        for group in same.values()
    )


def _speakers(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Who gives a value, each once, whatever scripts their names are in."""
    found: list[str] = []
    for claim in claims:
        if claim.speaker and not any(
            claim.speaker == known or same_full_name(claim.speaker, known) for known in found
        ):
            found.append(claim.speaker)
    return tuple(found)


def _sameness(claim: Claim) -> object:
    """Claims of one value: the same range, or the same words, whoever gives it."""
    if claim.field in ("damage", "place"):
        return fold(claim.value)
    if claim.low is not None:
        return (claim.low, claim.high)
    return claim.key or fold(claim.value)
