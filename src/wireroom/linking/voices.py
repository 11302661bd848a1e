"""Who speaks: one article, or one part of a post, with its words and what it names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from wireroom.linking.days import days_of
from wireroom.linking.vectors import Terms, count_terms
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.documents import Document
from wireroom.records.passages import Passage
from wireroom.text.transliteration import skeleton

NEWS = 600  # characters at the start of a passage, in which it says what is new
FEWEST_CONSONANTS = 3  # of a name's word that is compared across alphabets

_MONTH_AND_DAY = re.compile(r"(?:\d{4}|XXXX)-(\d\d-\d\d)")

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """One passage. ``key`` is the text's digest, the Document's id and the passage's start.

    ``events`` are indexes of the events that it tells; ``named_days`` all single days that it
    names, as ordinals; ``calendar_days`` those that it names at its start, as month and day, for
    texts that leave out the year; ``spellings`` the consonants of the names at its start;
    ``translation_of`` the key of the voice of which it is said to be a translation.
    """

    analysed: AnalysedDocument
    key: Key
    passage: Passage
    terms: Terms
    events: tuple[int, ...]
    named_days: frozenset[int]
    calendar_days: frozenset[str]
    spellings: frozenset[str]
    translation_of: Key | None


def voices_of(analysed: AnalysedDocument) -> Iterable[Voice]:
    """The voices of one Document. Every event is in exactly one of them."""
    document, analysis = analysed.document, analysed.analysis
    passages = sorted(
        analysis.passages
        or [Passage(0, len(document.text), document.kind, analysis.language, document.published)],
        key=lambda passage: passage.span,
    )
    starts = [passage.start for passage in passages]
    events: list[list[int]] = [[] for _ in passages]
    for index, event in enumerate(analysis.events):
        events[max(0, bisect_right(starts, event.trigger.start) - 1)].append(index)
    digest = document.sha256
    for passage, indexes in zip(passages, events, strict=True):
        title = passage.title or (document.title if passage.part is None else None)
        yield Voice(
            analysed=analysed,
            key=(digest, document.id, passage.start),
            passage=passage,
            terms=count_terms(passage.span.of(document.text), title),
            events=tuple(indexes),
            named_days=_named_days(analysis, passage),
            calendar_days=_calendar_days(analysis, passage),
            spellings=_spellings(analysis, passage),
            translation_of=_original(document, digest, passage),
        )


def _named_days(analysis: Analysis, passage: Passage) -> frozenset[int]:
    """The single days that a passage names anywhere, as ordinals."""
    first = bisect_left(analysis.dates, passage.start, key=lambda time: time.start)
    last = bisect_left(analysis.dates, passage.end, key=lambda time: time.start)
    found = (
        days_of(time.value[:10])
        for time in analysis.dates[first:last]
        if time.type in ("DATE", "TIME")
    )
    return frozenset(days.first for days in found if days and days.length == 1)


def _calendar_days(analysis: Analysis, passage: Passage) -> frozenset[str]:
    first = bisect_left(analysis.dates, passage.start, key=lambda time: time.start)
    end = min(passage.end, passage.start + NEWS)
    last = bisect_left(analysis.dates, end, key=lambda time: time.start)
    found = (_MONTH_AND_DAY.match(time.value) for time in analysis.dates[first:last])
    return frozenset(match.group(1) for match in found if match)


def _spellings(analysis: Analysis, passage: Passage) -> frozenset[str]:
    """The consonants of each word of the names at the start of a passage, where its news is."""
    first = bisect_left(analysis.entities, passage.start, key=lambda entity: entity.start)
    end = min(passage.end, passage.start + NEWS)
    last = bisect_left(analysis.entities, end, key=lambda entity: entity.start)
    words = (word for entity in analysis.entities[first:last] for word in entity.name.split())
    return frozenset(bare for word in words if len(bare := skeleton(word)) >= FEWEST_CONSONANTS)


def _original(document: Document, digest: str, passage: Passage) -> Key | None:
    """The voice of the part of which this passage is said to be a translation."""
    if passage.post is None or passage.part is None or passage.post > len(document.posts):
        return None
    parts = document.posts[passage.post - 1].parts
    index = parts[passage.part].translation_of if passage.part < len(parts) else None
    if index is None or index >= len(parts):
        return None
    return (digest, document.id, parts[index].start)
