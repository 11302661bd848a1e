"""A story put together from what was found."""

from dataclasses import replace

from stories.made_story import THREAD, WIRE, at, made_comparison, made_documents, made_story
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.links import ChainLink, Evidence, Origin
from wireroom.records.spans import Span
from wireroom.records.stories import OriginTree, SourcedReport, StoryCounts
from wireroom.stories import build_story


def _outline(tree: OriginTree) -> list[object]:
    def below(one: SourcedReport) -> list[object]:
        return [one.report.document, *(below(child) for child in one.children)]

    return [tree.origin.source if tree.origin else None, *(below(one) for one in tree.reports)]


def test_counts() -> None:
    assert made_story().counts == StoryCounts(4, 2, 2, 1, 1)


def test_an_origin_behind_two_events_is_one_origin() -> None:
    comparison = made_comparison()
    first = comparison.events[0]
    twice = replace(comparison, events=(first, replace(first, id="again")))
    counts = build_story("twice", made_documents(), twice).counts
    assert (counts.events, counts.origins, counts.not_established) == (2, 1, 2)


def test_reports_stand_under_their_origin_and_under_whom_they_had_it_from() -> None:
    fire = made_story().sources[0]
    assert (fire.reports, fire.origins, fire.not_established) == (4, 1, 1)
    assert [_outline(tree) for tree in fire.trees] == [
        ["Ilse Varga", ["wire-1", ["b/2"]]],
        [None, ["ar-3"], ["thread"]],
    ]


def test_a_report_without_an_origin_is_not_lost() -> None:
    event = replace(made_comparison().events[0], origins=())
    story = build_story("none", made_documents(), Comparison((event,), (), (), ()))
    (tree,) = story.sources[0].trees
    assert tree.origin is None
    assert len(tree.reports) == 4


def test_a_circle_of_copies_has_a_top() -> None:
    documents = ("wire-1", "b/2", "ar-3")
    around = Span(0, 5)
    chains = tuple(
        ChainLink(Evidence(document, around), documents[number - 1], True, "copied")
        for number, document in enumerate(documents)
    )
    event = Event(
        "e", "e", "ASSAULT", None, None,
        tuple(Report(document, 0, True) for document in documents),
        (Origin("outlet", "all", False, documents, "a circle"),),
    )  # fmt: skip
    story = build_story("circle", made_documents(), Comparison((event,), (), chains, ()))
    assert _outline(story.sources[0].trees[0]) == ["all", ["ar-3", ["wire-1", ["b/2"]]]]


def test_a_long_line_of_copies_is_cut_into_a_flat_end() -> None:
    reports = tuple(Report(f"doc{number}", 0, True) for number in range(2000))
    first = made_documents()[0]
    documents = tuple(
        replace(first, document=replace(first.document, id=report.document)) for report in reports
    )
    chains = tuple(
        ChainLink(Evidence(f"doc{number}", Span(0, 5)), f"doc{number - 1}", True, "copied")
        for number in range(1, 2000)
    )
    origin = Origin("outlet", "a", True, tuple(report.document for report in reports), "")
    event = Event("e", "e", "ASSAULT", None, None, reports, (origin,))
    story = build_story("line", documents, Comparison((event,), (), chains, ()))

    def count(one: SourcedReport) -> int:
        return 1 + sum(count(child) for child in one.children)

    (top,) = story.sources[0].trees[0].reports
    assert count(top) == 2000


def test_in_a_thread_a_report_goes_back_to_the_origin_that_is_named_beside_it() -> None:
    pier, varga = (Evidence("thread", at(THREAD, words)) for words in ("pier", "Варга"))
    origins = (
        Origin("witness", "post 1", True, ("thread",), "", (pier,)),
        Origin("person", "Варга", True, ("thread",), "", (varga,)),
    )
    event = Event(
        "e", "e", "ASSAULT", None, None,
        (Report("thread", 0, True), Report("thread", 1, False)), origins,
    )  # fmt: skip
    story = build_story("thread", made_documents(), Comparison((event,), (), (), ()))
    found = [(tree.reports[0].report.event, tree.origin) for tree in story.sources[0].trees]
    assert found == [(0, origins[0]), (1, origins[1])]


