"""vBulletin 4."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="vbulletin4",
    board="vBulletin 4",
    fields={
        "post": ("li.postcontainer", "li.postbit", "li.postbitlegacy"),
        "author": ("div.username_container",),
        "rank": ("span.usertitle",),
        "date": ("span.postdate",),
        "label": ("a.postcounter",),
        "body": ("blockquote.postcontent.restore",),
        "edited": ("blockquote.lastedited",),
        "signature": ("blockquote.signature",),
        "attachment": ("div.attachments",),
    },
    inner={
        "bbcode_quote": "quote",
        "bbcode_quote_container": "skip",
        "bbcode_code": "code",
        "attachments": "attachment",
    },
    marks=(b"postcontent",),
    needles=(b"postbitlegacy", b'class="postbit ', b"postcontainer"),
    title=(".threadtitle", "#pagetitle h1"),
    inside={"author": ".username"},
    quote_head=(".bbcode_postedby",),
    quote_name=("strong",),
)


class VBulletin4Reader(EngineReader):
    """Threads of vBulletin 4, in its postbit and its legacy postbit."""

    name = "vbulletin4"
    engine = ENGINE
