"""From the model's scores to whole attributions: the weak dropped, rivals for words settled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from wireroom.extraction.attribution.learnt.paths import (
    CONTENT,
    CUE,
    NEVER,
    OUTSIDE,
    SOURCE,
    Floats,
    Ints,
    best_paths,
    log_chances,
    runs,
)
from wireroom.extraction.attribution.learnt.scoring import Anchor
from wireroom.records.spans import Span

Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What settling weighs. Set on 42 articles of PolNeAR's training part that the model had not
    seen, but for ``keep``, which was chosen on the development part together with the rules that
    go before the model, 2026-11: figures on that part are a little flattered. ``keep`` is the
    chance from which on an attribution stands by itself. From ``least`` on it stands where no
    other tells what it tells and somebody does: its content has ``told`` as its mean chance to be
    anyone's, and the share ``free`` of it is in no other. ``source`` is what is added to the scores
    of sources, ``source_floor`` how far under "outside" the best source of one without may lie,
    ``goes_on`` the same for its further words, ``second`` the least mean chance of content beside
    the likeliest.
    """

    keep: float = 0.55
    least: float = 0.15
    told: float = 0.7
    free: float = 0.6
    source: float = 0.5
    source_floor: float = -2.5
    goes_on: float = -1.5
    second: float = 0.6


@dataclass(frozen=True, slots=True)
class Content:
    """A span of content and its mean chance."""

    span: Span
    mean: float


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution, with the chance that its cue is one: at most one source, some content.

    ``told`` is the mean chance of its content to be anyone's.
    """

    source: Span | None
    cue: Span
    contents: tuple[Content, ...]
    chance: float
    told: float


def settle(anchors: Sequence[Anchor], weighing: Weighing | None = None) -> list[Found]:
    """The attributions of all anchors, in the order of their cues; no two cues share a word."""
    weights = weighing or Weighing()
    anchors = [anchor for anchor in anchors if anchor.chance >= weights.least]
    weighed = [_weighed(anchor, weights) for anchor in anchors]
    drafts = [
        draft
        for anchor, scores, path in zip(anchors, weighed, best_paths(weighed), strict=True)
        if (draft := _assemble(anchor, scores, path, weights)) is not None
    ]
    kept: list[Found] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.chance, draft.cue)):
        if not any(draft.cue.overlaps(other.cue) for other in kept) and (
            draft.chance >= weights.keep or _fills_a_gap(draft, kept, weights)
        ):
            kept.append(draft)
    settled = [_without_rivals(draft, kept) for draft in kept]
    return sorted((one for one in settled if one.contents), key=lambda one: one.cue)


def _fills_a_gap(draft: Found, surer: Sequence[Found], weights: Weighing) -> bool:
    """Whether an unsure attribution tells what somebody tells and no surer one has."""
    if draft.told < weights.told:
        return False
    size = sum(content.span.end - content.span.start for content in draft.contents)
    inside = sum(
        max(0, min(ours.span.end, theirs.span.end) - max(ours.span.start, theirs.span.start))
        for ours in draft.contents
        for other in surer
        for theirs in other.contents
    )
    return size - inside >= weights.free * size


def _weighed(anchor: Anchor, weights: Weighing) -> Floats:
    """Log chances with sources favoured a little, and the anchor's own word held to be the cue."""
    scores = log_chances(anchor.scores)
    scores[:, SOURCE : SOURCE + 2] += weights.source
    scores[anchor.word, :CUE] = NEVER
    return scores


def _assemble(anchor: Anchor, scores: Floats, path: Ints, weights: Weighing) -> Found | None:
    contents, told = _contents(anchor, path, weights)
    if not contents:
        return None
    cue = next(words for words in runs(path, CUE) if words[0] <= anchor.word < words[1])
    source = _source(scores, path, weights)
    return Found(
        Span(*anchor.in_text(source)) if source else None,
        Span(*anchor.in_text(cue)),
        contents,
        anchor.chance,
        told,
    )


def _contents(anchor: Anchor, path: Ints, weights: Weighing) -> tuple[tuple[Content, ...], float]:
    """Content spans, those that touch joined; beside the likeliest only those that are likely.

    With the mean chance of their words to be told by anyone.
    """
    chances = np.exp(log_chances(anchor.scores))
    chance = chances[:, CONTENT] + chances[:, CONTENT + 1]
    spans: list[Words] = []
    for first, after in runs(path, CONTENT):
        if spans and spans[-1][1] == first:
            spans[-1] = (spans[-1][0], after)
        else:
            spans.append((first, after))
    best = max((float(chance[a:b].sum()) for a, b in spans), default=0.0)
    kept = [
        (a, b)
        for a, b in spans
        if float(chance[a:b].sum()) == best or float(chance[a:b].mean()) >= weights.second
    ]
    words = [word for a, b in kept for word in range(a, b)]
    return (
        tuple(Content(Span(*anchor.in_text((a, b))), float(chance[a:b].mean())) for a, b in kept),
        float(anchor.content[words].mean()) if words else 0.0,
    )


def _source(scores: Floats, path: Ints, weights: Weighing) -> Words | None:
    """The surest span of source; where none was found, the likeliest if that is likely enough."""
    found = runs(path, SOURCE)
    if found:
        return max(found, key=lambda words: _margin(scores, path, words))
    free = path == OUTSIDE
    margins = np.where(free, scores[:, SOURCE] - scores[:, OUTSIDE], NEVER)
    first = int(margins.argmax())
    if margins[first] < weights.source_floor:
        return None
    after = first + 1
    goes_on = scores[:, SOURCE + 1] - scores[:, OUTSIDE] > weights.goes_on
    while after < len(free) and free[after] and goes_on[after]:
        after += 1
    return first, after


def _margin(scores: Floats, path: Ints, words: Words) -> float:
    """By how much the tags of some words beat "outside"."""
    places = np.arange(*words)
    return float((scores[places, path[places]] - scores[places, OUTSIDE]).sum())


def _without_rivals(draft: Found, others: Sequence[Found]) -> Found:
    """Without the content that a likelier attribution has too, unless one is told in the other."""
    kept = tuple(
        content
        for content in draft.contents
        if not any(
            other is not draft
            and any(
                content.span.overlaps(theirs.span)
                and (theirs.mean, other.chance) > (content.mean, draft.chance)
                for theirs in other.contents
            )
            and not (_tells(other, draft.cue) or _tells(draft, other.cue))
            for other in others
        )
    )
    return replace(draft, contents=kept)


def _tells(one: Found, cue: Span) -> bool:
    """Whether a cue stands in the content of an attribution."""
    return any(content.span.overlaps(cue) for content in one.contents)
