"""What the page shows of one Document, field by field."""

from dataclasses import dataclass

from wireroom.exports.page.link_contexts import LineView, Link, Quote, StepView


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of a text. ``ids`` are the anchors that begin in it, ``classes`` its layers.

    ``blank`` segments are white space that is shown as a small gap, however much of it there is.
    ``href`` leads to the finding that is the shortest around it; ``turning`` names the control
    characters where it is made of such.
    """

    text: str
    ids: tuple[str, ...] = ()
    classes: str = ""
    href: str | None = None
    turning: str = ""
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a Document that is shown as one: all of an article, or one part of a post."""

    label: str
    kind: str
    anchor: str
    language: str | None
    pieces: tuple[Piece, ...]
    beside: str | None = None
    beside_href: str | None = None
    beside_language: str | None = None


@dataclass(frozen=True, slots=True)
class PostView:
    """A post of a thread; what stands outside all posts has number 0."""

    anchor: str
    number: int
    heading: str
    ranks: str
    when: str
    edited: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A line of the list under a Document, with the characters that it rests on. What somebody
    says has a ``line`` that tells how it came here."""

    anchor: str
    kind: str
    words: tuple[Link, ...]
    details: str
    reason: str
    line: LineView | None = None


@dataclass(frozen=True, slots=True)
class OutlineView:
    """One source, what it does, its words where they are not a whole piece, and what others are
    made to say in them."""

    source: StepView
    verb: Link
    quote: Quote | None
    inside: tuple["OutlineView", ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a Document, and where that was taken from."""

    name: str
    value: str
    origin: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A Document in full. ``set_aside`` are passages that were not held against other texts, each
    with the reason."""

    anchor: str
    number: int
    title: str
    outlet: str
    kind: str
    when: str
    language: str | None
    facts: tuple[Fact, ...]
    posts: tuple[PostView, ...]
    findings: tuple[FindingView, ...]
    events: tuple[Link, ...]
    outline: tuple[OutlineView, ...] = ()
    set_aside: tuple[tuple[Quote, str], ...] = ()
