"""Posts that come one by one, with fields of their own, put together as the text of a thread."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wireroom.reading.fragments import Fragment, Region
from wireroom.records.documents import Hyperlink, Part, PartKind, Post
from wireroom.records.spans import Span

_MOST_REGIONS = 300  # of a post; where there are more, none is told apart


@dataclass(frozen=True, slots=True)
class PartDraft:
    """The words of a part before they have their place. ``fields`` are those of a Part;
    ``inside`` and the like count the drafts of the same post."""

    kind: PartKind
    text: str
    links: tuple[Hyperlink, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


class ThreadBuilder:
    """Takes posts in the order of the thread. A part begins on a line of its own, and a post
    after an empty one."""

    def __init__(self) -> None:
        self.posts: list[Post] = []
        self.links: list[Hyperlink] = []
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    @property
    def next_number(self) -> int:
        return len(self.posts) + 1

    def add(self, drafts: Sequence[PartDraft], post: Post) -> None:
        """``post`` has what is known of the post; its number, place and parts are set here.

        A post without drafts is left out. Every draft has a word.
        """
        if not drafts:
            return
        if self._length:
            self._write("\n\n")
        begin = self._length
        last = len(drafts) - 1
        parts = [self._part(draft, index == last) for index, draft in enumerate(drafts)]
        number, end = self.next_number, self._length
        self.posts.append(replace(post, number=number, start=begin, end=end, parts=tuple(parts)))

    def _part(self, draft: PartDraft, is_last: bool) -> Part:
        start = self._length
        self._write(draft.text if is_last else f"{draft.text}\n")
        self.links += [
            Hyperlink(start + link.start, start + link.end, link.url) for link in draft.links
        ]
        return Part(draft.kind, start, self._length, **draft.fields)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


Kinds = Callable[[Sequence[Region]], tuple[PartKind, dict[str, Any]]]


def split_drafts(fragment: Fragment, kind_of: Kinds) -> list[PartDraft]:
    """The words of a post, cut where the regions in it begin and end.

    ``kind_of`` is given the regions that a stretch stands in, the outermost first. A quotation
    inside another says which draft that is.
    """
    drafts: list[PartDraft] = []
    places: dict[int, int] = {}
    for span, regions in _stretches(fragment):
        kind, fields = kind_of(regions)
        if kind == "quote":
            around = [places[id(each)] for each in regions[:-1] if id(each) in places]
            fields |= {"inside": around[-1]} if around else {}
            places.setdefault(id(regions[-1]), len(drafts))
        text, links = _slice(fragment, span)
        drafts.append(PartDraft(kind, text, links, fields))
    return drafts


def draft_of(fragment: Fragment, kind: PartKind, fields: Mapping[str, Any]) -> PartDraft | None:
    """A whole text as one part; None where it has no word."""
    text, links = _slice(fragment, Span(0, len(fragment.text)))
    return PartDraft(kind, text, links, fields) if text else None


def _stretches(fragment: Fragment) -> Iterator[tuple[Span, tuple[Region, ...]]]:
    """The text cut at the edges of its regions, each stretch with those that it stands in."""
    regions = fragment.regions if len(fragment.regions) <= _MOST_REGIONS else ()
    edges = {0, len(fragment.text), *(edge for each in regions for edge in each.span)}
    bounds = sorted(edges)
    opened: list[Region] = []
    following = 0
    for start, end in zip(bounds, bounds[1:], strict=False):
        while opened and opened[-1].span.end <= start:
            opened.pop()
        while following < len(regions) and regions[following].span.start <= start:
            opened.append(regions[following])
            following += 1
        if fragment.text[start:end].strip():
            yield Span(start, end), tuple(opened)


def _slice(fragment: Fragment, span: Span) -> tuple[str, tuple[Hyperlink, ...]]:
    """A stretch without the space around it, and the links that begin and end in it."""
    words = span.of(fragment.text)
    start = span.start + len(words) - len(words.lstrip("\n "))
    end = span.start + len(words.rstrip())
    links = tuple(
        Hyperlink(link.start - start, link.end - start, link.url)
        for link in fragment.links
        if start <= link.start and link.end <= end
    )
    return fragment.text[start:end], links
