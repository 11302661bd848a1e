"""A Document as plain data, and back."""

from collections.abc import Mapping
from typing import Any

from wireroom.records.documents import Document, Hyperlink, Leaf, Mark, Part, Post
from wireroom.records.plain_values import Plain, known_fields

# Of a Document.
_ASIDE = (
    *("title", "published", "outlet", "author", "url", "language"),
    *("updated", "feed", "captured", "digest", "same_as"),
)
_OF_POST = ("label", "edited_at", "permalink")
_OF_PART = (
    "title",
    "outlet",
    "author",
    "published",
    "language",
    "duration_seconds",
    "translation_of",
    "quotes_post",
    "continues",
    "quotes_author",
    "inside",
    "form",
    "url",
)


def document_as_plain(document: Document) -> Plain:
    """What ``wireroom read`` prints for one Document; fields that are not known are left out."""
    plain: Plain = {"id": document.id, "kind": document.kind, "text": document.text}
    plain |= known_fields(document, _ASIDE)
    plain["sha256"] = document.sha256
    plain["source_file"] = document.source_file
    plain["provenance"] = dict(document.provenance)
    if document.posts or document.kind == "thread":
        plain["posts"] = [_post(post) for post in document.posts]
    if document.links:
        plain["links"] = [
            {"start": link.start, "end": link.end, "url": link.url} for link in document.links
        ]
    if document.marks:
        plain["marks"] = [
            {"kind": mark.kind, "start": mark.start, "end": mark.end, "value": mark.value}
            for mark in document.marks
        ]
    if document.leaves:
        plain["pages"] = [
            {"number": leaf.number, "start": leaf.start, "end": leaf.end}
            for leaf in document.leaves
        ]
    return plain


def document_from_plain(plain: Mapping[str, Any]) -> Document:
    """The Document that ``document_as_plain`` gave ``plain`` for.

    Its hash is worked out anew; fields that are not ours are left out. Raises KeyError, TypeError
    or ValueError where ``plain`` is not such a document: who reads files says so in words.
    """
    identifier, text = plain["id"], plain["text"]
    if not isinstance(identifier, str) or not isinstance(text, str):
        raise TypeError("id or text is not a string")
    return Document(
        identifier,
        text,
        kind=plain.get("kind") or "article",
        source_file=plain.get("source_file"),
        provenance=dict(plain.get("provenance") or {}),
        posts=tuple(_post_from(post, len(text)) for post in plain.get("posts") or ()),
        links=tuple(
            Hyperlink(*_bounds(link, len(text)), link["url"]) for link in plain.get("links") or ()
        ),
        marks=tuple(
            Mark(mark["kind"], *_bounds(mark, len(text)), mark.get("value"))
            for mark in plain.get("marks") or ()
        ),
        leaves=tuple(
            Leaf(int(leaf["number"]), *_bounds(leaf, len(text)))
            for leaf in plain.get("pages") or ()
        ),
        **{name: plain.get(name) for name in _ASIDE},
    )


def _post(post: Post) -> Plain:
    plain: Plain = {
        "number": post.number,
        "author": post.author,
        "ranks": list(post.ranks),
        "published": post.published,
        "edited": post.edited,
        "start": post.start,
        "end": post.end,
        "parts": [_part(part) for part in post.parts],
    }
    return plain | known_fields(post, _OF_POST)


def _part(part: Part) -> Plain:
    place = {"kind": part.kind, "start": part.start, "end": part.end}
    return place | known_fields(part, _OF_PART)


def _post_from(plain: Mapping[str, Any], length: int) -> Post:
    start, end = _bounds(plain, length)
    return Post(
        int(plain["number"]),
        start,
        end,
        plain.get("author"),
        tuple(plain.get("ranks") or ()),
        plain.get("published"),
        bool(plain.get("edited")),
        tuple(_part_from(part, length) for part in plain.get("parts") or ()),
        **{name: plain.get(name) for name in _OF_POST},
    )


def _part_from(plain: Mapping[str, Any], length: int) -> Part:
    start, end = _bounds(plain, length)
    return Part(plain["kind"], start, end, **{name: plain.get(name) for name in _OF_PART})


def _bounds(plain: Mapping[str, Any], length: int) -> tuple[int, int]:
    start, end = int(plain["start"]), int(plain["end"])
    if not 0 <= start <= end <= length:
        raise ValueError(f"{start} to {end} is no stretch of a text of {length} characters")
    return start, end
