"""Who says what: every speaker with what they are said to have said, and through whom."""

from collections.abc import Iterator
from dataclasses import replace

from wireroom.exports.findings import is_frame, stance_in_words
from wireroom.exports.page.anchors import Anchors, passage_at, published_at
from wireroom.exports.page.contexts import RouteView, SpeakersView, SpeakerView, StatementView
from wireroom.exports.page.events import steps_as_links
from wireroom.exports.page.labels import shortened, title_of, unit_link
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.moments import moment_in_words
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.links import Evidence
from wireroom.records.spans import Span, hull
from wireroom.records.stories import Speaker, Statement, Story

# What somebody does of whom it is only known that a stretch of a text is theirs.
_FRAMES = {"post": "wrote", "outlet": "published", "agency": "published"}


def build_speaker_views(story: Story, anchors: Anchors) -> SpeakersView:
    """One entry a speaker, in the order of the story, with anchors that count in it.

    Posters and outlets whom no text makes say anything stand apart: all of their words are
    under the Documents.
    """
    framing: list[SpeakerView] = []
    named: list[SpeakerView] = []
    unnamed: list[SpeakerView] = []
    for number, speaker in enumerate(story.speakers, 1):
        view = _speaker(speaker, f"s{number}", anchors)
        if all(_is_frame(statement, anchors) for statement in speaker.statements):
            framing.append(view)
        else:
            (named if speaker.named else unnamed).append(view)
    return SpeakersView(tuple(named), tuple(unnamed), tuple(framing))


def _is_frame(statement: Statement, anchors: Anchors) -> bool:
    known = anchors.find(statement.document)
    return known is not None and is_frame(
        known.analysed.analysis.attributions[statement.attribution]
    )


def _verb(found: Attribution, words: Span | None, analysed: AnalysedDocument) -> str:
    if not is_frame(found):
        silent = found.stance == "no-comment" and not found.content
        return "does not comment" if silent else stance_in_words(found)
    passage = passage_at(analysed, words) if words else None
    if passage and passage.kind == "caption":
        return "is credited with"
    return _FRAMES.get(found.speaker_kind or "", "is named as author of")


def _speaker(speaker: Speaker, anchor: str, anchors: Anchors) -> SpeakerView:
    grouped: dict[tuple[str, ...], StatementView] = {}
    for _, view in sorted(_views(speaker, anchors), key=lambda pair: pair[0]):
        quote = view.quote
        wording = (quote.before, quote.words, quote.after) if quote else ()
        known = grouped.setdefault((view.verb, *wording), view)
        if known is not view:
            grouped[(view.verb, *wording)] = replace(known, routes=known.routes + view.routes)
    return SpeakerView(
        anchor,
        speaker.name,
        speaker.kind or "",
        speaker.reason,
        len({statement.document for statement in speaker.statements}),
        tuple(grouped.values()),
    )


def _views(speaker: Speaker, anchors: Anchors) -> Iterator[tuple[tuple[bool, str], StatementView]]:
    """Every statement, with what puts it in the order of time; without a time it comes last."""
    for statement in speaker.statements:
        known = anchors.find(statement.document)
        if known:
            view = _statement(statement, known.analysed, anchors)
            when = view.routes[0].when
            yield (not when, when), view


def _statement(statement: Statement, analysed: AnalysedDocument, anchors: Anchors) -> StatementView:
    found = analysed.analysis.attributions[statement.attribution]
    words = hull(found.content) or hull((*found.source, *found.cue))
    quote = anchors.quote(Evidence(statement.document, words)) if words else None
    route = RouteView(
        _chain(statement, anchors),
        _document(statement, words, anchors),
        moment_in_words(published_at(analysed, words)),
        quote.href if quote else None,
    )
    return StatementView(found.stance, _verb(found, words, analysed), quote, (route,))


def _chain(statement: Statement, anchors: Anchors) -> tuple[Link, ...]:
    """The hands that it went through; an outlet that no text names leads to the Document."""
    href = anchors.document_href(statement.document)
    return tuple(
        link if link.href else Link(link.text, href)
        for link in steps_as_links(anchors, statement.through)
    )


def _document(statement: Statement, words: Span | None, anchors: Anchors) -> Link | None:
    """Where it stands, unless the hands that it went through say so."""
    known = anchors.find(statement.document)
    if known is None:
        return None
    framed = is_frame(known.analysed.analysis.attributions[statement.attribution])
    if not statement.through and not framed:
        return unit_link(anchors, statement.document, words)
    if not known.analysed.document.posts or anchors.one_document:
        return None
    return Link(shortened(title_of(known.analysed.document), 60), f"#d{known.number}")
