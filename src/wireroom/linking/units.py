"""What is held against what: a whole article, or one part of a post, as words."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wireroom.linking.credits import Credit, find_credits
from wireroom.records.documents import Document, Part
from wireroom.records.links import Evidence
from wireroom.records.spans import Span
from wireroom.text.agencies import Names, with_outlets
from wireroom.text.shingles import Words, words_of


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One voice of one Document. ``span`` and ``words`` count in the Document's text.

    ``published``, ``outlet`` and ``title`` are the part's own where it has them. ``post`` and
    ``part`` are the post's number and the part's index in it, None outside threads; ``is_quote``
    is True for a part that the post itself marks as another's, ``is_pasted`` for an article in a
    post. ``key`` puts units in an order that has nothing to do with the order in which they came.
    ``credits`` name agencies, and outlets of the other given Documents.
    """

    document: Document
    span: Span
    words: Words
    key: tuple[str, str, int]
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    post: int | None = None
    part: int | None = None
    translation_of: int | None = None
    is_quote: bool = False
    is_pasted: bool = False
    credits: tuple[Credit, ...] = ()


class UnitIndex:
    """The units of Documents, found by where a stretch stands."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._of: dict[str, list[Unit]] = defaultdict(list)
        for unit in sorted(units, key=lambda unit: unit.span):
            self._of[unit.document.id].append(unit)

    def at(self, end: Evidence) -> Unit:
        """The unit that a stretch of one begins in."""
        known = self._of[end.document]
        place = bisect_right(known, end.span.start, key=lambda unit: unit.span.start) - 1
        return known[max(0, place)]

    def published(self, end: Evidence) -> str | None:
        """When the unit was published that some evidence begins in; None where that is none."""
        unit = self.find(end)
        return unit.published if unit else None

    def find(self, end: Evidence) -> Unit | None:
        """As ``at``, for a stretch of a Document that may have no units."""
        return self.at(end) if self._of.get(end.document) else None


def units_of(documents: Iterable[Document]) -> tuple[Unit, ...]:
    """The units of all Documents, sorted by their text's digest, id and place.

    A thread gives one for each part that is not furniture; any other Document is one unit.
    """
    given = list(documents)
    names = with_outlets({document.outlet for document in given if document.outlet})
    found = [unit for document in given for unit in _units_of_one(document, names)]
    return tuple(sorted(found, key=lambda unit: unit.key))


def _units_of_one(document: Document, names: Names) -> Iterator[Unit]:
    digest = document.sha256
    if not document.posts:
        whole = Span(0, len(document.text))
        yield Unit(
            document=document,
            span=whole,
            words=words_of(document.text),
            key=(digest, document.id, 0),
            published=document.published,
            outlet=document.outlet,
            title=document.title,
            credits=find_credits(document, whole, document.outlet, names),
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
                is_pasted=part.kind == "pasted",
                title=part.title,
                credits=_credits_of_part(document, part, names),
            )


def _credits_of_part(document: Document, part: Part, names: Names) -> tuple[Credit, ...]:
    """A caption's outlet is whose picture it is: what names it there is a credit."""
    if part.kind != "caption":
        return find_credits(document, part.span, part.outlet, names)
    found = find_credits(document, part.span, None, names)
    return tuple(replace(credit, of_picture=True) for credit in found)
