"""An edge of the graph, opened: what it says in words, and the two passages side by side."""

from collections.abc import Iterable, Sequence

from wireroom.exports.page.anchors import Anchors, language_at, published_at
from wireroom.exports.page.differing import mark_differences
from wireroom.exports.page.labels import title_of, unit_link
from wireroom.exports.page.link_contexts import EdgeView, Link, Marked, PassageSide
from wireroom.exports.page.moments import moment_in_words
from wireroom.records.documents import Document
from wireroom.records.links import ChainLink, Evidence

_LONGEST = 900  # characters of a passage that is held against nothing

SIGNS = {"dangling": "⇢", "circular": "↻", "cut": "✂"}
SENTENCES = {
    "dangling": "Dangling: what it names is not among these documents, so its own words cannot be"
    " held against this.",
    "circular": "Circular: following who cites whom leads back here, so nobody in the circle is"
    " where it comes from.",
    "cut": "Cut: a person decided that this ties nothing. It is shown, and not counted.",
}
_NO_DIRECTION = "Which of the two was first is not known."
_SHARED = ("copied", "quoted")


def build_edge_view(link: ChainLink, anchors: Anchors) -> EdgeView:
    """All that an edge opens to. Without the passage on a side, it says why there is none."""
    sides, note = _sides(link, anchors)
    return EdgeView(
        state=link.state if link.state in SIGNS else "",
        sign=SIGNS.get(link.state, ""),
        sentence=SENTENCES.get(link.state, ""),
        direction=_direction(link, anchors),
        sides=sides,
        note=note,
    )


def _direction(link: ChainLink, anchors: Anchors) -> str:
    if link.kind == "joined":
        return "A person decided that the two have one origin."
    if not link.direction_known:
        return _NO_DIRECTION
    when = moment_in_words(link.time)
    later = _name(link.evidence, anchors)
    dated = f"published {when}" if when else "whose time is not known"
    return f"Direction known: {later} ({dated}) has it from {_other(link, anchors)}."


def _sides(link: ChainLink, anchors: Anchors) -> tuple[tuple[PassageSide, ...], str]:
    """The earlier side first."""
    ends = [end for end in (link.there, link.here) if end]
    texts = [_text(end, anchors) for end in ends]
    if len(ends) < 2 or link.kind == "joined":
        shown = tuple(
            _side(end, (Marked("same", _cut(text)),), anchors)
            for end, text in zip(ends, texts, strict=True)
            if text
        )
        return shown, "" if link.kind == "joined" else _missing(link)
    plain: tuple[tuple[Marked, ...], ...]
    languages = {_language(end, anchors) for end in ends} - {None}
    if link.kind == "translated" or len(languages) > 1:
        plain = tuple((Marked("same", _cut(text)),) for text in texts)
        note = "In two languages: what differs is not marked word by word."
    else:
        plain = mark_differences(texts[0], texts[1])
        note = _what_is_marked(link, plain)
    return tuple(_side(end, pieces, anchors) for end, pieces in zip(ends, plain, strict=True)), note


def _what_is_marked(link: ChainLink, sides: Iterable[Sequence[Marked]]) -> str:
    if not any(piece.kind in ("gone", "new") for side in sides for piece in side):
        return "No word differs."
    if link.kind not in _SHARED:
        return (
            "The one tells it in its own words: struck out is what only the first has, underlined"
            " what only the second has."
        )
    return "Struck out is what only the first has, underlined what only the second has."


def _missing(link: ChainLink) -> str:
    """Why there is no second passage."""
    if link.state == "dangling":
        return ""  # the sentence of its state says so
    if not link.to_is_document:
        unknown = (
            "Which of its texts is meant is not known, so there is nothing to hold it against."
        )
        return unknown if link.here else ""
    return "The passage there that this rests on was not found."


def _side(end: Evidence, pieces: tuple[Marked, ...], anchors: Anchors) -> PassageSide:
    known = anchors.find(end.document)
    anchor = anchors.name(end.document, end.span)
    return PassageSide(
        name=Link(_name(end, anchors), f"#{anchor}" if anchor else None),
        when=moment_in_words(published_at(known.analysed, end.span)) if known else "",
        language=_language(end, anchors),
        pieces=pieces,
    )


def _text(end: Evidence, anchors: Anchors) -> str:
    known = anchors.find(end.document)
    return end.span.of(known.analysed.document.text) if known else ""


def _language(end: Evidence, anchors: Anchors) -> str | None:
    known = anchors.find(end.document)
    return language_at(known.analysed, end.span) if known else None


def _name(end: Evidence, anchors: Anchors) -> str:
    return unit_link(anchors, end.document, end.span).text


def _other(link: ChainLink, anchors: Anchors) -> str:
    if link.there:
        return _name(link.there, anchors)
    known = anchors.find(link.to) if link.to_is_document else None
    return document_name(known.analysed.document) if known else link.to


def document_name(document: Document) -> str:
    """A Document by its outlet and title."""
    title = title_of(document)
    return f"{document.outlet}: {title}" if document.outlet else title


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
