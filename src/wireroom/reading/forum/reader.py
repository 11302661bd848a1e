"""Reads a page of a thread by what is known of its engine: what all engines' readers are."""

import codecs
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from wireroom.errors import NotReadable
from wireroom.reading.decoding import decode
from wireroom.reading.forum.caution import is_parsable
from wireroom.reading.forum.decoys import shown_of
from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.fields import Finder
from wireroom.reading.forum.head import Head, read_head
from wireroom.reading.forum.moments import moments_of
from wireroom.reading.forum.paging import ONE_OF_SEVERAL, is_one_of_several
from wireroom.reading.forum.posts import (
    Draft,
    author_of,
    find_drafts,
    id_of,
    label_of,
    link_of,
    ranks_of,
)
from wireroom.reading.forum.stamps import Moment, words_of
from wireroom.reading.forum.tells import find_tells
from wireroom.reading.forum.threads import Facts, build_thread
from wireroom.records.documents import Document
from wireroom.records.pages import Page

HINT = "the board may ask for a login; save the page of the thread from a browser"
_SEVEN_BIT = (b"iso-2022", b"hz-gb")  # encodings whose bytes look like those of UTF-8
_SHORTEST_EDIT = 12  # characters; shorter words may be part of a date
_DECLARED_WITHIN = 2_048


class EngineReader:
    """A reader of one engine's pages; a subclass has its ``name`` and its ``engine``."""

    name: str
    engine: Engine

    def __init__(self) -> None:
        self._finder = Finder(self.engine)

    def recognises(self, page: Page) -> bool:
        data, engine = page.data, self.engine
        tells = find_tells(data)
        if not tells.is_html or tells.named not in (None, engine.name):
            return False
        if tells.named is None and not any(needle in data for needle in engine.needles):
            return False
        if not any(mark in data for mark in engine.marks):
            return False
        return not any(other in data for other in engine.unless) and is_parsable(data)

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        source, encoding = source_of(page)
        tree = LexborHTMLParser(source)
        engine = self.engine
        drafts = find_drafts(tree, engine, self._finder)
        if engine.has_decoys:
            drafts = shown_of(drafts, tree)
        if not drafts:
            raise NotReadable(f"{page.name} is a page of {engine.board} without posts", HINT)
        head = read_head(tree, engine, page.url)
        moments = moments_of(drafts, tree, head.language)
        posts = [
            facts_of(draft, engine, head, moment)
            for draft, moment in zip(drafts, moments, strict=True)
        ]
        said = {"encoding": encoding, "posts": f"markup of {engine.board}"}
        if is_one_of_several(page.data, engine.marks, posts[0].label, head.url):
            said["pages"] = ONE_OF_SEVERAL
        thread = build_thread(page, engine, head, posts, said)
        if not thread.posts:
            raise NotReadable(f"{page.name} is a page of {engine.board} without words", HINT)
        yield thread


def source_of(page: Page) -> tuple[bytes | str, str]:
    """A page for the parser, and how its characters were found.

    Bytes that are UTF-8 are given as they are: the parser reads them faster. ``clean`` has to be
    called on what is taken from it.
    """
    data = page.data
    if not any(name in data[:_DECLARED_WITHIN].lower() for name in _SEVEN_BIT):
        try:
            data.decode()
        except UnicodeDecodeError:
            pass
        else:
            if data.startswith(codecs.BOM_UTF8):
                return data[len(codecs.BOM_UTF8) :], "utf-8: its byte order mark"
            return data, "utf-8: every byte fits"
    decoded = decode(page)
    return decoded.text, decoded.encoding


def _anchor(draft: Draft, head: Head) -> str | None:
    """The address of a post's place on its page; None where the page's own is not known."""
    name = draft.node.attributes.get("id")
    if not name or head.url is None:
        return None
    return f"{head.url.partition('#')[0]}#{name}"


def _shown(words: str, draft: Draft) -> str:
    """A date as the page prints it, without the poster's name before it and edits after it."""
    for role, node in draft.sections:
        if role == "edited" and len(edit := words_of(node)) >= _SHORTEST_EDIT:
            words = words.replace(edit, "")
    return words.strip(" «»").rpartition("»")[2].strip()


def facts_of(draft: Draft, engine: Engine, head: Head, moment: Moment | None) -> Facts:
    """What the elements of a post tell of it."""
    body, date = draft.get("body"), draft.get("date")
    link = link_of(draft)
    told = moment.shown if moment is not None else None
    return Facts(
        author=author_of(draft, engine),
        ranks=ranks_of(draft, engine),
        moment=moment,
        shown=_shown(words_of(date), draft) if date is not None else told,
        label=label_of(draft),
        link=link,
        id=id_of(draft, engine, link),
        anchor=_anchor(draft, head) if link is None else None,
        bodies=(body,) if body is not None else (),
        sections=draft.sections,
    )
