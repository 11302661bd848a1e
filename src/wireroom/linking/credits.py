"""Credit lines: where a text says which agency it has its words from.

Found at the ends of a text, where papers put them, and in brackets or before a slash anywhere:
"DAMASCUS (Reuters) -", "- AFP", "(With inputs from AP)", "REUTERS/A. Name". What a text says in
its sentences ("he told AFP") is an attribution, and no credit.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wireroom.linking.units import Unit
from wireroom.records.spans import Span
from wireroom.text.folding import fold

HEAD = 200  # characters at the start of a text in which a dateline may stand
TAIL = 160  # characters at its end in which a credit may stand


@dataclass(frozen=True, slots=True)
class Credit:
    """``source`` is the agency's name, ``span`` where it stands in the Document's text.

    ``of_picture`` is True where it is a picture that is credited, not the words.
    """

    source: str
    span: Span
    of_picture: bool


@dataclass(frozen=True, slots=True)
class _Agencies:
    exact: dict[str, str]
    folded: dict[str, str]
    pattern: re.Pattern[str]

    def name(self, form: str) -> str | None:
        return self.exact.get(form) or self.folded.get(fold(form))


@cache
def _agencies() -> _Agencies:
    lines = files("wireroom.linking").joinpath("agencies.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in lines.splitlines() if line and not line.startswith("#")]
    forms = sorted((row[0] for row in rows), key=lambda form: (-len(form), form))
    exact = {form: name for form, name, _ in rows} | {
        form.upper(): name for form, name, case in rows if case == "any"
    }
    folded = {fold(form): name for form, name, case in rows if case == "any"}
    any_form = "|".join(re.escape(form) for form in forms)
    return _Agencies(exact, folded, re.compile(rf"(?<!\w)(?:{any_form})(?!\w)", re.IGNORECASE))


def agency_name(name: str | None) -> str | None:
    """The name of the agency that ``name`` is a form of, or None when it is no agency we know."""
    return _agencies().name(name.strip().removeprefix("the ").strip()) if name else None


_DASH = r"[-–—/|,;&+]"
_BEFORE_IN_BRACKETS = re.compile(r"\([^()\n]{0,60}$")
_AFTER_IN_BRACKETS = re.compile(r"^[^()\n]{0,60}\)")
_TAIL_BEFORE = re.compile(
    rf"(?:^|[.!?\"”»)]\s*{_DASH}*\s*|\n\s*|{_DASH}\s+|(?:source|from|by|источник)\s*:?\s*)$", re.I
)
_TAIL_AFTER = re.compile(r"^[\s.)\]]*$")
_HEAD_BEFORE = re.compile(r"^[^.!?]*$")
_HEAD_AFTER = re.compile(r"^\s*\)?\s*(?:[-–—:]\s|staff\b|\n)", re.I)


def find_credits(unit: Unit) -> tuple[Credit, ...]:
    """The credits of one unit, in order."""
    return _find_credits(unit.document.text, unit.span)


def _find_credits(text: str, span: Span) -> tuple[Credit, ...]:
    agencies = _agencies()
    found = []
    for match in agencies.pattern.finditer(text, span.start, span.end):
        name = agencies.name(match.group())
        here = Span(*match.span())
        if name is None:
            continue
        picture = text[here.end : here.end + 1] == "/"
        if picture or _is_credit(text, here, span):
            found.append(Credit(name, here, picture))
    return tuple(found)


def _is_credit(text: str, here: Span, span: Span) -> bool:
    before = text[max(span.start, here.start - HEAD) : here.start]
    after = text[here.end : min(span.end, here.end + TAIL)]
    if _BEFORE_IN_BRACKETS.search(before) and _AFTER_IN_BRACKETS.match(after):
        return True
    if span.end - here.end <= TAIL and _TAIL_AFTER.match(after) and _TAIL_BEFORE.search(before):
        return True
    at_head = here.start - span.start <= HEAD and _HEAD_BEFORE.match(before)
    return bool(at_head and _HEAD_AFTER.match(after))
