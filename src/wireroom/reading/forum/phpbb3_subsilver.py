"""phpBB 3 in its style subsilver2."""

from wireroom.reading.forum.engine import Engine
from wireroom.reading.forum.reader import EngineReader

ENGINE = Engine(
    name="phpbb3_subsilver",
    board="phpBB 3, subsilver2",
    fields={
        # Nothing encloses a post: it goes from one name to the next.
        "post": ("b.postauthor",),
        "author": ("b.postauthor",),
        "rank": ("td.postdetails",),
        "date": ("td.gensmall > div + div", "td.gensmall"),
        "body": ("div.postbody",),
        "edited": ("span.gensmall",),
        "signature": ("span.postbody",),
        "attachment": ("div.attachcontent",),
        "stop": ("td.cat", "#pagefooter"),
    },
    inner={
        "quotetitle": "before",
        "quotecontent": "quote",
        "codetitle": "block",
        "codecontent": "code",
        "attachtitle": "skip",
        "attachcontent": "attachment",
    },
    marks=(b'class="postbody"', b"class=postbody"),
    needles=(b'class="postauthor"', b"class=postauthor"),
    title=("#pageheader h2 a.titles", "#pageheader h2", "a.titles"),
    outlet=("#logodesc h1",),
    flat=True,
)


class Phpbb3SubsilverReader(EngineReader):
    """Topics of phpBB 3 in the style subsilver2, in which posts are rows of a table."""

    name = "phpbb3_subsilver"
    engine = ENGINE
