"""Feeds: every entry, also of those that are broken, and none of their traps."""

import json
from pathlib import Path
from zipfile import ZipFile

import feedparser
import pytest

from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.reading import read_documents
from wireroom.reading.feeds import parsing
from wireroom.records.documents import Document
from wireroom.records.pages import Page

HEAD = "<rss version='2.0'><channel><title>Fjord Post</title><link>https://fjord.example/</link>"
TAIL = "</channel></rss>"


def entries(items: str, name: str = "feed.xml") -> list[Document]:
    found = read_all(HEAD + items + TAIL, name)
    assert all(isinstance(each, Document) for each in found)
    return [each for each in found if isinstance(each, Document)]


def item(words: str, more: str = "") -> str:
    return f"<item><title>{words}</title><description>About {words}.</description>{more}</item>"


def test_a_long_feed_gives_all_its_entries_in_order() -> None:
    found = entries("".join(item(f"n{number}") for number in range(450)))
    assert [each.title for each in found] == [f"n{number}" for number in range(450)]
    assert found[449].id == "feed.xml:450"
    assert {each.feed for each in found} == {"Fjord Post"}


def test_an_entry_inside_of_words_is_no_entry() -> None:
    inner = (
        "<item><description><![CDATA[<pre>&lt;item&gt;<item>x</item></pre>]]></description></item>"
    )
    found = entries(inner + "<!-- <item> -->" + "".join(item(f"n{n}") for n in range(300)))
    assert len(found) == 301
    assert found[0].text == "<item>x"


def test_many_categories_cost_nothing() -> None:
    categories = "".join(f"<category>c{n}</category>" for n in range(3000))
    tags = "".join(f"<dc:subject>s{n}</dc:subject><media:category/>" for n in range(300))
    (found,) = entries(item("tugs", categories + tags))
    assert found.text == "About tugs."


def test_entries_with_one_id_are_told_apart() -> None:
    first, second = entries(item("a", "<guid>x</guid>") + item("b", "<guid>x</guid>"))
    assert (first.id, second.id) == ("x", "feed.xml:2")
    assert second.provenance["id"] == "file name and number: an earlier entry is x too"


def test_an_entry_without_a_word_is_left_out() -> None:
    assert [each.title for each in entries("<item/>" + item("tugs"))] == ["tugs"]


def test_an_entry_that_has_only_an_address_is_kept() -> None:
    (found,) = entries("<item><link>https://fjord.example/7</link></item>")
    assert (found.text, found.url) == ("https://fjord.example/7", "https://fjord.example/7")


def test_the_source_of_an_entry_is_its_outlet_and_not_its_feed() -> None:
    (found,) = entries(item("fire", "<source url='https://n.example/rss'>Nordwire</source>"))
    assert (found.outlet, found.feed, found.author) == ("Nordwire", "Fjord Post", None)


def test_a_feed_without_entries_is_what_it_says_of_itself() -> None:
    found = read_one(HEAD + TAIL, "feed.xml")
    assert (found.kind, found.title) == ("report", "Fjord Post")
    assert read_one("<rss version='2.0'/>", "feed.xml").text == "<rss version='2.0'/>"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-32-be", "utf-32-le", "koi8-r", "cp037"]
)
def test_a_feed_in_any_encoding_is_read(encoding: str) -> None:
    words = "Tugs" if encoding == "cp037" else "Буксиры"
    source = f"<?xml version='1.0' encoding='{encoding}'?>{HEAD}{item(words)}{TAIL}"
    assert read_one(source.encode(encoding), "feed.xml").title == words


@pytest.mark.parametrize(
    "before", ["\n\n", "\ufeff", "Warning: mysql_connect()\n", "<!-- cached -->"]
)
def test_what_stands_before_a_feed_does_not_hide_it(before: str) -> None:
    assert read_one(before + HEAD + item("tugs") + TAIL, "-").title == "tugs"


def test_entities_are_not_loaded_and_do_not_grow(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the key of the harbour master", encoding="utf-8")
    doctype = (
        f"<!DOCTYPE rss [<!ENTITY x SYSTEM '{secret.as_uri()}'><!ENTITY a 'aaaaaaaaaa'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10 if n else '&a;'}'>" for n in range(9))
        + "]>"
    )
    found = read_one(doctype + HEAD + item("tugs &x; &a8;") + TAIL, "feed.xml")
    assert "key" not in found.text
    assert len(found.text) < 1000


def test_a_feed_that_is_too_large_is_read_as_far_as_it_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parsing, "MOST_CHARACTERS", 1000)
    *found, cut = read_all(HEAD + "".join(item(f"n{n}") for n in range(40)) + TAIL, "feed.xml")
    assert isinstance(cut, NotReadable)
    assert f"what follows entry {len(found)} was not read" in cut.problem
    assert len(found) > 5


