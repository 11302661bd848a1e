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


@dataclass(frozen=True, slots=True)
class StepView:
    """One hand that words went through. ``kind`` says what sort of source it is; ``lead`` stands
    before the name where the hand before it names it as a source of its own ("citing")."""

    name: Link
    kind: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """How a passage came here, on one line: the hands, what the last of them does with it (which
    leads to the cue), and the words."""

    steps: tuple[StepView, ...]
    verb: Link
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a passage that is held against another: "same", "gone", "new", "left out" (the
    text is then how many words are) or "cut"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PassageSide:
    """One of two passages: whose it is (a link to its characters), when, and its pieces."""

    name: Link
    when: str
    language: str | None
    pieces: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class EdgeView:
    """What an edge opens to. ``state``, with a sign and a sentence of its own, is empty for an
    edge that leads to what is held; ``note`` says what the marks mean, or why a side is missing."""

    state: str
    sign: str
    sentence: str
    direction: str
    sides: tuple[PassageSide, ...]
    note: str
