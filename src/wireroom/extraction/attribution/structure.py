"""The outer links of a thread: who posted, and from which outlet what was pasted is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.documents import Document, Part, Post
from wireroom.records.spans import Span, hull

_FROM_ELSEWHERE = {"pasted", "translation", "embed", "caption"}


class _Frame(NamedTuple):
    span: Span
    link: int
    is_post: bool = False


def frame_threads(
    document: Document, attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The attributions of a thread with its posts and what is pasted into them added at the end.

    Each post is an attribution by its author; each part that is quoted, or that has a title, an
    outlet or an author of its own, is one inside its post's. An attribution that was found and is
    inside no other one gets its part's, or else its post's, as ``inside``. A Document without
    posts comes back unchanged.
    """
    if not document.posts:
        return attributions
    links: list[Attribution] = []
    frames: list[_Frame] = []
    for post in document.posts:
        content = _content(document.text, post)
        if not content:
            continue
        outer = len(attributions) + len(links)
        links.append(_post_link(document.text, post, content))
        frames.append(_Frame(post.span, outer, is_post=True))
        for part in post.parts:
            if _is_link(part) and _stripped(document.text, part.span):
                frames.append(_Frame(part.span, len(attributions) + len(links)))
                links.append(_part_link(document.text, part, outer))
    named = _with_full_names(document.text, attributions)
    return (*(_framed(attribution, frames) for attribution in named), *links)


def _with_full_names(text: str, attributions: Sequence[Attribution]) -> Sequence[Attribution]:
    """A surname alone becomes the one full name that another passage of the thread speaks of."""
    full: dict[str, set[str]] = {}
    for attribution in attributions:
        if attribution.speaker_kind == "person" and attribution.speaker:
            words = attribution.speaker.split()
            if len(words) > 1:
                full.setdefault(words[-1], set()).add(attribution.speaker)
    only = {short: next(iter(names)) for short, names in full.items() if len(names) == 1}
    where = {name: _named(text, Span(0, len(text)), [name]) for name in only.values()}
    return [
        replace(attribution, speaker=name, speaker_kind="person", antecedent=where[name][0])
        if (name := only.get(attribution.speaker or "")) is not None and where[name]
        else attribution
        for attribution in attributions
    ]


def _framed(attribution: Attribution, frames: Sequence[_Frame]) -> Attribution:
    if attribution.inside is not None:
        return attribution
    mine = hull([*attribution.source, *attribution.cue, *attribution.content])
    if mine is None:
        return attribution
    # The last one that covers it is the innermost: a part comes after its post.
    last = bisect_right(frames, mine.start, key=lambda frame: frame.span.start)
    for place in range(last - 1, -1, -1):
        frame = frames[place]
        if frame.span.covers(mine):
            return replace(attribution, inside=frame.link)
        if frame.is_post:
            break
    return attribution


def _is_link(part: Part) -> bool:
    if part.kind == "quote":
        return True
    return part.kind in _FROM_ELSEWHERE and bool(part.title or part.outlet or part.author)


def _content(text: str, post: Post) -> tuple[Span, ...]:
    """The post without its furniture; all of it where the reader found no parts."""
    spans = [part.span for part in post.parts if part.kind != "furniture"]
    if not post.parts:
        spans = [post.span]
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(found for span in joined if (found := _stripped(text, span)) is not None)


def _stripped(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def _post_link(text: str, post: Post, content: tuple[Span, ...]) -> Attribution:
    names = [post.author] if post.author else list(post.ranks)
    return Attribution(
        source=_named(text, Span(post.start, content[0].start), names),
        cue=(),
        content=content,
        kind="indirect",
        speaker=post.author or f"post {post.number}",
        speaker_kind="post",
        reason=f"the words of post {post.number}",
    )


def _part_link(text: str, part: Part, outer: int) -> Attribution:
    content = _stripped(text, part.span) or part.span
    if part.kind == "quote":
        speaker = None if part.quotes_post is None else f"post {part.quotes_post}"
        kind: SpeakerKind = "post"
        reason = f"a quotation of {speaker or 'another post'}"
    else:
        speaker, kind = part.outlet or part.author, "outlet"
        if part.outlet is None and part.author is not None:
            kind = "person"
        reason = f"a {part.kind} part of a post, from {speaker or 'an outlet that is not named'}"
    names = [name for name in (part.outlet, part.author) if name]
    return Attribution(
        source=_named(text, content, names[:1]),
        cue=(),
        content=(content,),
        kind="direct" if part.kind == "quote" else "indirect",
        speaker=speaker,
        speaker_kind=kind,
        inside=outer,
        reason=reason,
    )


def _named(text: str, span: Span, names: Sequence[str]) -> tuple[Span, ...]:
    """Where the names stand within the span; those that do not are left out."""
    found: list[Span] = []
    start = span.start
    for name in names:
        at = text.find(name, start, span.end) if name else -1
        if at >= 0:
            found.append(Span(at, at + len(name)))
            start = at + len(name)
    return tuple(found)
