"""phpBB 3 in its style prosilver."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="phpbb3",
    board="phpBB 3",
    fields={
        "post": ("div.post",),
        "author": ("p.author", "dl.postprofile"),
        "date": ("p.author",),
        "permalink": ("p.author",),
        "rank": ("dl.postprofile",),
        "body": ("div.content",),
        "edited": ("div.notice",),
        "signature": ("div.signature",),
        "attachment": ("dl.file", "dl.thumbnail"),
    },
    inner={
        "codebox": "code",
        "inline-attachment": "attachment",
        "smilies": "smiley",
        "notice": "edited",
        "signature": "signature",
        "emoji": "smiley",
        "spoiler": "spoiler",
        "attachbox": "block",
    },
    marks=(b"postbody",),
    needles=(b'class="postprofile"', b"class=postprofile"),
    title=("h2.topic-title", "#page-body h2", "h2 a[href*='viewtopic']", "#page-body h1"),
    outlet=("#site-description h1", ".site-description h1"),
    inside={
        "author": ".username, .username-coloured, strong",
        "rank": ".profile-rank, dt + dd:not([class]):not(:has(strong))",
    },
    quote_head=("cite",),
    quote_name=("a[href*='memberlist']", "a[href*='mode=viewprofile']"),
)


class Phpbb3Reader(EngineReader):
    """Topics of phpBB 3 in the style prosilver and those made from it, 3.0 to 3.3.

    The style subsilver2 has a reader of its own. Not phpBB 2.
    """

    name = "phpbb3"
    engine = ENGINE
