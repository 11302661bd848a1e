"""What killed or hurt, by mode and words."""

import pytest

from wireroom.extraction.events.causes import name_cause
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport, EventType
from wireroom.records.spans import Span


def cause_of(text: str, mode: str | None, kind: EventType = "ASSAULT") -> str | None:
    start = text.index("kill")
    event = EventReport(Span(start, start + 4), kind, mode, mentions=(Span(start, start + 4),))
    analysis = Analysis("a", "en", sentences=(Span(0, len(text)),), events=(event,))
    return name_cause(analysis, Document("a", text), event)


@pytest.mark.parametrize(
    ("text", "mode", "cause"),
    [
        ("Warplanes bombing a market killed three in an air raid.", "explosives", "air strike"),
        ("Mortar shells and artillery killed three.", None, "shelling"),
        ("A car bomb killed three in the explosion.", "explosives", "explosion"),
        ("Sarin in a chemical attack killed three.", None, "chemical"),
        ("The group beheaded and executed men; it killed three.", "execution", "execution"),
        ("Somebody killed three men.", None, None),
        ("A knife attack killed three near a chemical plant.", "primitive", "stabbing"),
    ],
)
def test_the_cause_is_what_mode_and_words_say_together(
    text: str, mode: str | None, cause: str | None
) -> None:
    assert cause_of(text, mode) == cause


def test_talk_has_no_cause() -> None:
    assert cause_of("Ministers talked of shells that kill.", None, "CONSULT") is None
