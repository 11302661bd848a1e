"""Vanilla."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="vanilla",
    board="Vanilla",
    fields={
        "post": ("li.ItemComment", "div.ItemDiscussion", "li.FirstComment", "li.Comment"),
        "author": ("a.Username",),
        "rank": (".AuthorTitle", ".RoleTitle", ".Rank"),
        "date": ("time", "span.DateCreated"),
        "permalink": ("a.Permalink",),
        "body": ("div.Message",),
        "edited": ("span.DateUpdated",),
        "signature": ("div.Signature", "div.UserSignature"),
        "attachment": ("div.Attachment",),
    },
    inner={
        "Quote": "quote",
        "UserQuote": "quote",
        "QuoteText": "block",
        "Spoiler": "spoiler",
        "UserSpoiler": "spoiler",
        "SpoilerTitle": "block",
        "spoiler": "spoiler",
        "emoji": "smiley",
        "CodeBlock": "code",
        "codeBlock": "code",
        "embedExternal": "embed",
        "js-embed": "embed",
        "VideoWrap": "block",
        "Signature": "signature",
        "UserSignature": "signature",
        "Reactions": "skip",
    },
    marks=(b"ItemComment", b"ItemDiscussion", b"FirstComment", b"Comment_"),
    needles=(b"DataList Comments", b"MessageList"),
    title=(".PageTitle h1", "#Item_0 h1", ".Discussion h1", "h1"),
    quote_head=(".QuoteAuthor", ".blockquote-content"),
)


class VanillaReader(EngineReader):
    """Discussions of Vanilla 2 and 3, the discussion's own text first."""

    name = "vanilla"
    engine = ENGINE
