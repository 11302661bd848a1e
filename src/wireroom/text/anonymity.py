"""Where a text tells that a source wants no name: how it speaks, and nothing of the news."""

import re
from functools import cache
from importlib.resources import files

from wireroom.records.spans import Span


def find_anonymity(text: str, within: Span, language: str) -> tuple[Span, ...]:
    """The stretches inside ``within`` in which a source asks not to be named, in order.

    >>> find_anonymity("An aide, who asked not to be named, knew.", Span(0, 41), "en")
    (Span(start=13, end=34),)
    """
    pattern = _pattern(language)
    if pattern is None:
        return ()
    return tuple(Span(*match.span()) for match in pattern.finditer(text, *within))


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    text = files("wireroom.text").joinpath("anonymity.txt").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    forms = [form.replace(" ", r"\s+") for code, form in rows if code == language]
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE) if forms else None
