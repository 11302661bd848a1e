"""The real thread: what a careful person sees in it."""

from pathlib import Path

import pytest

from reading.reading_pages import read_one
from reading.test_any_bytes import check_document
from wireroom.records.documents import Document, Part, PartKind, Post

LIVING, MEMBER, JEDI = "The Living Force", "FOTCM Member", "Jedi Master"


@pytest.fixture
def thread(shared: Path) -> Document:
    return read_one((shared / "stories" / "thread-syria.txt").read_bytes(), "thread-syria.txt")


def _parts(post: Post, *kinds: PartKind) -> list[Part]:
    return [part for part in post.parts if part.kind in kinds]


def test_it_is_one_thread_with_its_title(thread: Document) -> None:
    assert thread.kind == "thread"
    assert thread.title == thread.text.split("\n", 1)[0]
    assert thread.provenance["title"] == "first line"
    check_document(thread)


def test_it_has_eleven_posts_with_their_rank_lines(thread: Document) -> None:
    assert [post.ranks for post in thread.posts] == [
        (LIVING, MEMBER),
        (LIVING, MEMBER),
        (LIVING,),
        (LIVING, MEMBER),
        (LIVING,),
        (JEDI,),
        (JEDI,),
        (LIVING, MEMBER),
        (LIVING, MEMBER),
        (LIVING, MEMBER),
        (LIVING, MEMBER),
    ]
    assert {post.author for post in thread.posts} == {None}
    assert [post.number for post in thread.posts if post.edited] == [7]
    for post in thread.posts:
        assert post.parts[0].kind == "furniture"
        assert post.parts[0].span.of(thread.text).split("\n")[:-1] == list(post.ranks)


def test_the_furniture_of_the_page_is_furniture(thread: Document) -> None:
    last = thread.posts[-1].parts[-1]
    assert (last.kind, last.span.of(thread.text).strip()) == ("furniture", "Top Bottom")


def test_the_second_post_announces_something_of_a_day(thread: Document) -> None:
    assert [part.kind for part in thread.posts[1].parts] == ["furniture", "own", "embed"]
    assert thread.posts[1].parts[2].published == "2019-12-21"


def test_the_third_post_quotes_and_pastes_five_items(thread: Document) -> None:
    post = thread.posts[2]
    assert [part.kind for part in post.parts] == [
        *("furniture", "quote", "pasted", "own", "pasted", "pasted", "pasted", "caption"),
        *("pasted", "pasted"),
    ]
    assert post.parts[1].quotes_post == 2
    quoted = post.parts[1].span.of(thread.text).strip()
    assert quoted in thread.posts[1].parts[1].span.of(thread.text)
    titles = [part.title for part in _parts(post, "pasted") if part.continues is None]
    assert len(titles) == 5
    assert all(titles)
    assert {part.published for part in _parts(post, "pasted")} == {None}
    assert post.parts[8].continues == 6


def test_the_caption_has_its_credit_and_date(thread: Document) -> None:
    (caption,) = _parts(thread.posts[2], "caption")
    assert (caption.outlet, caption.published) == ("REUTERS", "2019-12-19")


def test_videos_have_date_and_length(thread: Document) -> None:
    videos = [
        (post.number, part.outlet, part.published, part.duration_seconds)
        for post in thread.posts
        for part in _parts(post, "embed")
        if part.duration_seconds
    ]
    assert videos == [
        (4, "The Grayzone", "2019-12-19", 1542),
        (5, None, "2019-12-19", 350),
        (5, None, "2019-11-07", 3383),
    ]
    first, second = _parts(thread.posts[3], "embed")
    assert first.title == thread.text[first.start :].split("\n", 1)[0]
    assert second.title is not None
    assert second.title in second.span.of(thread.text)


def test_the_long_article_is_one_pasted_part(thread: Document) -> None:
    post = thread.posts[4]
    assert [part.kind for part in post.parts] == [
        *("furniture", "own", "embed", "own", "embed", "pasted"),
    ]
    article = post.parts[-1]
    assert article.title is not None
    assert article.title.startswith("OPCW Manufactured")
    assert (article.outlet, article.published, article.language) == ("MoA", "2019-11-29", "en")
    assert article.end == post.end
    assert article.end - article.start > 10_000


def test_the_russian_piece_is_tied_to_its_translation_and_the_remark_to_its_own(
    thread: Document,
) -> None:
    post = thread.posts[5]
    told = [(part.kind, part.language, part.translation_of) for part in post.parts[1:]]
    assert told == [
        ("pasted", "ru", None),
        ("own", "ru", None),
        ("translation", "en", 1),
        ("embed", "ru", None),
        ("translation", "en", 2),
    ]
    assert post.parts[1].published == post.parts[3].published == "2019-12-29T23:49"


def test_two_russian_pieces_and_their_translations(thread: Document) -> None:
    post = thread.posts[6]
    pieces = [
        (part.kind, part.language, part.published, part.translation_of)
        for part in _parts(post, "pasted", "translation")
    ]
    assert pieces == [
        ("pasted", "ru", "2020-01-07T17:14", None),
        ("pasted", "ru", "2020-01-07T19:43", None),
        ("translation", "en", "2020-01-07T17:14", 1),
        ("translation", "en", "2020-01-07T19:43", 2),
    ]
    assert not _parts(post, "own")
    titles = [part.title for part in post.parts]
    assert titles[4] == titles[1]
    assert titles[6] == titles[2]


def test_short_posts_are_their_posters_own_words(thread: Document) -> None:
    for number in (1, 8, 9):
        assert [part.kind for part in thread.posts[number - 1].parts] == ["furniture", "own"]


def test_machine_translations_without_their_original(thread: Document) -> None:
    translations = _parts(thread.posts[9], "translation")
    assert [(part.translation_of, part.language) for part in translations] == [(None, "en")] * 2
    assert all(part.title for part in translations)


def test_a_byline_alone_has_author_and_date(thread: Document) -> None:
    (byline,) = _parts(thread.posts[10], "pasted")
    told = (byline.author, byline.published, byline.title, byline.outlet)
    assert told == ("Mazen Eyon", "2020-01-27", None, None)


@pytest.mark.parametrize(
    ("old", "new"), [("\n", "\r\n"), ("\n", " \n"), ("\n\n\n\n", "\n\n\n"), ("\n\n\n", "\n\n")]
)
def test_space_between_lines_changes_nothing(
    shared: Path, thread: Document, old: str, new: str
) -> None:
    text = (shared / "stories" / "thread-syria.txt").read_text(encoding="utf-8")
    other = read_one(text.replace(old, new), "thread-syria.txt")
    assert [_shape(post) for post in other.posts] == [_shape(post) for post in thread.posts]


def _shape(post: Post) -> tuple[object, ...]:
    parts = [(part.kind, part.published, part.translation_of) for part in post.parts]
    return post.ranks, post.edited, parts


def test_forum_pages_are_read_without_failing(shared: Path) -> None:
    for path in sorted((shared / "forums").glob("*.html")):
        assert read_one(path.read_bytes(), path.name).text
