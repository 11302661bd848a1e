"""What differs between two versions, or between an original and its translation."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.spans import Span

ChangeKind = Literal["removed", "added", "changed", "moved"]
Meaning = Literal[
    "number", "name", "date", "place", "certainty", "negation", "attribution", "wording"
]
TranslationField = Literal[
    "number", "name", "date", "place", "negation", "certainty", "missing", "added"
]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions; ``gone`` is what the new one no longer says."""

    kind: ChangeKind
    old: Span | None
    new: Span | None
    what: tuple[Meaning, ...]
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationFinding:
    """Something that the translation does not carry over, or that the original does not have."""

    field: TranslationField
    original: Span | None
    translation: Span | None
    note: str
