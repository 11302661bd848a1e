"""Statements that are a part of another one of the same speaker: told once, not twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.spans import Span, hull
from wireroom.records.stories import Statement


def with_parts(
    statements: Iterable[Statement], documents: Mapping[str, AnalysedDocument]
) -> tuple[Statement, ...]:
    """The statements of one speaker, each that lies in the words of another saying in which.

    Only what has a cue counts: all of a post's or a piece's words lie in these anyway. Of two
    with the same words the first holds the other.
    """
    given = tuple(statements)
    by_document: dict[str, list[Statement]] = defaultdict(list)
    for statement in given:
        by_document[statement.document].append(statement)
    outer: dict[tuple[str, int], int] = {}
    for document, own in by_document.items():
        known = documents.get(document)
        if known is None:
            continue
        said = {
            one.attribution: known.analysis.attributions[one.attribution]
            for one in own
            if known.analysis.attributions[one.attribution].cue
        }
        for index, found in said.items():
            holder = _holder(index, found, said)
            if holder is not None:
                outer[document, index] = holder
    return tuple(replace(one, within=outer.get((one.document, one.attribution))) for one in given)


def _holder(index: int, found: Attribution, said: Mapping[int, Attribution]) -> int | None:
    """The widest of the others that the words lie in."""
    words = hull(found.content)
    if words is None:
        return None
    holders = [
        (size, -other)
        for other, each in said.items()
        if other != index
        and (size := _covering(each, words))
        and (size > _size(words) or other < index)
    ]
    return -max(holders)[1] if holders else None


def _covering(outer: Attribution, words: Span) -> int:
    """The length of the stretch of its content that covers the words; 0 for none."""
    return max((_size(span) for span in outer.content if span.covers(words)), default=0)


def _size(span: Span) -> int:
    return span.end - span.start
