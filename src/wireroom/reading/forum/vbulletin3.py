"""vBulletin 3."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="vbulletin3",
    board="vBulletin 3",
    fields={
        "post": ("table[id^='post']",),
        "author": (".bigusername", "div[id^='postmenu_']"),
        "rank": ("div[id^='postmenu_'] + div.smallfont",),
        "date": ("td.thead > div.normal + div.normal", "td.thead", "td.tcat"),
        "label": ("a[id^='postcount']",),
        "body": ("div[id^='post_message_']",),
        "edited": ("div.smallfont > em", "em"),
        "signature": ("td.alt1 > div:not([class]):not([id]):not(:has(fieldset))",),
        "attachment": ("fieldset.fieldset tr",),
    },
    inner={
        "div.smallfont": "before",
        "td.alt2": "quote",
        "pre.alt2": "code",
        "div.alt2": "code",
    },
    marks=(b"post_message_",),
    needles=(b"bigusername", b"vbmenu_register(", b"vbphrase"),
    title=("td.navbar strong", "td.navbar h1"),
    quote_head=("div",),
    quote_name=("strong",),
)


class VBulletin3Reader(EngineReader):
    """Threads of vBulletin 3, 3.5 to 3.8: posts are tables, quotations too."""

    name = "vbulletin3"
    engine = ENGINE
