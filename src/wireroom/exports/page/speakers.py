"""Who says what: every speaker with what they are said to have said over time, and by whom."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from wireroom.exports.findings import certainty_in_words, is_frame
from wireroom.exports.page.anchors import Anchors, published_at
from wireroom.exports.page.labels import shortened, title_of
from wireroom.exports.page.lines import line_of, steps_before, verb_of
from wireroom.exports.page.link_contexts import Link, StepView
from wireroom.exports.page.moments import moment_in_words
from wireroom.exports.page.speaker_contexts import (
    DayView,
    JoiningView,
    RouteView,
    SeriesView,
    SpeakersView,
    SpeakerView,
    StatementView,
)
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.links import Evidence
from wireroom.records.spans import Span, hull
from wireroom.records.stories import Joining, Speaker, Statement, Story

_SHOWN = 4  # statements of one speaker that are shown at once; one more is not folded alone
_TITLE = 60  # characters of a Document's title
_DIRECT = ""


def build_speaker_views(story: Story, anchors: Anchors) -> SpeakersView:
    """One entry a speaker, in the order of the story, with anchors that count in it.

    Posters and outlets whom no text makes say anything stand apart, because all of their words
    are under the Documents; so do those who are only said to have done something.
    """
    lists: dict[str, list[SpeakerView]] = {}
    for number, speaker in enumerate(story.speakers, 1):
        view = _speaker(speaker, f"s{number}", anchors)
        lists.setdefault(_list_of(speaker, view), []).append(view)
    return SpeakersView(*(tuple(lists.get(name, ())) for name in _LISTS))


_LISTS = ("named", "unnamed", "framing", "doing")


def _list_of(speaker: Speaker, view: SpeakerView) -> str:
    if view.series.first:
        return "named" if speaker.named else "unnamed"
    return "framing" if view.own.first else "doing"


@dataclass(frozen=True, slots=True)
class _Said:
    """One statement with its Document, and when that was published."""

    analysed: AnalysedDocument
    index: int
    when: str

    @property
    def is_frame(self) -> bool:
        return is_frame(self.analysed.analysis.attributions[self.index])

    def place(self) -> tuple[bool, str]:
        """In the order of time; without a time it comes last."""
        return not self.when, self.when


def _speaker(speaker: Speaker, anchor: str, anchors: Anchors) -> SpeakerView:
    said = _timed((one for one in speaker.statements if one.within is None), anchors)
    parts = _timed((one for one in speaker.statements if one.within is not None), anchors)
    sayings = [one for one in said if not one.is_frame]
    deeds = _timed(speaker.deeds, anchors)
    verbs = Counter(verb_of(anchors, one.analysed, one.index).text for one in sayings)
    through = Counter(_through(one, {speaker.name, *speaker.also}, anchors) for one in said)
    return SpeakerView(
        anchor,
        speaker.name,
        speaker.kind or "",
        speaker.reason,
        tuple(_joining(joining, anchors) for joining in speaker.joinings),
        _documents([one.analysed for one in (*said, *deeds)], anchors),
        through.pop(_DIRECT, 0),
        tuple(through.most_common()),
        tuple(verbs.most_common()),
        _series(sayings, anchors),
        _series([one for one in said if one.is_frame], anchors),
        _series(deeds, anchors),
        _series(parts, anchors),
    )


def _timed(statements: Iterable[Statement], anchors: Anchors) -> list[_Said]:
    said = []
    for statement in statements:
        known = anchors.find(statement.document)
        if known:
            found = known.analysed.analysis.attributions[statement.attribution]
            words = hull(found.content) or hull((*found.source, *found.cue))
            when = moment_in_words(published_at(known.analysed, words))
            said.append(_Said(known.analysed, statement.attribution, when))
    return sorted(said, key=_Said.place)


def _through(one: _Said, own: Collection[str], anchors: Anchors) -> str:
    """Who passes it on last; nobody where the words are in a piece of the speaker's own."""
    if one.is_frame:
        return _DIRECT
    steps = steps_before(anchors, one.analysed, one.index)
    others = [step for step in steps if step.name.text not in own]
    if others:
        return _called(others[-1])
    return _DIRECT if steps else shortened(title_of(one.analysed.document), _TITLE)