def test_who_says_what_through_whom() -> None:
    varga = made_story().speakers[0]
    assert (varga.name, varga.kind, varga.also) == (
        "Ilse Varga",
        "person",
        ("Varga", "Варга", "فارغا"),
    )
    chains = [
        (statement.document, [step.name for step in statement.through])
        for statement in varga.statements
    ]
    assert chains == [
        ("wire-1", ["Northwire"]),
        ("b/2", ["Daily Beacon"]),
        ("ar-3", ["صحيفة الميناء"]),
        ("thread", ["post 1", "Kolsky Vestnik"]),
    ]


def test_the_unnamed_come_last_and_stay_apart() -> None:
    documents = made_documents()
    twin = replace(documents[0], document=replace(documents[0].document, id="wire-2"))
    story = build_story("twins", (*documents, twin), _nothing())
    unnamed = [speaker for speaker in story.speakers if not speaker.named]
    assert [speaker.name for speaker in unnamed] == ["the union", "the union"]
    assert story.speakers[-2:] == tuple(unnamed)


def test_a_pronoun_is_nobody_and_a_last_name_alone_is_its_only_bearer() -> None:
    wire = made_documents()[0]
    first, second = wire.analysis.attributions
    she = replace(first, source=(at(WIRE, "were"),), speaker=None, speaker_kind=None)
    alone = replace(second, speaker="Varga", speaker_kind=None)
    analysis = replace(wire.analysis, attributions=(first, she, she, alone))
    speakers = build_story("one", (replace(wire, analysis=analysis),), _nothing()).speakers
    assert [(one.name, one.named, len(one.statements)) for one in speakers] == [
        ("Ilse Varga", True, 2),
        ("not named", False, 2),
    ]


def _nothing() -> Comparison:
    return Comparison((), (), (), ())


def test_headlines_that_differ_are_flagged_with_where_they_stand() -> None:
    beside, inside = made_story().headlines
    assert (beside.document, beside.passage, beside.title_at) == ("wire-1", None, None)
    assert inside.title_at is not None
    assert inside.title_at.of(THREAD) == inside.title == "Пожар в Порт-Гельме"


def test_a_headline_that_its_text_only_discusses_is_not_flagged() -> None:
    wire = made_documents()[0]
    assert wire.analysis.headline is not None
    finding = replace(wire.analysis.headline, relation="discusses", mismatches=())
    quiet = replace(wire, analysis=replace(wire.analysis, headline=finding))
    assert build_story("quiet", (quiet,), _nothing()).headlines == ()


def test_the_timeline_is_in_order_and_what_has_no_time_is_last() -> None:
    entries = made_story().timeline
    known = [entry.moment.first for entry in entries if entry.moment]
    assert known == sorted(known)
    assert [entry.moment is None for entry in entries] == sorted(
        entry.moment is None for entry in entries
    )
    assert {entry.lane for entry in entries} == {"event", "report"}


def test_the_order_of_documents_changes_no_count_and_no_tree() -> None:
    forwards, backwards = made_documents(), tuple(reversed(made_documents()))
    one = build_story("one", forwards, made_comparison())
    other = build_story("one", backwards, made_comparison())
    assert one.counts == other.counts
    assert one.sources == other.sources
    assert [speaker.name for speaker in one.speakers] == [
        speaker.name for speaker in other.speakers
    ]


def test_what_the_comparison_names_and_the_story_has_not_is_left_out() -> None:
    story = build_story("few", made_documents()[:1], made_comparison())
    assert story.counts.documents == 1
    assert {entry.document for entry in story.timeline if entry.document} == {"wire-1"}
    assert WIRE
