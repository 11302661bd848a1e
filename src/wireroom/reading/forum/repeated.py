"""Finds the repeated block of posts on a page of an unknown board, by structure alone.

Meant to miss rather than to take what is no thread: lists of articles, links or products have
blocks that repeat, too, and articles have comments.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.reading.forum.stamps import Moment, moment_of, read_printed, words_of

# Set by hand on invented pages; each errs on the side of no thread.
_FEWEST = 3  # blocks
_MOST_BLOCKS = 2_000
_MOST_ELEMENTS = 60_000
_MOST_GROUPS = 200
_MOST_LOOKED_AT = 300  # elements of a block that may be its author's name or its date
_AGREEING = 0.7  # share of the blocks that have an author, a date and words
_SHORTEST = 15  # characters of the words of a block, in the middle one
_SHORTEST_BLOCK = 30  # characters of a block; shorter ones part others, as rows of a table do
_MOST_LINKED = 0.5  # share of a block's characters in links
_MOST_BESIDE = 0.5  # characters in paragraphs outside the blocks, for one inside
_MOST_BESIDE_AT_ALL = 3_000
_PARAGRAPH = 80  # characters from which on a line outside is somebody's words
_BODY = 0.5  # share of a block's characters that its words are, at least
_LONGEST_NAME = 40
_LONGEST_DATE = 80

_PROFILE = re.compile(
    r"user|member|profil|author|/u/|/people/|uid=|[?&]u=|/~|/@|nick|autor|membre|miembro|mitglied"
    r"|usuario|utilisateur|kullanici|/uye",
    re.I,
)
_NO_PROFILE = re.compile(r"mail|message|search|=pm|/pm|login|register|contact|report", re.I)
_AUTHOR = re.compile(r"author|user-?_?name|poster|nick|member-?_?name|creator|autor|byline", re.I)
_DATE = re.compile(r"date|time|posted|when|created|published|stamp|ago", re.I)
_VARIES = re.compile(r"\d+|odd|even|alt|first|last|even|unread|new|op|own|staff|-$|_$", re.I)
_HEADINGS = "h1 a[href], h2 a[href], h3 a[href], h4 a[href], [class*='title'] a[href]"
_ANSWERING = re.compile(
    r"reply|quote|answer|antwort|zitat|respond|citar|ответ|цит|#\d+|permalink", re.I
)


class Block(NamedTuple):
    """One post: its element, who posted it, when, and its words."""

    node: LexborNode
    author: str
    date: LexborNode
    moment: Moment
    body: LexborNode


def find_blocks(tree: LexborHTMLParser) -> list[Block]:
    """The posts of a page in its order; none where nothing on it is surely a thread."""
    body = tree.body
    if body is None:
        return []
    best: list[Block] = []
    size = 0
    for group in _largest(_groups(body)):
        worded = [node for node in group if len(words_of(node)) >= _SHORTEST_BLOCK]
        blocks = _blocks(worded)
        if len(blocks) < max(_FEWEST, _AGREEING * len(worded)):
            continue
        length = sum(len(words_of(block.body)) for block in blocks)
        if length > size and _is_thread(blocks):
            best, size = blocks, length
    return best if best and _is_all(body, best, size) else []


def _largest(groups: list[list[LexborNode]]) -> list[list[LexborNode]]:
    """The groups with the most elements: a hostile page may have thousands inside one another."""
    return sorted(groups, key=len, reverse=True)[:_MOST_GROUPS]


def _groups(body: LexborNode) -> list[list[LexborNode]]:
    """Elements of one parent, kind and class, as many as a thread has posts."""
    found: dict[tuple[int, str, str], list[LexborNode]] = {}
    for count, node in enumerate(body.traverse()):
        if count > _MOST_ELEMENTS:
            return []
        parent = node.parent
        if parent is None or node.tag in ("br", "p", "option", "script", "a", "span", "img"):
            continue
        classes = (node.attributes.get("class") or "").split()
        shape = " ".join(sorted({_VARIES.sub("", name) for name in classes} - {""}))
        found.setdefault((parent.mem_id, node.tag or "", shape), []).append(node)
    return [group for group in found.values() if _FEWEST <= len(group) <= _MOST_BLOCKS]


def _blocks(nodes: Sequence[LexborNode]) -> list[Block]:
    """The posts that elements are. Where the words of one do not stand out, they are what has the
    kind and class of the words of the others."""
    told = [(node, author, date) for node in nodes for author, date in _told(node)]
    bodies = [_body(node, author, date[0]) for node, author, date in told]
    shapes = [f"{body.tag} {body.attributes.get('class') or ''}" for body in bodies if body]
    usual = max(set(shapes), key=lambda shape: (shapes.count(shape), shape), default="")
    selector = ".".join(re.findall(r"[\w-]+", usual)) if " " in usual.strip() else ""
    blocks = []
    for (node, author, date), found in zip(told, bodies, strict=True):
        body = found or (node.css_first(selector) if selector else None)
        if body is not None:
            name = words_of(author)[:_LONGEST_NAME]
            blocks.append(Block(node, name, date[0], date[1], body))
    return blocks


def _told(node: LexborNode) -> Iterator[tuple[LexborNode, tuple[LexborNode, Moment]]]:
    """The author and the date of an element; nothing where one of them is missing."""
    author = _author(node)
    date = _date(node) if author is not None else None
    if author is not None and date is not None:
        yield author, date


def _author(node: LexborNode) -> LexborNode | None:
    names = node.css("a[href], [class], [itemprop='author'], [rel='author']")
    for each in names[:_MOST_LOOKED_AT]:
        given = each.attributes
        told = f"{given.get('class') or ''} {given.get('itemprop') or ''} {given.get('rel') or ''}"
        is_author = _AUTHOR.search(told) is not None
        is_author = is_author or _is_profile(given.get("href") or "")
        if is_author:
            words = words_of(each)
            if 0 < len(words) <= _LONGEST_NAME and len(words.split()) <= 4 and "@" not in words[1:]:
                return each
    return None


def _is_profile(address: str) -> bool:
    return bool(_PROFILE.search(address)) and not _NO_PROFILE.search(address)


def _date(node: LexborNode) -> tuple[LexborNode, Moment] | None:
    for each in node.css("time, [datetime], abbr[title]")[:_MOST_LOOKED_AT]:
        moment = moment_of(each, None)
        if moment.value is not None:
            return each, moment
    for each in node.css("[class], small, td, em, i, a, span, div, li, p")[:_MOST_LOOKED_AT]:
        words = each.text(deep=True)
        if len(words) > _LONGEST_DATE * 3 or not any(map(str.isdigit, words)):
            continue
        words = " ".join(words.split())
        if len(words) > _LONGEST_DATE:
            continue
        moment = moment_of(each, None)
        names = each.attributes.get("class") or ""
        if moment.value is not None and ("T" in moment.value or _DATE.search(names)):
            return each, moment
        printed = read_printed(words, None)
        if printed is not None and printed.note is not None and ":" in words:
            return each, printed
    return None


def _body(node: LexborNode, author: LexborNode, date: LexborNode) -> LexborNode | None:
    """The topmost element in a block with most of its characters and neither name nor date."""
    barred = _line_of(author, node) | _line_of(date, node)
    whole = len(words_of(node))
    inner = node
    while True:
        children = list(inner.iter(include_text=False))
        if not children:
            return None
        largest = max(children, key=lambda child: len(child.text(deep=True)))
        if largest.mem_id not in barred:
            return (
                largest if len(words_of(largest)) >= _BODY * whole or _is_worded(largest) else None
            )
        inner = largest


def _is_worded(node: LexborNode) -> bool:
    names = node.attributes.get("class") or ""
    told = re.search(r"body|content|text|message|comment|entry|words|inner", names, re.I)
    return told is not None and len(words_of(node)) > 0


def _line_of(node: LexborNode, until: LexborNode) -> set[int]:
    """An element and all above it up to a block."""
    line = {node.mem_id}
    above: LexborNode | None = node.parent
    goal = until.mem_id
    while above is not None and above.mem_id != goal and len(line) < 500:
        line.add(above.mem_id)
        above = above.parent
    return line


def _is_thread(blocks: Sequence[Block]) -> bool:
    lengths = sorted(len(words_of(block.body)) for block in blocks)
    if lengths[len(lengths) // 2] < _SHORTEST:
        return False
    if len({words_of(block.body) for block in blocks}) <= len(blocks) // 2:
        return False
    if len({block.moment.value for block in blocks}) < 2:
        return False
    linked = sum(_linked(block.body) for block in blocks)
    if linked > _MOST_LINKED * sum(lengths):
        return False
    led = sum(_leads_elsewhere(block) for block in blocks)
    return 2 * led < len(blocks) and _is_answered(blocks)


def _linked(node: LexborNode) -> int:
    return sum(len(words_of(link)) for link in node.css("a"))


def _leads_elsewhere(block: Block) -> bool:
    """Whether a block has a heading that leads to a page of its own, as a list of articles has."""
    link = block.node.css_first(_HEADINGS)
    if link is None or words_of(link) == block.author:
        return False
    address = link.attributes.get("href") or ""
    return "#" not in address and bool(re.sub(r"https?://[^/]*", "", address).strip("/"))


def _is_answered(blocks: Sequence[Block]) -> bool:
    """Whether the blocks can be answered or pointed at, as posts can."""
    pointed = 0
    for block in blocks:
        name = block.node.attributes.get("id") or ""
        anchors = block.node.css("a[name], a[id], [id]")
        named = [
            name,
            *(
                each.attributes.get("name") or each.attributes.get("id") or ""
                for each in anchors[:6]
            ),
        ]
        told = any(any(map(str.isdigit, each)) for each in named)
        links = block.node.css("a, button")
        said = (f"{words_of(each)} {each.attributes.get('class') or ''}" for each in links[:40])
        pointed += told or any(_ANSWERING.search(each) for each in said)
    return pointed >= _AGREEING * len(blocks)


def _is_all(body: LexborNode, blocks: Sequence[Block], size: int) -> bool:
    """Whether the posts are what the page is about: no article stands beside them."""
    inside = {node.mem_id for block in blocks for node in block.node.traverse()}
    beside = 0
    for node in body.css("p, div, article, section, td, li, blockquote"):
        if node.mem_id in inside:
            continue
        own = " ".join(node.text(deep=False).split())
        if len(own) >= _PARAGRAPH:
            beside += len(own)
    return beside <= min(_MOST_BESIDE * size, _MOST_BESIDE_AT_ALL)
