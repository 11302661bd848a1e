"""The outer links of a thread: who posted, and from which outlet what was pasted is."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from wireroom.extraction.attribution.across import with_known_speakers
from wireroom.extraction.attribution.credits import credited
from wireroom.extraction.attribution.sources.lists import SourceLists, source_lists
from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.documents import Document, Part, Post
from wireroom.records.languages import LanguagePack
from wireroom.records.spans import Span, hull
from wireroom.text.folding import fold

_FROM_ELSEWHERE = {"pasted", "translation", "embed", "caption"}
_MEDIA = ("outlet", "agency")


class _Frame(NamedTuple):
    span: Span
    link: int
    speaker: str | None = None
    is_post: bool = False


def frame_threads(
    document: Document,
    attributions: tuple[Attribution, ...],
    packs: Sequence[LanguagePack] = (),
) -> tuple[Attribution, ...]:
    """The attributions of a thread with its posts and what is pasted into them added at the end.

    Each post is an attribution by its author; each part that is quoted, or that has a title, an
    outlet or an author of its own, is one inside its post's, or inside the part that it
    interrupts or stands in. A part that goes on with another one is of that one's link. An
    attribution that was found and is inside no other one gets its part's, or else its post's,
    as ``inside``; so does one by the part's own outlet, whatever it stands in. ``packs`` are
    those of the Document's languages: their lists tell agencies from other outlets. In a
    Document without posts nothing is added but its credits, and what its own outlet says is
    inside nothing.
    """
    lists = [source_lists(pack) for pack in packs]
    named = with_known_speakers(document.text, attributions, lists)
    if not document.posts:
        own = [_in_own_voice(attribution, document.outlet, None) for attribution in named]
        return tuple(credited(document.text, Span(0, len(document.text)), own, lists))
    framing = _Framing(document, len(attributions), lists)
    for post in document.posts:
        framing.add(post)
    framed = (_framed(attribution, framing.frames) for attribution in named)
    return (*framed, *framing.links)


class _Framing:
    """Collects the links of posts and parts; ``first`` is the index of the first of them."""

    def __init__(self, document: Document, first: int, lists: Sequence[SourceLists]) -> None:
        self._text = document.text
        self._first = first
        self._lists = lists
        self._authors = {post.number: post.author for post in document.posts}
        self.links: list[Attribution] = []
        self.frames: list[_Frame] = []

    def add(self, post: Post) -> None:
        """The link of a post, and those of its parts."""
        content = _content(self._text, post)
        if not content:
            return
        outer = self._add_link(_post_link(self._text, post, content))
        self.frames.append(_Frame(post.span, outer, is_post=True))
        going_on = {part.continues for part in post.parts if part.continues is not None}
        at: dict[int, int] = {}
        for index, part in enumerate(post.parts):
            stretch = part.span.stripped(self._text)
            if stretch.start == stretch.end:
                continue
            if part.continues in at:
                at[index] = at[part.continues]
                self._extend(at[index], stretch)
            elif _is_link(part):
                around = part.inside if part.inside is not None else _interrupted(index, part, post)
                is_known = part.inside is not None or around in going_on
                within = at.get(around, outer) if around is not None and is_known else outer
                at[index] = self._add_link(self._part_link(part, stretch, within))
            if index in at:
                speaker = self.links[at[index] - self._first].speaker
                self.frames.append(_Frame(part.span, at[index], speaker))

    def _add_link(self, link: Attribution) -> int:
        self.links.append(link)
        return self._first + len(self.links) - 1

    def _extend(self, link: int, stretch: Span) -> None:
        known = self.links[link - self._first]
        self.links[link - self._first] = replace(known, content=(*known.content, stretch))

    def _part_link(self, part: Part, content: Span, outer: int) -> Attribution:
        if part.kind == "quote":
            speaker = part.quotes_author
            if speaker is None and part.quotes_post is not None:
                speaker = self._authors.get(part.quotes_post) or f"post {part.quotes_post}"
            kind: SpeakerKind = "post"
            reason = f"a quotation of {speaker or 'another post'}"
        else:
            speaker, kind = part.outlet or part.author, self._kind(part)
            from_whom = speaker or "an outlet that is not named"
            article = "an" if part.kind[0] in "aeiou" else "a"
            reason = f"{article} {part.kind} part of a post, from {from_whom}"
        names = [name for name in (part.outlet, part.author) if name]
        return Attribution(
            source=_named(self._text, content, names[:1]),
            cue=(),
            content=(content,),
            kind="direct" if part.kind == "quote" else "indirect",
            speaker=speaker,
            speaker_kind=kind,
            inside=outer,
            reason=reason,
        )

    def _kind(self, part: Part) -> SpeakerKind:
        if part.outlet is None:
            return "outlet" if part.author is None else "person"
        kinds = (lists.kind_of_name(part.outlet) for lists in self._lists)
        return "agency" if "agency" in kinds else "outlet"


def _interrupted(index: int, part: Part, post: Post) -> int | None:
    """The piece that a caption stands in: the one that goes on after it."""
    if part.kind != "caption":
        return None
    after = (later.continues for later in post.parts[index + 1 :])
    return next((first for first in after if first is not None and first < index), None)


def _framed(attribution: Attribution, frames: Sequence[_Frame]) -> Attribution:
    mine = hull([*attribution.source, *attribution.cue, *attribution.content])
    if mine is None:
        return attribution
    frame = _innermost(frames, mine)
    if frame is None:
        return attribution
    if attribution.inside is None:
        return replace(attribution, inside=frame.link)
    return _in_own_voice(attribution, frame.speaker, frame.link)


def _innermost(frames: Sequence[_Frame], span: Span) -> _Frame | None:
    """The last frame that covers the span: a part comes after its post."""
    last = bisect_right(frames, span.start, key=lambda frame: frame.span.start)
    for place in range(last - 1, -1, -1):
        frame = frames[place]
        if frame.span.covers(span):
            return frame
        if frame.is_post:
            break
    return None


def _in_own_voice(attribution: Attribution, outlet: str | None, link: int | None) -> Attribution:
    """As we have reported: what an outlet says of itself, nobody else passes on."""
    speaker = attribution.speaker
    if attribution.speaker_kind not in _MEDIA or not outlet or not speaker:
        return attribution
    if _bare(speaker) != _bare(outlet):
        return attribution
    return replace(attribution, inside=link)


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")


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
    stripped = (span.stripped(text) for span in joined)
    return tuple(span for span in stripped if span.start < span.end)


def _post_link(text: str, post: Post, content: tuple[Span, ...]) -> Attribution:
    names = [post.author] if post.author else []  # a rank is nobody's name
    return Attribution(
        source=_named(text, Span(post.start, content[0].start), names),
        cue=(),
        content=content,
        kind="indirect",
        speaker=post.author or f"post {post.number}",
        speaker_kind="post",
        reason=f"the words of post {post.number}",
    )


def _named(text: str, span: Span, names: Iterable[str]) -> tuple[Span, ...]:
    """Where the names stand within the span; those that do not are left out."""
    found: list[Span] = []
    start = span.start
    for name in names:
        at = text.find(name, start, span.end) if name else -1
        if at >= 0:
            found.append(Span(at, at + len(name)))
            start = at + len(name)
    return tuple(found)
