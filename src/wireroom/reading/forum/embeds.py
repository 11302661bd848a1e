"""What a post has from elsewhere: players, previews of links, attached files."""

import re

from selectolax.lexbor import LexborNode

from wireroom.reading.forum.addresses import Addresses
from wireroom.reading.forum.layout import Stretch
from wireroom.reading.forum.stamps import words_of

_LONGEST_TITLE = 300
# Titles that every player has.
_GENERIC = re.compile(r"\S* ?(?:video|media)? ?(?:player|embed(?:ded)?|iframe)", re.I)
_SOURCES = ("data-s9e-mediaembed-src", "data-src", "src", "data")


def attachment_of(node: LexborNode, addresses: Addresses, outer: Stretch | None) -> Stretch:
    """A file that is attached: its name, and where it is."""
    links = [node, *node.css("a[href]")] if node.tag == "a" else node.css("a[href]")
    named = next((link for link in links if words_of(link)), links[0] if links else None)
    stretch = Stretch("embed", "attachment", outer=outer)
    if named is not None:
        stretch.url = addresses.whole(named.attributes.get("href"))
        stretch.title = words_of(named)[:_LONGEST_TITLE] or None
    return stretch


def card_of(node: LexborNode, addresses: Addresses, outer: Stretch | None) -> Stretch:
    """A preview of something linked: its title and its address."""
    given = node.attributes
    link = node if node.tag == "a" else node.css_first("a[href]")
    url = given.get("data-url") or given.get("data-onebox-src")
    url = url or (link.attributes.get("href") if link is not None else None)
    heading = node.css_first("h3, h4, h5, .js-unfurl-title, strong") or link
    title = given.get("data-video-title") or given.get("data-youtube-title")
    title = title or (words_of(heading) if heading is not None else "")
    stretch = Stretch("embed", outer=outer, url=addresses.of_player(url))
    stretch.title = title[:_LONGEST_TITLE] or None
    return stretch


def player_of(node: LexborNode, addresses: Addresses, outer: Stretch | None) -> Stretch | None:
    """What a player plays: its address, its title and its length in seconds where they are told.

    None where no address is.
    """
    given = node.attributes
    source = next((given[name] for name in _SOURCES if given.get(name)), None)
    if source is None:
        inner = node.css_first("source[src], a[href], param[name='movie']")
        told = inner.attributes if inner is not None else {}
        source = told.get("src") or told.get("href") or told.get("value")
    url = addresses.of_player(source)
    if url is None:
        return None
    title = " ".join((given.get("title") or "").split())[:_LONGEST_TITLE]
    length = given.get("data-duration") or ""
    return Stretch(
        "embed",
        outer=outer,
        url=url,
        title=title if title and not _GENERIC.fullmatch(title) else None,
        duration=int(length) if length.isascii() and length.isdigit() else None,
    )
