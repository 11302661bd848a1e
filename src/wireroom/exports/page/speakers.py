"""Who says what: every speaker with what they are said to have said, and through whom."""

from wireroom.exports.findings import is_frame, stance_in_words
from wireroom.exports.page.anchors import Anchors, published_at
from wireroom.exports.page.contexts import SpeakerView, StatementView
from wireroom.exports.page.events import steps_as_links
from wireroom.exports.page.labels import shortened, title_of, unit_link
from wireroom.exports.page.link_contexts import Link
from wireroom.exports.page.moments import moment_in_words
from wireroom.records.links import Evidence
from wireroom.records.spans import Span, hull
from wireroom.records.stories import Speaker, Statement, Story


def build_speaker_views(story: Story, anchors: Anchors) -> tuple[SpeakerView, ...]:
    """One entry a speaker, in the order of the story."""
    return tuple(
        _speaker(speaker, f"s{number}", anchors) for number, speaker in enumerate(story.speakers, 1)
    )


def _speaker(speaker: Speaker, anchor: str, anchors: Anchors) -> SpeakerView:
    statements = (_statement(statement, anchors) for statement in speaker.statements)
    return SpeakerView(
        anchor,
        speaker.name,
        speaker.kind or "",
        speaker.reason,
        len({statement.document for statement in speaker.statements}),
        tuple(statement for statement in statements if statement),
    )


def _statement(statement: Statement, anchors: Anchors) -> StatementView | None:
    known = anchors.find(statement.document)
    if known is None:
        return None
    found = known.analysed.analysis.attributions[statement.attribution]
    words = hull(found.content) or hull((*found.source, *found.cue))
    return StatementView(
        _chain(statement, anchors),
        found.stance,
        stance_in_words(found),
        anchors.quote(Evidence(statement.document, words)) if words else None,
        _document(statement, words, anchors),
        moment_in_words(published_at(known.analysed, words)),
    )


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
