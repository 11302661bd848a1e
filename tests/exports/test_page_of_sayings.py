"""Who says what on the page: chains on one line, what stands in what, stances over time."""

from collections.abc import Sequence
from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from exports.selecting import select, words_of
from wireroom.exports.as_page import as_page
from wireroom.exports.page.names import Names
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.attributions import Attribution, Channel, CueFamily, SpeakerKind, Stance
from wireroom.records.comparisons import Comparison
from wireroom.records.documents import Document, Part, Post
from wireroom.records.passages import Passage
from wireroom.records.spans import Span
from wireroom.records.stories import Speaker, Story
from wireroom.stories import build_story

OWN = "Skipper Ola wrote this.\n"
PASTED = (
    "As the Beacon reported with reference to Northwire, the port police said that the quay is"
    " shut. Mayor Berg casts a vote. Berg denied that it burned.\n"
)
TEXT = OWN + PASTED
Who = tuple[str, SpeakerKind | None]
SHUT = "that the quay is shut"


def _at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _said(
    words: tuple[str, str, str],
    who: Who,
    inside: int | None,
    family: CueFamily | None = "speech",
    stance: Stance = "asserts",
) -> Attribution:
    source, cue, content = (_at(each) for each in words)
    name, kind = who
    return Attribution(
        (source,), (cue,), (content,), "indirect", stance, name, kind, inside, family=family,
        reason=f"cue {words[1]}",
    )  # fmt: skip


def _thread(attributions: Sequence[Attribution], published: str | None) -> AnalysedDocument:
    start, end = len(OWN), len(TEXT)
    post = Post(
        1, 0, end, "Ola", published="2020-01-02",
        parts=(Part("own", 0, start), Part("pasted", start, end, outlet="Daily Beacon")),
    )  # fmt: skip
    passages = (
        Passage(0, start, "own", "en", "2020-01-02", post=1, part=0),
        Passage(start, end, "pasted", "en", published, "Daily Beacon", post=1, part=1),
    )
    return AnalysedDocument(
        Document("thread", TEXT, "thread", "The quay", posts=(post,)),
        Analysis("thread", "en", passages, attributions=tuple(attributions)),
    )


def _attributions() -> list[Attribution]:
    beacon: Who = ("Daily Beacon", "outlet")
    wire: Who = ("Northwire", "agency")
    berg: Who = ("Berg", "person")
    return [
        _said(("the port police", "said", SHUT), ("port police", "organisation"), 1),
        _said(("Northwire", "with reference to", f"said {SHUT}"), wire, 2, "citing"),
        _said(("the Beacon", "reported", f"the port police said {SHUT}"), beacon, 5),
        _said(("Mayor Berg", "casts", "a vote"), berg, 5, None),
        _said(("Berg denied", "denied", "that it burned"), berg, 5, "stance", "denies"),
        Attribution(
            (), (), (Span(len(OWN), len(TEXT)),), "direct", "asserts", "Daily Beacon", "outlet", 6
        ),
        Attribution((_at("Ola"),), (), (Span(0, len(TEXT)),), "indirect", "asserts", "Ola", "post"),
    ]  # fmt: skip


def _story(published: str | None = "2020-01-01") -> Story:
    nothing = Comparison((), (), (), ("thread",))
    return build_story("The quay", (_thread(_attributions(), published),), nothing)


def _page(story: Story) -> HtmlElement:
    return html.document_fromstring(as_page(story))


def _entry(page: HtmlElement, name: str) -> HtmlElement:
    (entry,) = [one for one in select(page, ".speaker") if words_of(select(one, "h3")[0]) == name]
    return entry


def test_the_chain_of_a_passage_is_one_line_of_links_with_the_kind_of_each_source() -> None:
    page = _page(_story())
    lines = [words_of(line) for line in select(page, ".findings .one-line")]
    assert (
        "Ola post 1 → Daily Beacon outlet → citing Northwire agency → port police organisation"
        " says: that the quay is shut"
    ) in lines


def test_every_link_of_a_chain_leads_to_characters_that_name_it() -> None:
    page = _page(_story())
    line = next(
        one
        for one in select(page, ".findings .one-line")
        if words_of(one).endswith(f"says: {SHUT}")
    )
    shown = []
    for link in select(line, "a"):
        (target,) = select(page, str(link.get("href")))
        shown.append(words_of(target))
    assert shown == [
        "Ola", "the Beacon", "Northwire", "the port police", "said", "that the quay is shut",
    ]  # fmt: skip


def test_what_stands_in_somebody_s_words_is_indented_below_them() -> None:
    page = _page(_story())
    (post,) = select(page, ".outline > ul > li")
    assert words_of(select(post, "p")[0]) == "Ola post 1 wrote"
    depths = {
        words_of(select(item, "p")[0]).partition(":")[0]: len(list(item.iterancestors("ul")))
        for item in select(page, ".outline li")
    }
    assert depths == {
        "Ola post 1 wrote": 1,
        "Daily Beacon outlet published": 2,
        "Daily Beacon outlet says": 3,
        "citing Northwire agency says": 4,
        "port police organisation says": 5,
        "Berg person casts": 3,
        "Berg person denies": 3,
    }


