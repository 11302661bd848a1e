"""Where it was: a choice among the divisions whose places the text names."""

from wireroom.extraction.events.main import find_main_event
from wireroom.extraction.events.scenes import find_place
from wireroom.records.analyses import Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.places import GazetteerEntry, PlaceMention, Precision
from wireroom.records.spans import Span


def analysis_of(
    text: str, trigger: str, *places: tuple[str, str | None, Precision, str]
) -> tuple[Analysis, Document]:
    bounds, at = [], 0
    for line in text.split("\n"):
        bounds.append(Span(at, at + len(line)))
        at += len(line) + 1
    start = text.index(trigger)
    span = Span(start, start + len(trigger))
    found, at = [], 0
    for words, region, precision, country in places:
        at = text.index(words, at)
        entry = GazetteerEntry(words, 1.0, 1.0, precision, None, country, region)
        found.append(PlaceMention(at, at + len(words), words, "name", precision, (entry,)))
        at += len(words)
    event = EventReport(span, "ASSAULT", "explosives", mentions=(span,))
    made = Analysis("a", "en", sentences=tuple(bounds), places=tuple(found), events=(event,))
    return made, Document("a", text)


def name_of(analysis: Analysis, document: Document) -> str | None:
    found = find_place(analysis, document, analysis.events[0])
    return None if found is None else analysis.places[found].name


def test_it_was_where_the_bomb_went_off_and_not_where_the_victims_were_from() -> None:
    analysis, document = analysis_of(
        "A bomb exploded outside Selm.\nIt hit buses with residents from Arn and from Vik.",
        "exploded",
        ("Selm", "Selm County", "town", "NO"),
        ("Arn", "Arn County", "town", "NO"),
        ("Vik", "Vik County", "town", "NO"),
    )
    assert name_of(analysis, document) == "Selm"


def test_a_quarter_that_is_taken_for_a_village_elsewhere_is_outvoted_by_its_city() -> None:
    analysis, document = analysis_of(
        "A bomb exploded in Selm.\nIt went off in Oldtown, in the north of Selm.\nSelm is quiet.",
        "exploded",
        ("Selm", "Selm County", "town", "NO"),
        ("Oldtown", "Vik County", "town", "NO"),
        ("Selm", "Selm County", "town", "NO"),
        ("Selm", "Selm County", "town", "NO"),
    )
    assert name_of(analysis, document) == "Selm"


def test_a_place_that_is_only_named_at_the_end_is_not_chosen() -> None:
    analysis, document = analysis_of(
        "A bomb exploded in Selm.\nTalks are held in Vik.",
        "exploded",
        ("Selm", "Selm County", "town", "NO"),
        ("Vik", "Vik County", "town", "NO"),
    )
    assert name_of(analysis, document) == "Selm"


def test_without_any_place_there_is_none() -> None:
    analysis, document = analysis_of("A bomb exploded.", "exploded")
    assert name_of(analysis, document) is None


def test_heights_in_no_division_are_in_the_one_that_is_named_with_them() -> None:
    analysis, document = analysis_of(
        "A bomb exploded on the Blue Heights in Vik County.",
        "exploded",
        ("Blue Heights", None, "region", "NO"),
        ("Vik County", "Vik County", "region", "NO"),
    )
    found = find_main_event(analysis, document)
    assert found is not None
    assert found.admin1 == "Vik County"
