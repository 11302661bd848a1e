"""IP.Board 3."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="ipb3",
    board="IP.Board 3",
    fields={
        "post": ("div.post_block",),
        "author": (".author [itemprop='name']", ".author a", ".author", ".post_wrap h3"),
        "rank": (".member_title", ".group_title", ".user_details li.title"),
        "date": ("abbr.published", ".posted_info"),
        "label": ("span.post_id",),
        "body": ("div.entry-content",),
        "edited": ("p.edit",),
        "signature": ("div.signature",),
        "attachment": (".attach_wrap li", "#attach_wrap li"),
    },
    inner={
        "citation": "before",
        "div.blockquote": "quote",
        "ipsBlockquote": "quote",
        "edit": "edited",
        "bbc_emoticon": "smiley",
        "bbc_spoiler": "spoiler",
        "spoiler_title": "block",
        "prettyprint": "code",
        "attach_wrap": "block",
        "attachment": "attachment",
        "signature": "signature",
    },
    marks=(b"post_block", b"entry-content"),
    needles=(b"post_block hentry", b"ipb.templates", b"ipb.vars"),
    title=("h1.ipsType_pagetitle", ".main_topic_title", "h2.maintitle"),
    outlet=("#logo img",),
)


class Ipb3Reader(EngineReader):
    """Topics of IP.Board 3.0 to 3.4."""

    name = "ipb3"
    engine = ENGINE
