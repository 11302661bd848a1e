"""What the page shows first, what it folds away, and where its counts lead."""

from dataclasses import replace

import pytest
from lxml import html
from lxml.html import HtmlElement

from exports.selecting import select, words_of
from stories.made_story import THREAD, WIRE, at, made_comparison, made_documents, made_story
from wireroom.exports.as_page import as_page
from wireroom.exports.page.weight import event_names, is_remark, weightiest_first
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.documents import Document
from wireroom.records.links import ChainLink, Evidence
from wireroom.records.quantities import Quantity
from wireroom.records.spans import Span
from wireroom.records.stories import Story
from wireroom.stories import build_story


def _page(story: Story) -> HtmlElement:
    return html.document_fromstring(as_page(story))


def _told(event: Event, **changes: object) -> Story:
    changed = replace(event, **changes)  # type: ignore[arg-type]
    return build_story("one", made_documents(), Comparison((changed,), (), (), ()))


SMOKE = made_comparison().events[1]


def test_disputes_and_headlines_come_before_events_and_events_before_the_rest() -> None:
    page = _page(made_story())
    sections = [section.get("id") for section in select(page, "main > section")]
    assert sections == [
        "glance", "disputes", "headlines", "events", "timeline", "speakers", "documents",
    ]  # fmt: skip
    contents = [str(link.get("href"))[1:] for link in select(page, ".contents > ol > li > a")]
    assert contents == sections


def test_where_nothing_is_in_dispute_the_page_begins_with_events() -> None:
    page = _page(_told(SMOKE))
    sections = [section.get("id") for section in select(page, "main > section")]
    assert sections[:2] == ["headlines", "events"] or sections[:2] == ["glance", "headlines"]
    quiet = build_story("quiet", made_documents()[2:3], Comparison((), (), (), ()))
    assert select(_page(quiet), "main > section")[0].get("id") == "events"


def test_what_to_look_at_first_names_each_value_and_leads_to_it() -> None:
    page = _page(made_story())
    first, *_ = select(page, "#glance .glance > li")
    assert words_of(select(first, ".what")[0]) == "Warehouse fire in Port Alba"
    values = [link for link in select(first, ".differ a") if "v" in str(link.get("href"))]
    assert [words_of(link) for link in values] == ["A at least 12", "B 9"]
    for link in values:
        (target,) = select(page, str(link.get("href")))
        assert target.tag == "dt"


def test_every_count_of_a_card_leads_to_what_it_counts() -> None:
    page = _page(made_story())
    reports, origins, left_open = select(page, "#e1 .inside .count")
    (first,) = select(page, str(reports.get("href")))
    assert select(first, ".report")
    (established,) = select(page, str(origins.get("href")))
    assert words_of(select(established, "h4 .tag")[0]) == "origin"
    (other,) = select(page, str(left_open.get("href")))
    assert words_of(select(other, "h4 .tag")[0]) == "not established"


def test_a_summary_opens_its_fold_and_has_no_link_in_it() -> None:
    page = _page(made_story())
    assert "origin" in words_of(select(page, "#e1 > summary .tally")[0])
    assert select(page, "summary a") == []


def test_what_repeats_a_report_is_folded_below_it_and_not_counted() -> None:
    fire, _ = made_comparison().events
    reports = tuple(
        replace(report, role="earlier version", repeats=0) if report.document == "b/2" else report
        for report in fire.reports
    )
    page = _page(_told(fire, reports=reports))
    assert words_of(select(page, "#e1 .inside .count")[0]) == "3 reports"
    (folded,) = select(page, "#e1 .repeats")
    assert "earlier version" in words_of(select(folded, "summary")[0])
    assert [words_of(by) for by in select(folded, ".by a")] == ["Daily Beacon"]
    tags = [words_of(tag) for tag in select(page, ".dispute tbody th .tag")]
    assert tags == ["earlier version"]


def test_an_origin_has_the_name_that_its_speaker_has_on_the_page() -> None:
    fire, _ = made_comparison().events
    origin = replace(fire.origins[0], source="Варга")
    page = _page(_told(fire, origins=(origin,)))
    assert words_of(select(page, "#e1 .origin h4 bdi")[0]) == "Ilse Varga"


def test_the_lists_of_origins_are_as_long_as_their_counts() -> None:
    story = made_story()
    page = _page(story)
    assert len(select(page, "#origins > ul > li")) == story.counts.origins
    assert len(select(page, "#not-established > ul > li")) == story.counts.not_established


@pytest.mark.parametrize("standing", ["event", "mention"])
def test_a_mention_is_folded_away_with_its_reason_and_counted_apart(standing: str) -> None:
    story = _told(SMOKE, standing=standing, standing_reason="talk in general")
    folded = standing == "mention"
    assert is_remark(story.comparison.events[0]) is folded
    assert (story.counts.events, story.counts.mentions) == (1 - folded, int(folded))
    page = _page(story)
    assert bool(select(page, "#remarks .card")) is folded
    assert len(select(page, ".card")) == 1
    assert ("talk in general" in words_of(select(page, ".card .inside")[0])) is folded


