"""Real pages of five engines: every post, author and date, against selectors that a hand can check.

README.md beside the pages counts what one selector finds. On four pages that is not the number of
posts: two signatures of phpbb3-3 have the class of a post's words, two boxes for thanks of
vbulletin4-1 have that of a post, vanilla2-1 opens with a discussion that is no comment, and
smf1-1 has five decoys that its style sheet hides.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from reading.reading_pages import read_one
from wireroom.reading.forum.repeated import find_blocks
from wireroom.records.documents import Document


def _tree(shared: Path, name: str) -> LexborHTMLParser:
    data = (shared / "forums" / name).read_bytes()
    encoding = "cp1252" if name == "vbulletin4-3.html" else "utf-8"
    return LexborHTMLParser(data.decode(encoding, "replace"))


def _read(shared: Path, name: str) -> Document:
    return read_one((shared / "forums" / name).read_bytes(), name)


def _text(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def _minutes(text: str) -> str:
    """A date in English words with a time of twelve hours, as ISO 8601 to the minute."""
    found = re.search(r"(\w{3})\w* (\d+),? (\d{4}).*?(\d+):(\d\d)(?::\d\d)? ?([ap])m", text, re.I)
    assert found is not None
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    month = names.index(found[1].lower()) + 1
    hour = int(found[4]) % 12 + (12 if found[6].lower() == "p" else 0)
    return f"{found[3]}-{month:02d}-{int(found[2]):02d}T{hour:02d}:{found[5]}"


@pytest.mark.parametrize(
    ("name", "posts"),
    [
        ("phpbb3-1.html", 1),
        ("phpbb3-2.html", 5),
        ("phpbb3-3.html", 6),
        ("smf1-1.html", 2),
        ("vanilla2-1.html", 31),
        ("vbulletin4-1.html", 2),
        ("vbulletin4-3.html", 20),
        ("xenforo1-1.html", 20),
        ("xenforo1-2.html", 20),
        ("xenforo2-1.html", 18),
    ],
)
def test_every_post_is_found_with_its_author_and_its_date(
    shared: Path, name: str, posts: int
) -> None:
    document = _read(shared, name)
    assert document.kind == "thread"
    assert len(document.posts) == posts
    assert all(post.author for post in document.posts)
    assert all(post.published for post in document.posts)
    assert all(any(part.kind == "own" for part in post.parts) for post in document.posts)
    assert document.title


# For a page the selectors of authors and of dates, and what makes a date of the element's words.
Shown = Callable[[LexborNode], str | None]
SELECTED: list[tuple[str, str, str, Shown]] = [
    (
        "xenforo2-1.html",
        "article.message .message-name a.username",
        ".message-attribution-main time",
        lambda node: (node.attributes["datetime"] or "")[:19],
    ),
    (
        "xenforo1-1.html",
        "li.message .userText .username",
        "li.message .datePermalink .DateTime",
        lambda node: _minutes(node.attributes["title"] or ""),
    ),
    (
        "xenforo1-2.html",
        "li.message .userText .username",
        "li.message .datePermalink .DateTime",
        lambda node: _minutes(node.attributes["title"] or ""),
    ),
    (
        "vanilla2-1.html",
        ".Author a.Username",
        ".DateCreated time",
        lambda node: (node.attributes["datetime"] or "")[:19],
    ),
    (
        "phpbb3-3.html",
        "b.postauthor",
        "td.gensmall > div + div",
        lambda node: _minutes(_text(node)),
    ),
]


@pytest.mark.parametrize(("name", "authors", "dates", "shown"), SELECTED)
def test_authors_and_dates_are_those_that_plain_selectors_find(
    shared: Path, name: str, authors: str, dates: str, shown: Shown
) -> None:
    tree, document = _tree(shared, name), _read(shared, name)
    assert [post.author for post in document.posts] == [_text(node) for node in tree.css(authors)]
    expected = [shown(node) for node in tree.css(dates)]
    assert [(post.published or "")[: len(expected[0] or "")] for post in document.posts] == expected


def test_dates_in_german_french_and_persian_words(shared: Path) -> None:
    assert _read(shared, "phpbb3-1.html").posts[0].published == "2009-01-21T05:42"
    french = [post.published for post in _read(shared, "phpbb3-2.html").posts]
    assert french[0] == "2011-10-07T08:23"
    persian = _read(shared, "vbulletin4-1.html")
    # 27 Bahman 1394
    assert [post.published for post in persian.posts] == ["2016-02-16T00:31", "2016-02-16T10:28"]
    assert "Persian calendar" in persian.provenance["posts.published"]


def test_a_date_that_a_board_has_moved_is_found_before_the_words(shared: Path) -> None:
    document = _read(shared, "vbulletin4-3.html")
    tree = _tree(shared, "vbulletin4-3.html")
    shown = [_text(node) for node in tree.css(".userinfo_extra dl.userstats > dd:first-of-type")]
    for post, words in zip(document.posts, shown, strict=True):
        day, month, rest = words.split(".")
        year, time = rest.replace(",", "").split()
        assert post.published == f"{year}-{month}-{day}T{time}"


def test_posts_that_the_page_hides_are_no_posts(shared: Path) -> None:
    tree = _tree(shared, "smf1-1.html")
    assert len(tree.css("td.td_headerandpost")) == 7
    hidden = tree.css("tr.m92cad35 td.td_headerandpost, tr.k92cad35 td.td_headerandpost")
    assert len(hidden) == 5
    assert [post.label for post in _read(shared, "smf1-1.html").posts] == ["#1", "#2"]


def test_quotations_name_whom_they_quote_and_which_post(shared: Path) -> None:
    document = _read(shared, "xenforo1-2.html")
    tree = _tree(shared, "xenforo1-2.html")
    quotes = [part for post in document.posts for part in post.parts if part.kind == "quote"]
    boxes = tree.css("li.message .messageText > .bbCodeQuote")
    assert [part.quotes_author for part in quotes] == [
        box.attributes["data-author"] for box in boxes
    ]
    by_id = {node.attributes["id"]: index for index, node in enumerate(tree.css("li.message"), 1)}
    for part, box in zip(quotes, boxes, strict=True):
        link = box.css_first("a.AttributionLink")
        assert link is not None
        anchor = (link.attributes["href"] or "").partition("#")[2]
        assert part.quotes_post == by_id.get(anchor)


def test_nothing_that_is_not_shown_is_text(shared: Path) -> None:
    for path in sorted((shared / "forums").glob("*.html")):
        text = read_one(path.read_bytes(), path.name).text
        assert "function(" not in text
        assert "document.write" not in text
        assert "position: absolute" not in text


@pytest.mark.parametrize(
    ("name", "posts"),
    [("phpbb3-2.html", 5), ("phpbb3-3.html", 6), ("vanilla2-1.html", 30), ("xenforo2-1.html", 18)],
)
def test_structure_alone_finds_posts_of_boards_that_are_known(
    shared: Path, name: str, posts: int
) -> None:
    tree = _tree(shared, name)
    tree.strip_tags(["script", "style"])
    blocks = find_blocks(tree)
    known = _read(shared, name).posts[-posts:]
    assert [block.author for block in blocks] == [post.author for post in known]
    assert [block.moment.value for block in blocks] == [post.published for post in known]
