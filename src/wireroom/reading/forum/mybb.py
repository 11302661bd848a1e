"""MyBB."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="mybb",
    board="MyBB",
    fields={
        "post": ("div.post", "table[id^='post_']"),
        "author": ("span.largetext",),
        "rank": ("div.author_information > span.smalltext", "td.post_author > span.smalltext"),
        "date": ("span.post_date", "td.tcat > div.float_left", "td.tcat span.smalltext"),
        "label": (".post_head div.float_right", "td.tcat div.float_right", "a[id^='post_url_']"),
        "body": ("div.post_body", "div[id^='pid_']"),
        "edited": ("span.edited_post", "span[id^='edited_by_']"),
        "signature": ("div.signature",),
        "attachment": ("fieldset a[href*='attachment.php']",),
    },
    inner={
        "codeblock": "code",
        "phpcodeblock": "code",
        "smilie": "smiley",
        "edited_post": "edited",
        "spoiler_wrap": "spoiler",
        "mycode_quote": "quote",
    },
    marks=(b'id="pid_', b"post_body"),
    needles=(b"my_post_key", b"MyBB", b'class="post_body'),
    title=("td.thead > div:not(.float_right) > strong", "td.thead > strong"),
    leading_ranks=True,
    outlet=("div.logo img", ".logo a img"),
    quote_head=("cite",),
)


class MybbReader(EngineReader):
    """Threads of MyBB 1.4 to 1.8, in its horizontal and its classic layout."""

    name = "mybb"
    engine = ENGINE
