"""A place name as it stands in a text, before anything is known of where it is."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.places import GazetteerEntry
from wireroom.records.spans import Span


@dataclass(frozen=True, slots=True)
class FoundName:
    """``form`` is what to look up (nominative); ``fixed`` is set where the form allows one place.

    ``why`` says in words what shows that it is a place's name.
    """

    span: Span
    form: str
    use: Literal["name", "demonym"]
    why: str
    fixed: GazetteerEntry | None = None
