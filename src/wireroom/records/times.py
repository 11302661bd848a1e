"""Expressions of time in a text."""

from dataclasses import dataclass
from typing import Literal

from wireroom.records.spans import Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: ``type`` and ``value`` as ISO-TimeML has them (``2019-12-21TNI``, ``P3D``, …).

    ``reason`` says what the value was read against.
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    reason: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
