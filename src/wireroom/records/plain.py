"""Each record as plain data, as the commands print it; and a Document back from it.

Plain data is what ``json`` can write: dicts, lists, strings, numbers, booleans and None. Spans
become ``[start, end]``, counted in code points. A number that is whole becomes an int; one that
JSON cannot hold (infinite, not a number) becomes None. Ids are never changed or read.
"""

from wireroom.records.changes import Change, TranslationFinding
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.disputes import Dispute, DisputedValue
from wireroom.records.links import ChainLink, Evidence, Origin, Reuse
from wireroom.records.plain_documents import document_as_plain, document_from_plain
from wireroom.records.plain_findings import analysis_as_plain
from wireroom.records.plain_values import Plain, span_as_plain
from wireroom.records.stories import Speaker, Statement

__all__ = [
    "Plain",
    "analysis_as_plain",
    "change_as_plain",
    "comparison_as_plain",
    "document_as_plain",
    "document_from_plain",
    "finding_as_plain",
    "speaker_as_plain",
]


def comparison_as_plain(comparison: Comparison) -> Plain:
    """What ``wireroom compare`` prints."""
    return {
        "events": [_event(event) for event in comparison.events],
        "reuse": [_reuse(reuse) for reuse in comparison.reuse],
        "chains": [_chain(link) for link in comparison.chains],
        "unplaced": list(comparison.unplaced),
        "boilerplate": [
            _evidence(each.evidence) | {"reason": each.reason} for each in comparison.boilerplate
        ],
    }


def speaker_as_plain(speaker: Speaker) -> Plain:
    """A speaker of a story: statements and deeds by their Document and the index of the
    attribution in its findings, and why two names are taken for one."""
    return {
        "name": speaker.name,
        "also": list(speaker.also),
        "kind": speaker.kind,
        "named": speaker.named,
        "reason": speaker.reason,
        "statements": [_statement(statement) for statement in speaker.statements],
        "deeds": [_statement(deed) for deed in speaker.deeds],
        "joinings": [
            {
                "names": [joining.one, joining.other],
                "rule": joining.rule,
                "reason": joining.reason,
                "evidence": [_evidence(one) for one in joining.evidence],
            }
            for joining in speaker.joinings
        ],
    }


def _statement(statement: Statement) -> Plain:
    plain: Plain = {"document": statement.document, "attribution": statement.attribution}
    return plain if statement.within is None else plain | {"within": statement.within}


def change_as_plain(change: Change) -> Plain:
    """A line of what ``wireroom versions`` prints."""
    return {
        "kind": change.kind,
        "old": span_as_plain(change.old),
        "new": span_as_plain(change.new),
        "what": list(change.what),
        "gone": list(change.gone),
    }


def finding_as_plain(finding: TranslationFinding) -> Plain:
    """A line of what ``wireroom check-translation`` prints."""
    return {
        "field": finding.field,
        "original": span_as_plain(finding.original),
        "translation": span_as_plain(finding.translation),
        "note": finding.note,
    }


def _evidence(evidence: Evidence) -> Plain:
    return {"document": evidence.document, "span": span_as_plain(evidence.span)}


def _event(event: Event) -> Plain:
    return {
        "id": event.id,
        "title": event.title,
        "type": event.type,
        "date": event.date,
        "place": event.place,
        "reports": [_report(report) for report in event.reports],
        "origins": [_origin(origin) for origin in event.origins],
        "disputes": [_dispute(dispute) for dispute in event.disputes],
        "standing": event.standing,
        "standing_reason": event.standing_reason,
        "edges": [_chain(link) for link in event.edges],
    }


def _report(report: Report) -> Plain:
    return {
        "document": report.document,
        "event": report.event,
        "main": report.main,
        "reason": report.reason,
        "role": report.role,
        "repeats": report.repeats,
    }


def _origin(origin: Origin) -> Plain:
    return {
        "kind": origin.kind,
        "source": origin.source,
        "established": origin.established,
        "documents": list(origin.documents),
        "reason": origin.reason,
        "evidence": [_evidence(evidence) for evidence in origin.evidence],
        "states": list(origin.states),
    }


def _dispute(dispute: Dispute) -> Plain:
    return {
        "field": dispute.field,
        "values": [_disputed_value(value) for value in dispute.values],
        "reason": dispute.reason,
    }


def _disputed_value(value: DisputedValue) -> Plain:
    return {
        "value": value.value,
        "documents": list(value.documents),
        "evidence": [_evidence(evidence) for evidence in value.evidence],
        "speakers": list(value.speakers),
        "withdrawn": list(value.withdrawn),
    }


def _reuse(reuse: Reuse) -> Plain:
    return {
        "from": _evidence(reuse.origin),
        "to": _evidence(reuse.copy),
        "kind": reuse.kind,
        "direction_known": reuse.direction_known,
        "score": reuse.score,
        "reason": reuse.reason,
    }


def _chain(link: ChainLink) -> Plain:
    return {
        "from": _evidence(link.evidence),
        "to": link.to,
        "to_is_document": link.to_is_document,
        "kind": link.kind,
        "reason": link.reason,
        "here": _evidence(link.here) if link.here else None,
        "there": _evidence(link.there) if link.there else None,
        "time": link.time,
        "direction_known": link.direction_known,
        "state": link.state,
        "score": link.score,
    }
