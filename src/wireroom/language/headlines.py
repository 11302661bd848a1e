"""Which text a headline inside a thread stands over."""

from collections.abc import Sequence

from wireroom.records.documents import Document, Part
from wireroom.records.passages import Passage
from wireroom.records.spans import Span

_BODY = 80  # characters; a shorter rest below a pasted headline is a stamp, not a text


def find_body(document: Document, passages: Sequence[Passage], index: int) -> Span | None:
    """The text that the headline of one passage stands over.

    What stands below it in the passage; where nothing does, what goes on after a caption, or what
    stands below the headline of its translation. None where the passage has no headline, or the
    headline stands alone.
    """
    passage = passages[index]
    if passage.title_span is None:
        return None
    body = Span(passage.title_span.end, passage.end)
    if body.end - body.start >= _BODY:
        return body
    for other in passages:
        part = _part(document, other) if other.post == passage.post else None
        if part is None:
            continue
        if part.continues == passage.part:
            return other.span
        if part.translation_of == passage.part and other.title_span:
            return Span(other.title_span.end, other.end)
    return None


def _part(document: Document, passage: Passage) -> Part | None:
    """The part of a post that the passage is."""
    for post in document.posts:
        if post.number == passage.post and passage.part is not None:
            return post.parts[passage.part]
    return None
