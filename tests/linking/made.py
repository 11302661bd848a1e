"""Short builders of analysed Documents in the harbour world, for the tests of linking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.attributions import Attribution, SpeakerKind
from wireroom.records.documents import Document, Part, Post
from wireroom.records.events import EventReport, EventType, MainEvent
from wireroom.records.passages import Passage
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span

Item = TypeVar("Item")

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")

TOWNS = {
    "Port Ellery": (54.10, -3.20),
    "Westmark": (54.12, -3.25),
    "Grey Point": (58.60, -6.10),
}


@dataclass(frozen=True)
class Told:
    """One event report: the word that tells it, and what is known of it."""

    trigger: str
    type: EventType = "ASSAULT"
    date: str | None = None
    place: str | None = None
    killed: int | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None


def a_document(
    name: str,
    text: str,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
) -> Document:
    return Document(name, text, title=title, published=published, outlet=outlet)


def a_thread(name: str, *posts: Sequence[Part | str]) -> Document:
    """A thread of posts, each a list of parts: a text (own words), or a Part whose title is the
    text to stand there."""
    text, made = "", []
    for number, pieces in enumerate(posts, 1):
        start, parts = len(text), []
        for piece in pieces:
            words = piece if isinstance(piece, str) else piece.title or ""
            kind = "own" if isinstance(piece, str) else piece.kind
            translation = None if isinstance(piece, str) else piece.translation_of
            begin = len(text)
            text += words + "\n"
            parts.append(Part(kind, begin, len(text), translation_of=translation))
        made.append(Post(number, start, len(text), parts=tuple(parts)))
    return Document(name, text, kind="thread", posts=tuple(made))


def analysed(document: Document, *told: Told) -> AnalysedDocument:
    """The Document with one event report for each of ``told``; the first is the main event."""
    text = document.text
    sentences = tuple(
        Span(match.start() + len(match.group()) - len(match.group().lstrip()), match.end())
        for match in _SENTENCE.finditer(text)
        if match.group().strip()
    )
    places: list[PlaceMention] = []
    quantities: list[Quantity] = []
    attributions: list[Attribution] = []
    events = []
    for each in told:
        start = text.index(each.trigger)
        trigger = Span(start, start + len(each.trigger))
        events.append(
            EventReport(
                trigger,
                each.type,
                place=_add(places, _place(text, each.place)),
                date=each.date,
                quantities=_all(quantities, _killed(trigger, each.killed)),
                attribution=_add(attributions, _attribution(text, each)),
            )
        )
    return AnalysedDocument(
        document,
        Analysis(
            document.id,
            "en",
            passages=_passages(document),
            sentences=sentences,
            attributions=tuple(attributions),
            places=tuple(places),
            quantities=tuple(quantities),
            events=tuple(events),
            main_event=MainEvent(0) if events else None,
        ),
    )


def _add(items: list[Item], item: Item | None) -> int | None:
    if item is None:
        return None
    items.append(item)
    return len(items) - 1


def _all(items: list[Item], item: Item | None) -> tuple[int, ...]:
    index = _add(items, item)
    return () if index is None else (index,)


def _place(text: str, name: str | None) -> PlaceMention | None:
    if name is None:
        return None
    latitude, longitude = TOWNS[name]
    entry = GazetteerEntry(name, latitude, longitude, "town", country="GB")
    start = max(0, text.find(name))
    return PlaceMention(start, start + len(name), name, "name", "town", (entry,))


def _killed(trigger: Span, number: int | None) -> Quantity | None:
    if number is None:
        return None
    return Quantity(trigger.start, trigger.end, number, number, number, "person", "killed")


def _attribution(text: str, told: Told) -> Attribution | None:
    if told.speaker is None:
        return None
    start = text.find(told.speaker)
    source = (Span(start, start + len(told.speaker)),) if start >= 0 else ()
    return Attribution(
        source, (), (), "indirect", speaker=told.speaker, speaker_kind=told.speaker_kind
    )


def _passages(document: Document) -> tuple[Passage, ...]:
    if not document.posts:
        whole = Passage(0, len(document.text), "article", "en", document.published)
        return (whole,)
    return tuple(
        Passage(part.start, part.end, part.kind, "en", post=post.number, part=index)
        for post in document.posts
        for index, part in enumerate(post.parts)
    )
