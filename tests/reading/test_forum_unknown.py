"""Boards that no reader knows are read by structure, and nothing else is taken for a board."""

import pytest

from reading.reading_pages import read_one
from wireroom.reading.forum.schema_org import SchemaOrgReader
from wireroom.reading.forum.unknown import UnknownReader
from wireroom.records.pages import Page

_LONG = "The grain terminal of Port Selwyn has been burning since six in the morning. " * 12


def _page(body: str, head: str = "") -> str:
    head = f"<html lang='en'><head><title>Fire</title>{head}</head>"
    return f"<!DOCTYPE html>{head}<body>{body}</body></html>"


def _comment(number: int, words: str = "I saw it from the bridge, and it still burns") -> str:
    return (
        f"<li class='comment' id='c{number}'>"
        f"<a class='author' href='/user/{number}'>Member {number}</a>"
        f"<time datetime='2021-03-07T0{number}:00:00Z'>7 March</time>"
        f"<div class='text'>{words} {number}.</div><a href='#reply'>Reply</a></li>"
    )


def _teaser(number: int) -> str:
    return (
        f"<div class='teaser' id='t{number}'>"
        f"<h2><a href='/news/{number}'>Fire on quay {number}</a></h2>"
        f"<a class='author' href='/author/{number}'>Reporter {number}</a>"
        f"<time datetime='2021-03-0{number}'>{number} March</time>"
        f"<div class='text'>Quay {number} burnt down on Sunday, officials said.</div></div>"
    )


def _product(number: int) -> str:
    return (
        f"<div class='product' id='p{number}'><h3><a href='/shop/{number}'>Rope {number}</a></h3>"
        f"<span class='price'>{number}9.90</span>"
        "<div class='text'>Ten metres of rope, made in March.</div></div>"
    )


COMMENTS = "".join(map(_comment, range(1, 6)))
NO_THREADS = {
    "article": _page(f"<article><h1>Fire</h1><p>{_LONG}</p><p>{_LONG}</p></article>"),
    "article with comments": _page(
        f"<article><p>{_LONG}</p><p>{_LONG}</p></article><ul>{COMMENTS}</ul>"
    ),
    "article told as such": _page(
        f"<ul>{COMMENTS}</ul>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fire"}</script>',
    ),
    "list of articles": _page("".join(map(_teaser, range(1, 8)))),
    "list of links": _page(
        "<ul>"
        + "".join(
            f"<li id='l{n}'><a href='/user/{n}'>Harbour news {n} of March</a></li>"
            for n in range(9)
        )
        + "</ul>"
    ),
    "shop": _page("".join(map(_product, range(1, 8)))),
    "two comments": _page(f"<ul>{_comment(1)}{_comment(2)}</ul>"),
    "table of figures": _page(
        "<table>"
        + "".join(
            f"<tr id='r{n}'><td>0{n}.03.2021 10:00</td><td>{n} ships</td><td>quay {n}</td></tr>"
            for n in range(1, 9)
        )
        + "</table>"
    ),
    "empty": _page(""),
}


@pytest.mark.parametrize("name", NO_THREADS)
def test_what_is_no_thread_is_not_taken_for_one(name: str) -> None:
    page = Page("page.html", NO_THREADS[name].encode())
    assert not UnknownReader().recognises(page)
    assert not SchemaOrgReader().recognises(page)


def test_a_thread_of_an_unknown_board_is_read() -> None:
    document = read_one(_page(f"<h1>Fire</h1><ul>{COMMENTS}</ul>"), "page.html")
    assert document.kind == "thread"
    assert [post.author for post in document.posts] == [
        f"Member {number}" for number in range(1, 6)
    ]
    assert document.posts[0].published == "2021-03-07T01:00:00Z"
    assert document.provenance["posts"] == "blocks that repeat on the page"


def test_an_article_keeps_its_words_whatever_comments_are_marked_up() -> None:
    item = (
        "<div itemscope itemtype='https://schema.org/Comment'><span itemprop='author'>Ida</span>"
        "<div itemprop='text'>It still burns.</div></div>"
    )
    article = (
        f"<article itemscope itemtype='https://schema.org/NewsArticle'><p>{_LONG}</p></article>"
    )
    page = Page("page.html", _page(article + item * 3).encode())
    assert not SchemaOrgReader().recognises(page)
    assert read_one(page.data, "page.html").kind == "article"
