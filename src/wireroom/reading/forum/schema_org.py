"""Pages that mark up their posts for machines: schema.org in microdata or in JSON-LD."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.errors import NotReadable
from wireroom.reading.forum.caution import is_parsable
from wireroom.reading.forum.engines import is_of_engine
from wireroom.reading.forum.generic import ENGINE
from wireroom.reading.forum.head import read_head
from wireroom.reading.forum.linked import posts_of_linked_data
from wireroom.reading.forum.quoting import post_id_in
from wireroom.reading.forum.reader import HINT, source_of
from wireroom.reading.forum.stamps import moment_of, words_of
from wireroom.reading.forum.tells import ByIdentity, find_tells
from wireroom.reading.forum.threads import Facts, build_thread
from wireroom.records.documents import Document
from wireroom.records.pages import Page

_MARKS = (b"DiscussionForumPosting", b"QAPage", b"schema.org/Comment", b'"Comment"')
_POSTS = ("DiscussionForumPosting", "Question", "Answer", "Comment", "UserComments")
_OPENINGS = ("DiscussionForumPosting", "Question")
_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "Product", "Recipe")
_MOST_LEVELS = 100
_FEWEST_COMMENTS = 2  # on a page without a posting that they are on
_LONGEST_NAME = 200


class _Found(NamedTuple):
    """The posts of a page and the markup that they were found by."""

    tree: LexborHTMLParser
    posts: Sequence[Facts]
    how: str


class SchemaOrgReader:
    """Any page that marks its posts as DiscussionForumPosting, Question, Answer or Comment.

    In microdata of schema.org, or in JSON-LD that has the words of the posts. Pages that mark up
    an article keep their article, whatever comments are on it, and engines with a reader of their
    own go before.
    """

    name = "schema_org"

    def recognises(self, page: Page) -> bool:
        data = page.data
        if not find_tells(data).is_html or not any(mark in data for mark in _MARKS):
            return False
        return not is_of_engine(page) and bool(_found(ByIdentity(data), page.name).posts)

    def read(self, page: Page) -> Iterator[Document | NotReadable]:
        found = _found(ByIdentity(page.data), page.name)
        head = read_head(found.tree, ENGINE, page.url)
        said = {"encoding": source_of(page)[1], "posts": found.how}
        thread = build_thread(page, ENGINE, head, found.posts, said)
        if not thread.posts:
            raise NotReadable(f"{page.name} marks up posts without words", HINT)
        yield thread


@lru_cache(maxsize=1)
def _found(key: ByIdentity, name: str) -> _Found:
    """The posts of a page; none where it has none, or has an article."""
    if not is_parsable(key.data):
        return _Found(LexborHTMLParser(""), (), "")
    tree = LexborHTMLParser(source_of(Page(name, key.data))[0])
    by_attributes = _posts_of_microdata(tree)
    by_script = posts_of_linked_data(tree)
    if len(by_script) > len(by_attributes):
        return _Found(tree, by_script, "json-ld")
    return _Found(tree, by_attributes, "schema.org microdata")


def _posts_of_microdata(tree: LexborHTMLParser) -> list[Facts]:
    items = [(_kind(node), node) for node in tree.css("[itemscope][itemtype]")]
    kinds = {kind for kind, _ in items}
    wanted = [(kind, node) for kind, node in items if kind in _POSTS]
    if not kinds.intersection(_OPENINGS):
        is_article = bool(kinds.intersection(_ARTICLES))
        if is_article or len(wanted) < _FEWEST_COMMENTS:
            return []
    told = _properties(tree, {node.mem_id for _, node in items})
    found = (_facts(kind, node, told.get(node.mem_id, {})) for kind, node in wanted)
    return [facts for facts in found if facts is not None]


def _kind(node: LexborNode) -> str:
    """The type of an item, without the address of the vocabulary."""
    return (node.attributes.get("itemtype") or "").split(" ")[0].rsplit("/", 1)[-1]


def _properties(tree: LexborHTMLParser, items: set[int]) -> dict[int, dict[str, LexborNode]]:
    """For each item its properties by name, the first of each."""
    told: dict[int, dict[str, LexborNode]] = {}
    for node in tree.css("[itemprop]"):
        owner = _owner(node, items)
        if owner is None:
            continue
        for name in (node.attributes.get("itemprop") or "").split():
            told.setdefault(owner, {}).setdefault(name, node)
    return told


def _owner(node: LexborNode, items: set[int]) -> int | None:
    """The item that a property is of: the nearest one above it."""
    above = node.parent
    for _ in range(_MOST_LEVELS):
        if above is None:
            return None
        if above.mem_id in items:
            return above.mem_id
        above = above.parent
    return None


def _facts(kind: str, node: LexborNode, told: Mapping[str, LexborNode]) -> Facts | None:
    """What a post's properties tell; None for what has no words."""
    names = ("text", "articleBody", "commentText", "description", "reviewBody")
    body = next((told[name] for name in names if name in told), None)
    if body is None or not (words_of(body) or body.attributes.get("content")):
        return None
    date = next((told[name] for name in ("datePublished", "dateCreated") if name in told), None)
    link = _link(told.get("url"))
    identity = node.attributes.get("id") or ""
    written = body.attributes.get("content") if not words_of(body) else None
    return Facts(
        author=_author(told),
        moment=moment_of(date, None) if date is not None else None,
        shown=words_of(date) or None if date is not None else None,
        label=words_of(told["position"]) or None if "position" in told else None,
        link=link,
        id=post_id_in(link) if link else "".join(filter(str.isdigit, identity)) or None,
        bodies=(body,) if written is None else (),
        words=written,
    )


def _author(told: Mapping[str, LexborNode]) -> str | None:
    node = next((told[name] for name in ("author", "creator") if name in told), None)
    if node is None:
        return None
    inner = node.css_first("[itemprop~='name']")
    named = inner if inner is not None else node
    words = words_of(named) or named.attributes.get("content") or ""
    return " ".join(words.split())[:_LONGEST_NAME] or None


def _link(node: LexborNode | None) -> str | None:
    if node is None:
        return None
    given = node.attributes
    return given.get("href") or given.get("content")
