"""What killed or hurt: the cause of an event in a few plain words."""

import re

from wireroom.records.documents import Document
from wireroom.records.events import EventReport

_BY_MODE = {
    "heavy-weapons": "shelling",
    "explosives": "explosion",
    "suicide-attack": "suicide bombing",
    "firearms": "shooting",
    "chemical": "chemical",
    "execution": "execution",
    "assassinate": "assassination",
    "primitive": "stabbing",
    "beat": "beating",
    "torture": "torture",
    "arson": "arson",
}
_AIR = re.compile(
    r"air ?(?:strike|raid)|airstrike|warplane|plane|jet\b|jets\b|aerial|авиа|воздуш|самол[её]т",
    re.I,
)
_CLASH = re.compile(r"clash|battle|fight|skirmish|combat|столкнов|бо[ийя]\b", re.I)


def name_cause(document: Document, event: EventReport) -> str | None:
    """By the event's mode and the words that it is mentioned in; None if neither tells."""
    words = " ".join(span.of(document.text) for span in event.mentions)
    words += " " + " ".join(one.name for one in (*event.actors, *event.instruments))
    if event.mode == "heavy-weapons":
        return "air strike" if _AIR.search(words) else "shelling"
    if event.mode in _BY_MODE:
        return _BY_MODE[event.mode]
    return "clashes" if _CLASH.search(words) else None
