"""vBulletin 5 and 6."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="vbulletin5",
    board="vBulletin 5",
    fields={
        "post": ("li.b-post", "li.js-post", "div.b-post"),
        "author": (
            ".b-userinfo__details .author a",
            ".author a",
            ".b-userinfo .author",
            "div.author",
        ),
        "rank": (".usertitle", ".b-userinfo__rank"),
        "date": (".b-post__timestamp time", ".b-post__timestamp", "time[itemprop='dateCreated']"),
        "label": ("a.b-post__count",),
        "body": ("div.js-post__content-text",),
        "edited": (".b-post__edit-notice", ".post-edit-notice", ".edit-notice"),
        "signature": ("div.post-signature",),
        "attachment": (".b-post__attachments li", ".post-attachments li"),
    },
    inner={
        "bbcode_quote": "quote",
        "bbcode_quote_container": "skip",
        "bbcode_code": "code",
        "bbcode_description": "block",
        "post-signature": "signature",
    },
    marks=(b"js-post__content-text",),
    needles=(b"b-post__content", b"b-post__timestamp"),
    title=("h1.main-title", ".b-content-entry h1", "h1"),
    id_attribute="data-node-id",
    quote_head=(".bbcode_postedby",),
    quote_name=("strong",),
)


class VBulletin5Reader(EngineReader):
    """Topics of vBulletin 5 and 6, and the comments below their posts."""

    name = "vbulletin5"
    engine = ENGINE
