"""Times as the page shows them: in UTC, with the precision that is known."""

import re
from datetime import UTC, datetime

_TIMED = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?( ?(?:Z|[+-]\d\d:?\d\d))?"
)


def times_in_words(text: str) -> str:
    """A sentence with every ISO 8601 time in it as ``moment_in_words`` has it."""
    return _TIMED.sub(lambda found: moment_in_words(found[0]), text)


def moment_in_words(text: str | None) -> str:
    """An ISO 8601 date, time or interval for a person; empty where there is none.

    A time with a zone comes in UTC; one without says that it has none. What is no such date is
    shown as it is.
    """
    if not text:
        return ""
    if "/" in text:
        return " to ".join(moment_in_words(part) for part in text.split("/") if part)
    timed = _TIMED.fullmatch(text.strip())
    if timed is None:
        return text.strip()
    if timed[3] is None:
        return f"{timed[1]} {timed[2]}, zone not given"
    try:
        at = datetime.fromisoformat(text.strip().replace(" ", "T", 1).replace(" ", ""))
        utc = at.astimezone(UTC)
    except (ValueError, OverflowError):
        return text.strip()
    return f"{utc.date().isoformat()} {utc.hour:02d}:{utc.minute:02d} UTC"
