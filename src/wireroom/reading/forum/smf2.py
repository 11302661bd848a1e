"""SMF 2."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="smf2",
    board="SMF 2",
    fields={
        "post": ("div.post_wrapper",),
        "author": (".poster h4",),
        "rank": ("li.title", "li.membergroup", "li.postgroup"),
        "date": (".keyinfo div.smalltext", ".postinfo a.smalltext", ".keyinfo a.smalltext"),
        "label": ("span.page_number",),
        "permalink": ("h5[id^='subject_']", "div.subject_title"),
        "body": ("div.post",),
        "edited": ("[id^='modified_']",),
        "signature": ("div.signature",),
        "attachment": ("div.attachments div.attached", "div.attachments a"),
    },
    inner={
        "quoteheader": "before",
        "quotefooter": "skip",
        "codeheader": "block",
        "bbc_code": "code",
        "smiley": "smiley",
        "sp-wrap": "spoiler",
    },
    marks=(b"post_wrapper",),
    needles=(b"post_wrapper", b"smf_scripturl"),
    title=("#top_subject", ".display_title span", "#display_head h2", "h2.display_title"),
    outlet=("h1.forumtitle",),
    quote_head=("cite",),
)


class Smf2Reader(EngineReader):
    """Topics of SMF 2.0 and 2.1."""

    name = "smf2"
    engine = ENGINE