def test_words_in_words_are_lined_once_for_each_that_they_stand_in() -> None:
    page = _page(_story())
    classes = [str(piece.get("class")).split() for piece in select(page, "[data-text] .s")]
    assert any("deep3" in each for each in classes)
    assert not any("deep4" in each for each in classes)


def test_what_somebody_says_stands_by_its_time_with_its_stance() -> None:
    page = _page(_story())
    entry = _entry(page, "Berg")
    assert words_of(select(entry, "summary .note")[0]) == "person · denies · 1 document"
    assert [words_of(day) for day in select(entry, ".day")][0] == "2020-01-01"
    assert "that it burned" in words_of(select(entry, ".saying")[0])
    assert words_of(select(entry, ".about")[0]) == "heard via Daily Beacon"


def test_a_time_that_is_not_known_is_said_to_be_so() -> None:
    page = _page(_story(None))
    assert words_of(select(_entry(page, "Berg"), ".day")[0]) == "time not known"


def test_what_somebody_did_is_folded_and_told_in_the_words_of_the_text() -> None:
    page = _page(_story())
    (folded,) = select(_entry(page, "Berg"), ".more")
    assert words_of(select(folded, "summary")[0]) == "Said to have done, not said: 1"
    assert words_of(select(folded, ".stance")[0]) == "casts"


def test_who_only_does_something_stands_apart_and_is_not_lost() -> None:
    (_, _, _, deed, *_) = _attributions()
    analysed = _thread([replace(deed, inside=None)], None)
    page = _page(build_story("s", (analysed,), Comparison((), (), (), ())))
    assert "No named speaker was found." in words_of(select(page, "#speakers")[0])
    (entry,) = select(page, "#speakers .more .speaker")
    assert words_of(select(entry, "h3")[0]) == "Berg"


def test_two_names_that_are_taken_for_one_have_their_reason_and_their_places() -> None:
    twin = _thread(_attributions(), "2020-01-01")
    told = replace(_attributions()[4], speaker="Anna Berg", inside=None)
    other = replace(twin, document=replace(twin.document, id="other"))
    other = replace(other, analysis=replace(other.analysis, document="other", attributions=(told,)))
    page = _page(build_story("s", (twin, other), Comparison((), (), (), ())))
    (joined,) = select(_entry(page, "Anna Berg"), ".joined")
    assert "Berg = Anna Berg the only full name in the story" in words_of(joined)
    hrefs = [str(link.get("href")) for link in select(joined, "a")]
    assert {href[:3] for href in hrefs} == {"#d1", "#d2"}


def test_a_speaker_with_much_to_say_is_cut_and_nothing_is_lost() -> None:
    denied = _attributions()[4]
    many = [
        replace(denied, content=(Span(at, at + 4),), inside=None) for at in range(len(OWN), 150, 6)
    ]
    page = _page(build_story("s", (_thread(many, None),), Comparison((), (), (), ())))
    entry = _entry(page, "Berg")
    assert len(select(entry, ".said > li")) == len(many)
    (fold,) = select(entry, ".more")
    assert words_of(select(fold, "summary")[0]) == f"{len(many) - 4} more statements"


def test_words_inside_words_may_be_deep_or_go_round() -> None:
    denied = _attributions()[4]
    for number, last in ((400, None), (60, 0)):
        deep = [replace(denied, inside=at + 1) for at in range(number)]
        attributions = [*deep, replace(denied, inside=last)]
        page = _page(build_story("s", (_thread(attributions, None),), Comparison((), (), (), ())))
        assert len(select(page, ".outline li")) == len(attributions)


def test_one_name_of_two_speakers_is_one_s_only_in_their_own_document() -> None:
    story = _story()
    names = Names(replace(story, speakers=(*story.speakers, Speaker("Berg", "person", ()))))
    assert names.called("Berg").href is None
    assert names.called("Berg", "thread").href is not None
    assert Names(story).called("Berg") == names.called("Berg", "thread")


def test_what_is_not_flatly_said_says_so_and_to_whom() -> None:
    wire = Channel("Northwire", "agency", _at("Northwire"))
    denied = replace(_attributions()[4], stance="asserts", inside=None)
    told = replace(denied, certainty="possible", channel=wire)
    page = _page(build_story("s", (_thread([told], None),), Comparison((), (), (), ())))
    entry = _entry(page, "Berg")
    assert words_of(select(entry, ".saying .tag")[0]) == "as possible"
    (channel,) = select(entry, ".via .note a")
    (target,) = select(page, str(channel.get("href")))
    assert words_of(channel) == words_of(target) == "Northwire"


def test_who_denies_is_not_told_to_be_certain_of_it() -> None:
    denied = replace(_attributions()[4], certainty="denied", inside=None)
    page = _page(build_story("s", (_thread([denied], None),), Comparison((), (), (), ())))
    assert not select(_entry(page, "Berg"), ".saying .tag")


def test_what_somebody_did_is_not_highlighted_as_what_was_said() -> None:
    deed = replace(_attributions()[3], inside=None)
    page = _page(build_story("s", (_thread([deed], None),), Comparison((), (), (), ())))
    classes = {name for piece in select(page, "[data-text] .s") for name in piece.classes}
    assert not classes & {"source", "cue", "content"}
