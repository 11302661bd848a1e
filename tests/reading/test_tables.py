"""Tables: of texts, of addresses, and of anything else."""

from contextlib import suppress

import pytest

from reading.made_documents import cells, xlsx
from reading.making import zipped
from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.records.documents import Document


def documents(text: str, name: str = "quay.csv") -> list[Document]:
    return [item for item in read_all(text, name) if isinstance(item, Document)]


@pytest.mark.parametrize(
    "text",
    [
        "title,text\nFire,Two sheds burned.\n",
        "title;text\nFire;Two sheds burned.\n",
        "title\ttext\r\nFire\tTwo sheds burned.\r\n",
        'title|text\n"Fire"|"Two sheds burned."\n',
        "\ufeffTitle ; TEXT\nFire;Two sheds burned.",
        "Заголовок;Текст:\nFire;Two sheds burned.\n",
        "titel;volltext\nFire;Two sheds burned.\n",
        "عنوان;النص\nFire;Two sheds burned.\n",
    ],
)
def test_a_column_of_texts_gives_a_document_a_row(text: str) -> None:
    (document,) = documents(text)
    assert (document.text, document.title) == ("Two sheds burned.", "Fire")
    assert document.id == "quay.csv:2"
    assert document.kind == "article"


def test_the_fullest_of_several_columns_of_texts_is_the_text() -> None:
    (document,) = documents("content,body\nx,Two sheds burned down.\n")
    assert document.text == "Two sheds burned down."


@pytest.mark.parametrize(
    ("summary", "kind"),
    [("Two sheds burned down, the harbour master said at noon. " * 2, "article")]
    + [("seen", "report")],
)
def test_a_summary_is_a_text_where_it_is_long(summary: str, kind: str) -> None:
    (document,) = documents(
        f"url,description\nhttps://quay.example/1,{summary!r}\n".replace("'", '"')
    )
    assert document.kind == kind


@pytest.mark.parametrize(
    ("dates", "expected", "said"),
    [
        (["03/04/2021", "25/03/2021"], "2021-04-03", "day first, as others in it"),
        (["03/04/2021", "03/25/2021"], "2021-03-04", "month first, as others in it"),
        (["03/04/2021", "05/06/2021"], None, "can be read day first or month first"),
        (["2021-04-03T10:00:00+03:00"], "2021-04-03T10:00:00+03:00", "column 'date'"),
        (["3 April 2021"], "2021-04-03", "column 'date'"),
        (["soon"], None, "'soon' is no date"),
    ],
)
def test_dates_are_read_and_what_is_not_certain_is_told(
    dates: list[str], expected: str | None, said: str
) -> None:
    rows = "".join(f"{date};Two sheds burned.\n" for date in dates)
    first = documents(f"date;text\n{rows}")[0]
    assert first.published == expected
    assert said in first.provenance["published"]


def test_rows_without_a_text_are_told_in_one_value() -> None:
    found = read_all("id,text\na,One.\nb,\n,\nc,Two.\nd,\n", "quay.csv")
    assert [item.id for item in found if isinstance(item, Document)] == ["a", "c"]
    (told,) = [item for item in found if isinstance(item, NotReadable)]
    assert told.problem == "quay.csv: 2 rows have no text (3, 6)"


def test_a_table_of_addresses_is_a_report_with_links() -> None:
    (document,) = documents("https://quay.example/1\nhttps://quay.example/2\n")
    assert document.kind == "report"
    assert document.text == "https://quay.example/1\nhttps://quay.example/2"
    assert [link.span.of(document.text) for link in document.links] == document.text.split("\n")
    assert [link.url for link in document.links] == document.text.split("\n")


def test_any_other_table_is_a_report_with_the_names_of_its_columns() -> None:
    (document,) = documents("Shed,Burned\n4,100\n5,\n")
    assert (document.kind, document.text) == ("report", "Shed: 4 | Burned: 100\nShed: 5")


def test_a_table_without_names_of_columns_is_read_as_it_is() -> None:
    (document,) = documents("4,100\n5,80\n")
    assert document.text == "4 | 100\n5 | 80"


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_file() -> None:
    (document,) = documents('a,b\n"' + "x,1\n" * 500)
    assert document.text.count("\n") == 499


def test_cells_beyond_any_measure_are_bounded() -> None:
    (document,) = documents(",".join("c" for _ in range(3_000)) + "\n" + "1," * 3_000)
    assert document.text.count("|") < 1_000


@pytest.mark.parametrize("text", ["text\n", ",,,\n,,,\n", "text,title\n,Fire\n"])
def test_a_table_in_which_nothing_stands_is_refused_or_read_as_it_is(text: str) -> None:
    with suppress(NotReadable):
        assert documents(text)[0].text.strip()


def test_sheets_are_read_as_files_of_values_are() -> None:
    rows = cells("Title", "Text") + cells("Fire", "Two sheds burned.")
    (document,) = read_all(xlsx(("A", "visible", rows)), "quay.xlsx")
    assert isinstance(document, Document)
    assert (document.id, document.title) == ("quay.xlsx:2", "Fire")


def test_hidden_sheets_are_left_out_and_told() -> None:
    rows = cells("Shed", "Toll") + cells("Quay", "=A1")
    (document,) = read_all(xlsx(("A", "visible", rows), ("B", "hidden", rows)), "quay.xlsx")
    assert isinstance(document, Document)
    assert document.text == "Shed: Quay | Toll: 7"
    assert "1 hidden sheet left out" in document.provenance["columns"]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>',
        '<row r="1"><c r="A1"><v>1e309</v></c><c r="B1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" s="1"><v>99999999999</v></c></row>',
        "<row/>" * 3,
    ],
)
def test_a_sheet_that_is_a_trap_is_read_or_refused(rows: str) -> None:
    with suppress(NotReadable):
        assert read_one(xlsx(("A", "visible", rows)), "quay.xlsx").text.strip()


def test_a_workbook_with_entities_is_refused() -> None:
    data = xlsx(("A", "visible", cells("x")))
    spoilt = {"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "xl/x.xml": b"<x/>"}
    with pytest.raises(NotReadable, match="declares entities"):
        read_one(zipped(spoilt), "quay.xlsx")
    assert read_one(data, "quay.xlsx").text == "x"
