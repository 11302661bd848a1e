"""A forum page pasted as text."""

import re
from collections.abc import Iterator

from wireroom.errors import NotReadable
from wireroom.reading.dates import find_stamp, slashed_order
from wireroom.reading.decoding import decode
from wireroom.reading.sniffing import sniff
from wireroom.reading.thread.lines import split_lines
from wireroom.reading.thread.openings import find_origin
from wireroom.reading.thread.outlets import name_outlets
from wireroom.reading.thread.parts import build_post
from wireroom.reading.thread.posts import ThreadLines, split_posts
from wireroom.records.documents import Document, Post
from wireroom.records.pages import Page

MOST_BYTES = 2_000_000  # of a page of a thread; what is larger is read as one text
_SUFFIXES = ("", ".txt", ".text", ".md")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_HEAD = 200_000  # characters that a thread is recognised in


class ThreadReader:
    """Text that was copied from a board's page: one Document of kind ``thread``.

    What ``split_posts`` recognises, up to MOST_BYTES, and nothing that has a suffix of another
    kind of file.
    """

    name = "thread"

    def recognises(self, page: Page) -> bool:
        if page.suffix not in _SUFFIXES or len(page.data) > MOST_BYTES:
            return False
        if sniff(page.data) != "text":
            return False
        # Enough bytes for the characters looked at, in any encoding but UTF-32.
        head = Page(page.name, page.data[: 2 * _HEAD])
        try:
            return split_posts(split_lines(_text(head)[0][:_HEAD])) is not None
        except NotReadable:
            return False

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        text, encoding = _text(page)
        thread = split_posts(split_lines(text))
        if thread is None:
            raise NotReadable(f"{page.name} has no posts", "save the page of the thread as HTML")
        provenance = {
            "id": "file name",
            "encoding": encoding,
            "posts": "lines that repeat at the head of blocks, or number them",
            **_notes(thread, slashed_order(text)),
        }
        if thread.ranks:
            provenance["ranks"] = "lines at the head of posts: " + " · ".join(thread.ranks[:8])
        title = thread.before[0].text if thread.before else None
        if title is not None:
            provenance["title"] = "first line"
        document = Document(
            page.name,
            text,
            "thread",
            title,
            source_file=page.name,
            provenance=provenance,
            posts=_posts(text, thread),
        )
        yield name_outlets(document)


def _text(page: Page) -> tuple[str, str]:
    decoded = decode(page)
    return decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.encoding


def _posts(text: str, thread: ThreadLines) -> tuple[Post, ...]:
    day_first = slashed_order(text)
    earlier: dict[str, int] = {}
    posts: list[Post] = []
    for number, lines in enumerate(thread.posts, 1):
        posts.append(build_post(number, lines, earlier, day_first))
        for line in lines.body:
            for said in (line.text, *_sentences(line.text)):
                earlier.setdefault(said, number)
    return tuple(posts)


def _sentences(text: str) -> list[str]:
    """The sentences of a line, near enough to find one of them again in a later post."""
    return _SENTENCE_END.split(text)


def _notes(thread: ThreadLines, day_first: bool | None) -> dict[str, str]:
    """Why the date of a part is missing though one is printed."""
    notes: dict[str, str] = {}
    for number, post in enumerate(thread.posts, 1):
        for line in post.body:
            origin = find_origin(line.text, day_first) if "/" in line.text else None
            stamp = find_stamp(line.text, day_first) if origin else None
            if stamp is not None and stamp.note is not None:
                notes.setdefault(f"posts.{number}.parts.published", stamp.note)
    return notes
