"""Which texts are threads, and where their posts begin."""

import pytest

from reading.reading_pages import read_one
from wireroom.reading.thread.lines import ThreadLines, split_lines
from wireroom.reading.thread.posts import split_posts


def _split(text: str) -> ThreadLines | None:
    return split_posts(split_lines(text))


RANKED = """Smoke over the quay


Able Seaman
Crew
Did anybody see it?


Old Salt
Crew
From the bridge.


Able Seaman
Which bridge?
"""


def test_posts_begin_at_lines_that_repeat() -> None:
    thread = _split(RANKED)
    assert thread is not None
    assert (thread.title, thread.title_from) == ("Smoke over the quay", "first line")
    assert [post.ranks for post in thread.posts] == [
        ("Able Seaman", "Crew"),
        ("Old Salt", "Crew"),
        ("Able Seaman",),
    ]
    assert [post.author for post in thread.posts] == [None, None, None]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "  \n"),
        lambda text: text.replace("\n", "\n\t"),
        lambda text: text.replace("\n\n\n", "\n\n\n\n\n"),
        lambda text: text.split("\n", 3)[3],
        lambda text: text + "\nTop Bottom\n",
    ],
)
def test_space_around_lines_does_not_matter(change: object) -> None:
    assert callable(change)
    document = read_one(change(RANKED))
    assert [post.ranks for post in document.posts] == [
        ("Able Seaman", "Crew"),
        ("Old Salt", "Crew"),
        ("Able Seaman",),
    ]


def test_a_post_may_have_no_words_at_all() -> None:
    document = read_one(RANKED + "\n\nOld Salt\nCrew\n\n\nOld Salt\nCrew\nSo it is.")
    assert [[part.kind for part in post.parts] for post in document.posts[3:]] == [
        ["furniture"],
        ["furniture", "own"],
    ]


def test_names_are_told_from_ranks_where_each_post_has_its_own() -> None:
    text = "Smoke\n\n\n" + "\n\n\n".join(
        f"{name}\nMember\nMar {day}, 2021\nSmoke again, said number {day}."
        for day, name in enumerate(["Marta", "Ole", "Pim", "Marta"], 1)
    )
    thread = _split(text)
    assert thread is not None
    assert [post.author for post in thread.posts] == ["Marta", "Ole", "Pim", "Marta"]
    assert {post.ranks for post in thread.posts} == {("Member",)}
    assert [post.published for post in thread.posts] == [f"2021-03-0{day}" for day in range(1, 5)]


def test_a_title_repeated_over_each_post_is_no_rank() -> None:
    text = "Brand im Hafen\n\n" + "\n\n".join(
        f"Re: Brand im Hafen\nBeitrag von {name} » 0{day}.03.2021, 10:15\nRauch.\n\nNach oben"
        for day, name in enumerate(["Ole", "Marta"], 1)
    )
    thread = _split(text)
    assert thread is not None
    assert [(post.author, post.ranks, post.published) for post in thread.posts] == [
        ("Ole", (), "2021-03-01T10:15"),
        ("Marta", (), "2021-03-02T10:15"),
    ]


ARTICLE = "Two sheds burned in Port Selwyn, the brigade said.\n\nNobody was hurt, it said.\n"
PLAY = "THE QUAY\n\n" + "ANNA\nWhere were you?\n\nBEN\nAt the quay.\n\n" * 3
MINUTES = "Minutes of the council\n\n" + "Item\nThe quay was discussed at length.\n\n" * 3
ADVERTISED = "Two sheds burned\n\n" + "Advertisement\nNobody was hurt, the brigade said.\n\n" * 3
LONG_BEFORE = (
    ARTICLE * 10 + "\n\n\nSee here\nOne thing.\n\n\nSee here\nOther thing.\n\n\nSee here\nEnd."
)
POEM = "\n\n\n".join(["The tide is out\nand so am I."] * 2)


@pytest.mark.parametrize("text", ["x", ARTICLE, PLAY, MINUTES, ADVERTISED, LONG_BEFORE, POEM])
def test_what_only_looks_like_a_thread_is_an_article(text: str) -> None:
    assert _split(text) is None
    document = read_one(text)
    assert (document.kind, document.posts) == ("article", ())


def test_a_page_of_another_kind_is_no_thread() -> None:
    assert read_one(RANKED, "quay.log").kind == "article"


def test_what_is_too_large_for_a_page_is_read_as_one_text() -> None:
    assert read_one(RANKED * 20_000).kind == "article"
