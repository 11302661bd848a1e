"""Invision Community 4."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="ips4",
    board="Invision Community 4",
    fields={
        "post": ("article.ipsComment", "article.cPost", "article.ipsEntry", "div.ipsComment"),
        "author": (
            "aside.ipsComment_author .cAuthorPane_author",
            ".cAuthorPane_author",
            ".ipsComment_author .ipsType_break",
            ".ipsEntry__username",
            ".ipsComment_author strong",
        ),
        "rank": ("[data-role='group']", "[data-role='rank-title']", ".cAuthorPane_info .ipsBadge"),
        "date": (
            ".ipsComment_meta time",
            ".ipsComment_header time",
            ".ipsEntry__date time",
            ".ipsType_reset time",
            "time",
        ),
        "label": (".ipsComment_tools .ipsType_blendLinks", "[data-role='postNumber']"),
        "body": ("[data-role='commentContent']", "div.cPost_contentWrap div.ipsType_richText"),
        "edited": (".ipsComment_edited",),
        "signature": ("[data-role='memberSignature']",),
    },
    inner={
        "ipsQuote": "quote",
        "ipsQuote_contents": "block",
        "ipsSpoiler": "spoiler",
        "ipsSpoiler_header": "block",
        "ipsCode": "code",
        "ipsAttachLink": "attachment",
        "ipsAttachLink_image": "block",
        "ipsEmbedded": "embed",
        "ipsEmbedded_headerArea": "block",
        "ipsEmoji": "smiley",
        "ipsHide": "skip",
        "[data-excludequote]": "edited",
    },
    marks=(b"commentContent", b"ipsComment"),
    needles=(b"ipsComment_author", b"cAuthorPane"),
    title=("h1.ipsType_pageTitle", "h1.ipsPageHeader__title", "h1"),
    outlet=("#elLogo img", "#elSiteTitle"),
    quote_head=(".ipsQuote_citation",),
)


class Ips4Reader(EngineReader):
    """Topics of Invision Community 4 (IPS 4) and, as far as its names are kept, of 5."""

    name = "ips4"
    engine = ENGINE
