"""Pages of one thread: what in an address names a page, and whether a page is one of several."""

import re
from collections.abc import Sequence
from html import unescape

ONE_OF_SEVERAL = "one of several pages of its thread"

# What names a page in the addresses of threads, and no more: what is left names the thread.
_PAGE = re.compile(
    r"/page[-_/]?(\d+)/?(?=$|[?#&])"  # XenForo, vBulletin 4 and 5, Invision
    r"|/p(\d+)/?(?=$|[?#])"  # Vanilla
    r"|/page__st__(\d+)"  # IP.Board
    r"|-page-(\d+)(?=\.html)"  # MyBB
    r"|(?<=topic=)(?P<smf>\d+)\.(?:msg)?(\d+)"
    r"|[?&;](?:page|start|st|pagenumber)=(\d+)",
    re.I,
)
# What names a post in them.
_POST = re.compile(r"#.*$|/post-\d+/?$|[?&;]do=findComment(?:&comment=\d+)?|/unread/?$")
_TIDY = re.compile(r"[?&;]+$")
_NUMBER = re.compile(r"\d[\d.,]*")
# The texts of links to the second and to the first page, and marks of links to the next.
_LISTED = (b">2</a>", b">1</a>")
_NEIGHBOURS = (b'rel="next"', b'rel="prev"', b"rel='next'")
_OTHER_TOPIC = b"prev_next="  # by which SMF names neighbouring topics, not pages
_LONGEST_LINK = 400  # bytes
_HREF = re.compile(r"""\bhref=["']([^"']*)""")


def thread_address(address: str) -> str:
    """The address of a thread, of that of one of its pages or posts."""
    bare = _POST.sub("", address)
    bare = _PAGE.sub(lambda found: found["smf"] or "", bare)
    return _TIDY.sub("", bare).rstrip("/")


def page_number(address: str) -> int | None:
    """The number in an address that grows with the pages of a thread; None where it has none."""
    found = _PAGE.search(address.partition("#")[0])
    if found is None:
        return None
    digits = [part for part in found.groups() if part is not None]
    return int(digits[-1])


def label_number(label: str | None) -> int | None:
    """The number in a post's label: 1021 of "#1,021"; None where it has none."""
    found = _NUMBER.search(label or "")
    return int(re.sub(r"\D", "", found[0])) if found else None


def is_one_of_several(
    data: bytes, marks: Sequence[bytes], label: str | None, address: str | None
) -> bool:
    """Whether a page says that its thread has other pages: by its address, by the number of its
    first post, or by links to pages above its posts."""
    if (label_number(label) or 1) > 1 or (address is not None and (page_number(address) or 1) > 1):
        return True
    if any(_has_link(data, text) for text in _LISTED):
        return True
    above = data[: max((data.find(mark) for mark in marks), default=0)]
    return _OTHER_TOPIC not in above and any(mark in above for mark in _NEIGHBOURS)


def _has_link(data: bytes, text: bytes) -> bool:
    """Whether a page has a link with such a text whose address names a page."""
    at = data.find(text)
    if at < 0:
        return False
    begun = data.rfind(b"<a", max(0, at - _LONGEST_LINK), at)
    found = _HREF.search(data[begun:at].decode("utf-8", "replace")) if begun >= 0 else None
    return found is not None and page_number(unescape(found[1])) is not None
