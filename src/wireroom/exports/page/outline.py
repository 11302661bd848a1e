"""What is said in a Document, each inside whose words it stands: an outline by indentation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wireroom.exports.findings import is_frame
from wireroom.exports.page.anchors import Anchors
from wireroom.exports.page.document_contexts import OutlineView
from wireroom.exports.page.lines import line_of
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution

_DEEPEST = 8  # levels that are indented; what is further in stands on the last


def build_outline(anchors: Anchors, analysed: AnalysedDocument) -> tuple[OutlineView, ...]:
    """All attributions of a Document in the order of its text, those inside another one below it.

    Posts and pieces in which nobody else is made to say anything are left out: their words stand
    in full below.
    """
    attributions = analysed.analysis.attributions
    inside: dict[int | None, list[int]] = {}
    for index in sorted(range(len(attributions)), key=lambda index: _start(attributions[index])):
        inside.setdefault(_above(attributions, index), []).append(index)
    return _Outline(anchors, analysed, inside).below(None, 0)


@dataclass(frozen=True, slots=True)
class _Outline:
    anchors: Anchors
    analysed: AnalysedDocument
    inside: Mapping[int | None, Sequence[int]]

    def below(self, above: int | None, depth: int) -> tuple[OutlineView, ...]:
        views: list[OutlineView] = []
        for index in self.inside.get(above, ()):
            deeper = self.below(index, depth + 1) if depth < _DEEPEST else ()
            view = self._view(index, deeper)
            if view.quote or deeper or not is_frame(self._found(index)):
                views.append(view)
            if depth == _DEEPEST:
                views.extend(self._view(one, ()) for one in self._all_below(index))
        return tuple(views)

    def _view(self, index: int, inside: tuple[OutlineView, ...]) -> OutlineView:
        line = line_of(self.anchors, self.analysed, index)
        quote = None if is_frame(self._found(index)) else line.quote
        return OutlineView(line.steps[-1], line.verb, quote, inside)

    def _found(self, index: int) -> Attribution:
        return self.analysed.analysis.attributions[index]

    def _all_below(self, index: int) -> list[int]:
        found: list[int] = []
        waiting = list(self.inside.get(index, ()))
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.inside.get(at, ()))
        return sorted(found, key=lambda at: _start(self._found(at)))


def _above(attributions: Sequence[Attribution], index: int) -> int | None:
    """What an attribution stands in; None where that is itself or goes round in a circle."""
    seen, at = {index}, attributions[index].inside
    first = at
    while at is not None and 0 <= at < len(attributions):
        if at in seen:
            return None
        seen.add(at)
        at = attributions[at].inside
    return first if first is not None and 0 <= first < len(attributions) else None


def _start(found: Attribution) -> int:
    return min((span.start for span in (*found.source, *found.cue, *found.content)), default=0)
