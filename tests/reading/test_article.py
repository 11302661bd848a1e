"""Article pages: their text, and where each field was taken from."""

import pytest

from reading.reading_pages import read_one
from wireroom.errors import NotReadable
from wireroom.reading import read_documents
from wireroom.reading.metadata import as_iso
from wireroom.records.documents import Document
from wireroom.records.pages import Page

STORY = (
    "<p>Two sheds burned in Port Selwyn on Sunday, the fire brigade said.</p>"
    "<p>Nobody was hurt.</p>"
)


def _page(head: str = "", body: str = STORY) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("head", "field", "value", "origin"),
    [
        ("<title>Fire</title>", "title", "Fire", "title element"),
        (
            '<meta property="og:title" content="Fire"><title>x</title>',
            "title",
            "Fire",
            "meta og:title",
        ),
        ('<meta name="author" content="Ida Vik">', "author", "Ida Vik", "meta author"),
        (
            '<meta property="og:site_name" content="The Quay">',
            "outlet",
            "The Quay",
            "meta og:site_name",
        ),
        (
            '<meta property="article:published_time" content="2021-03-07T06:30:00Z">',
            "published",
            "2021-03-07T06:30:00Z",
            "meta article:published_time",
        ),
        ('<meta name="date" content="2021-03">', "published", "2021-03", "meta date"),
        (
            '<script type="application/ld+json">[{"@type":["Thing","NewsArticle"],'
            '"datePublished":"2021-03-07","author":["Ida Vik",{"name":"Jan Korte"}]}]</script>',
            "author",
            "Ida Vik, Jan Korte",
            "json-ld",
        ),
        (
            '<link rel="canonical" href="https://quay.example/1">',
            "url",
            "https://quay.example/1",
            "canonical link",
        ),
        ('<meta property="og:locale" content="ru_RU">', "language", "ru", "meta og:locale"),
    ],
)
def test_a_field_is_taken_from_where_the_page_tells_it(
    head: str, field: str, value: str, origin: str
) -> None:
    document = read_one(_page(head), "quay.html")
    assert getattr(document, field) == value
    assert document.provenance[field] == origin


def test_nothing_is_invented() -> None:
    document = read_one(_page(), "quay.html")
    told = (document.title, document.published, document.outlet, document.author, document.url)
    assert told == (None, None, None, None, None)
    assert document.text.splitlines() == [
        "Two sheds burned in Port Selwyn on Sunday, the fire brigade said.",
        "Nobody was hurt.",
    ]


def test_the_address_that_a_page_came_from_goes_before_what_it_says() -> None:
    page = Page(
        "quay.html",
        _page('<link rel="canonical" href="https://b.example/">').encode(),
        "https://a.example/",
    )
    (document,) = read_documents(page)
    assert isinstance(document, Document)
    assert document.url == "https://a.example/"
    assert document.provenance["url"] == "address that it came from"


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2021-03-07", "2021-03-07"),
        ("2021-03-07T06:30:00.000+01:00", "2021-03-07T06:30:00+01:00"),
        ("2021-03-07 06:30", "2021-03-07T06:30"),
        ("2021", "2021"),
        ("Sun, 07 Mar 2021 06:30:00 +0100", "2021-03-07T06:30:00+01:00"),
        ("7 March 2021", "2021-03-07"),
        ("03/07/2021", None),
        ("2021-02-30", None),
        ("2021-13", None),
        ("yesterday", None),
        ("9" * 400, None),
        ("Mon, 32 Foo 2025 99:99:99 +9999", None),
    ],
)
def test_a_date_keeps_its_precision(printed: str, iso: str | None) -> None:
    assert as_iso(printed) == iso


@pytest.mark.parametrize(
    "body", ["", "<div><img src='a.png'></div>", "<script>var text = 'Fire';</script>", "<p> </p>"]
)
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(NotReadable, match="is a web page without text"):
        read_one(_page("<title>Fire</title>", body), "quay.html")


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<table><tr><td>", "<x-y>"])
def test_text_is_found_however_deep_it_stands(opening: str) -> None:
    assert "Two sheds" in read_one(_page(body=opening * 5_000 + STORY), "quay.html").text


def test_a_page_of_many_elements_is_read_whole() -> None:
    body = "".join(f"<p>Line {number}.</p>" for number in range(25_000))
    document = read_one(_page(body=body), "quay.html")
    assert document.text.count("\n") == 24_999
    assert document.provenance["text"] == "all text of the page"


def test_nothing_that_a_page_refers_to_is_fetched() -> None:
    head = '<!DOCTYPE html SYSTEM "http://192.0.2.1/x.dtd"><link rel="stylesheet" href="http://192.0.2.1/x.css">'
    body = STORY + '<iframe src="http://192.0.2.1/"></iframe><img src="http://192.0.2.1/x.png">'
    assert read_one(head + _page(body=body), "quay.html").text.startswith("Two sheds")


def test_a_page_is_known_by_its_first_element_whatever_its_name() -> None:
    assert "<p>" not in read_one(_page(), "saved-page").text


def test_a_first_line_that_is_the_title_is_left_out_of_the_text() -> None:
    document = read_one(
        _page("<title>Fire in the harbour</title>", f"<h1>Fire in the harbour</h1>{STORY}"),
        "quay.html",
    )
    assert document.title == "Fire in the harbour"
    assert document.text.startswith("Two sheds")
