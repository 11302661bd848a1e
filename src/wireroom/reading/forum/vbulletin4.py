"""vBulletin 4."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="vbulletin4",
    board="vBulletin 4",
    fields={
        "post": ("li.postcontainer", "li.postbit", "li.postbitlegacy"),
        "author": (".username_container",),
        "rank": (".usertitle",),
        "date": (".postdate",),
        "label": ("a.postcounter",),
        "body": ("div[id^='post_message_']",),
        "edited": ("blockquote.lastedited",),
        "signature": ("blockquote.signature",),
        "attachment": ("div.attachments",),
    },
    inner={
        "postcontent": "block",
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
