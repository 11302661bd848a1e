"""Whom a report says it has something from, and which further texts have its words."""

from collections.abc import Iterable, Sequence

from wireroom.exports.page.anchors import Anchors, sentence_around
from wireroom.exports.page.contexts import ChainView
from wireroom.exports.page.edges import build_edge_view, document_name
from wireroom.exports.page.labels import plain_id, unit_link
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.moments import moment_in_words
from wireroom.records.comparisons import Report
from wireroom.records.links import ChainLink
from wireroom.records.spans import Span
from wireroom.records.stories import SourcedReport

_PASSAGE = 120  # characters of a shared passage; all of it is one click away

_KINDS = {
    "credited": "credits",
    "cited": "cites",
    "quoted": "quotes",
    "copied": "shares its words with",
    "translated": "is a translation of",
    "joined": "has one origin with",
}
_WITHOUT_DIRECTION = {
    "copied": "has the same words as",
    "quoted": "shares a passage with",
    "translated": "says in another language what is in",
}


def split_chains(
    report: SourcedReport, above: str | None, anchors: Anchors
) -> tuple[tuple[ChainView, ...], tuple[ChainView, ...]]:
    """The links to show with a report, and those to fold: further texts that share its words.

    Shown is whatever the text itself says, and what ties the report to the Document that it
    stands under (``above``). Links of one kind to one source are put together.
    """
    groups: dict[tuple[str, str], list[ChainLink]] = {}
    sentence = _sentence(report.report, anchors)
    for link in report.links:
        groups.setdefault((link.kind, link.to), []).append(link)
    further = {
        key
        for key, group in groups.items()
        if key[0] == "copied" and key[1] != above and group[0].state != "cut"
    }
    shown = [group for key, group in groups.items() if key not in further]
    folded = [group for key, group in groups.items() if key in further]
    return (
        tuple(_chain(group, sentence, anchors) for group in shown),
        tuple(_chain(group, sentence, anchors) for group in folded),
    )


def _sentence(report: Report, anchors: Anchors) -> Span | None:
    """The sentence that the page quotes the report with."""
    known = anchors.find(report.document)
    events = known.analysed.analysis.events if known else ()
    if known is None or not 0 <= report.event < len(events):
        return None
    return sentence_around(known.analysed, events[report.event].trigger)


def _chain(group: Sequence[ChainLink], sentence: Span | None, anchors: Anchors) -> ChainView:
    link = group[0]
    to = Link(plain_id(link.to) if link.to_is_document else link.to)
    if link.to_is_document and link.to == link.evidence.document:
        part = link.there and unit_link(anchors, link.to, link.there.span)
        to = part or Link("another part of the same document", anchors.document_href(link.to))
    elif link.to_is_document and (known := anchors.find(link.to)):
        to = Link(document_name(known.analysed.document), f"#d{known.number}")
    anchor = anchors.name(link.evidence.document, link.evidence.span)
    kinds = _KINDS if link.direction_known else _WITHOUT_DIRECTION
    kind = Link(kinds.get(link.kind, _KINDS[link.kind]), f"#{anchor}" if anchor else None)
    # The sentence that the report is quoted with stands right above.
    elsewhere = (one for one in group if not sentence or not one.evidence.span.overlaps(sentence))
    quotes = (anchors.quote(one.evidence, _PASSAGE) for one in elsewhere)
    return ChainView(
        kind,
        to,
        tuple(quote for quote in quotes if quote),
        _reasons(group),
        moment_in_words(link.time),
        tuple(dict.fromkeys(build_edge_view(one, anchors) for one in group)),
    )


def _reasons(group: Iterable[ChainLink]) -> str:
    """Why, each clause once, and without what the line says already ("cites Northwire")."""
    clauses: dict[str, None] = {}
    for one in group:
        reason = one.reason
        if reason.startswith(f"{_KINDS[one.kind]} "):
            _, comma, rest = reason.rpartition(", ")
            reason = rest if comma else ""
        clauses.update(dict.fromkeys(clause for clause in reason.split("; ") if clause))
    return "; ".join(clauses)
