"""One report of an event, with the Document that it stands in, as the checks read it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.comparisons import Event
from wireroom.records.events import EventReport, MainEvent
from wireroom.records.links import Evidence
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span, hull
from wireroom.records.times import TimeExpression
from wireroom.text.instants import in_time

_BUCKET = 500  # characters

Placed = TypeVar("Placed", PlaceMention, TimeExpression)


class Sayings:
    """What is said in a Document, by where it stands: for who asks often."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        self._buckets: dict[int, list[tuple[int, int, Span]]] = {}
        for index, attribution in enumerate(analysed.analysis.attributions):
            length = sum(span.end - span.start for span in attribution.content)
            for span in attribution.content:
                for bucket in range(span.start // _BUCKET, span.end // _BUCKET + 1):
                    self._buckets.setdefault(bucket, []).append((length, index, span))

    def innermost(self, span: Span) -> int | None:
        """The index of the attribution with the shortest content that covers ``span``."""
        near = self._buckets.get(span.start // _BUCKET, ())
        return min(((n, i) for n, i, content in near if content.covers(span)), default=(0, None))[1]


def _start(span: Span) -> int:
    return span.start


def _start_of(found: PlaceMention | TimeExpression) -> int:
    return found.start


@dataclass(frozen=True, slots=True)
class Account:
    """A report, its Document, and what is known of where it comes from.

    ``origin`` is the index of the event's Origin that the Document is listed under, ``said`` the
    ISO 8601 time of the passage or of the Document; each None where it is not known.
    """

    analysed: AnalysedDocument
    report: EventReport
    index: int
    main: bool
    origin: int | None
    said: str | None
    sayings: "Sayings | None" = None

    @property
    def text(self) -> str:
        """The text that all spans count in."""
        return self.analysed.document.text

    @property
    def main_event(self) -> MainEvent | None:
        """The main event of the Document, where this report is of it."""
        found = self.analysed.analysis.main_event
        return found if found and found.event == self.index else None

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that mention the happening, in order; the trigger where there are none."""
        known = self.analysed.analysis.sentences
        found: set[Span] = set()
        for mention in (self.report.trigger, *self.report.mentions):
            at = max(0, bisect_right(known, mention.start, key=_start) - 1)
            while at < len(known) and known[at].start < mention.end:
                found.update({known[at]} if known[at].overlaps(mention) else ())
                at += 1
        return tuple(sorted(found)) or (self.report.trigger,)

    @property
    def passage(self) -> Span:
        """The stretch of one voice that it stands in: the whole text outside threads."""
        known = self.analysed.analysis.passages
        whole = Span(0, len(self.text))
        return next((p.span for p in known if p.span.covers(self.report.trigger)), whole)

    @property
    def about_it(self) -> tuple[Span, ...]:
        """Its sentences, and, where its passage is mainly about it, those of the passage that
        tell no other happening of its type."""
        if not self._is_mainly:
            return self.sentences
        passage, own = self.passage, self.sentences
        others = [
            mention
            for index, report in enumerate(self.analysed.analysis.events)
            if index != self.index and report.type == self.report.type
            for mention in (report.trigger, *report.mentions)
        ]
        return tuple(
            sentence
            for sentence in self.analysed.analysis.sentences
            if sentence in own
            or (passage.covers(sentence) and not any(map(sentence.overlaps, others)))
        )

    @property
    def _is_mainly(self) -> bool:
        """Whether it is the main event of an article, or the first of its type in a part."""
        if not self.analysed.document.posts:
            return self.main
        passage = self.passage
        return not any(
            report.type == self.report.type
            and passage.covers(report.trigger)
            and report.trigger.start < self.report.trigger.start
            for report in self.analysed.analysis.events
        )

    def in_sentences(self, found: Sequence[Placed]) -> list[Placed]:
        """Those of ``found``, which are in the order of the text, that its sentences hold."""
        held: list[Placed] = []
        for sentence in self.sentences:
            at = bisect_left(found, sentence.start, key=_start_of)
            while at < len(found) and found[at].span.start < sentence.end:
                held.extend([found[at]] if sentence.covers(found[at].span) else ())
                at += 1
        return held

    def evidence(self, span: Span) -> Evidence:
        """The characters of ``span`` in this Document."""
        return Evidence(self.analysed.document.id, span)

    def speaker(self, span: Span) -> str | None:
        """Who says what stands at ``span``: of the innermost attribution that covers it.

        Failing that, in the sentences that mention the happening, of the attribution that the
        whole report stands under.
        """
        said = self.sayer(span)
        index = self.report.attribution
        if said or index is None or not any(each.overlaps(span) for each in self.sentences):
            return said
        return self._named(self.analysed.analysis.attributions[index])

    def sayer(self, span: Span) -> str | None:
        """Who says what stands at ``span``, where words that cover it are somebody's."""
        index = (self.sayings or Sayings(self.analysed)).innermost(span)
        return None if index is None else self._named(self.analysed.analysis.attributions[index])

    def _named(self, attribution: Attribution) -> str | None:
        """The speaker's name, or the words for somebody who is not named ("oil officials")."""
        words = hull(attribution.source)
        return attribution.speaker or (words.of(self.text) if words else None)


def gather_accounts(event: Event, analysed: Mapping[str, AnalysedDocument]) -> tuple[Account, ...]:
    """The accounts of an event, in the order of their time, then of their Document's id.

    A report whose Document or index is not in ``analysed`` is left out.
    """
    origins = _origins(event)
    sayings: dict[str, Sayings] = {}
    found = []
    for report in event.reports:
        document = analysed.get(report.document)
        if document is None or not 0 <= report.event < len(document.analysis.events):
            continue
        account = document.analysis.events[report.event]
        if report.document not in sayings:
            sayings[report.document] = Sayings(document)
        found.append(
            Account(
                document,
                account,
                report.event,
                report.main,
                origins.get(report.document),
                _said(document, account.trigger),
                sayings[report.document],
            )
        )
    return tuple(sorted(found, key=_order))


def _order(account: Account) -> tuple[str, str, int]:
    return (in_time(account.said), account.analysed.document.id, account.index)


def _origins(event: Event) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, origin in enumerate(event.origins):
        for document in origin.documents:
            found.setdefault(document, index)
    return found


def _said(document: AnalysedDocument, trigger: Span) -> str | None:
    passages = [p for p in document.analysis.passages if p.span.overlaps(trigger) and p.published]
    return passages[0].published if passages else document.document.published


def distinct(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """The accounts without those that repeat another of the same Document and place in it."""
    seen: dict[tuple[str, int], Account] = {}
    for account in accounts:
        seen.setdefault((account.analysed.document.id, account.index), account)
    return tuple(seen.values())
