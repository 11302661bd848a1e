"""Every sample gives what is written down beside it, and spans that hold."""

import json
from pathlib import Path

import pytest

from wireroom.reading import read_documents
from wireroom.reading.registry import READERS
from wireroom.records.documents import Document
from wireroom.records.pages import Page
from wireroom.records.plain import document_as_plain

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NAMES = [reader.name for reader in READERS]
ALL = sorted(
    path
    for name in NAMES
    for path in (SAMPLES / name).glob("*")
    if not path.name.endswith(".expected.json")
)
GENERAL = {"plain", "article", "json"}  # they take what no other reader does


def _page(sample: Path) -> Page:
    return Page(f"{sample.parent.name}/{sample.name}", sample.read_bytes())


def _name(sample: Path) -> str:
    return f"{sample.parent.name}/{sample.name}"


@pytest.mark.parametrize("name", NAMES)
def test_every_reader_has_a_sample(name: str) -> None:
    assert [path for path in ALL if path.parent.name == name]


@pytest.mark.parametrize("sample", ALL, ids=_name)
def test_a_sample_gives_what_is_written_beside_it(sample: Path) -> None:
    expected = json.loads(sample.with_suffix(".expected.json").read_text(encoding="utf-8"))
    found = [
        document_as_plain(document)
        for document in read_documents(_page(sample))
        if isinstance(document, Document)
    ]
    for document in found:
        if document["kind"] == "thread" and sample.suffix == ".txt":
            del document["text"]  # it is the sample itself; its hash is compared
    assert found == expected


@pytest.mark.parametrize("sample", ALL, ids=_name)
def test_a_page_is_claimed_by_its_own_reader_and_no_other(sample: Path) -> None:
    page = _page(sample)
    claiming = {reader.name for reader in READERS if reader.recognises(page)} - GENERAL
    assert claiming == {sample.parent.name} - GENERAL


@pytest.mark.parametrize("sample", ALL, ids=_name)
def test_a_sample_reads_the_same_twice(sample: Path) -> None:
    once, again = (list(map(repr, read_documents(_page(sample)))) for _ in range(2))
    assert once == again
