"""A stretch that is analysed by itself, and what it has to be read against."""

from dataclasses import dataclass

from wireroom.records.documents import DocumentKind, PartKind
from wireroom.records.spans import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One voice: a whole article, or one part of a post.

    ``language`` is ISO 639-1, ``"und"`` where it could not be told. ``published`` is the ISO 8601
    time that its dates are read against. ``title_span`` is where its headline stands in the text,
    None where the title is given beside the text or missing. ``nearby`` is True where ``published``
    is not the passage's own time but the latest that is known of what stands before it in its
    thread: it was written then or some days later. ``post`` is the post's number and
    ``part`` the part's index in it, both None outside threads.
    """

    start: int
    end: int
    kind: DocumentKind | PartKind
    language: str
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    title_span: Span | None = None
    nearby: bool = False
    post: int | None = None
    part: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