def test_a_failure_of_the_library_costs_no_other_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = feedparser.parse

    def failing(stream: object, **options: object) -> object:
        assert hasattr(stream, "getvalue")
        if b"n250" in stream.getvalue():
            raise UnicodeDecodeError("ascii", b"", 0, 1, "made up")
        return whole(stream, **options)

    monkeypatch.setattr(feedparser, "parse", failing)
    found = read_all(HEAD + "".join(item(f"n{n}") for n in range(450)) + TAIL, "feed.xml")
    assert sum(isinstance(each, NotReadable) for each in found) == 1
    assert len(found) == 251


@pytest.mark.parametrize(
    "author", ["Ida <ida@port.photography>", "ida@port.photography (Ida)", "Ida"]
)
def test_the_name_of_an_author_is_told_from_the_address(author: str) -> None:
    escaped = author.replace("<", "&lt;")
    (found,) = entries(item("tugs", f"<author>{escaped}</author>"))
    assert found.author == "Ida"


def test_the_posts_of_a_topic_are_a_thread_in_their_order() -> None:
    def post(number: int) -> str:
        link = f"<link>https://b.example/t/the-fire/7/{number}</link>"
        creator = f"<dc:creator>ida{number}</dc:creator>"
        return item("The fire", f"{link}<guid>b.example-post-7-{number}</guid>{creator}")

    (found,) = entries(post(22) + post(21))
    assert (found.kind, found.title, found.outlet) == ("thread", "The fire", None)
    assert [(each.label, each.author) for each in found.posts] == [
        ("#21", "ida21"),
        ("#22", "ida22"),
    ]
    assert found.published is None


def test_a_source_that_is_the_entry_itself_is_no_outlet() -> None:
    (found,) = entries(item("The fire", "<source url='https://b.example/7.rss'>The fire</source>"))
    assert found.outlet == "Fjord Post"


def test_posts_of_other_topics_are_no_thread() -> None:
    links = "".join(
        item(f"n{n}", f"<link>https://b.example/t/x/{n}/1</link><discourse:topicPinned/>")
        for n in range(3)
    )
    assert {each.kind for each in entries(links)} == {"feed entry"}


def test_a_json_feed_with_wrong_types_gives_what_can_be_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "title": ["x"],
        "items": [7, {"id": True, "url": {}, "content_text": 3, "title": "Tugs", "author": "me"}],
    }
    refused, found = read_all(json.dumps(feed), "feed.json")
    assert isinstance(refused, NotReadable)
    assert isinstance(found, Document)
    assert (found.id, found.text, found.author) == ("feed.json:2", "Tugs", None)


@pytest.mark.parametrize("items", ["[]", "null", "7", '"x"', "{}"])
def test_a_json_feed_without_items_is_what_it_says_of_itself(items: str) -> None:
    source = '{"version": "https://jsonfeed.org/version/1", "title": "Beacon", "items": %s}'
    assert read_one(source % items, "feed.json").text == "Beacon"


def test_a_list_of_feeds_that_is_damaged_says_so() -> None:
    source = "<opml><body><outline text='Papers'><outline text='A' xmlUrl='https://a.example/'/>"
    found = read_one(source, "list.opml")
    assert found.text == "Papers\nA — https://a.example/"
    assert "damaged" in found.provenance["text"]


def test_a_reference_to_no_character_costs_nothing() -> None:
    source = "<opml><body><outline text='A&#xD800;B&#65;' xmlUrl='x&#x110000;'/></body></opml>"
    assert read_one(source, "list.opml").text == "A\ufffdBA — x\ufffd"
    (found,) = entries(item("A&#xD800;B"))
    found.text.encode()


def test_a_list_without_feeds_is_refused() -> None:
    with pytest.raises(NotReadable, match="nothing in it"):
        read_all("<opml version='2.0'><body/></opml>", "list.opml")


def test_no_feed_of_the_collection_is_refused(shared: Path) -> None:
    inputs = shared / "hostile" / "inputs"
    with ZipFile(inputs / "packs" / "feedparser.pack.zip") as pack:
        names = [name for name in pack.namelist() if not name.endswith(("/", ".md"))]
        pages = [Page(name, pack.read(name)) for name in names if "empty_document" not in name]
    folder = inputs / "feeds"
    pages += [Page(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.*ml"))]
    assert len(pages) > 2000
    refused = [page.name for page in pages if not _is_read(page)]
    assert refused == []


def _is_read(page: Page) -> bool:
    try:
        return all(isinstance(each, Document) for each in read_documents(page))
    except NotReadable:
        return False
