"""Credits as links: KIRKENES (Reuters) - …; … (AFP); Source: TASS. They cover what they credit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span, hull

_HEAD = 400  # characters at the start of a piece in which its dateline may stand
_LONGEST = 60  # characters of a name, and of a place and a day before it
_NAME = r"[^\W\d_][\w.&’'\- ]{1,40}?"
_DATELINE = re.compile(
    rf"(?:^|\n)[ \t]*[^\W\d_][^\n()]{{0,{_LONGEST}}}?\((?P<name>{_NAME})\)[ \t]*(?:[-–—]|:)+[ \t]*"
)
_IN_BRACKETS = re.compile(rf"[.!?\"”»’][ \t]*\((?P<name>{_NAME})\)[ \t]*$")
_AT_THE_END = re.compile(
    rf"(?:[.!?\"”»’][ \t]*(?:[-–—]+)[ \t]*|(?:^|\n)[ \t]*(?:source|via|источник)[ \t]*:[ \t]*)"
    rf"(?P<name>{_NAME})[ \t]*\.?$",
    re.IGNORECASE,
)


def credited(
    text: str, span: Span, attributions: Sequence[Attribution], lists: Sequence[SourceLists]
) -> list[Attribution]:
    """The attributions of one piece, with its credits added at the end as the links around them.

    A dateline credits all that follows it; a name in brackets after a paragraph's last sentence
    that paragraph; one after a dash or "Source:" at the very end the whole piece. The content of
    a link is the paragraph that it credits, and empty where that is the whole piece. Only
    agencies and outlets of the lists are credited.
    """
    found = list(attributions)
    for credit in _credits(text, span):
        name = " ".join(credit.name.of(text).split())
        kind = next((k for each in lists if (k := each.kind_of_name(name)) is not None), None)
        reach = credit.reach.stripped(text)
        if kind is None or reach.start >= reach.end:
            continue
        found = [_under(one, reach, len(found)) if one.cue else one for one in found]
        found.append(
            Attribution(
                source=(credit.name,),
                cue=(),
                content=(reach,) if credit.of_paragraph else (),
                kind="indirect",
                speaker=name,
                speaker_kind=kind,
                reason=f"the credit line names {name}",
                certainty="reported",
            )
        )
    return found


class _Credit(NamedTuple):
    name: Span
    reach: Span
    of_paragraph: bool = False


def _under(attribution: Attribution, reach: Span, link: int) -> Attribution:
    mine = hull([*attribution.source, *attribution.cue, *attribution.content])
    if attribution.inside is None and mine is not None and reach.covers(mine):
        return replace(attribution, inside=link)
    return attribution


def _credits(text: str, span: Span) -> Iterator[_Credit]:
    head = _DATELINE.search(text, span.start, min(span.end, span.start + _HEAD))
    if head is not None:
        yield _Credit(Span(*head.span("name")), Span(head.end(), span.end))
        return
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        stretch = Span(start, start + len(line)).stripped(text)
        found = _IN_BRACKETS.search(text, max(stretch.start, stretch.end - _LONGEST), stretch.end)
        if found is not None:
            paragraph = Span(stretch.start, found.start() + 1)
            yield _Credit(Span(*found.span("name")), paragraph, of_paragraph=True)
        start += len(line) + 1
    end = span.stripped(text)
    last = _AT_THE_END.search(text, max(end.start, end.end - _LONGEST), end.end)
    if last is not None:
        yield _Credit(Span(*last.span("name")), Span(span.start, last.start() + 1))
