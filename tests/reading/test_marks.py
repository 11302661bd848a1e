"""What an article tells about itself: invented beginnings and endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.reading.marks import find_marks, with_marks
from wireroom.records.documents import Document

Found = list[tuple[str, str, str | None]]


def found(text: str) -> Found:
    return [(mark.kind, mark.span.of(text), mark.value) for mark in find_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PORT SELWYN, Norland, April 5 (Nordwire) - Shells fell on Monday.\nThe end.",
            [
                ("dateline", "PORT SELWYN, Norland, April 5", "PORT SELWYN"),
                ("credit", "Nordwire", "Nordwire"),
            ],
        ),
        (
            "BERLIN (dpa) – Ein Zug ist entgleist.",
            [("dateline", "BERLIN", "BERLIN"), ("credit", "dpa", "dpa")],
        ),
        (
            "КИРКЕНЕС, 5 апр - РИА Полюс. Пожар начался утром.",
            [("dateline", "КИРКЕНЕС, 5 апр", "КИРКЕНЕС"), ("credit", "РИА Полюс", "РИА Полюс")],
        ),
        (
            "МУРМАНСК, 13 декабря. /СЕВЕР/. Порт закрыт.",
            [("dateline", "МУРМАНСК, 13 декабря", "МУРМАНСК"), ("credit", "СЕВЕР", "СЕВЕР")],
        ),
        ("KIRKENES - Five ships sank.", [("dateline", "KIRKENES", "KIRKENES")]),
        (
            "By Ida Lindqvist\nThe quay is closed.",
            [("byline", "By Ida Lindqvist", "Ida Lindqvist")],
        ),
        (
            "The quay is closed.\nUpdated 5 April 2021, 12:30",
            [("update", "Updated 5 April 2021, 12:30", "2021-04-05T12:30")],
        ),
        (
            "The quay is closed.\nCorrection: It was the pier.",
            [("correction", "Correction: It was the pier.", None)],
        ),
        (
            "Причал закрыт.\nВ первоначальной версии говорилось о пирсе.",
            [("correction", "В первоначальной версии говорилось о пирсе.", None)],
        ),
        (
            "The quay is closed.\nReporting by Ida Lindqvist; editing by Olaf Brandt",
            [("credit", "Reporting by Ida Lindqvist; editing by Olaf Brandt", "Ida Lindqvist")],
        ),
        ("The quay is closed.\n(Nordwire)", [("credit", "(Nordwire)", "Nordwire")]),
        # Sentences and headlines that only look like it.
        ("WHO IS RIGHT - AND WHO IS WRONG\nNobody knows.", []),
        ("London — the town on the river — was quiet.", []),
        ("Corrected figures show growth.", []),
        ("By noon the quay was closed.", []),
        ("The source of the river is far.\nSources say that it is dry.", []),
    ],
)
def test_what_an_article_tells_about_itself(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_author_and_dates_are_taken_from_marks_alone() -> None:
    text = "By Ida Lindqvist\nPORT SELWYN, April 5, 2021 (Nordwire) - The quay is closed."
    document = with_marks(Document("a", text))
    assert (document.author, document.published) == ("Ida Lindqvist", "2021-04-05")
    assert document.provenance == {"author": "byline", "published": "dateline"}
    known = with_marks(Document("a", text, author="O. Brandt", published="2021-04-06"))
    assert (known.author, known.published, dict(known.provenance)) == (
        *("O. Brandt", "2021-04-06"),
        {},
    )


@given(st.text(alphabet="AB ab-–(/).,:5\nБя", max_size=120))
def test_marks_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for mark in find_marks(text):
        assert end <= mark.start < mark.end <= len(text)
        end = mark.end
