"""What a person decided about findings, kept beside them and never written over them."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "not the same", "open"]


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """A name in one Document; in all of the story where ``document`` is None."""

    name: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class SpeakerDecision:
    """Somebody's word on whether two names are one speaker's.

    Decisions are appended, never changed: the last one on a pair holds, and "open" takes back
    what was decided before, so that the names are compared as if nobody had said anything.
    ``by`` and ``note`` are for people.
    """

    one: SpeakerName
    other: SpeakerName
    verdict: Verdict
    by: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportName:
    """All that one Document reports; what one post of it does where ``post`` is its number."""

    document: str
    post: int | None = None


@dataclass(frozen=True, slots=True)
class OriginDecision:
    """Somebody's word on whether what two Documents, or posts, report of one event has one origin.

    "same" joins what they report of it to one origin. "not the same" cuts what ties the one to
    the other; what ties both to a third stays. The last one on a pair holds, and "open" takes
    back what was decided before. Where one names posts and another the Documents, that on the
    posts goes before. ``by`` and ``note`` are for people.
    """

    one: ReportName
    other: ReportName
    verdict: Verdict
    by: str | None = None
    note: str = ""
