"""What a headline claims, held against the text below it."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.spans import Span

Relation = Literal["agrees", "disagrees", "discusses", "unrelated"]
MismatchField = Literal["place", "number", "date", "actor", "certainty", "negation"]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """``title`` counts in the headline, ``text`` in the Document's text."""

    field: MismatchField
    title: Span
    text: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HeadlineFinding:
    """How a text stands to its headline. ``mismatches`` has the plainest first."""

    relation: Relation
    mismatches: tuple[Mismatch, ...] = ()
    reason: str = ""
