"""Pages of one article are told by the address that they give as their own."""

import pytest

from wireroom.reading.same_article import address_key, mark_same
from wireroom.records.documents import Document

QUAY = "port.example/2025/quay.html"


@pytest.mark.parametrize(
    "url",
    [
        "https://port.example/2025/quay.html",
        "http://www.port.example/2025/quay.html?utm_source=feed&utm_medium=rss",
        "https://amp.port.example/2025/quay.html",
        "https://port.example/2025/quay.amp.html",
        "https://port.example/2025/quay.html?amp",
        "https://m.port.example/2025/quay.html?print=1#top",
        "https://port.example/2025/quay.html/amp/",
        "https://port.example/2025/quay.html/print",
    ],
)
def test_pages_of_one_article_have_one_key(url: str) -> None:
    assert address_key(url) == QUAY


@pytest.mark.parametrize(
    "url",
    [
        "https://port.example/2025/quay-2.html",
        "https://port.example/2025/quay.html?page=2",
        "https://harbour.example/2025/quay.html",
    ],
)
def test_other_articles_have_another(url: str) -> None:
    assert address_key(url) != QUAY


def test_a_front_page_is_no_article() -> None:
    assert address_key("https://www.port.example/") is None


def test_the_later_page_names_the_first() -> None:
    documents = [
        Document("a", "The quay is closed.", url="https://port.example/quay"),
        Document("b", "Another quay.", url="https://port.example/other"),
        Document("c", "The quay is closed.", url="https://port.example/quay/amp"),
        Document("d", "No address."),
    ]
    assert [document.same_as for document in mark_same(documents)] == [None, None, "a", None]
