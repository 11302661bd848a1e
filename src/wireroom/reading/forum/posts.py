"""The posts of a page: what belongs to each, and what it comes to as a record."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wireroom.reading.forum.engine import Engine, Role
from wireroom.reading.forum.fields import Finder, is_within
from wireroom.reading.forum.quoting import post_id_in
from wireroom.reading.forum.stamps import words_of

_LABEL = re.compile(r"#\s?\d[\d.,’' ]{0,12}|\d[\d.,]{0,12}")
_IN_LABEL = re.compile(r"#\s?\d[\d.,]{0,12}")
_ID = re.compile(r"(\d{1,12})\D*$")
_LONGEST_NAME = 200
_NUMBERED = re.compile(r"^#\s?\d+\s+")
_STARS = re.compile(r"[*★☆\W]*")

# Fields of which a post has one: the best selector's counts, and of that the first.
_ONE: frozenset[Role] = frozenset(("author", "date", "label", "permalink", "body"))


@dataclass(slots=True, eq=False)
class Draft:
    """The elements of one post. ``sections`` are those after its body, in the order of the page."""

    node: LexborNode
    one: dict[Role, tuple[int, LexborNode]] = field(default_factory=dict)
    ranks: list[LexborNode] = field(default_factory=list)
    sections: list[tuple[Role, LexborNode]] = field(default_factory=list)

    def get(self, role: Role) -> LexborNode | None:
        found = self.one.get(role)
        return found[1] if found is not None else None


def find_drafts(tree: LexborHTMLParser, engine: Engine, finder: Finder) -> list[Draft]:
    """The posts of a page that have words of their own, in its order."""
    drafts: list[Draft] = []
    draft: Draft | None = None
    for roles, node in finder.find(tree):
        first = roles[0][0]
        if first == "post":
            draft = Draft(node)
            drafts.append(draft)
            roles = roles[1:]
        elif first == "stop":
            draft = None
        if draft is not None and roles and _belongs(draft, node, engine):
            for role, place in roles:
                _take(draft, role, place, node)
    return [each for each in drafts if "body" in each.one and _is_told(each, engine)]


def _is_told(draft: Draft, engine: Engine) -> bool:
    """Whether anything is told of a post but its words: boxes of the board look like posts too."""
    if any(role in draft.one for role in ("author", "date", "label")):
        return True
    attribute = engine.author_attribute
    return attribute is not None and bool(draft.node.attributes.get(attribute))


def _belongs(draft: Draft, node: LexborNode, engine: Engine) -> bool:
    """Whether a field is of a post, and not of the words in it or of what stands below it."""
    held = draft.one.get("body")
    if held is None:
        return True
    body = held[1]
    if engine.flat:
        return not is_within(node, body, None)
    return is_within(node, draft.node, body)


def _take(draft: Draft, role: Role, place: int, node: LexborNode) -> None:
    if role in _ONE:
        held = draft.one.get(role)
        if held is None or place < held[0]:
            draft.one[role] = (place, node)
        elif role == "body" and place == held[0]:
            is_signed = words_of(node).startswith("____")
            draft.sections.append(("signature" if is_signed else "extra", node))
    elif role == "rank":
        draft.ranks.append(node)
    elif not draft.sections or not is_within(node, draft.sections[-1][1], None):
        draft.sections.append((role, node))


def author_of(draft: Draft, engine: Engine) -> str | None:
    """The name that the page gives the poster."""
    if engine.author_attribute is not None:
        stated = draft.node.attributes.get(engine.author_attribute)
        if stated and stated.strip():
            return " ".join(stated.split())[:_LONGEST_NAME]
    node = draft.get("author")
    if node is None:
        return None
    inner = engine.inside.get("author")
    if inner is not None:
        node = node.css_first(inner) or node
    words = words_of(node)
    if not words:
        given = node.attributes
        words = given.get("content") or given.get("title") or ""
    return _NUMBERED.sub("", words)[:_LONGEST_NAME] or None


def ranks_of(draft: Draft, engine: Engine) -> tuple[str, ...]:
    """The poster's ranks and badges, in the page's order, each once."""
    if not draft.ranks:
        return ()
    ranks: dict[str, None] = {}
    inner = engine.inside.get("rank")
    if engine.leading_ranks:
        return tuple(dict.fromkeys(line for node in draft.ranks for line in _leading(node)))
    for node in draft.ranks:
        for each in node.css(inner) if inner is not None else (node,):
            words = words_of(each) or _pictured(each)
            if 0 < len(words) <= _LONGEST_NAME and not _STARS.fullmatch(words):
                ranks[words] = None
    return tuple(ranks)


def _leading(node: LexborNode) -> Iterator[str]:
    """The lines of an element before its first picture or label."""
    inner = node.first_child
    while inner is not None and inner.tag in ("-text", "br", "b", "strong", "em", "span"):
        words = words_of(inner)
        if ":" in words:
            return
        if words and not _STARS.fullmatch(words):
            yield words[:_LONGEST_NAME]
        inner = inner.next


def _pictured(node: LexborNode) -> str:
    """The words of a rank that is a picture."""
    picture = node if node.tag == "img" else node.css_first("img")
    if picture is None:
        return ""
    given = picture.attributes
    return given.get("alt") or given.get("title") or ""


def label_of(draft: Draft) -> str | None:
    """The number that the board shows for a post, as it shows it."""
    node = draft.get("label")
    if node is None:
        return None
    words = words_of(node)
    if _LABEL.fullmatch(words):
        before = node.prev
        printed = before.text_content if before is not None and before.tag == "-text" else None
        return f"#{words}" if (printed or "").rstrip().endswith("#") else words
    found = _IN_LABEL.search(words)
    return found[0] if found else None


def link_of(draft: Draft) -> str | None:
    """The address that the page gives for the post, as it writes it."""
    for role in ("permalink", "label", "date"):
        node = draft.get(role)
        if node is not None and (address := _address(node)):
            return address
    return None


def _address(node: LexborNode) -> str | None:
    """The address of a link, of the link that something stands in, or of the first in it."""
    for each in (node, node.parent):
        if each is not None and each.tag == "a" and (address := each.attributes.get("href")):
            return address
    inner = node.first_child
    while inner is not None and inner.tag != "a":
        inner = inner.next
    if inner is None or "href" not in inner.attributes:
        inner = node.css_first("a[href]")
    return inner.attributes.get("href") if inner is not None else None


def id_of(draft: Draft, engine: Engine, link: str | None) -> str | None:
    """The post's id as its engine counts, by which quotations name it."""
    given = draft.node.attributes
    body = draft.get("body")
    stated: Iterable[str | None] = (
        given.get(engine.id_attribute),
        given.get("id"),
        given.get("name"),
        body.attributes.get("id") if body is not None else None,
    )
    for name in stated:
        if name and (found := _ID.search(name)):
            return found[1]
    return post_id_in(link) if link else None
