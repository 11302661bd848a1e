"""The notes that programs leave in pages which they save."""

import pytest

from reading.reading_pages import read_one
from wireroom.reading import read_documents
from wireroom.reading.saving import find_saving
from wireroom.records.documents import Document
from wireroom.records.pages import Page

BODY = (
    "<head><title>Quay 4</title></head><body><article><h1>Quay 4</h1><p>Quay 4 of Port Selwyn is "
    "closed until Monday, the harbour master said on Sunday.</p></article></body></html>"
)
SINGLE_FILE = (
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
    " url: https://port.example/quay-4 \n"
    " saved date: Sun Mar 07 2021 13:40:00 GMT+0100 (Central European Standard Time)\n-->"
)
NOTES = [
    (SINGLE_FILE, "2021-03-07T12:40:00Z", "comment of SingleFile"),
    (
        "<!DOCTYPE html>\n<!-- saved from url=(0027)https://port.example/quay-4 -->\n<html>",
        None,
        'comment "saved from"',
    ),
    (
        '<html data-scrapbook-source="https://port.example/quay-4"'
        ' data-scrapbook-create="20210307124000123" lang="en">',
        "2021-03-07T12:40:00Z",
        "note of WebScrapBook",
    ),
    (
        '<html><script>__wm.wombat("https://port.example/quay-4","20210307124000","https://a/");'
        "</script>",
        "2021-03-07T12:40:00Z",
        "script of the Wayback Machine",
    ),
]


@pytest.mark.parametrize(("note", "captured", "origin"), NOTES)
def test_a_note_gives_the_address_and_the_time(
    note: str, captured: str | None, origin: str
) -> None:
    found = read_one(note + BODY, "quay.html")
    assert (found.url, found.captured) == ("https://port.example/quay-4", captured)
    assert found.provenance["url"] == origin
    assert found.provenance.get("captured") == (origin if captured else None)


def test_an_archive_knows_better_than_a_note() -> None:
    page = Page(
        "quay.html",
        (SINGLE_FILE + BODY).encode(),
        url="https://other.example/",
        captured="2022-01-01T00:00:00Z",
    )
    (found,) = read_documents(page)
    assert isinstance(found, Document)
    assert (found.url, found.captured) == ("https://other.example/", "2022-01-01T00:00:00Z")
    assert found.provenance["captured"] == "archive record"


@pytest.mark.parametrize(
    "head",
    [
        "<!-- saved from url=(0014)about:internet -->",
        "<!-- saved from url=(0020)javascript:alert(1) -->",
        "<p>Page saved with SingleFile url: https://port.example/</p>",
        "saved from url=(0020)https://port.example/",
        '__wm.wombat("https://port.example/","20219999999999")',
        "",
    ],
)
def test_what_is_no_note_is_none(head: str) -> None:
    found = find_saving(head.encode())
    assert found is None or found.captured is None
    assert head.startswith("__wm") or found is None
