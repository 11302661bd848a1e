"""Real forum pages, copied as a browser copies them: the same posts, their authors, their dates."""

from pathlib import Path

import pytest
from lxml import etree, html

from reading.browser_text import copied_text
from reading.reading_pages import read_one
from reading.test_any_bytes import check_document
from wireroom.records.documents import Document

# How many posts a person sees on each page, and where the page's markup has their authors. The
# list beside the pages counts by one selector each, which on four of them finds more or less than
# posts: signatures as well (phpbb3-3: 8), boxes for thanks (vbulletin4-1: 4), rows that are never
# shown (smf1-1: 7), and the replies without the post that they answer
# (vanilla2-1: 30).
PAGES = {
    "phpbb3-1": (1, '//p[@class="author"]//strong//text()'),
    "phpbb3-2": (5, '//p[@class="author"]//strong//text()'),
    "phpbb3-3": (6, '//*[@class="postauthor"]/text()'),
    "smf1-1": (2, '//td[@class="poster_info" and @width="16%" and @valign="top"]/b/a/text()'),
    "vanilla2-1": (31, '//div[contains(@class,"AuthorWrap")]//a[@class="Username"]/text()'),
    "vbulletin4-1": (2, '//a[contains(@class,"username")]/@data-user'),
    "vbulletin4-3": (
        20,
        '//li[contains(@class,"postbit")]//a[contains(@class,"username")]//text()',
    ),
    "xenforo1-1": (20, "//li[@data-author]/@data-author"),
    "xenforo1-2": (20, "//li[@data-author]/@data-author"),
    "xenforo2-1": (18, "//article[@data-author]/@data-author"),
}


def _copied(shared: Path, name: str, with_pictures: bool = True) -> Document:
    data = (shared / "forums" / f"{name}.html").read_bytes()
    return read_one(copied_text(data, with_pictures), f"{name}.txt")


@pytest.mark.parametrize("with_pictures", [True, False])
@pytest.mark.parametrize("name", PAGES)
def test_a_copied_page_is_a_thread_with_the_posts_that_a_person_sees(
    shared: Path, name: str, with_pictures: bool
) -> None:
    document = _copied(shared, name, with_pictures)
    assert (document.kind, len(document.posts)) == ("thread", PAGES[name][0])
    check_document(document)


@pytest.mark.parametrize("name", PAGES)
def test_its_posts_have_the_authors_that_the_markup_names(shared: Path, name: str) -> None:
    data = (shared / "forums" / f"{name}.html").read_bytes()
    parser = html.HTMLParser(encoding="utf-8")
    found = etree.XPath(PAGES[name][1])(html.document_fromstring(data, parser))
    assert isinstance(found, list)
    named = [str(text).strip() for text in found if str(text).strip()]
    told = [post.author for post in _copied(shared, name).posts]
    # What is never shown has no name but a number; after the posts follow those who read them.
    assert told == [text for text in named if not text.isdecimal()][: len(told)]


@pytest.mark.parametrize("name", PAGES)
def test_its_posts_have_dates_that_do_not_go_back(shared: Path, name: str) -> None:
    dates = [post.published for post in _copied(shared, name).posts]
    assert all(dates)
    assert dates == sorted(date for date in dates if date)


def test_numbers_edits_and_quotations_are_found(shared: Path) -> None:
    thread = _copied(shared, "xenforo2-1")
    assert [post.label for post in thread.posts] == [f"#{number}" for number in range(1, 19)]
    assert {len(post.ranks) for post in thread.posts} == {1}
    assert len({post.ranks for post in thread.posts}) == 2
    quotes = [
        (post.number, part.quotes_author, part.quotes_post)
        for post in thread.posts
        for part in post.parts
        if part.kind == "quote"
    ]
    assert quotes == [(7, thread.posts[3].author, 4), (13, thread.posts[10].author, 11)]
    edited = [post.number for post in _copied(shared, "xenforo1-1").posts if post.edited]
    assert edited[0] == 1


def test_signatures_are_furniture(shared: Path) -> None:
    thread = _copied(shared, "phpbb3-3")
    signed = [
        post.number for post in thread.posts for part in post.parts if part.form == "signature"
    ]
    assert signed == [2, 4]


def test_a_date_of_the_persian_calendar_says_what_it_was(shared: Path) -> None:
    thread = _copied(shared, "vbulletin4-1")
    assert [post.published for post in thread.posts] == ["2016-02-16T00:31", "2016-02-16T10:28"]
    assert thread.provenance["posts.1.published"] == "1394/11/27 of the Persian calendar"
