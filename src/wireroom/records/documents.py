"""Documents, posts and parts: what anyone said, and how it is laid out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from wireroom.records.spans import Span

DocumentKind = Literal[
    "thread", "post", "article", "letter", "report", "feed entry", "transcript", "comment"
]
PartKind = Literal["own", "quote", "pasted", "translation", "caption", "embed", "furniture"]
PartForm = Literal["spoiler", "code", "attachment", "signature"]
MarkKind = Literal["dateline", "byline", "credit", "correction", "update"]


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A stretch of a text that led to an address."""

    start: int
    end: int
    url: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch in which a text tells about itself: where it was written, by whom, what was
    corrected. ``value`` is what it comes to: the agency of a credit, the place of a dateline."""

    kind: MarkKind
    start: int
    end: int
    value: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A printed page of a PDF, as a stretch of the text. ``number`` counts from 1."""

    number: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a post. The parts of a post do not overlap and together cover it.

    ``published`` is ISO 8601, as precise as the text allows: ``2019-12-19`` or
    ``2019-12-29T23:49``. ``translation_of`` is the index of a part of the same post;
    ``quotes_post`` the number of the post that is quoted; ``continues`` the index of the part of
    the same post that this one goes on with after a caption or the like: its title is theirs.
    ``quotes_author`` is whom a quotation names; ``inside`` the index of the quotation that this
    one stands in; ``form`` how the words are laid out, where that matters; ``url`` the address of
    an embed or of a pasted piece.
    """

    kind: PartKind
    start: int
    end: int
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    duration_seconds: int | None = None
    translation_of: int | None = None
    quotes_post: int | None = None
    continues: int | None = None
    quotes_author: str | None = None
    inside: int | None = None
    form: PartForm | None = None
    url: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a thread. ``number`` counts from 1 in the order of the thread.

    ``label`` is the number that the board shows ("#21" on a second page), ``edited_at`` when the
    post was last edited, where that is told, and ``permalink`` the post's own address.
    """

    number: int
    start: int
    end: int
    author: str | None = None
    ranks: tuple[str, ...] = ()
    published: str | None = None
    edited: bool = False
    parts: tuple[Part, ...] = ()
    label: str | None = None
    edited_at: str | None = None
    permalink: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that anyone said is one: its text is fixed, and every finding points into it.

    ``published`` is ISO 8601 or None; ``provenance`` says for each inferred field where it was
    taken from ("json-ld", "page text", "file name and line", …). Only threads have ``posts``.
    ``updated`` is when it was last changed, as it says itself; ``feed`` what it was found in,
    which is neither its outlet nor its origin; ``captured`` when an archive took it (UTC) and
    ``digest`` what the archive says that the bytes hash to; ``same_as`` the id of the document
    that this is another page of (print, AMP). ``links`` and ``marks`` are in the order of the text.
    """

    id: str
    text: str
    kind: DocumentKind = "article"
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    source_file: str | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    updated: str | None = None
    feed: str | None = None
    captured: str | None = None
    digest: str | None = None
    same_as: str | None = None
    links: tuple[Hyperlink, ...] = ()
    marks: tuple[Mark, ...] = ()
    leaves: tuple[Leaf, ...] = ()

    @property
    def sha256(self) -> str:
        """The address of this Version: SHA-256 of its text in UTF-8, in hexadecimal.

        A lone surrogate, which UTF-8 cannot hold, is hashed as its escape.
        """
        return sha256(self.text.encode("utf-8", "backslashreplace")).hexdigest()
