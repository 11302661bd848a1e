"""What is written is what the commands print."""

from pathlib import Path

import pytest

from batch.batch_samples import plain_of, rows_of
from wireroom.batch.tables import PartTable, as_row, rows_in
from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document
from wireroom.reading import read_documents
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.documents import Document
from wireroom.records.pages import Page
from wireroom.records.plain import analysis_as_plain, document_as_plain

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = [
    ROOT / "src/wireroom/samples/harbour/1-northwire.html",
    ROOT / "tests/samples/article/quay.html",
    ROOT / "tests/samples/thread/discourse.txt",
    ROOT / "tests/samples/phpbb3/prosilver33.html",
    ROOT / "tests/samples/pdf/report.pdf",
]


def analysed(path: Path) -> list[AnalysedDocument]:
    gazetteer = Gazetteer.open()
    found = read_documents(Page(path.name, path.read_bytes()))
    return [
        AnalysedDocument(each, analyse_document(each, gazetteer))
        for each in found
        if isinstance(each, Document)
    ]


@pytest.fixture(scope="module")
def samples_analysed() -> list[AnalysedDocument]:
    return [each for path in SAMPLES for each in analysed(path)]


def test_a_table_has_every_field_that_the_commands_print(
    samples_analysed: list[AnalysedDocument], tmp_path: Path
) -> None:
    table = PartTable(tmp_path, "documents", 0)
    table.write([as_row(each) for each in samples_analysed])
    table.finish()
    expected = [
        plain_of(
            document_as_plain(each.document)
            | {"told_language": each.document.language}
            | analysis_as_plain(each.analysis)
        )
        for each in samples_analysed
    ]
    assert rows_of(tmp_path, "documents") == expected
    assert rows_in(tmp_path, "documents", 0) == len(expected)
    for field in (
        "posts",
        "links",
        "marks",
        "pages",
        "events",
        "main_event",
        "headline",
        "quantities",
        "provenance",
    ):
        assert any(row.get(field) for row in expected), f"no sample has {field}"


def test_what_utf_8_cannot_hold_keeps_its_place(tmp_path: Path) -> None:
    table = PartTable(tmp_path, "documents", 0)
    table.write([as_row(AnalysedDocument(Document("a", "so \ud83d we"), Analysis("a", "en")))])
    table.finish()
    assert [row["text"] for row in rows_of(tmp_path, "documents")] == ["so \ufffd we"]


def test_a_part_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    table = PartTable(tmp_path, "errors", 3)
    table.write([{"source_file": "a", "problem": "b"}])
    assert rows_in(tmp_path, "errors", 3) is None
    table.abandon()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
