"""XenForo 2. The engine to copy."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="xenforo2",
    board="XenForo 2",
    fields={
        "post": ("article.message",),
        "rank": (".message-userTitle", ".message-userBanner"),
        "date": ("time.u-dt",),
        "label": (".message-attribution-opposite",),
        "body": ("article.message-body",),
        "edited": (".message-lastEdit",),
        "signature": ("aside.message-signature",),
        "attachment": (".message-attachments li.file",),
    },
    inner={
        "bbCodeBlock--quote": "quote",
        "bbCodeBlock-expandLink": "skip",
        "bbCodeBlock-shrinkLink": "skip",
        "bbCodeSpoiler": "spoiler",
        "bbCodeSpoiler-button": "block",
        "bbCodeInlineSpoiler": "inline_spoiler",
        "bbCodeBlock--code": "code",
        "bbCodeBlock--unfurl": "embed",
        "js-selectToQuoteEnd": "skip",
        "smilie": "smiley",
        "message-lastEdit": "edited",
        "message-signature": "signature",
        "u-srOnly": "skip",
        "u-hidden": "skip",
    },
    marks=(b"message-body", b"bbWrapper"),
    needles=(b"message-cell--main", b"message--post"),
    title=("h1.p-title-value",),
    outlet=(".p-header-logo img",),
    author_attribute="data-author",
    id_attribute="data-content",
    quote_head=(".bbCodeBlock-title",),
)


class XenForo2Reader(EngineReader):
    """Threads of XenForo 2, as its templates of 2.0 to 2.3 print them.

    Not its resources and media, which have no posts.
    """

    name = "xenforo2"
    engine = ENGINE
