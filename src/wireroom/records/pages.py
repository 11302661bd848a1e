"""What came in: bytes, and where they came from. Nothing in them is trusted."""

import re
from dataclasses import dataclass

# The endings of names that go with what senders call their bytes; what tells nothing is left out.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}
_AFTER_PATH = re.compile(r"[?#].*", re.S)  # of an address


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one input as they came, and the name that messages give it.

    ``name`` is the path as the person wrote it, or ``-`` for standard input; for what came out of
    an archive, the archive's name and the member's with ``!`` between. ``url`` is the address that
    it was fetched from, ``captured`` when (ISO 8601, UTC), ``digest`` what the archive says that
    the bytes hash to, ``media_type`` what the sender called them (``text/html``, without
    parameters), ``charset`` the encoding that the sender named, where an archive tells.
    """

    name: str
    data: bytes
    url: str | None = None
    captured: str | None = None
    digest: str | None = None
    media_type: str | None = None
    charset: str | None = None

    @property
    def suffix(self) -> str:
        """What kind of file the name says that this is: its lower-case ending, with its dot.

        Empty when there is none. What the sender called the bytes goes before their name.
        """
        if self.media_type in _SUFFIXES:
            return _SUFFIXES[self.media_type]
        path = _AFTER_PATH.sub("", self.name) if "://" in self.name else self.name
        last = path.replace("\\", "/").rsplit("/", 1)[-1]
        return f".{last.rsplit('.', 1)[1].lower()}" if "." in last[1:] else ""
