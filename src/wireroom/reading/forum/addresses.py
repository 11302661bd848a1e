"""Addresses in a page: made whole, without the session of whoever saved it."""

import re

_LONGEST = 2_000  # characters
_SESSION = re.compile(
    r"(?:(?<=[?&;])|[?&;])(?:sid|s|PHPSESSID|sesc)=[0-9a-fA-F]{26,40}(?:&|;|(?=#)|$)"
)
# The site of an address, and its folder. The standard library's way takes ten times as long, and
# knows how to open what it joins.
_PLAIN_BASE = re.compile(r"(https?://[^/?#\s]+)(?:/(?:[^/?#\s]*/)*|$)")
_PLAYERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v)/([\w-]{6,20})"),
        "https://www.youtube.com/watch?v={}",
    ),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (
        re.compile(r"https?://(?:www\.)?dailymotion\.com/embed/video/(\w+)"),
        "https://www.dailymotion.com/video/{}",
    ),
)


class Addresses:
    """Makes the addresses of one page whole. ``base`` is its own, None where it is not known."""

    __slots__ = ("_base", "_folder", "_scheme", "_site")

    def __init__(self, base: str | None) -> None:
        self._base = base
        plain = _PLAIN_BASE.match(base) if base else None
        self._site = plain[1] if plain else None
        self._scheme = plain[1].partition("//")[0] if plain else ""
        self._folder = f"{plain[0].removesuffix('/')}/" if plain else None

    def whole(self, address: str | None) -> str | None:
        """The address that a link leads to; None for what leads nowhere, as scripts and mail do.

        Where the page's own address is not known, a relative one is given as it is.
        """
        if not address:
            return None
        address = address.strip()
        if len(address) > _LONGEST or address[0:1] in ("", "#"):
            return None
        if not address.startswith(("http://", "https://")):
            joined = self._joined(address)
            if joined is None:
                return None
            address = joined
        return without_session(address) if "=" in address else address

    def of_player(self, address: str | None) -> str | None:
        """The address of what an embedded player plays, for players whose addresses are known."""
        if address is not None and address.startswith("//"):
            address = f"https:{address}"
        whole = self.whole(address)
        if whole is None:
            return None
        for pattern, watched in _PLAYERS:
            found = pattern.match(whole)
            if found:
                return watched.format(found[1])
        return whole

    def _joined(self, address: str) -> str | None:
        scheme, colon, _ = address.partition(":")
        if colon and scheme.isalnum() and not scheme.isdigit():
            return None
        if self._base is None:
            return address
        if self._site is None or self._folder is None:
            return None
        first = address[0]
        if first == "/":
            return f"{self._scheme}{address}" if address[1:2] == "/" else f"{self._site}{address}"
        if first == "?":
            return f"{self._base.partition('#')[0].partition('?')[0]}{address}"
        return f"{self._folder}{address}" if first != "." else self._climbed(self._folder, address)

    def _climbed(self, folder: str, address: str) -> str:
        """An address that begins with steps up, or with one that stays."""
        while address.startswith(("./", "../")):
            step, _, address = address.partition("/")
            if step == ".." and folder != f"{self._site}/":
                folder = folder.rstrip("/").rpartition("/")[0] + "/"
        return f"{folder}{address}"


def without_session(address: str) -> str:
    """The address without the id of a session, by which one post would have many addresses."""
    if "s" not in address or "=" not in address:
        return address
    shorter = _SESSION.sub(_kept, address)
    return shorter.rstrip("?&;") if shorter != address else address


def _kept(found: re.Match[str]) -> str:
    """What has to stay of a session's place in an address: the mark before what comes next."""
    first, last = found[0][0], found[0][-1]
    return first if first in "?&;" and last in "&;" else ""
