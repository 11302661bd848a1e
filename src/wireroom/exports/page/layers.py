"""What is highlighted in one Document, in which layer, and which finding it leads to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wireroom.exports.findings import Finding, Layer, is_frame, words
from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.document_contexts import FindingView
from wireroom.exports.page.labels import plain_id, shortened, title_of
from wireroom.exports.page.lines import line_of
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.segments import Segment
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.links import Evidence, Reuse
from wireroom.records.spans import Span

_REUSE = {
    "copy": "the same words as in",
    "near-copy": "nearly the same words as in",
    "quotation": "quoted from or in",
    "translation": "a translation of or by",
}
_DEEPEST = 4  # levels of words inside words that are told apart by eye
_SHOWN = 72  # characters of a highlighted stretch in the list of findings


@dataclass(frozen=True, slots=True)
class Layers:
    """``spans`` are what is highlighted; ``classes``, ``hrefs`` and ``ids`` run beside them."""

    spans: tuple[Span, ...]
    classes: tuple[Layer, ...]
    hrefs: tuple[str | None, ...]
    ids: tuple[str, ...]
    findings: tuple[FindingView, ...]

    def with_anchors(self, named: Mapping[Span, str]) -> "Layers":
        """The same, with every stretch that something on the page links to."""
        missing = sorted(set(named) - set(self.spans))
        bare: list[Layer] = ["evidence" for _ in missing]
        return replace(
            self,
            spans=self.spans + tuple(missing),
            classes=(*self.classes, *bare),
            hrefs=self.hrefs + (None,) * len(missing),
            ids=tuple(named.get(span, "") for span in (*self.spans, *missing)),
        )

    def of(self, segment: Segment) -> tuple[tuple[str, ...], str, str | None]:
        """The anchors that begin in a segment, its layers, and where it leads to."""
        beginning = (
            self.ids[mark]
            for mark in segment.marks
            if max(0, self.spans[mark].start) == segment.start
        )
        ids = tuple(dict.fromkeys(name for name in beginning if name))
        layers = {self.classes[mark]: None for mark in segment.marks}
        deep = sum(self.classes[mark] == "content" for mark in segment.marks)
        parts = {
            self.ids[mark]: None
            for mark in segment.marks
            if self.ids[mark]
            and self.spans[mark].end > segment.end
            or self.ids[mark]
            and max(0, self.spans[mark].start) < segment.start
        }
        edges = self._edges(segment)
        linked = [mark for mark in segment.marks if self.hrefs[mark]]
        shortest = min(linked, key=self._length, default=None)
        href = self.hrefs[shortest] if shortest is not None else None
        return (
            ids,
            " ".join((*layers, *_depth(deep), *edges, *(f"k{name}" for name in parts))),
            href,
        )

    def _edges(self, segment: Segment) -> tuple[str, ...]:
        """Whether reused words begin or end here: they may go on for pages."""
        reused = [self.spans[mark] for mark in segment.marks if self.classes[mark] == "reuse"]
        begins = any(max(0, span.start) == segment.start for span in reused)
        ends = any(span.end == segment.end for span in reused)
        return ("begins",) * begins + ("ends",) * ends

    def _length(self, mark: int) -> tuple[int, int]:
        span = self.spans[mark]
        return span.end - span.start, mark


def _told(
    view: FindingView, index: int, anchors: Anchors, analysed: AnalysedDocument
) -> FindingView:
    """What somebody says, with the line that says all of it but whether it is direct speech."""
    if view.kind != "says":
        return view
    found = analysed.analysis.attributions[index]
    details = "" if is_frame(found) else found.kind
    return replace(view, line=line_of(anchors, analysed, index), details=details)


def _depth(contents: int) -> tuple[str, ...]:
    """Words inside words of somebody else are lined once for each that they stand in."""
    return () if contents < 2 else (f"deep{min(contents, _DEEPEST)}",)


def build_layers(
    number: int,
    analysed: AnalysedDocument,
    findings: Sequence[Finding],
    reuse: Iterable[Reuse],
    anchors: Anchors,
) -> Layers:
    """All highlights of one Document, and the list of findings below it.

    Stretches get their anchors here; those that others asked for come with ``with_anchors``.
    """
    document = analysed.document
    stretches: list[tuple[Span, Layer, str]] = []
    views: list[FindingView] = []
    for at, finding in enumerate(findings, 1):
        row = f"d{number}r{at}"
        links = []
        for stretch in finding.stretches:
            anchor = anchors.name(document.id, stretch.span)
            stretches.append((stretch.span, stretch.layer, f"#{row}"))
            shown = words((stretch.span,), document.text, _SHOWN)
            links.append(Link(shown, f"#{anchor}" if anchor else None))
        view = FindingView(row, finding.kind, tuple(links), finding.details, finding.reason)
        views.append(_told(view, finding.index, anchors, analysed))
    for at, one in enumerate(reuse, len(findings) + 1):
        row = f"d{number}r{at}"
        sides = _sides(one, document.id)
        stretches.extend((own.span, "reuse", f"#{row}") for own, _ in sides)
        for own, other in sides[:1]:
            anchor = anchors.name(document.id, own.span)
            name = words((own.span,), document.text, _SHOWN)
            link = Link(name, f"#{anchor}" if anchor else None)
            views.append(_reuse(row, one, link, other, anchors))
    return Layers(
        tuple(span for span, _, _ in stretches),
        tuple(layer for _, layer, _ in stretches),
        tuple(href for _, _, href in stretches),
        ("",) * len(stretches),
        tuple(views),
    )


def _sides(reuse: Reuse, document: str) -> list[tuple[Evidence, Evidence]]:
    """The stretch in a Document, and the one elsewhere."""
    sides = [(reuse.copy, reuse.origin), (reuse.origin, reuse.copy)]
    return [(own, other) for own, other in sides if own.document == document]


def _reuse(row: str, reuse: Reuse, own: Link, other: Evidence, anchors: Anchors) -> FindingView:
    known = anchors.find(other.document)
    name = shortened(title_of(known.analysed.document), 60) if known else plain_id(other.document)
    anchor = anchors.name(other.document, other.span)
    there = Link(name, f"#{anchor}" if anchor else None)
    order = "" if reuse.direction_known else "; which was first is not known"
    details = f"{_REUSE[reuse.kind]} this other text; {reuse.score:.0%} in common{order}"
    return FindingView(row, "reuse", (own, there), details, reuse.reason)
