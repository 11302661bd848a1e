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


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a post. The parts of a post do not overlap and together cover it.

    ``published`` is ISO 8601, as precise as the text allows: ``2019-12-19`` or
    ``2019-12-29T23:49``. ``translation_of`` is the index of a part of the same post;
    ``quotes_post`` the number of the post that is quoted; ``continues`` the index of the part of
    the same post that this one goes on with after a caption or the like: its title is theirs.
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

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a thread. ``number`` counts from 1 in the order of the page."""

    number: int
    start: int
    end: int
    author: str | None = None
    ranks: tuple[str, ...] = ()
    published: str | None = None
    edited: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that anyone said is one: its text is fixed, and every finding points into it.

    ``published`` is ISO 8601 or None; ``provenance`` says for each inferred field where it was
    taken from ("json-ld", "page text", "file name and line", …). Only threads have ``posts``.
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

    @property
    def sha256(self) -> str:
        """The address of this Version: SHA-256 of its text in UTF-8, in hexadecimal.

        A lone surrogate, which UTF-8 cannot hold, is hashed as its escape.
        """
        return sha256(self.text.encode("utf-8", "backslashreplace")).hexdigest()
