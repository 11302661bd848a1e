"""One document for the terminal."""

from hypothesis import given
from hypothesis import strategies as st

from stories.made_story import made_documents
from wireroom.exports.as_explanation import as_explanation
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.documents import Document
from wireroom.records.events import EventReport
from wireroom.records.places import PlaceMention
from wireroom.records.spans import Span

WIRE = """\
Twelve hurt in Port Alba blaze
article · Northwire · 2019-12-23T20:10:00+01:00 · language en
headline: the text agrees with its headline: the same toll and place
────────────────────────────────────────
PORT ALBA (Northwire) - A warehouse burned in Port Alba on Monday. “At least 12 dockers were hurt,”
said harbour master Ilse Varga.
   ↳ event: “burned” — assault (arson) · against or for warehouse · at Port Alba · on 2019-12-23 ·
      injured: 12 or more (docker) · reported
      why: trigger 'burned' with a building
   ↳ place: “Port Alba” — Port Alba, Vestland, NO; town at 61.25, 5.50
      why: in full
"""


def test_findings_stand_under_their_line() -> None:
    assert as_explanation(made_documents()[0]).startswith(WIRE)


def test_a_finding_stands_under_the_line_that_it_begins_in() -> None:
    text = "First line.\nSecond in Port Alba.\n"
    place = PlaceMention(22, 31, "Port Alba", "name", "town", reason="a town")
    analysed = AnalysedDocument(Document("a", text), Analysis("a", "en", places=(place,)))
    lines = as_explanation(analysed).splitlines()
    assert lines.index("Second in Port Alba.") + 1 == next(
        number for number, line in enumerate(lines) if "place:" in line
    )
    assert lines[-1].strip() == "why: a town"


@given(st.text(max_size=300))
def test_any_text_keeps_to_a_hundred_columns(text: str) -> None:
    shown = as_explanation(AnalysedDocument(Document("a", text), Analysis("a", "und")))
    assert all(len(line) <= 100 for line in shown.split("\n"))
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert shown.endswith("(nothing was found in this document)\n")


def test_the_day_of_publication_is_not_told_as_the_day_it_happened() -> None:
    event = EventReport(Span(0, 5), "ASSAULT", date="2020-01-02", day_told=False)
    analysed = AnalysedDocument(Document("a", "Fires."), Analysis("a", "en", events=(event,)))
    shown = as_explanation(analysed)
    assert "no day is told, published 2020-01-02" in shown
    assert "on 2020-01-02" not in shown
