"""PDFs: lines to paragraphs, pages, properties, and what a hostile one costs."""

import zlib
from pathlib import Path

import pytest

from reading.made_documents import Placed, column, pdf
from reading.reading_pages import read_one
from wireroom.errors import NotReadable
from wireroom.reading.pdf.direction import logical_order
from wireroom.reading.pdf.paragraphs import joined, split_paragraphs
from wireroom.reading.pdf.printing import read_printed
from wireroom.reading.pdf.properties import as_iso_date
from wireroom.reading.pdf.running import part_running_lines
from wireroom.records.pages import Page

# A line of the column holds 53 letters.
FULL = "The harbour master said that the quay would be closed"
SHORT = "until Monday."


def text(*pages: list[Placed]) -> str:
    return read_one(pdf(pages), "report.pdf").text


def test_lines_of_a_paragraph_are_joined_and_others_are_not() -> None:
    lines = [FULL, SHORT, "Port Selwyn, 6 March", "Dear Ida,", "nobody was hurt that night."]
    assert text(column(lines, 500)).split("\n") == [f"{FULL} {SHORT}", *lines[2:]]


def test_a_space_between_lines_parts_paragraphs() -> None:
    above, below = column([FULL], 500), column([FULL], 470)
    assert text(above + below).split("\n") == [FULL, FULL]


def test_columns_are_read_one_after_the_other() -> None:
    left = column(["The quay was closed when the", "first tug came to the pier", "at ten."], 500, 8)
    right = column(
        ["Nobody was hurt, the crew of", "the tug said to reporters", "at noon."], 500, 8, 220
    )
    assert text(left + right).split("\n") == [
        "The quay was closed when the first tug came to the pier at ten.",
        "Nobody was hurt, the crew of the tug said to reporters at noon.",
    ]


@pytest.mark.parametrize(
    ("end", "begin", "whole"),
    [
        ("which is called an inspec-", "tion of the belts", "an inspection of"),
        ("which is done by the co-", "Operative of Selwyn", "the co-Operative of"),
        ("a quay that is state-", "of-the-art, he said", "is state-of-the-art, he"),
        ("the flight of number MH-", "17 over the harbour", "number MH-17 over"),
    ],
)
def test_a_word_is_made_whole_where_a_line_parted_it(end: str, begin: str, whole: str) -> None:
    filled = f"{'The harbour master spoke of things '[: 53 - len(end)].rstrip()} {end}".rjust(
        53, "x"
    )
    assert whole in text(column([filled, begin], 500)).replace("\n", "|")


def test_a_sentence_goes_on_over_the_page_and_the_page_is_kept() -> None:
    document = read_one(
        pdf([column([FULL], 100), column(["for three days.", "The ferry sailed."], 500)]), "a.pdf"
    )
    assert document.text == f"{FULL} for three days.\nThe ferry sailed."
    first, second = document.leaves
    assert (first.number, second.number) == (1, 2)
    assert second.span.of(document.text) == "for three days.\nThe ferry sailed."
    assert (first.start, first.end) == (0, second.start)


def page(number: int, body: str = "Nobody was hurt") -> list[Placed]:
    return [
        (50, 560, 8, "Port Selwyn Harbour Authority"),
        *column([f"{body} {number}, the watchman said."], 400),
        (200, 30, 8, str(number)),
    ]


def test_lines_at_the_head_and_foot_of_pages_stand_once() -> None:
    document = read_one(pdf([page(n) for n in (1, 2, 3)]), "a.pdf")
    lines = document.text.split("\n")
    assert lines[0] == "Port Selwyn Harbour Authority"
    assert len(lines) == 4
    assert "kept once: Port Selwyn Harbour Authority" in document.provenance["text"]
    assert "numbers of pages left out" in document.provenance["text"]


def test_numbers_that_do_not_count_pages_are_kept() -> None:
    rows = [[(50.0, 560.0, 10.0, str(toll)), *column([FULL], 300)] for toll in (17, 4, 88)]
    assert [toll in text(*rows).split("\n") for toll in ("17", "4", "88")] == [True] * 3


