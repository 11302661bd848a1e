"""Discourse: what it gives to crawlers, and what a browser saves."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="discourse",
    board="Discourse",
    fields={
        "post": ("div.crawler-post", "article[data-post-id]"),
        "author": (
            ".creator [itemprop='name']",
            ".names .username",
            ".names .first",
            "span.creator",
        ),
        "rank": (".names .user-title",),
        "date": (
            "time.post-time",
            ".crawler-post-infos time",
            ".post-date .relative-date",
            "a.post-date .relative-date",
        ),
        "label": ("[itemprop='position']",),
        "permalink": ("a.post-date",),
        "body": ("div.post", "div.cooked"),
        "edited": (".post-info.edits",),
    },
    inner={
        "aside.quote": "quote",
        "aside.onebox": "embed",
        "onebox-body": "block",
        "spoiler": "spoiler",
        "spoiled": "spoiler",
        "emoji": "smiley",
        "attachment": "attachment",
        "meta": "skip",
        "lazyYT": "embed",
        "youtube-onebox": "embed",
        "lazy-video-container": "embed",
        "quote-controls": "skip",
        "codeblock-button-wrapper": "skip",
        "anchor": "skip",
        "cooked-selection-barrier": "skip",
    },
    marks=(b"crawler-post", b'class="cooked"', b"data-post-id", b"itemprop='articleBody'"),
    needles=(b"crawler-post", b"data-discourse"),
    title=(
        "#topic-title h1 a.fancy-title",
        "h1 a.fancy-title",
        "h1[data-topic-id] a",
        "h1 a",
        "h1",
    ),
    numbered=True,
    quote_head=(".title",),
)


class DiscourseReader(EngineReader):
    """Topics of Discourse: the page for crawlers, which all its pages carry, or the page as shown.

    Where a saved page has both, each post counts once.
    """

    name = "discourse"
    engine = ENGINE
