"""How Documents and their parts are called on the page."""

from wireroom.exports.page.anchors import Anchors, passage_at
from wireroom.exports.page.link_contexts import Link
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Document
from wireroom.records.passages import Passage
from wireroom.records.spans import Span

_LONGEST = 90
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
    return shortened(first) if first else document.id


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
        return Link(document)
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


def shortened(text: str, longest: int = _LONGEST) -> str:
    """On one line, cut at ``longest`` characters."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def plural(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> plural(1, "report"), plural(2, "dispute")
    ('1 report', '2 disputes')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