def test_one_line_counts_the_mentions() -> None:
    remarks = tuple(replace(SMOKE, id=f"r{n}", standing="mention") for n in range(3))
    page = _page(build_story("three", made_documents(), Comparison(remarks, (), (), ())))
    (summary,) = select(page, "#remarks > summary")
    assert words_of(summary) == "3 mentions, not counted as events"
    assert select(page, "#remarks")[0].get("open") is None


def test_what_is_in_dispute_goes_before_what_is_often_reported() -> None:
    fire, smoke = made_comparison().events
    calm = replace(fire, id="calm", disputes=())
    ordered = weightiest_first((smoke, calm, fire))
    assert [event.id for event in ordered] == [fire.id, "calm", smoke.id]


def test_two_events_of_one_sentence_have_two_names() -> None:
    fire, _ = made_comparison().events
    again = replace(fire, id="again", reports=(Report("thread", 0, True),))
    third = replace(again, id="third")
    events = (fire, again, third)
    names = event_names(build_story("s", made_documents(), Comparison(events, (), (), ())))
    assert list(names.values()) == [
        "Warehouse fire in Port Alba – “burned”",
        "Warehouse fire in Port Alba – “smoke”",
        "Warehouse fire in Port Alba – “smoke” (2)",
    ]


def test_further_texts_with_the_same_words_are_folded() -> None:
    shared = Evidence("b/2", Span(0, 30))
    chains = tuple(
        ChainLink(shared, to, True, "copied", "8 words in common") for to in ("wire-1", "ar-3")
    )
    story = build_story("s", made_documents(), replace(made_comparison(), chains=chains))
    page = _page(story)
    (report,) = select(page, "#e1 .had .had .report")
    assert words_of(select(report, "p.via")[1]).startswith("shares its words with Northwire")
    (folded,) = select(report, ".shared")
    assert words_of(select(folded, "summary")[0]) == "Words in common with 1 further text"
    assert len(select(folded, "li")) == 1


def test_a_value_given_in_another_language_is_called_in_the_page_s_own() -> None:
    story = made_story()
    event, smoke = story.comparison.events
    (dispute,) = event.disputes
    arabic = replace(dispute.values[0], value="اثني عشر عاملا")
    changed = replace(dispute, values=(arabic, *dispute.values[1:]))
    comparison = replace(story.comparison, events=(replace(event, disputes=(changed,)), smoke))
    page = _page(build_story("s", made_documents(), comparison))
    (value,) = select(page, "#x1v1")
    assert words_of(value) == "A At least 12 dockers · اثني عشر عاملا according to Ilse Varga"
    assert [other.get("lang") for other in select(value, ".q")] == ["ar"]


def test_posters_stand_apart_from_whom_a_text_makes_speak() -> None:
    page = _page(made_story())
    apart = [words_of(name) for name in select(page, "#speakers .more .speaker h3")]
    assert {"post 1", "Kolsky Vestnik"} <= set(apart)
    (verb,) = {words_of(one) for one in select(page, "#speakers .stance.asserts")} & {"wrote"}
    assert verb == "wrote"


def test_the_same_words_through_two_outlets_stand_once() -> None:
    wire = made_documents()[0]
    twin = replace(wire, document=replace(wire.document, id="twin", outlet="Harbour Gazette"))
    story = build_story("s", (wire, twin), Comparison((), (), (), ()))
    said, *_ = select(_page(story), "#s1 .said > li")
    routes = [words_of(route) for route in select(said, ".via")]
    assert routes == [
        "Northwire outlet → Ilse Varga person",
        "Harbour Gazette outlet → Ilse Varga person in the same words",
    ]


def test_right_to_left_quotations_run_from_the_right() -> None:
    page = _page(made_story())
    ways = {
        quote.get("dir")
        for quote in select(page, "blockquote")
        if select(quote, ".q")[0].get("lang") == "ar"
    }
    assert ways == {"rtl"}


def test_no_folder_of_a_machine_is_shown() -> None:
    path = "/home/ada/secret/story/1.txt"
    document = Document(f"{path}:3", "", source_file=path, url=f"file://{path}")
    empty = AnalysedDocument(document, Analysis(f"{path}:3", "und"))
    other = replace(empty, document=replace(document, id="/home/ada/secret/mail.zip!in/2.eml"))
    event = Event("e", "e", "ASSAULT", None, None, (Report("/home/ada/secret/gone.txt", 0, True),))
    comparison = Comparison((event,), (), (), (document.id, "/home/ada/secret/gone.txt"))
    text = as_page(build_story("s", (empty, other), comparison))
    assert "secret" not in text
    assert "1.txt:3" in text
    assert "mail.zip!in/2.eml" in text


def test_large_numbers_are_in_digits() -> None:
    wire = made_documents()[0]
    many = Quantity(*at(WIRE, "At least 12 dockers"), 2e6, 2e6, None, "civilian", "")
    changed = replace(wire, analysis=replace(wire.analysis, quantities=(many,)))
    text = as_page(build_story("s", (changed,), Comparison((), (), (), ())))
    assert "2,000,000 or more (civilian)" in text
    assert THREAD
