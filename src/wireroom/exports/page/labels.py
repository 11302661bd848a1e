"""How Documents and their parts are called on the page."""

import re
import unicodedata

from wireroom.exports.page.anchors import Anchors, passage_at
from wireroom.exports.page.link_contexts import Link
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Document
from wireroom.records.passages import Passage
from wireroom.records.spans import Span

LONGEST = 90  # characters of a title in a list
_ABSOLUTE = re.compile(r"/|~/|[A-Za-z]:[\\/]|\\\\|file:")
_NAMELESS = {
    "pasted": "a pasted piece",
    "translation": "a translation",
    "embed": "an embedded piece",
    "caption": "a caption",
}


def title_of(document: Document) -> str:
    """What a Document is headed: its title, its first line, or its id."""
    if document.title and document.title.strip():
        return document.title
    first = document.text[:400].strip().split("\n", 1)[0].strip()
    return shortened(first) if first else id_of(document)


def id_of(document: Document) -> str:
    """The id to show. One made from a path begins with the file's name: see ``file_name``."""
    path = document.source_file
    if path and document.id.startswith(path):
        return file_name(path) + document.id[len(path) :]
    return plain_id(document.id)


def plain_id(identifier: str) -> str:
    """An id as it is, unless it is the whole path of a file: then its name."""
    return file_name(identifier) if _ABSOLUTE.match(identifier) else identifier


def file_name(path: str) -> str:
    """A path without the folders of whose machine it was; of an archive, with what was inside it.

    A page is made to be handed on, and nobody else should learn from it where somebody keeps
    their files.

    >>> file_name("/home/ada/story/mail.zip!in/1.eml"), file_name("C:\\\\Users\\\\ada\\\\1.txt")
    ('mail.zip!in/1.eml', '1.txt')
    """
    outer, mark, inner = path.partition("!")
    return outer.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] + mark + inner


def source_of(document: Document) -> str:
    """Who speaks in a Document: its outlet or author, else how it is headed."""
    return document.outlet or document.author or shortened(title_of(document), 60)


def passage_name(passage: Passage) -> str:
    """What a stretch of a thread is called: its outlet or title, and its post."""
    own = (
        passage.outlet or passage.author or (passage.title and f"“{shortened(passage.title, 50)}”")
    )
    post = f"post {passage.post}" if passage.post is not None else ""
    if passage.kind in _NAMELESS:
        own = own or _NAMELESS[passage.kind]
        return f"{own}, in {post}" if post else own
    return post or own or "the text"


def unit_link(anchors: Anchors, document: str, span: Span | None) -> Link:
    """The Document, or the part of the thread, that a span stands in."""
    known = anchors.find(document)
    if known is None:
        return Link(plain_id(document))
    passage = _passage(known.analysed, span)
    if passage is None:
        return Link(source_of(known.analysed.document), f"#d{known.number}")
    href = f"#d{known.number}p{passage.post}"
    return Link(passage_name(passage), href)


def unit_key(anchors: Anchors, document: str, span: Span) -> tuple[str, int, int]:
    """The same for spans of the same Document, or of the same part of a thread."""
    known = anchors.find(document)
    passage = _passage(known.analysed, span) if known else None
    if passage is None:
        return document, -1, -1
    return document, passage.post or 0, passage.part or 0


def _passage(analysed: AnalysedDocument, span: Span | None) -> Passage | None:
    if span is None or not analysed.document.posts:
        return None
    passage = passage_at(analysed, span)
    return passage if passage and passage.post is not None else None


def shortened(text: str, longest: int = LONGEST) -> str:
    """On one line, cut at ``longest`` characters, between words where there are any."""
    line = " ".join(text[: 4 * longest].split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    space = cut.rfind(" ", longest // 2)
    if space > 0 and not line[longest - 1].isspace():
        cut = cut[:space]
    return f"{cut.rstrip(' …,;:–—-')}…"


def direction_of(text: str) -> str:
    """Which way a text runs, by its first letter that says so: "rtl" or "ltr".

    ``dir="auto"`` looks past the quotation that an element wraps in an isolate of its own.
    """
    strong = (unicodedata.bidirectional(char) for char in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def visible(text: str) -> str:
    """Without what no one sees but turns text around it: for where nothing can isolate it.

    >>> visible("Port\u202e Selwyn")
    'Port Selwyn'
    """
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cs"))


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> plural(1, "report"), plural(2, "dispute")
    ('1 report', '2 disputes')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
