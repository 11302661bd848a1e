"""The whole way on a real thread: what a careful person sees in it, each with its characters.

The thread's text is read from the folder of real input, never kept here; a test names no more of
it than a few words.
"""

from functools import cache
from pathlib import Path

import pytest

from wireroom.extraction.values.gazetteer import Gazetteer
from wireroom.pipeline import analyse_document, compare_documents
from wireroom.reading import read_documents
from wireroom.records.analyses import AnalysedDocument
from wireroom.records.attributions import Attribution
from wireroom.records.comparisons import Comparison, Event
from wireroom.records.documents import Document
from wireroom.records.pages import Page
from wireroom.records.spans import Span
from wireroom.stories import build_story


@cache
def _read(path: Path) -> AnalysedDocument:
    (document,) = read_documents(Page(str(path), path.read_bytes()))
    assert isinstance(document, Document)
    return AnalysedDocument(document, analyse_document(document, Gazetteer.open()))


@cache
def _compared(path: Path) -> Comparison:
    return compare_documents([_read(path)])


@pytest.fixture
def thread(shared: Path) -> AnalysedDocument:
    return _read(shared / "stories" / "thread-syria.txt")


@pytest.fixture
def comparison(shared: Path) -> Comparison:
    return _compared(shared / "stories" / "thread-syria.txt")


def words(thread: AnalysedDocument, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(thread.document.text) for span in spans)


def post_at(thread: AnalysedDocument, offset: int) -> int:
    return next(p.number for p in thread.document.posts if p.start <= offset < p.end)


def events_with(
    thread: AnalysedDocument, comparison: Comparison, cue: str, post: int
) -> list[Event]:
    """The events that a sentence of a post with the given words reports."""
    return [
        event
        for event in comparison.events
        if any(_tells(thread, report.event, cue, post) for report in event.reports)
    ]


def _tells(thread: AnalysedDocument, index: int, cue: str, post: int) -> bool:
    """Whether a sentence of the post that has the given words mentions the event."""
    told = thread.analysis.events[index]
    return any(
        cue in sentence.of(thread.document.text) and post_at(thread, mention.start) == post
        for mention in (told.trigger, *told.mentions)
        for sentence in thread.analysis.sentences
        if sentence.covers(mention)
    )


