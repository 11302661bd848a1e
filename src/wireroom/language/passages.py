"""Which stretches of a Document are read by themselves, in which language, against which day."""

from dataclasses import replace

from wireroom.language.detection import detect_language
from wireroom.records.documents import Document, Part, Post
from wireroom.records.passages import Passage
from wireroom.records.spans import Span


def split_passages(document: Document) -> tuple[Passage, ...]:
    """An article is one passage; a thread has one for every part of a post but its furniture."""
    if not document.posts:
        return (_whole(document),)
    passages = []
    latest: str | None = document.published
    for post in document.posts:
        latest = _latest(latest, post.published, *(part.published for part in post.parts))
        for index, part in enumerate(post.parts):
            if part.kind != "furniture" and document.text[part.start : part.end].strip():
                passages.append(_of_part(document, post, index, latest))
    return tuple(passages)


def _whole(document: Document) -> Passage:
    return Passage(
        0,
        len(document.text),
        document.kind,
        document.language or detect_language(document.text),
        document.published,
        document.outlet,
        document.author,
        document.title,
    )


def _of_part(document: Document, post: Post, index: int, latest: str | None) -> Passage:
    part = post.parts[index]
    own_time = part.published or post.published
    passage = Passage(
        part.start,
        part.end,
        part.kind,
        part.language or detect_language(document.text[part.start : part.end]),
        own_time or latest,
        part.outlet,
        part.author or (post.author if part.kind == "own" else None),
        part.title,
        nearby=not own_time and latest is not None,
        post=post.number,
        part=index,
    )
    return replace(passage, title_span=_title_span(document.text, part))


def _title_span(text: str, part: Part) -> Span | None:
    if not part.title:
        return None
    start = text.find(part.title, part.start, part.end)
    return Span(start, start + len(part.title)) if start >= 0 else None


def _latest(*times: str | None) -> str | None:
    """The latest of some ISO 8601 times, by day."""
    known = [time for time in times if time]
    return max(known, key=lambda time: time[:10]) if known else None
