"""Days that keep their precision."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day of the Gregorian calendar; nobody invents the rest.

    >>> PartialDate.parse("2016-09").agrees_with(PartialDate.parse("2016-09-22"))
    True
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str | None) -> "PartialDate | None":
        """From ISO 8601 of any precision; the time of day is left out. None when it is no date."""
        found = _ISO.fullmatch(text.strip()) if text else None
        if not found:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        if not year or (month is not None and not 1 <= month <= 12):
            return None
        if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            return None
        return cls(year, month, day)

    @property
    def first(self) -> date:
        """The first day that it may stand for."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it may stand for."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def agrees_with(self, other: "PartialDate") -> bool:
        """Whether some day fits both."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        parts = (f"{self.year:04d}", *(f"{x:02d}" for x in (self.month, self.day) if x))
        return "-".join(parts)
