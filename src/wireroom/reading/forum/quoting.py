"""Whom a quotation quotes, and which post: by attributes, by links, or by the line above it."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.stamps import find_date_start, words_of
from wireroom.reading.words import rows

_LONGEST = 200  # characters of the line above a quotation
_LONGEST_NAME = 60
_MOST_LEVELS = 8  # between a quotation and the line that says whose it is

_AUTHORS = ("data-quote", "data-ipsquote-username", "data-username", "data-author", "data-cite")
_SOURCES = ("data-source", "data-ipsquote-contentcommentid", "data-post-id", "data-cid")
# The id of a post in the addresses that engines make for one.
_POST_ID = re.compile(
    r"(?:[?&;/](?:p(?:id)?|msg)=|#p(?:ost|id)?[-_]?|[.#]msg|#entry|post[-_]?|posts?/|post\?id="
    r"|findpost/|comment=|#comment-|[Cc]omment[_/])(\d{1,12})(?!\d)"
)
_SOURCE = re.compile(r"(?:post|comment)?\s*:?\s*(\d{1,12})\b")
# What may stand between a name and the date after it.
_CONNECTING = re.compile(
    r"(?:\s+(?:on|at|am|um|le|à|el|em|il|op|dnia|от|в|de|در|today|yesterday|heute|gestern|hier"
    r"|aujourd[’']hui|hoy|ayer|сегодня|вчера|bugün|dün|امروز|دیروز|اليوم|أمس))+$",
    re.I,
)
_MARKS = " \t:,;-–—«»\"'“”„()[]↑"


def post_id_in(address: str) -> str | None:
    """The id of the post that an address leads to, as its engine writes it; else None."""
    found = _POST_ID.findall(address)
    return found[-1] if found else None


class Quoted(NamedTuple):
    """Whom a quotation quotes, the id of the post, and its address as the page writes it."""

    author: str | None = None
    source: str | None = None
    address: str | None = None


def quoted_by_attributes(attributes: Mapping[str, str | None], engine: Engine) -> Quoted:
    """What the attributes of a quotation name."""
    author = next((name for key in _AUTHORS if (name := attributes.get(key))), None)
    if engine.numbered:
        return Quoted(author, attributes.get("data-post"))
    stated = next((text for key in _SOURCES if (text := attributes.get(key))), None)
    source = _SOURCE.match(stated) if stated else None
    return Quoted(author, source[1] if source else None)


def quoted_by_head(node: LexborNode, engine: Engine, author: str | None) -> Quoted:
    """What the line above a quotation names, which stands in ``node``.

    ``author`` is whom its attributes name, which is not looked for once more.
    """
    for selector in engine.quote_head:
        head = node.css_first(selector)
        if head is not None and _is_own(head, node):
            return read_head(head, engine, author)
    return Quoted(author)


def read_head(head: LexborNode, engine: Engine, author: str | None = None) -> Quoted:
    """What a line above a quotation names; ``author`` is whom it is known to name."""
    source = address = None
    for link in head.css("[href], [data-post-id]"):
        given = link.attributes
        href = given.get("href") or ""
        found = given.get("data-post-id") or post_id_in(href)
        if found is not None:
            source, address = found, href
    if author is not None:
        return Quoted(author, source, address)
    for selector in engine.quote_name:
        name = head.css_first(selector)
        if name is not None and (words := words_of(name).strip(_MARKS)):
            return Quoted(words, source, address)
    return Quoted(find_quoted_name(words_of(head)), source, address)


def find_quoted_name(text: str) -> str | None:
    """Whom a line names as the author of what follows: “Anna said:”, “Zitat von Anna”."""
    text = text[:_LONGEST].strip()
    before, after = _patterns()
    found = before.match(text)
    if found:
        rest = text[found.end() :].lstrip(_MARKS)
        date = find_date_start(rest)
        return _name(rest if date is None else rest[:date])
    found = after.match(text)
    if found and find_date_start(found[1]) is not None:
        # "On 3/4/2015 at 10:12 AM, Anna said:"
        comma = text.rfind(", ")
        found = after.match(text[comma + 2 :]) if comma >= 0 else None
    return _name(found[1]) if found else None


def _name(text: str) -> str | None:
    """The name in what is left of a line when all words of the board are gone."""
    name = _CONNECTING.sub("", text.strip(_MARKS)).strip(_MARKS)
    return name if 0 < len(name) <= _LONGEST_NAME else None


def _is_own(head: LexborNode, node: LexborNode) -> bool:
    """Whether no other quotation stands between a quotation and the line that was found in it."""
    goal = node.mem_id
    above = head.parent
    for _ in range(_MOST_LEVELS):
        if above is None or above.mem_id == goal:
            return above is not None
        if above.tag == "blockquote" and (above.attributes.get("class") or "") != "quoteContainer":
            return False
        above = above.parent
    return False


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def either(kind: str) -> str:
        phrases = sorted((row[0] for row in rows("quotations") if row[1] == kind), key=len)
        return "|".join(map(re.escape, reversed(phrases)))

    before = re.compile(rf"(?:{either('before')})(?:\s*:|\s|$)", re.I)
    # A date may stand before the name, as in "(03-04-2015, 10:12 AM) Anna Wrote:".
    after = re.compile(
        rf"(?:\([^()]{{1,40}}\)\s*)?(\S.{{0,59}}?)(?:\s*(?:,\s.{{1,60}}|\([^()]{{1,60}}\)))?\s+(?:{either('after')})\b",
        re.I,
    )
    return before, after
