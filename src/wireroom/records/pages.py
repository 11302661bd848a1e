"""What came in: bytes, and where they came from. Nothing in them is trusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one input as they came, and the name that messages give it.

    ``name`` is the path as the person wrote it, or ``-`` for standard input.
    """

    name: str
    data: bytes
    url: str | None = None

    @property
    def suffix(self) -> str:
        """The lower-case ending of the name, with its dot; empty when there is none."""
        last = self.name.replace("\\", "/").rsplit("/", 1)[-1]
        return f".{last.rsplit('.', 1)[1].lower()}" if "." in last[1:] else ""
