"""SMF 1."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="smf1",
    board="SMF 1",
    fields={
        # The innermost table that has both the poster and the words.
        "post": ("td.windowbg", "td.windowbg2", "td.windowbg3", "td.approvebg"),
        "author": ("td[rowspan='2']", "td.poster_info"),
        "rank": ("td[rowspan='2'] > div.smalltext", "td.poster_info > div.smalltext"),
        "date": ("[id^='subject_'] + div.smalltext", ".subject + div.smalltext"),
        "label": (".message_number",),
        "permalink": ("[id^='subject_']", ".subject"),
        "body": ("div.post",),
        "edited": ("td[id^='modified_']",),
        "signature": ("div.signature",),
        "attachment": ("td.smalltext > div[style*='overflow'] > a",),
    },
    inner={
        "quoteheader": "before",
        "quote": "quote",
        "codeheader": "block",
        "code": "code",
    },
    marks=(b'class="post"', b"class='post'", b"class=post"),
    needles=(b"quickModForm", b"smf_scripturl"),
    unless=(b"post_wrapper",),
    title=("#top_subject",),
    inside={"author": "b"},
    leading_ranks=True,
    has_decoys=True,
)


class Smf1Reader(EngineReader):
    """Topics of SMF 1.0 and 1.1, in whose templates posts are tables."""

    name = "smf1"
    engine = ENGINE