def test_no_word_of_a_page_is_lost() -> None:
    shared = pdf([page(n, f"Word{n} of the crew") for n in range(1, 6)])
    printed = read_printed(Page("a.pdf", shared))
    running = part_running_lines(printed.pages)
    said = " ".join(
        words for each in split_paragraphs(running.pages) for _, words in joined(each, frozenset())
    )
    for line in (line for each in running.pages for line in each.lines):
        assert line.text in said


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Inquiry of the port", "Inquiry of the port"),
        ("Microsoft Word - Inquiry of the port", "Inquiry of the port"),
        ("Microsoft Word - draft7.docx", "Fire on the quay"),
        ("Untitled", "Fire on the quay"),
        ("", "Fire on the quay"),
    ],
)
def test_a_title_that_is_none_gives_way_to_the_largest_type(title: str, expected: str) -> None:
    lines = column(["Fire on the quay"], 500, 20) + column([FULL, FULL, FULL], 450)
    assert read_one(pdf([lines], Title=title), "a.pdf").title == expected


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("D:20210307091500+01'00'", "2021-03-07T09:15:00+01:00"),
        ("D:20210307091500Z00'00'", "2021-03-07T09:15:00Z"),
        ("D:202103070915", "2021-03-07T09:15:00"),
        ("D:20210307", "2021-03-07"),
        ("D:202103", "2021-03"),
        ("20210307", "2021-03-07"),
        ("D:20211307", None),
        ("7 March", None),
        ("", None),
    ],
)
def test_dates_are_read_as_precise_as_they_are(said: str, date: str | None) -> None:
    assert as_iso_date(said) == date


def test_what_is_seen_from_the_left_is_put_in_the_order_of_reading() -> None:
    # As PDFium gives the line of a browser: each word from left to right, at its place.
    words = [("قيرح", 60), ("يف", 40), ("2021", 10)]
    glyphs = [
        (char, (left + 4.0 * n, left + 4.0 * n + 4))
        for word, left in words
        for n, char in enumerate(word)
    ]
    said = "".join(char for char, _ in glyphs)
    assert logical_order(said, [place for _, place in glyphs], 10) == "حريق في 2021"


def test_brackets_open_before_a_word_and_close_behind_it() -> None:
    seen = ".(2( هدش"  # from the left, with both halves as one program wrote them
    places = [(5.0 * n, 5.0 * n + 5) for n in range(len(seen))]
    assert logical_order(seen, places, 10) == "شده (2)."


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(NotReadable, match="without text, such as a scan; try: run text recogn"):
        read_one(pdf([[]]), "scan.pdf")


def test_pages_without_text_are_told() -> None:
    document = read_one(pdf([column([FULL], 500), [], []]), "a.pdf")
    assert "no text on 2 of 3 pages (2, 3)" in document.provenance["text"]


@pytest.mark.parametrize("kept", [30, 300])
def test_a_broken_pdf_is_refused(kept: int) -> None:
    with pytest.raises(NotReadable, match="broken PDF|without text"):
        read_one(pdf([column([FULL], 500)])[:kept], "a.pdf")


def test_locked_pdfs_are_refused(shared: Path) -> None:
    data = (shared / "hostile/inputs/pdf/encryption-aes-256-r6.pdf").read_bytes()
    with pytest.raises(NotReadable, match="locked with a password; try: open it with its passw"):
        read_one(data, "a.pdf")


def form_bomb() -> bytes:
    """Ten forms that draw the next ten times each: PDFium would draw for ever."""
    data = pdf([[(50, 50, 8, "quay")]])
    objects = []
    for n in range(10):
        drawn = b"/X%d Do " % (n + 1) * 10
        objects.append(
            b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d /Resources "
            b"<< /XObject << /X%d %d 0 R >> >> >>\nstream\n%sendstream\nendobj\n"
            % (20 + n, len(drawn), n + 1, 21 + n, drawn)
        )
    begin = data.replace(b"<< /Font << /F1 3 0 R >> >>", b"<< /XObject << /X0 20 0 R >> >>")
    start = begin.index(b"stream\nBT") + 7
    body = begin[:start] + b"/X0 Do " * 10 + begin[begin.index(b"endstream") :]
    return body[: body.index(b"xref\n")] + b"".join(objects) + b"trailer\n<< /Root 1 0 R >>\n%%EOF"


def test_a_pdf_that_never_ends_costs_a_process_and_no_more() -> None:
    with pytest.raises(NotReadable, match="more time or memory than is given"):
        read_one(form_bomb(), "a.pdf")


def test_a_pdf_that_grows_without_end_is_refused() -> None:
    packer, zeros = zlib.compressobj(1), bytes(10_000_000)
    packed = b"".join(packer.compress(zeros) for _ in range(70)) + packer.flush()
    data = pdf([[(50, 50, 8, "quay")]])
    start = data.index(b"<< /Length")
    end = data.index(b"endstream")
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    with pytest.raises(NotReadable, match="more time or memory|without text"):
        read_one(data[:start] + head + packed + data[end:], "a.pdf")
