"""What the page shows of one Document, field by field."""

from dataclasses import dataclass

from wireroom.exports.page.link_contexts import Link


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
    """A line of the list under a Document, with the characters that it rests on."""

    anchor: str
    kind: str
    words: tuple[Link, ...]
    details: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a Document, and where that was taken from."""

    name: str
    value: str
    origin: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A Document in full."""

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
