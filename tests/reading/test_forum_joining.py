"""Pages of one thread become one thread, whatever order they come in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.reading_pages import read_one
from wireroom.cli.inputs import Inputs
from wireroom.reading.forum.joining import join_pages, with_joined_pages
from wireroom.reading.forum.paging import ONE_OF_SEVERAL, page_number, thread_address
from wireroom.records.documents import Document

_ADDRESS = "https://talk.example/threads/fire.41/"


def _post(number: int, quoted: int | None = None, words: str | None = None) -> str:
    quote = (
        f'<blockquote class="bbCodeBlock bbCodeBlock--quote" data-quote="Member {quoted}"'
        f' data-source="post: {900 + quoted}"><div class="bbCodeBlock-title">'
        f'<a href="/goto/post?id={900 + quoted}">Member {quoted} said:</a></div>Silo.</blockquote>'
        if quoted is not None
        else ""
    )
    return (
        f'<article class="message message--post" data-author="Member {number}"'
        f' data-content="post-{900 + number}" id="js-post-{900 + number}">'
        f'<time class="u-dt" datetime="2021-03-07T{number % 24:02d}:00:00+0100">7 March</time>'
        '<ul class="message-attribution-opposite"><li>'
        f'<a href="/threads/fire.41/post-{900 + number}">#{number}</a></li></ul>'
        f'<article class="message-body">{quote}'
        f'<div class="bbWrapper">{words or f"Words of post {number}"}, see'
        f' <a href="https://northwire.example/{number}">Northwire</a>.</div></article></article>'
    )


def _source(page: int, *posts: str) -> str:
    address = _ADDRESS if page == 1 else f"{_ADDRESS}page-{page}"
    return (
        '<!DOCTYPE html><html id="XF" lang="en"><head><title>Fire | Talk</title>'
        f'<link rel="canonical" href="{address}"></head><body>'
        f'<nav><a href="{_ADDRESS}">1</a><a href="{_ADDRESS}page-2">2</a></nav>'
        f'<h1 class="p-title-value">Fire</h1>{"".join(posts)}</body></html>'
    )


def _page(page: int, *posts: str) -> Document:
    return read_one(_source(page, *posts), f"page-{page}.html")


SOURCES = [
    _source(1, _post(1), _post(2), _post(3)),
    _source(2, _post(3), _post(4, quoted=1), _post(5)),  # one post came to stand on two pages
    _source(3, _post(6, quoted=4), _post(7)),
]
PAGES = [read_one(source, f"page-{page}.html") for page, source in enumerate(SOURCES, 1)]
ALONE = Document("note.txt", "A note.")


def _check(thread: Document) -> None:
    assert [post.label for post in thread.posts] == [f"#{number}" for number in range(1, 8)]
    assert [post.number for post in thread.posts] == list(range(1, 8))
    end = 0
    for number, post in enumerate(thread.posts, 1):
        assert end <= post.start < post.end
        assert post.parts[0].start == post.start
        assert post.parts[-1].end == post.end
        assert f"Words of post {number}" in thread.text[post.start : post.end]
        end = post.end
    assert [link.span.of(thread.text) for link in thread.links if "northwire" in link.url] == [
        "Northwire"
    ] * 7
    quotes = {
        post.number: part.quotes_post
        for post in thread.posts
        for part in post.parts
        if part.kind == "quote"
    }
    assert quotes == {4: 1, 6: 4}


def test_pages_of_one_thread_become_one_thread() -> None:
    (thread,) = join_pages(PAGES)
    _check(thread)
    assert thread.id == "page-1.html"
    assert thread.title == "Fire"
    assert thread.provenance["pages"] == "joined from page-1.html, page-2.html, page-3.html"


@given(st.permutations([*PAGES, ALONE]))
def test_the_order_of_the_pages_changes_nothing(documents: list[Document]) -> None:
    joined = join_pages(documents)
    (thread,) = [each for each in joined if each.posts]
    _check(thread)
    assert thread == join_pages(PAGES)[0]
    first = documents.index(PAGES[0])
    assert (joined[0] is ALONE) == (documents.index(ALONE) < first)


@given(st.permutations([*PAGES, ALONE]))
def test_joining_twice_changes_nothing(documents: list[Document]) -> None:
    joined = join_pages(documents)
    assert join_pages(joined) == joined


def test_a_page_on_which_a_post_reads_otherwise_is_a_version_of_its_own() -> None:
    other = _page(2, _post(3, words="Nothing burns"), _post(4))
    joined = join_pages([PAGES[0], other])
    assert joined == (PAGES[0], other)


def test_threads_without_addresses_are_joined_by_their_numbers() -> None:
    def bare(document: Document) -> Document:
        posts = tuple(replace(post, permalink=None) for post in document.posts)
        return replace(document, url=None, outlet="Talk", posts=posts)

    apart = bare(_page(9, _post(40), _post(41)))
    joined = join_pages([bare(PAGES[2]), apart, bare(PAGES[1]), bare(PAGES[0])])
    assert [len(each.posts) for each in joined] == [2, 7]
    assert joined[0] is apart


def test_what_names_no_other_page_goes_on_at_once() -> None:
    taken: list[Document] = []

    def watched() -> Iterator[Document]:
        for document in (ALONE, *PAGES, replace(ALONE, id="second.txt")):
            taken.append(document)
            yield document

    given_out = with_joined_pages(watched())
    assert next(given_out) is ALONE
    assert len(taken) == 1
    thread, second = given_out
    _check(thread)
    assert second.id == "second.txt"
    assert PAGES[0].provenance["pages"] == ONE_OF_SEVERAL


@pytest.mark.parametrize(
    ("address", "thread", "page"),
    [
        ("https://a.example/threads/fire.41/page-5", "https://a.example/threads/fire.41", 5),
        ("https://a.example/threads/fire.41/#post-9", "https://a.example/threads/fire.41", None),
        ("https://a.example/threads/fire.41/post-9", "https://a.example/threads/fire.41", None),
        (
            "https://a.example/viewtopic.php?f=2&t=41&start=20",
            "https://a.example/viewtopic.php?f=2&t=41",
            20,
        ),
        (
            "https://a.example/showthread.php?t=41&page=3",
            "https://a.example/showthread.php?t=41",
            3,
        ),
        (
            "https://a.example/showthread.php?41-Fire/page3",
            "https://a.example/showthread.php?41-Fire",
            3,
        ),
        ("https://a.example/index.php?topic=14.20", "https://a.example/index.php?topic=14", 20),
        (
            "https://a.example/index.php?topic=14.msg53#msg53",
            "https://a.example/index.php?topic=14",
            53,
        ),
        ("https://a.example/thread-41-page-2.html", "https://a.example/thread-41.html", 2),
        ("https://a.example/topic/41-fire/page/2/", "https://a.example/topic/41-fire", 2),
        ("https://a.example/topic/41-fire/page__st__20", "https://a.example/topic/41-fire", 20),
        (
            "https://a.example/topic/41-fire/?do=findComment&comment=12",
            "https://a.example/topic/41-fire",
            None,
        ),
        ("https://a.example/discussion/41/fire/p2", "https://a.example/discussion/41/fire", 2),
        ("https://a.example/t/fire/41?page=2", "https://a.example/t/fire/41", 2),
    ],
)
def test_an_address_tells_the_thread_and_the_page(
    address: str, thread: str, page: int | None
) -> None:
    assert thread_address(address) == thread
    assert page_number(address) == page


def test_a_folder_of_pages_is_read_as_one_thread(tmp_path: Path) -> None:
    for source, name in zip(SOURCES, ("3.html", "1.html", "2.html"), strict=True):
        (tmp_path / name).write_text(source, encoding="utf-8")
    (tmp_path / "0.txt").write_text("A note.", encoding="utf-8")
    note, thread = Inputs([str(tmp_path)]).documents()
    assert note.text == "A note."
    _check(thread)
