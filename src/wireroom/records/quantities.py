"""How many, of what."""

from dataclasses import dataclass

from wireroom.records.spans import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something. The span covers number and unit ("at least 12 people").

    ``low`` and ``high`` are the range that the words allow: "12" is (12, 12), "at least 12" is
    (12, None), "12 to 15" is (12, 15), "dozens" is (24, None). ``value`` is the number to show.
    ``role`` is killed, injured, missing, displaced, detained, rockets, … or "" where it is none.
    ``unit`` is what is counted, as a lemma. ``part_of`` is the index, in the same analysis, of the
    quantity that it is counted in ("12 people, among them 3 children").
    """

    start: int
    end: int
    value: float
    low: float | None
    high: float | None
    unit: str
    role: str
    part_of: int | None = None
    reason: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
