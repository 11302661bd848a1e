"""A forum page pasted as text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from wireroom.errors import NotReadable
from wireroom.reading.dates import find_stamp
from wireroom.reading.decoding import decode
from wireroom.reading.sniffing import sniff
from wireroom.reading.thread.lines import PostLines, ThreadLines, split_lines
from wireroom.reading.thread.moments import find_order
from wireroom.reading.thread.openings import find_origin
from wireroom.reading.thread.outlets import name_outlets
from wireroom.reading.thread.parts import build_post
from wireroom.reading.thread.posts import split_posts
from wireroom.reading.thread.quotations import Earlier
from wireroom.reading.thread.signatures import split_signatures
from wireroom.records.documents import Document, Post
from wireroom.records.pages import Page

MOST_BYTES = 2_000_000  # of a page of a thread; what is larger is read as one text
_SUFFIXES = ("", ".txt", ".text", ".md")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_MOST_RANKS = 8  # that the provenance names


class ThreadReader:
    """Text that was copied from a board's page: one Document of kind ``thread``.

    Made for what a browser copies from pages of XenForo, phpBB, vBulletin, SMF, MyBB, Invision,
    Vanilla and Discourse, whole pages or only their posts, with furniture in English, Russian,
    German, French, Spanish, Arabic, Persian and Turkish; boards of other languages are recognised
    by what repeats. Posts show themselves by numbers or dates over them, or, where those are lost,
    by their rank lines. The page's furniture before and after them is in no post. Dates counted
    from the day of reading ("yesterday") are unknown, and the provenance says so.

    Nothing over MOST_BYTES, and nothing that has a suffix of another kind of file.
    """

    name = "thread"

    def recognises(self, page: Page) -> bool:
        if page.suffix not in _SUFFIXES or len(page.data) > MOST_BYTES:
            return False
        if sniff(page.data) != "text":
            return False
        try:
            return _split(_text(page)[0]) is not None
        except NotReadable:
            return False

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        text, encoding = _text(page)
        thread = _split(text)
        if thread is None:
            raise NotReadable(f"{page.name} has no posts", "save the page of the thread as HTML")
        day_first = find_order(text)
        posts = split_signatures(thread.posts)
        document = Document(
            page.name,
            text,
            "thread",
            thread.title,
            source_file=page.name,
            provenance={
                "id": "file name",
                "encoding": encoding,
                **_told(thread),
                **_notes(posts, day_first),
            },
            posts=_posts(posts, day_first),
        )
        yield name_outlets(document)


def _text(page: Page) -> tuple[str, str]:
    decoded = decode(page)
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.encoding


@lru_cache(maxsize=1)  # what is recognised is read next
def _split(text: str) -> ThreadLines | None:
    return split_posts(split_lines(text), find_order(text))


def _told(thread: ThreadLines) -> dict[str, str]:
    told = {"posts": thread.found_by}
    ranks = tuple(dict.fromkeys(rank for post in thread.posts for rank in post.ranks))
    if ranks:
        told["ranks"] = "lines at the head of posts: " + " · ".join(ranks[:_MOST_RANKS])
    if any(post.author for post in thread.posts):
        told["posts.author"] = "page text"
    if any(post.published for post in thread.posts):
        told["posts.published"] = "page text"
    if thread.title_from is not None:
        told["title"] = thread.title_from
    return told


def _posts(posts: tuple[PostLines, ...], day_first: bool | None) -> tuple[Post, ...]:
    earlier = Earlier()
    built: list[Post] = []
    for number, lines in enumerate(posts, 1):
        built.append(build_post(number, lines, earlier, day_first))
        earlier.add(number, lines.author, _said(lines))
    return tuple(built)


def _said(post: PostLines) -> Iterator[str]:
    """The lines of a post and their sentences, near enough to find them again in a later one."""
    for line in post.body:
        yield line.text
        yield from _SENTENCE_END.split(line.text)


def _notes(posts: tuple[PostLines, ...], day_first: bool | None) -> dict[str, str]:
    """Why a date is missing though one is printed, or what it was worked out from."""
    notes: dict[str, str] = {}
    for number, post in enumerate(posts, 1):
        if post.note is not None:
            notes[f"posts.{number}.published"] = post.note
        for line in post.body:
            origin = find_origin(line.text, day_first) if "/" in line.text else None
            stamp = find_stamp(line.text, day_first) if origin else None
            if stamp is not None and stamp.note is not None:
                notes.setdefault(f"posts.{number}.parts.published", stamp.note)
    return notes
