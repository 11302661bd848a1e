"""The chain of a passage on one line: who has it from whom, each hand a link to its characters."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from wireroom.exports.findings import is_deed, is_frame, stance_in_words, words
from wireroom.exports.page.anchors import Anchors, passage_at
from wireroom.exports.page.labels import source_of
from wireroom.exports.page.link_contexts import LineView, Link, StepView
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.links import Evidence
from wireroom.records.spans import Span, hull

_LONGEST = 20  # hands; more are a circle in the findings
_NAME = 60  # characters of what an unnamed source is called
_WORDS = 160  # characters of the content; all of it is one click away
_POST = re.compile(r"post \d+")

# What somebody does of whom it is only known that a stretch of a text is theirs.
_FRAMES = {"post": "wrote", "outlet": "published", "agency": "published"}


def line_of(anchors: Anchors, analysed: AnalysedDocument, index: int) -> LineView:
    """The line of one attribution, its own source last."""
    found = analysed.analysis.attributions[index]
    content = hull(found.content)
    quote = (
        anchors.quote(Evidence(analysed.document.id, content), _WORDS, around=0)
        if content
        else None
    )
    steps = (*steps_before(anchors, analysed, index), _step(anchors, analysed, index))
    return LineView(_once(steps), verb_of(anchors, analysed, index), quote)


def _once(steps: Sequence[StepView]) -> tuple[StepView, ...]:
    """Without who passes on their own words: of two in a row, the one next to the words stays."""
    after = [*steps[1:], None]
    return tuple(
        step
        for step, following in zip(steps, after, strict=True)
        if following is None or step.name.text != following.name.text
    )


def steps_before(anchors: Anchors, analysed: AnalysedDocument, index: int) -> tuple[StepView, ...]:
    """The hands that an attribution went through, outermost first, without its own source.

    The outlet of an article is the first; no text of it need name it, so it leads to the Document.
    """
    document, attributions = analysed.document, analysed.analysis.attributions
    steps: list[StepView] = []
    at, seen = attributions[index].inside, set[int]()
    while at is not None and 0 <= at < len(attributions) and at not in seen:
        if len(steps) == _LONGEST:
            break
        seen.add(at)
        steps.append(_step(anchors, analysed, at))
        at = attributions[at].inside
    if not document.posts and (document.outlet or document.author):
        link = Link(source_of(document), anchors.document_href(document.id))
        steps.append(StepView(link, "outlet" if document.outlet else "author"))
    return tuple(reversed(steps))


def verb_of(anchors: Anchors, analysed: AnalysedDocument, index: int) -> Link:
    """What the source does: says, denies, wrote; it leads to the cue. A deed is told in the words
    of the text."""
    found = analysed.analysis.attributions[index]
    href = _href(anchors, analysed, hull(found.cue))
    if is_deed(found):
        return Link(words(found.cue, analysed.document.text, _NAME).rstrip(" :,"), href)
    if not is_frame(found):
        silent = found.stance == "no-comment" and not found.content
        return Link("does not comment" if silent else stance_in_words(found), href)
    passage = passage_at(analysed, found.content[0]) if found.content else None
    if passage and passage.kind == "caption":
        return Link("is credited with", href)
    return Link(_FRAMES.get(found.speaker_kind or "", "is named as author of"), href)


def _step(anchors: Anchors, analysed: AnalysedDocument, index: int) -> StepView:
    found = analysed.analysis.attributions[index]
    spans = found.source or ((found.antecedent,) if found.antecedent else ()) or found.content[:1]
    href = _href(anchors, analysed, spans[0] if spans else None)
    name = found.speaker or words(found.source, analysed.document.text, _NAME) or _nameless(found)
    kind: str = found.speaker_kind or ""
    if kind == "post":
        kind = "" if _POST.fullmatch(name) else _post_at(analysed, found) or kind
    if not (found.speaker or found.source):
        kind = ""
    link = Link(name, href or anchors.document_href(analysed.document.id))
    return StepView(link, kind, "citing" if found.family == "citing" else "")


def _nameless(found: Attribution) -> str:
    if found.speaker_kind in ("outlet", "document"):
        return "outlet not given"
    return "somebody not named"


def _post_at(analysed: AnalysedDocument, found: Attribution) -> str:
    """The post that an attribution stands for, by its number; a quoted one has that of another."""
    posts = analysed.document.posts
    if not found.content or found.inside is not None:
        return ""
    at = bisect_right(posts, found.content[0].start, key=lambda post: post.start) - 1
    return f"post {posts[at].number}" if at >= 0 else ""


def _href(anchors: Anchors, analysed: AnalysedDocument, span: Span | None) -> str | None:
    anchor = anchors.name(analysed.document.id, span) if span else None
    return f"#{anchor}" if anchor else None
