"""XenForo 1."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="xenforo1",
    board="XenForo 1",
    fields={
        "post": ("li.message",),
        "rank": ("em.userTitle", ".userBanner"),
        "date": ("a.datePermalink",),
        "label": ("a.postNumber",),
        "body": ("blockquote.messageText",),
        "edited": ("div.editDate",),
        "signature": ("div.signature",),
        "attachment": ("li.attachment",),
    },
    inner={
        "bbCodeQuote": "quote",
        "quoteContainer": "block",
        "quoteExpand": "skip",
        "bbCodeSpoilerContainer": "spoiler",
        "bbCodeSpoilerButton": "block",
        "bbCodeCode": "code",
        "bbCodePHP": "code",
        "bbCodeHtml": "code",
        "messageTextEndMarker": "skip",
        "mceSmilie": "smiley",
        "mceSmilieSprite": "smiley",
        "editDate": "edited",
        "attachment": "attachment",
    },
    marks=(b"messageText",),
    needles=(b"messageUserBlock",),
    title=(".titleBar h1",),
    outlet=("#logo img",),
    author_attribute="data-author",
    quote_head=(".attribution",),
)


class XenForo1Reader(EngineReader):
    """Threads of XenForo 1, as its templates of 1.0 to 1.5 print them."""

    name = "xenforo1"
    engine = ENGINE
