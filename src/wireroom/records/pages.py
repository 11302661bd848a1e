"""What came in: bytes, and where they came from. Nothing in them is trusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one input as they came, and the name that messages give it.

    ``name`` is the path as the person wrote it, or ``-`` for standard input; for what came out of
    an archive, the archive's name and the member's with ``!`` between. ``url`` is the address that
    it was fetched from, ``captured`` when (ISO 8601, UTC), ``digest`` what the archive says that
    the bytes hash to, ``media_type`` what the sender called them, where an archive tells.
    """

    name: str
    data: bytes
    url: str | None = None
    captured: str | None = None
    digest: str | None = None
    media_type: str | None = None

    @property
    def suffix(self) -> str:
        """The lower-case ending of the name, with its dot; empty when there is none."""
        last = self.name.replace("\\", "/").rsplit("/", 1)[-1]
        return f".{last.rsplit('.', 1)[1].lower()}" if "." in last[1:] else ""
