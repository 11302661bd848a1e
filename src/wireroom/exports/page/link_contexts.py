"""What leads somewhere on the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and where they lead; None where the page has no such place."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a Document inside their sentence. ``language`` is None where it is not known."""

    before: str
    words: str
    after: str
    href: str
    language: str | None = None
