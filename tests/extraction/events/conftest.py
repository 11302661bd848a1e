"""Events of invented sentences, with the values that a test gives them."""

import pytest

from extraction.events.finding import Find
from wireroom.extraction.events import find_events
from wireroom.language import annotate, pack_for
from wireroom.records.attributions import Attribution
from wireroom.records.events import EventReport
from wireroom.records.spans import Span
from wireroom.records.values import Values


@pytest.fixture
def find() -> Find:
    """``find(text, code, values, attributions)``: the events of one text."""

    def found(
        text: str,
        code: str = "en",
        values: Values | None = None,
        attributions: tuple[Attribution, ...] = (),
    ) -> tuple[EventReport, ...]:
        pack = pack_for(code)
        annotated = annotate(text, Span(0, len(text)), pack)
        return find_events(annotated, pack, values or Values(), attributions)

    return found