def test_the_attack_on_the_refinery_is_one_event(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    (first,) = events_with(thread, comparison, "oil and gas facilities", post=2)
    (again,) = events_with(thread, comparison, "oil and gas facilities", post=3)
    assert first.id == again.id
    pasted = events_with(thread, comparison, "gas units", post=3)
    assert first.id in {event.id for event in pasted}


def test_the_sentence_that_stands_in_two_posts_is_quoted(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    repeated = [
        reuse
        for reuse in comparison.reuse
        if "oil and gas facilities" in reuse.copy.span.of(thread.document.text)
    ]
    assert [(reuse.kind, reuse.direction_known) for reuse in repeated] == [("quotation", True)]
    assert post_at(thread, repeated[0].origin.span.start) == 2
    assert post_at(thread, repeated[0].copy.span.start) == 3


def test_it_is_two_reports_and_a_quotation_of_one_of_them(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    (event,) = events_with(thread, comparison, "oil and gas facilities", post=2)
    roles = [report.role for report in event.reports]
    assert sorted(roles) == ["quotation", "report", "report"]
    assert event.told == 2
    quoted = event.reports[roles.index("quotation")]
    assert quoted.repeats is not None
    first = thread.analysis.events[event.reports[quoted.repeats].event]
    assert post_at(thread, first.trigger.start) == 2


def test_the_agency_of_the_photo_is_credited(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    credited = [link for link in comparison.chains if link.kind == "credited"]
    assert [link.to for link in credited] == ["Reuters"]
    assert not any(link.to == "REUTERS" for link in comparison.chains)


def test_the_item_below_it_stands_on_the_word_of_oil_officials(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    (event,) = events_with(thread, comparison, "oil and gas facilities", post=2)
    sources = {origin.source for origin in event.origins}
    assert any(source and "oil officials" in source for source in sources)
    assert len(event.origins) == 2


def test_damage_and_responsibility_are_disputed(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    (event,) = events_with(thread, comparison, "oil and gas facilities", post=2)
    disputes = {dispute.field: dispute for dispute in event.disputes}
    assert {"damage", "responsibility"} <= set(disputes)
    values = {value.value for value in disputes["damage"].values}
    assert any("minor" in value for value in values)
    assert any("material" in value for value in values)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_headline_that_says_syria_over_a_text_that_says_iraq_is_flagged(
    thread: AnalysedDocument, language: str
) -> None:
    flagged = [
        (passage, found.headline.mismatches)
        for found in thread.analysis.passage_headlines
        if (passage := thread.analysis.passages[found.passage]).post == 6
        and passage.language == language
    ]
    ((passage, mismatches),) = flagged
    assert passage.title is not None
    places = [mismatch for mismatch in mismatches if mismatch.field == "place"]
    assert places
    assert places[0].title.of(passage.title) in ("Сирии", "Syria")
    assert places[0].text.of(thread.document.text) in ("Iraq", "Baghdad", "suburbs of Baghdad")


def test_nothing_else_in_the_thread_is_flagged(thread: AnalysedDocument) -> None:
    flagged = [
        thread.analysis.passages[found.passage].title
        for found in thread.analysis.passage_headlines
        if found.headline.mismatches and thread.analysis.passages[found.passage].post != 6
    ]
    assert flagged == []


def said_by(thread: AnalysedDocument, speaker: str) -> list[Attribution]:
    return [a for a in thread.analysis.attributions if a.speaker and speaker in a.speaker]


@pytest.mark.parametrize(
    ("speaker", "content"),
    [
        ("Pompeo", "blood on their hands"),
        ("Erdogan", "cannot handle"),
        ("Haddad", "perfectly happy"),
        ("Hitchens", "More is known"),
        ("Evstafiev", "risky man"),
        ("Peskov", "held talks"),
    ],
)
def test_speakers_of_what_they_said(thread: AnalysedDocument, speaker: str, content: str) -> None:
    assert any(content in words(thread, a.content) for a in said_by(thread, speaker))


def chain(thread: AnalysedDocument, attribution: Attribution) -> list[str | None]:
    """Who passed it on, innermost first."""
    names, inside = [attribution.speaker], attribution.inside
    while inside is not None:
        outer = thread.analysis.attributions[inside]
        names.append(outer.speaker)
        inside = outer.inside
    return names


def test_a_paragraph_comes_through_four_hands(thread: AnalysedDocument) -> None:
    quoted = [
        a
        for a in said_by(thread, "Bellingcat")
        if "a comparison of the points raised" in words(thread, a.content)
    ]
    names = [chain(thread, a) for a in quoted]
    assert any(
        len(each) == 4
        and each[0] is not None
        and "Hitchens" in str(each[1])
        and ("MoA" in str(each[2]) or "Moon of Alabama" in str(each[2]))
        and "post" in str(each[3])
        for each in names
    ), names


def the_one(thread: AnalysedDocument, source: str, cue: str) -> Attribution:
    """The one attribution with these exact words as its source and its cue."""
    (found,) = [
        a
        for a in thread.analysis.attributions
        if (words(thread, a.source), words(thread, a.cue)) == (source, cue)
    ]
    return found


def test_the_piece_about_the_base_has_it_from_another_outlet(thread: AnalysedDocument) -> None:
    reported = the_one(thread, "the al Jazeera television news channel", "just reported")
    assert words(thread, reported.content).startswith("four rockets exploded")
    assert words(thread, reported.content).endswith("stationed in Iraq")
    assert reported.speaker_kind == "outlet"
    assert chain(thread, reported) == ["al Jazeera", "Russian Spring", "post 6"]


def test_the_piece_about_the_base_cites_unnamed_media_too(thread: AnalysedDocument) -> None:
    media = the_one(thread, "the Arab media", "As specified by")
    assert (media.speaker, media.speaker_kind) == (None, "unnamed")
    assert chain(thread, media) == [None, "Russian Spring", "post 6"]


def test_what_an_outlet_says_of_itself_nobody_passes_on(thread: AnalysedDocument) -> None:
    own = the_one(thread, 'the "Russian Spring"', "already reported")
    assert chain(thread, own) == ["Russian Spring", "Russian Spring", "post 6"]


def test_all_pieces_of_the_outlet_are_its_own(thread: AnalysedDocument) -> None:
    outlets = {
        part.published: part.outlet
        for post in thread.document.posts[5:7]
        for part in post.parts
        if part.published
    }
    assert outlets == {
        "2019-12-29T23:49": "Russian Spring",
        "2020-01-07T17:14": "Russian Spring",
        "2020-01-07T19:43": "Russian Spring",
    }


def test_a_lede_below_a_picture_is_told_by_the_piece_of_its_headline(
    thread: AnalysedDocument,
) -> None:
    headline = the_one(thread, "Pompeo", ":")
    lede = the_one(thread, "U.S. Secretary of State Mike Pompeo", "said")
    assert headline.inside == lede.inside
    assert lede.inside is not None
    piece = thread.analysis.attributions[lede.inside]
    assert (piece.speaker, piece.speaker_kind) == (None, "outlet")
    assert chain(thread, lede) == ["Mike Pompeo", None, "post 3"]


def test_the_credit_of_a_picture_is_an_agency(thread: AnalysedDocument) -> None:
    caption = the_one(thread, "REUTERS", "")
    assert (caption.speaker, caption.speaker_kind) == ("REUTERS", "agency")
    assert chain(thread, caption) == ["REUTERS", None, "post 3"]


def _in_post(thread: AnalysedDocument, attribution: Attribution, number: int) -> bool:
    post = thread.document.posts[number - 1]
    spans = attribution.source or attribution.content
    return bool(spans) and post.span.covers(spans[0])


def test_no_comment_is_a_position_on_the_ceasefire(thread: AnalysedDocument) -> None:
    (silent,) = [a for a in thread.analysis.attributions if a.stance == "no-comment"]
    assert words(thread, silent.source).endswith("Tahrir al-Sham")
    assert words(thread, silent.cue) == "has not commented"
    assert words(thread, silent.content).startswith("Russia and Turkey")
    assert words(thread, silent.content).endswith("de-escalation zone")
    assert chain(thread, silent) == [silent.speaker, "post 8"]


def test_the_oil_officials_have_their_words_and_no_more(thread: AnalysedDocument) -> None:
    said = the_one(thread, "oil officials", "said")
    assert words(thread, said.content).endswith("disrupting production")
    assert said.speaker_kind == "unnamed"
    assert words(thread, the_one(thread, "oil officials", "calling").content).startswith("it a")


def test_a_block_is_of_its_document_and_goes_to_its_end(thread: AnalysedDocument) -> None:
    decision = the_one(thread, "The decision", "also calls upon")
    assert decision.speaker_kind == "document"
    assert not any(words(thread, a.cue).startswith("added") for a in thread.analysis.attributions)
    (statement,) = [a for a in said_by(thread, "Russian statement") if a.kind == "direct"]
    assert statement.speaker_kind == "document"
    assert words(thread, statement.content).endswith("modalities of its financing.")
    (revealed,) = said_with(thread, "to then reveal")
    assert revealed.speaker == "Peter Hitchens"
    assert words(thread, revealed.content).endswith("suppression of research.")
    assert {
        a.speaker
        for a in thread.analysis.attributions
        if words(thread, a.cue).split()[:1] == ["tell"]
    } == {"Peter Hitchens"}


def said_with(thread: AnalysedDocument, cue: str) -> list[Attribution]:
    return [a for a in thread.analysis.attributions if words(thread, a.cue) == cue]


@pytest.mark.parametrize(
    ("source", "cue", "speaker"),
    [
        ("he", "said", "Tareq Haddad"),
        ("The journalist", "said", "Tareq Haddad"),
        ("he", "writes", "Peter Hitchens"),
        ("the telegram channel", "notes", "WarGonzo"),
        (
            'The authors of the telegram channel "Major and General"',
            "noting",
            "Major and General",
        ),
    ],
)
def test_a_description_or_a_pronoun_is_whom_it_means(
    thread: AnalysedDocument, source: str, cue: str, speaker: str
) -> None:
    assert the_one(thread, source, cue).speaker == speaker


def test_speech_that_runs_over_two_paragraphs_is_whole(thread: AnalysedDocument) -> None:
    notes = the_one(thread, "the telegram channel", "notes")
    assert notes.kind == "direct"
    assert len(notes.content) == 2
    assert words(thread, notes.content).startswith('"It is difficult')
    assert words(thread, notes.content).endswith('sidelines, "')


def test_documents_tell_what_officials_did_and_not_the_officials(
    thread: AnalysedDocument,
) -> None:
    told = the_one(thread, "whistleblower testimony and leaked documents", "According to")
    assert words(thread, told.content).startswith("OPCW officials raised")
    assert chain(thread, told) == [None, "The Grayzone", "post 4"]


@pytest.mark.parametrize("cue", ["is going", "block", "attacked", "reports"])
def test_no_deed_is_taken_for_speech(thread: AnalysedDocument, cue: str) -> None:
    assert not said_with(thread, cue)


def test_the_veto_is_one_event_of_one_origin(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    own = events_with(thread, comparison, "vetoed the aid", post=3)
    headline = events_with(thread, comparison, "casts 14th", post=3)
    lede = events_with(thread, comparison, "cast its 14th", post=3)
    shared_ids = {e.id for e in own} & {e.id for e in headline} & {e.id for e in lede}
    assert len(shared_ids) == 1
    (event,) = [each for each in own if each.id in shared_ids]
    pompeo = [origin for origin in event.origins if origin.source == "Mike Pompeo"]
    (origin,) = [origin for origin in event.origins if origin not in pompeo]
    told = {evidence.span.of(thread.document.text) for evidence in origin.evidence}
    assert told == {"vetoed", "veto"}
    assert not origin.established


def test_days_of_the_week_are_read_against_the_thread(thread: AnalysedDocument) -> None:
    days = {
        d.span.of(thread.document.text): d.value
        for d in thread.analysis.dates
        if post_at(thread, d.start) == 3 and d.span.of(thread.document.text).endswith("day")
    }
    assert days == {"Friday": "2019-12-20", "Saturday": "2019-12-21", "Sunday": "2019-12-22"}


def test_no_post_without_a_date_lends_its_events_the_day_of_another(
    thread: AnalysedDocument,
) -> None:
    passages = thread.analysis.passages
    for event in thread.analysis.events:
        inside = [p for p in passages if p.start <= event.trigger.start < p.end]
        assert event.day_told or not any(passage.nearby for passage in inside)


def test_what_is_no_event_is_a_mention_with_a_reason(comparison: Comparison) -> None:
    events = [event for event in comparison.events if event.standing == "event"]
    mentions = [event for event in comparison.events if event.standing == "mention"]
    assert 5 <= len(events) <= 20
    assert mentions
    assert all(event.standing_reason for event in (*events, *mentions))
    assert not any(event.disputes for event in mentions)


def test_the_visit_of_that_day_is_one_event_in_both_languages(
    thread: AnalysedDocument, comparison: Comparison
) -> None:
    (visit,) = [
        event
        for event in comparison.events
        if event.standing == "event" and event.type == "CONSULT" and event.date == "2020-01-07"
    ]
    assert visit.place == "Damascus"
    told = [thread.analysis.events[report.event] for report in visit.reports]
    names = {one.name for each in told for one in (*each.actors, *each.targets)}
    assert {"Putin", "Путин"} <= names


def test_neither_leaks_nor_machines_speak(thread: AnalysedDocument, comparison: Comparison) -> None:
    speakers = build_story("thread", (thread,), comparison).speakers
    names = {name for each in speakers for name in (each.name, *each.also)}
    assert "Bellingcat" in names
    assert not names & {"Leaks", "US warplanes"}
