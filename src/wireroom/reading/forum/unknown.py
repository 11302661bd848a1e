"""Threads of boards that no other reader knows."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from wireroom.errors import NotReadable
from wireroom.reading.forum.caution import is_parsable
from wireroom.reading.forum.engines import is_of_engine
from wireroom.reading.forum.generic import ENGINE
from wireroom.reading.forum.head import read_head
from wireroom.reading.forum.quoting import post_id_in
from wireroom.reading.forum.reader import HINT, source_of
from wireroom.reading.forum.repeated import Block, find_blocks
from wireroom.reading.forum.schema_org import SchemaOrgReader
from wireroom.reading.forum.stamps import words_of
from wireroom.reading.forum.tells import ByIdentity, find_tells
from wireroom.reading.forum.threads import Facts, build_thread
from wireroom.records.documents import Document
from wireroom.records.pages import Page

MOST_BYTES = 3_000_000  # of a page whose posts are looked for
_ARTICLE = (b'"NewsArticle"', b'"BlogPosting"', b'"Article"', b'"Product"', b'"Recipe"')


class _Found(NamedTuple):
    tree: LexborHTMLParser
    blocks: Sequence[Block]


class UnknownReader:
    """Threads of unknown boards, found by the block that repeats: an author, a date and words each.

    At least three such blocks side by side, which can be answered or pointed at, with no article
    beside them. Ordinary articles and their comments, lists of articles, links and products are
    left to the other readers, and so are threads in which that is not sure.
    """

    name = "unknown"

    def recognises(self, page: Page) -> bool:
        data = page.data
        if not find_tells(data).is_html or len(data) > MOST_BYTES:
            return False
        if any(mark in data for mark in _ARTICLE) or not is_parsable(data):
            return False
        if not _found(ByIdentity(data), page.name).blocks:
            return False
        return not is_of_engine(page) and not SchemaOrgReader().recognises(page)

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        found = _found(ByIdentity(page.data), page.name)
        head = read_head(found.tree, ENGINE, page.url)
        said = {"encoding": source_of(page)[1], "posts": "blocks that repeat on the page"}
        posts = [_facts(block) for block in found.blocks]
        thread = build_thread(page, ENGINE, head, posts, said)
        if not thread.posts:
            raise NotReadable(f"{page.name} has no posts with words", HINT)
        yield thread


@lru_cache(maxsize=1)
def _found(key: ByIdentity, name: str) -> _Found:
    tree = LexborHTMLParser(source_of(Page(name, key.data))[0])
    tree.strip_tags(["script", "style", "noscript", "template"])
    return _Found(tree, find_blocks(tree))


def _facts(block: Block) -> Facts:
    identity = block.node.attributes.get("id") or ""
    link = next(
        (
            address
            for each in block.node.css("a[href*='#']")
            if (address := each.attributes.get("href") or "") and post_id_in(address)
        ),
        None,
    )
    return Facts(
        author=block.author,
        moment=block.moment,
        shown=words_of(block.date) or block.moment.value,
        link=link,
        id=post_id_in(link) if link else "".join(filter(str.isdigit, identity)) or None,
        bodies=(block.body,),
    )
