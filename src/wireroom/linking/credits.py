"""Credit lines: where a text says which agency or outlet it has its words from.

Found at the ends of a text, where papers put them, and in brackets or before a slash anywhere:
"DAMASCUS (Reuters) -", "- AFP", "(With inputs from AP)", "REUTERS/A. Name". What a text says in
its sentences ("he told AFP") is an attribution, and no credit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wireroom.records.documents import Document
from wireroom.records.links import OriginKind
from wireroom.records.spans import Span
from wireroom.text.agencies import Names, agency_name, fold_source

HEAD = 200  # characters at the start of a text in which a dateline may stand
TAIL = 160  # characters at its end in which a credit may stand


@dataclass(frozen=True, slots=True)
class Credit:
    """``source`` is the name of the agency or outlet, ``span`` where it stands in the text.

    ``of_picture`` is True where it is a picture that is credited, not the words.
    """

    source: str
    span: Span
    of_picture: bool

    @property
    def kind(self) -> OriginKind:
        """An agency where it is in the list of them, else an outlet."""
        return "agency" if agency_name(self.source) else "outlet"


_DASH = r"[-–—/|,;&+]"
_BEFORE_IN_BRACKETS = re.compile(r"\([^()\n]{0,60}$")
_AFTER_IN_BRACKETS = re.compile(r"^[^()\n]{0,60}\)")
_TAIL_BEFORE = re.compile(
    rf"(?:^|[.!?\"”»)]\s*{_DASH}*\s*|\n\s*|{_DASH}\s+|(?:source|from|by|источник)\s*:?\s*)$", re.I
)
_TAIL_AFTER = re.compile(r"^[\s.)\]]*$")
_HEAD_BEFORE = re.compile(r"^[^.!?]*$")
_HEAD_AFTER = re.compile(r"^\s*\)?\s*(?:[-–—:]\s|staff\b|\n)", re.I)


def find_credits(
    document: Document, span: Span, outlet: str | None, names: Names
) -> tuple[Credit, ...]:
    """The credits of one voice of a Document, in order; to its own ``outlet`` none.

    What its reader has marked as a credit is one, whoever it names.
    """
    found: dict[Span, Credit] = {}
    for credit in (*_marked(document, span), *_written(document.text, span, names)):
        own = fold_source(credit.source) == fold_source(outlet or "")
        if not own and not any(credit.span.overlaps(known) for known in found):
            found[credit.span] = credit
    return tuple(found[place] for place in sorted(found))


def _marked(document: Document, span: Span) -> Iterator[Credit]:
    for mark in document.marks:
        if mark.kind == "credit" and mark.value and span.covers(mark.span):
            yield Credit(agency_name(mark.value) or mark.value, mark.span, of_picture=False)


def _written(text: str, span: Span, names: Names) -> Iterator[Credit]:
    for match in names.pattern.finditer(text, span.start, span.end):
        name = names.name(match.group())
        here = Span(*match.span())
        if name is None:
            continue
        picture = text[here.end : here.end + 1] == "/"
        if picture or _is_credit(text, here, span):
            yield Credit(name, here, picture)


def _is_credit(text: str, here: Span, span: Span) -> bool:
    before = text[max(span.start, here.start - HEAD) : here.start]
    after = text[here.end : min(span.end, here.end + TAIL)]
    if _BEFORE_IN_BRACKETS.search(before) and _AFTER_IN_BRACKETS.match(after):
        return True
    if span.end - here.end <= TAIL and _TAIL_AFTER.match(after) and _TAIL_BEFORE.search(before):
        return True
    at_head = here.start - span.start <= HEAD and _HEAD_BEFORE.match(before)
    return bool(at_head and _HEAD_AFTER.match(after))
