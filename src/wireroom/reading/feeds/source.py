"""The characters of an XML feed, and whether it is one."""

import codecs
import re
from typing import Literal, NamedTuple

from wireroom.errors import NotReadable
from wireroom.reading.decoding import clean, decode
from wireroom.reading.sniffing import is_html
from wireroom.records.pages import Page

Root = Literal["feed", "opml"]

_HEAD = 65_536  # bytes within which the first element stands
_JUNK = 2_000  # characters before it that are no markup, such as a server's warnings
_PREAMBLE = re.compile(
    r"(?:[\ufeff\s]+|<!--.*?-->|<\?[^>]*>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\][^>]*)?>)*", re.S | re.I
)
_DOCTYPE = re.compile(r"<!DOCTYPE", re.I)
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(rss|rdf|feed|channel|opml)(?=[\s/>])", re.I)
# Any RDF begins with <rdf:RDF>; the other roots are believed without a namespace.
_FEED_NAMES = ("purl.org/rss", "purl.org/net/rss", "netscape.com/rdf", "<channel")
_DECLARED = re.compile(r"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""", re.I)
_NUMBER = re.compile(r"&#([xX][0-9a-fA-F]{1,40}|[0-9]{1,40});")

# How "<?xml" or "<" begins in encodings whose bytes are not those of ASCII (XML 1.0, appendix F).
_FIRST_BYTES = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)


class Source(NamedTuple):
    """A feed as text from its doctype or first element on, and in words how it was encoded."""

    text: str
    encoding: str


def find_root(page: Page) -> Root | None:
    """Whether a page is an XML feed or a list of feeds, by its first element."""
    head = _head(page.data)
    found = _find_root(head)
    if found is None:
        return None
    name = found[1].lower()
    if name == "opml":
        return "opml"
    return "feed" if name != "rdf" or any(each in head.lower() for each in _FEED_NAMES) else None


def read_source(page: Page) -> Source:
    """The text of a feed without its XML declaration and what else stands before it, and with
    U+FFFD for references to what is no character.

    Raises NotReadable where the page is empty or no text.
    """
    text, encoding = _decoded(page)
    root = _find_root(text[:_HEAD])
    start = root.start() if root else 0
    doctype = _DOCTYPE.search(text, 0, start)
    whole = text[doctype.start() if doctype else start :]
    return Source(_NUMBER.sub(_character, whole), encoding)


def _find_root(head: str) -> re.Match[str] | None:
    preamble = _PREAMBLE.match(head)
    after = preamble.end() if preamble else 0
    found = _ROOT.match(head, after)
    if found is not None or is_html(head.encode("utf-8", "replace")):
        return found
    found = _ROOT.search(head, after, after + _JUNK)
    return found if found is not None and "<" not in head[after : found.start()] else None


def _head(data: bytes) -> str:
    head = data[:_HEAD]
    encoding = _special(head)
    if encoding is not None:
        return head.decode(encoding, "replace")
    return head.replace(b"\x00", b"").lstrip(b"\xff\xfe\xef\xbb\xbf").decode("latin-1")


def _special(head: bytes) -> str | None:
    return next((name for begin, name in _FIRST_BYTES if head.startswith(begin)), None)


def _decoded(page: Page) -> tuple[str, str]:
    special = _special(page.data)
    if special is None:
        decoded = decode(page)
        return decoded.text, decoded.encoding
    if special == "cp037":
        special = _declared(page.data[:200].decode("cp037")) or special
    text = clean(page.data.decode(special, "replace"))
    if not text.strip():
        raise NotReadable(f"{page.name} has no character that can be read", "save it as UTF-8 text")
    return text, f"{special}: its pattern of bytes"


def _declared(head: str) -> str | None:
    """The encoding that a declaration names, where Python has it for characters."""
    found = _DECLARED.match(head)
    try:
        name = codecs.lookup(found[1]).name if found else None
        if name is not None:
            b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return None
    return name


def _character(reference: re.Match[str]) -> str:
    """A reference as it is, unless it stands for no character: parsers fail on halves of
    surrogate pairs."""
    digits = reference[1].lower()
    code = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    is_character = 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return reference[0] if is_character else "\ufffd"