def _called(step: StepView) -> str:
    own = step.kind if step.kind.startswith("post ") else ""
    return f"{step.name.text} ({own})" if own else step.name.text


def _documents(analysed: Iterable[AnalysedDocument], anchors: Anchors) -> tuple[Link, ...]:
    """Each once; two of one name are told apart by a number."""
    links = dict.fromkeys(_document(one, anchors) for one in analysed)
    seen: Counter[str] = Counter()
    named: list[Link] = []
    for link in links:
        seen[link.text] += 1
        number = seen[link.text]
        named.append(link if number == 1 else Link(f"{link.text} ({number})", link.href))
    return tuple(named)


def _document(analysed: AnalysedDocument, anchors: Anchors) -> Link:
    name = analysed.document.outlet or shortened(title_of(analysed.document), _TITLE)
    return Link(name, anchors.document_href(analysed.document.id))


def _joining(joining: Joining, anchors: Anchors) -> JoiningView:
    names = (joining.one, joining.other)
    places = [anchors.name(evidence.document, evidence.span) for evidence in joining.evidence]
    hrefs = [f"#{place}" if place else None for place in places] if len(places) == 2 else [None] * 2
    links = tuple(Link(name, href) for name, href in zip(names, hrefs, strict=True))
    return JoiningView(links, joining.reason)


def _series(said: Sequence[_Said], anchors: Anchors) -> SeriesView:
    grouped: dict[tuple[str, ...], StatementView] = {}
    times: dict[tuple[str, ...], str] = {}
    for one in said:
        view = _statement(one, anchors)
        quote = view.quote
        words = (quote.before, quote.words, quote.after) if quote else (_place_of(one),)
        key = (view.verb.text, view.certainty, *words)
        known = grouped.setdefault(key, view)
        times.setdefault(key, one.when)
        if known is not view:
            grouped[key] = replace(known, routes=known.routes + view.routes)
    rows = [(times[key], view) for key, view in grouped.items()]
    shown = len(rows) if len(rows) <= _SHOWN + 1 else _SHOWN
    return SeriesView(tuple(_days(rows[:shown])), tuple(_days(rows[shown:])))


def _place_of(one: _Said) -> str:
    return f"{one.analysed.document.id} {one.index}"


def _days(rows: Sequence[tuple[str, StatementView]]) -> Iterator[DayView]:
    for when, group in groupby(rows, key=lambda row: row[0]):
        yield DayView(when, tuple(view for _, view in group))


def _statement(one: _Said, anchors: Anchors) -> StatementView:
    analysed = one.analysed
    found = analysed.analysis.attributions[one.index]
    words: Span | None = hull(found.content) or hull((*found.source, *found.cue))
    quote = anchors.quote(Evidence(analysed.document.id, words)) if words else None
    line = line_of(anchors, analysed, one.index)
    told = line.steps[:-1] if one.is_frame else line.steps
    # Where nobody else passes it on, its Document has to be named.
    named = any(step.name.text for step in line.steps[:-1]) or bool(analysed.document.posts)
    document = (
        None
        if named and (anchors.one_document or not analysed.document.posts)
        else (_document(analysed, anchors))
    )
    names = {step.name.text for step in line.steps}
    channel = _channel(one, names, anchors)
    route = RouteView(told, document, quote.href if quote else None, channel)
    return StatementView(found.stance, line.verb, quote, (route,), _certainty(found))


def _certainty(found: Attribution) -> str:
    """That it is passed on goes without saying here: the hands stand below."""
    return "" if found.certainty == "reported" else certainty_in_words(found)


def _channel(one: _Said, names: Collection[str], anchors: Anchors) -> Link | None:
    """The medium that it was said to, unless that is among ``names``, of the hands shown."""
    channel = one.analysed.analysis.attributions[one.index].channel
    if channel is None or channel.name in names:
        return None
    anchor = anchors.name(one.analysed.document.id, channel.span)
    return Link(channel.name, f"#{anchor}" if anchor else None)
