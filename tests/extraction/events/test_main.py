"""The event that a document is mainly about, and its fields."""

from wireroom.extraction.events import find_events
from wireroom.extraction.events.main import find_main_event
from wireroom.language import annotate, pack_for
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import MainEvent
from wireroom.records.places import GazetteerEntry, PlaceMention
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.values import Values

TEXT = (
    "Norland warplanes bombed a bakery in Port Selm on Friday, killing 12 people, among them "
    "3 children. The mayor of Port Selm condemned the air strike. "
    "Last year a ferry fire killed 40 people in Estmark."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def analysed() -> tuple[Analysis, MainEvent | None]:
    selm = GazetteerEntry("Port Selm", 1.0, 2.0, "town", 7, "NO", "Selm County")
    values = Values(
        (PlaceMention(*at("Port Selm"), "Port Selm", "name", "town", (selm,)),),
        (),
        (
            Quantity(*at("12 people"), 12, 12, 12, "person", "killed"),
            Quantity(*at("3 children"), 3, 3, 3, "child", "killed", 0),
            Quantity(*at("40 people"), 40, 40, 40, "person", "killed"),
        ),
    )
    pack = pack_for("en")
    annotated = annotate(TEXT, Span(0, len(TEXT)), pack)
    events = find_events(annotated, pack, values, ())
    analysis = Analysis(
        "a",
        "en",
        sentences=annotated.sentences,
        places=values.places,
        quantities=values.quantities,
        events=events,
    )
    return analysis, find_main_event(analysis, Document("a", TEXT, title="Bakery bombed"))


def test_the_main_event_and_its_fields() -> None:
    analysis, main = analysed()
    assert main is not None
    assert analysis.events[main.event].trigger.of(TEXT) == "bombed"
    assert main.place == 0
    assert main.admin1 == "Selm County"
    assert main.cause == "air strike"
    assert main.killed == {"total": 12, "children": 3}
    assert main.actor is not None
    assert "Norland" in main.actor


def test_a_document_without_events_has_no_main_event() -> None:
    assert find_main_event(Analysis("a", "en"), Document("a", "The water is cold.")) is None
