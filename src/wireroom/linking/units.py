"""What is held against what: a whole article, or one part of a post, as words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wireroom.records.documents import Document
from wireroom.records.spans import Span
from wireroom.text.shingles import Words, words_of


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One voice of one Document. ``span`` and ``words`` count in the Document's text.

    ``published`` and ``outlet`` are the part's own where it has them. ``post`` and ``part`` are
    the post's number and the part's index in it, None outside threads; ``is_quote`` is True for
    a part that the post itself marks as another's. ``key`` puts units in an order that has
    nothing to do with the order in which they came.
    """

    document: Document
    span: Span
    words: Words
    key: tuple[str, str, int]
    published: str | None = None
    outlet: str | None = None
    post: int | None = None
    part: int | None = None
    translation_of: int | None = None
    is_quote: bool = False


def units_of(documents: Iterable[Document]) -> tuple[Unit, ...]:
    """The units of all Documents, sorted by their text's digest, id and place.

    A thread gives one for each part that is not furniture; any other Document is one unit.
    """
    found = [unit for document in documents for unit in _units_of_one(document)]
    return tuple(sorted(found, key=lambda unit: unit.key))


def _units_of_one(document: Document) -> Iterator[Unit]:
    digest = document.sha256
    if not document.posts:
        yield Unit(
            document=document,
            span=Span(0, len(document.text)),
            words=words_of(document.text),
            key=(digest, document.id, 0),
            published=document.published,
            outlet=document.outlet,
        )
        return
    for post in document.posts:
        for index, part in enumerate(post.parts):
            if part.kind == "furniture":
                continue
            yield Unit(
                document=document,
                span=part.span,
                words=words_of(document.text, part.start, part.end),
                key=(digest, document.id, part.start),
                published=part.published or post.published,
                outlet=part.outlet,
                post=post.number,
                part=index,
                translation_of=part.translation_of,
                is_quote=part.kind == "quote" or part.quotes_post is not None,
            )
