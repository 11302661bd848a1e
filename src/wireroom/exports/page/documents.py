"""Documents in full, with every finding highlighted and linked both ways."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wireroom.exports.findings import list_findings
from wireroom.exports.page.anchors import Anchors, language_at
from wireroom.exports.page.document_contexts import Block, DocumentView, Fact, Piece, PostView
from wireroom.exports.page.labels import file_name, id_of, title_of
from wireroom.exports.page.layers import Layers, build_layers
from wireroom.exports.page.link_contexts import Link, Quote
from wireroom.exports.page.moments import moment_in_words
from wireroom.exports.page.outline import build_outline
from wireroom.exports.page.segments import Segment, split_segments
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.documents import Document, Part, Post
from wireroom.records.links import Reuse
from wireroom.records.spans import Span
from wireroom.records.stories import Story

_BLANK = re.compile(r"\n\s*\n")  # empty lines, however many

_PART_NAMES = {
    "own": "own words",
    "quote": "quotation",
    "pasted": "pasted",
    "translation": "translation",
    "caption": "caption",
    "embed": "embedded",
    "furniture": "furniture of the page",
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One Document while it is laid out."""

    number: int
    analysed: AnalysedDocument
    segments: Sequence[Segment]
    starts: Sequence[int]
    layers: Layers

    @property
    def text(self) -> str:
        return self.analysed.document.text


def build_document_views(
    story: Story, anchors: Anchors, events: Mapping[str, tuple[Link, ...]]
) -> tuple[DocumentView, ...]:
    """Every Document of the story. Call it last: only then are all anchors known.

    ``events`` gives the events that a Document is in.
    """
    reuse: dict[str, list[Reuse]] = {}
    for one in story.comparison.reuse:
        for document in dict.fromkeys((one.origin.document, one.copy.document)):
            reuse.setdefault(document, []).append(one)
    set_aside = _set_aside(story, anchors)
    found = [list_findings(analysed) for analysed in story.documents]
    layers = [
        build_layers(number, analysed, findings, reuse.get(analysed.document.id, ()), anchors)
        for number, (analysed, findings) in enumerate(zip(story.documents, found, strict=True), 1)
    ]
    return tuple(
        replace(
            _document(number, analysed, made, anchors, events.get(analysed.document.id, ())),
            set_aside=tuple(set_aside.get(analysed.document.id, ())),
        )
        for number, (analysed, made) in enumerate(zip(story.documents, layers, strict=True), 1)
    )


def _set_aside(story: Story, anchors: Anchors) -> dict[str, list[tuple[Quote, str]]]:
    """The boilerplate of each Document, with where it stands."""
    found: dict[str, list[tuple[Quote, str]]] = {}
    for each in story.comparison.boilerplate:
        if quote := anchors.quote(each.evidence, around=0):
            found.setdefault(each.evidence.document, []).append((quote, each.reason))
    return found


def _document(
    number: int,
    analysed: AnalysedDocument,
    layers: Layers,
    anchors: Anchors,
    events: tuple[Link, ...],
) -> DocumentView:
    document = analysed.document
    outline = build_outline(anchors, analysed)
    layers = layers.with_anchors(anchors.named(number))
    cuts = _cuts(document)
    segments = split_segments(document.text, layers.spans, cuts)
    starts = [segment.start for segment in segments]
    sheet = _Sheet(number, analysed, segments, starts, layers)
    return DocumentView(
        f"d{number}",
        number,
        title_of(document),
        document.outlet or "",
        document.kind,
        moment_in_words(document.published),
        language_at(analysed, Span(0, 0)),
        _facts(document, analysed.analysis.language),
        _posts(sheet) if document.posts else (_whole(sheet),),
        layers.findings,
        events,
        outline,
    )


def _cuts(document: Document) -> list[int]:
    """Where posts and parts begin and end, and where white space at their edges and within does."""
    text = document.text
    edges = {0, len(text)}
    for post in document.posts:
        edges.update((post.start, post.end), *(part.span for part in post.parts))
    cuts = sorted(edges)
    for start, end in itertools.pairwise(cuts[:]):
        piece = text[start:end]
        cuts += [end - len(piece.lstrip()), start + len(piece.rstrip())]
    return cuts + [cut for found in _BLANK.finditer(text) for cut in found.span()]


def _facts(document: Document, language: str) -> tuple[Fact, ...]:
    known = document.provenance
    url = document.url or ""
    if url.lower().startswith("file:"):
        url = file_name(url)
    plain_url = url if url.lower().startswith(("http://", "https://")) else None
    facts = [
        Fact("outlet", document.outlet or "not known", known.get("outlet", "")),
        Fact("author", document.author or "not known", known.get("author", "")),
        Fact(
            "published",
            moment_in_words(document.published) or "not known",
            known.get("published", ""),
        ),
        Fact("language", "could not be told" if language == "und" else language, ""),
        Fact("address", url, known.get("url", ""), plain_url),
        Fact("file", file_name(document.source_file or ""), ""),
        Fact("id", "" if document.id == document.source_file else id_of(document), ""),
        Fact("SHA-256 of the text", document.sha256, ""),
    ]
    return tuple(fact for fact in facts if fact.value)


def _whole(sheet: _Sheet) -> PostView:
    block = _block(sheet, Span(0, len(sheet.text)), "", "whole", f"d{sheet.number}t")
    return PostView("", 0, "", "", "", False, (block,))


def _posts(sheet: _Sheet) -> tuple[PostView, ...]:
    """The posts in order, and between them what stands outside all posts."""
    views: list[PostView] = []
    at = 0
    used: set[str] = set()
    posts = sheet.analysed.document.posts
    for index, post in sorted(enumerate(posts), key=lambda pair: pair[1].start):
        if post.start > at:
            views.append(_outside(sheet, Span(at, post.start), len(views)))
        anchor = f"d{sheet.number}p{post.number}"
        anchor = anchor if anchor not in used else f"{anchor}-{index}"
        used.add(anchor)
        views.append(_post(sheet, post, anchor, at))
        at = max(at, post.end)
    if at < len(sheet.text):
        views.append(_outside(sheet, Span(at, len(sheet.text)), len(views)))
    return tuple(views)


def _outside(sheet: _Sheet, span: Span, index: int) -> PostView:
    anchor = f"d{sheet.number}g{index}"
    block = _block(sheet, span, "outside the posts", "furniture", f"{anchor}t")
    return PostView(anchor, 0, "", "", "", False, (block,))


def _post(sheet: _Sheet, post: Post, anchor: str, shown_to: int) -> PostView:
    """A post with its parts; characters that an earlier post has shown are not shown again."""
    blocks: list[Block] = []
    at = min(max(post.start, shown_to), post.end)
    for index, part in sorted(enumerate(post.parts), key=lambda pair: pair[1].start):
        start, end = min(max(part.start, at), post.end), min(part.end, post.end)
        if start > at:
            blocks.append(_block(sheet, Span(at, start), "", "own", f"{anchor}g{index}"))
            at = start
        if start < end:
            label = _part_label(part)
            block = _block(sheet, Span(start, end), label, part.kind, f"{anchor}t{index}")
            blocks.append(_beside(sheet, post, part, block, anchor))
            at = end
    if at < post.end:
        blocks.append(_block(sheet, Span(at, post.end), "", "own", f"{anchor}g"))
    return PostView(
        anchor,
        post.number,
        post.author or "author not given",
        " · ".join(post.ranks),
        moment_in_words(post.published),
        post.edited,
        tuple(blocks),
    )


def _part_label(part: Part) -> str:
    pieces = [_PART_NAMES[part.kind]]
    if part.continues is not None:
        pieces.append(", continued")
    if part.quotes_post is not None:
        pieces.append(f"of post {part.quotes_post}")
    if part.outlet or part.author:
        pieces.append(
            f"from {part.outlet}" + (f", by {part.author}" if part.author else "")
            if part.outlet
            else f"by {part.author}"
        )
    if part.published:
        pieces.append(f"· {moment_in_words(part.published)}")
    if part.duration_seconds:
        minutes, seconds = divmod(part.duration_seconds, 60)
        pieces.append(f"· {minutes}:{seconds:02d} long")
    return " ".join(pieces).replace(" ,", ",")


def _beside(sheet: _Sheet, post: Post, part: Part, block: Block, anchor: str) -> Block:
    """A translation with its original at its side."""
    index = part.translation_of
    if index is None or not 0 <= index < len(post.parts):
        return block
    original = post.parts[index].span
    return replace(
        block,
        beside=original.of(sheet.text).strip(),
        beside_href=f"#{anchor}t{index}",
        beside_language=language_at(sheet.analysed, original),
    )


def _block(sheet: _Sheet, span: Span, label: str, kind: str, anchor: str) -> Block:
    first = bisect_left(sheet.starts, span.start)
    last = bisect_left(sheet.starts, span.end)
    pieces = tuple(_piece(sheet, segment, span) for segment in sheet.segments[first:last])
    if all(piece.blank for piece in pieces):
        label, kind = "", "blank"
    return Block(label, kind, anchor, language_at(sheet.analysed, span), pieces)


def _piece(sheet: _Sheet, segment: Segment, block: Span) -> Piece:
    text = sheet.text[segment.start : segment.end]
    edge = segment.start == block.start or segment.end == block.end
    blank = text.isspace() and (edge or text.count("\n") > 1)
    turning = " ".join(f"U+{ord(char):04X}" for char in text) if segment.turning else ""
    if not segment.marks:
        return Piece(text, turning=turning, blank=blank)
    ids, classes, href = sheet.layers.of(segment)
    # A link of white space alone would be a stop for the tab key without a name.
    return Piece(text, ids, classes, None if text.isspace() else href, turning, blank)
