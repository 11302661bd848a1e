"""The report page: whole, self-contained, linked both ways, and safe to open."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from exports.selecting import select, words_of
from stories.made_story import made_documents, made_story
from wireroom.exports.as_page import as_page
from wireroom.records.analyses import AnalysedDocument, Analysis
from wireroom.records.comparisons import Comparison, Event, Report
from wireroom.records.documents import Document, Part, Post
from wireroom.records.links import Origin
from wireroom.records.places import PlaceMention
from wireroom.stories import build_story

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=https://evil.example/x.png onerror=alert(1)>',
    "</style><style>@import url(https://evil.example/x.css)</style>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --><base href='https://evil.example/'>",
    "\u202eright to left\u2066 and lost",
    "nul \x00 bell \x07 return \r\n lone \ud800 end",
]


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return html.document_fromstring(as_page(made_story()))


def _texts(page: HtmlElement, document: int) -> str:
    return "".join(str(block.text_content()) for block in select(page, f"#d{document} [data-text]"))


def test_the_head_counts_lead_to_what_they_count(page: HtmlElement) -> None:
    links = select(page, ".counts a")
    assert [words_of(link) for link in links] == [
        "4 documents",
        "2 events",
        "2 origins",
        "1 not established",
        "1 dispute",
    ]
    assert all(select(page, str(link.get("href"))) for link in links)


def test_event_time_and_report_time_are_apart(page: HtmlElement) -> None:
    rows = {
        words_of(select(row, ".day")[0]): [
            [words_of(item) for item in select(row, f".{lane} li > a")]
            for lane in ("happened", "reported")
        ]
        for row in select(page, ".ledger > li")
    }
    assert rows == {
        "2019-12-23": [["Warehouse fire in Port Alba"], ["Twelve hurt in Port Alba blaze"]],
        "2019-12-24": [[], ["Daily Beacon", "Пожар в Порт-Гельме"]],
        "2019-12-25": [[], ["post 1"]],
        "2019-12-26": [[], ["post 2"]],
    }
    undated = [words_of(item) for item in select(page, ".undated li > a")]
    assert undated == ["Smoke over the pier", "صحيفة الميناء", "Fire in Port Helm"]


def test_a_card_counts_and_unfolds_to_who_had_it_from_whom(page: HtmlElement) -> None:
    (card,) = select(page, "#e1")
    tally = words_of(select(card, ".tally")[0])
    assert tally == "4 reports · 1 origin · 1 not established · ≠ 1 dispute"
    first, second = select(card, ".origin")
    assert words_of(select(first, "h4 bdi")[0]) == "Ilse Varga"
    # The Beacon shares its words with the wire, so it stands below it.
    assert [words_of(by) for by in select(first, ".had .had .by a")] == ["Daily Beacon"]
    assert "not established" in words_of(select(second, "h4")[0])
    chain = [words_of(step) for step in select(second, ".chain")]
    assert chain == [
        "post 1 → Kolsky Vestnik outlet → Варга person",
        "صحيفة الميناء outlet → فارغا person",
    ]


def test_a_dispute_is_a_table_without_a_winner(page: HtmlElement) -> None:
    (dispute,) = select(page, ".dispute")
    rows = [[words_of(cell) for cell in select(row, "th, td")] for row in select(dispute, "tr")]
    assert rows == [
        ["source", "injured"],
        ["Northwire 2019-12-23 19:10 UTC", "A At least 12 dockers says Ilse Varga"],
        ["Daily Beacon 2019-12-24", "B Nine dockers says Ilse Varga"],
        ["صحيفة الميناء date not known", "A اثني عشر عاملا says Ilse Varga"],
    ]
    values = [words_of(value) for value in select(dispute, "#x1 dt")]
    assert values == ["A at least 12 · اثني عشر عاملا according to Ilse Varga", "B 9"]


def test_a_cell_leads_to_its_characters(page: HtmlElement) -> None:
    link, *_ = select(select(page, ".dispute tbody tr")[1], "td a")
    (target,) = select(page, str(link.get("href")))
    assert words_of(link) == "Nine dockers"
    assert words_of(target) == "Nine dockers"
    piece = target if target.get("class") else target.getparent()
    assert {"content", "quantity"} <= set(str(piece.get("class")).split())


def test_headlines_stand_against_their_text(page: HtmlElement) -> None:
    (flag,) = select(page, "#h2")
    assert [words_of(mark) for mark in select(flag, "mark")] == ["Порт-Гельме", "Порт-Альбе"]
    assert select(flag, "h3")[0].get("lang") == "ru"


def test_a_speaker_has_every_spelling_that_is_surely_the_same(page: HtmlElement) -> None:
    names = [words_of(name) for name in select(page, ".speaker summary h3")]
    assert names == [
        "Ilse Varga",
        "Fjord Cold Storage",
        "the union",
        "Kolsky Vestnik",
        "post 1",
    ]
    said = select(page, "#s1 .said > li")
    assert len(said) == 4
    assert "denies" in words_of(select(page, "#s2 .saying")[0])


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_character_of_a_document_is_shown_once(page: HtmlElement, number: int) -> None:
    assert _texts(page, number) == made_documents()[number - 1].document.text


def test_a_thread_shows_posts_parts_and_originals_beside_translations(page: HtmlElement) -> None:
    posts = [words_of(head) for head in select(page, "#d4 .post h4")]
    assert posts == [
        "Post 1 author not given · Harbour Member · 2019-12-25",
        "Post 2 author not given · Old Hand · Pier 4 · 2019-12-26 · edited",
    ]
    labels = [words_of(label) for label in select(page, "#d4 .block .part")]
    assert labels == [
        "own words",
        "pasted from Kolsky Vestnik · 2019-12-24 09:15, zone not given",
        "translation",
        "quotation of post 1",
        "own words",
        "furniture of the page",
    ]
    (beside,) = select(page, "#d4 .pair .beside")
    assert "Пожар в Порт-Гельме" in words_of(beside)


def test_findings_and_characters_lead_to_each_other(page: HtmlElement) -> None:
    rows = select(page, ".findings li")
    assert len(rows) > 15
    for row in rows:
        links = select(row, ".words a")
        assert links
        for link in links:
            (target,) = select(page, str(link.get("href")))
            whole = target.tag in ("a", "span", "details")
            assert words_of(target)[:10] == words_of(link)[:10] or whole
    ids = {row.get("id") for row in rows}
    for piece in select(page, "a.s"):
        assert str(piece.get("href"))[1:] in ids


def test_right_to_left_text_says_so(page: HtmlElement) -> None:
    (block,) = select(page, "#d3 [data-text]")
    assert (block.get("dir"), block.get("lang")) == ("auto", "ar")


def _ids_and_anchors(page: HtmlElement) -> None:
    ids = [str(one) for one in page.xpath("//@id")]
    assert len(ids) == len(set(ids))
    inner = {str(href)[1:] for href in page.xpath("//a/@href") if str(href).startswith("#")}
    assert inner <= set(ids)


def _nothing_loaded(page: HtmlElement) -> None:
    assert page.xpath("//@src | //link | //base | //iframe | //object | //embed | //form") == []
    assert page.xpath("//@style") == []
    assert [name for name in page.xpath("//@*") if str(name.attrname).startswith("on")] == []
    for link in page.xpath("//a[not(starts-with(@href, '#'))]"):
        assert re.match(r"https?://", str(link.get("href")))
        assert "noopener" in str(link.get("rel"))
    assert len(page.xpath("//script")) == 1
    assert len(page.xpath("//style")) == 1
    assert not re.search(r"url\(|@import|https?:", str(page.xpath("//style")[0].text))


def test_ids_are_unique_and_anchors_resolve(page: HtmlElement) -> None:
    _ids_and_anchors(page)


def test_nothing_is_loaded_from_anywhere(page: HtmlElement) -> None:
    _nothing_loaded(page)


def test_the_policy_names_the_only_style_and_script() -> None:
    text = as_page(made_story())
    policy = re.search(r'Security-Policy" content="([^"]+)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", text, re.S)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_headings_and_landmarks(page: HtmlElement) -> None:
    levels = [int(str(head.tag)[1]) for head in select(page, "h1, h2, h3, h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    for landmark in ("header", "nav", "main", "footer"):
        assert len(select(page, f"body {landmark}")) == 1
    assert select(page, "a.skip")[0].get("href") == "#main"


def _hostile(words: str) -> str:
    document = Document(
        words, words + "\n" + words, title=words, outlet=words, author=words, url=words,
        published=words, provenance={"outlet": words}, source_file=words, language="en",
    )  # fmt: skip
    place = PlaceMention(0, 3, words, "name", "town", reason=words)
    analysed = AnalysedDocument(document, Analysis(words, "en", places=(place,)))
    event = Event(
        words, words, "ASSAULT", words, words, (Report(words, 0, True, words),),
        (Origin("agency", words, True, (words,), words),),
    )  # fmt: skip
    return as_page(build_story(words, (analysed,), Comparison((event,), (), (), ("gone",))))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_staywords_of(words: str) -> None:
    text = _hostile(words)
    text.encode("utf-8")
    page = html.document_fromstring(text)
    _nothing_loaded(page)
    _ids_and_anchors(page)
    shown = re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff]", "\ufffd", words)
    assert _texts(page, 1) == f"{shown}\n{shown}"


def test_what_turns_text_is_isolated() -> None:
    page = html.document_fromstring(_hostile("\u202eright to left\u2066 and lost"))
    codes = [str(one.get("data-code")) for one in select(page, "[data-text] bdi.turning")]
    assert codes == ["U+202E", "U+2066"] * 2


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30))
def test_any_text_gives_a_page_that_can_be_saved(words: str) -> None:
    document = Document("a", words, title=words)
    story = build_story(words, (AnalysedDocument(document, Analysis("a", "und")),), _nothing())
    as_page(story).encode("utf-8")


def test_what_turns_text_is_closed_in_wherever_it_stands() -> None:
    page = html.document_fromstring(_hostile("\u202eright to left\u2066 and lost"))
    body = select(page, "body")[0]
    for element in body.iter():
        around = list(element.iterancestors())
        if "\u202e" in (element.tail or ""):
            assert _closes_in(around)
        if "\u202e" in (element.text or ""):
            assert _closes_in([element, *around])


def _closes_in(elements: list[HtmlElement]) -> bool:
    return any(one.tag == "bdi" or one.get("dir") == "auto" for one in elements)


stretches = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
    lambda pair: (min(pair), max(pair))
)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab \n", min_size=30, max_size=30),
    st.lists(st.tuples(stretches, st.lists(stretches, max_size=3)), max_size=3),
)
def test_however_posts_lie_every_character_is_shown_once(
    text: str, laid: list[tuple[tuple[int, int], list[tuple[int, int]]]]
) -> None:
    posts = tuple(
        Post(number, start, end, parts=tuple(Part("own", first, last) for first, last in parts))
        for number, ((start, end), parts) in enumerate(laid, 1)
    )
    document = Document("a", text, kind="thread", title="t", posts=posts)
    story = build_story("t", (AnalysedDocument(document, Analysis("a", "und")),), _nothing())
    assert _texts(html.document_fromstring(as_page(story)), 1) == text


def _nothing() -> Comparison:
    return Comparison((), (), (), ())


def test_an_empty_story_says_what_is_missing() -> None:
    page = html.document_fromstring(as_page(build_story("Nothing yet", (), _nothing())))
    assert len(select(page, ".none")) == 5
    _ids_and_anchors(page)


def test_many_events_and_speakers_are_folded_and_never_left_out() -> None:
    story = made_story()
    event = story.comparison.events[0]
    events = tuple(replace(event, id=f"n{number}", disputes=()) for number in range(230))
    many = build_story("many", made_documents(), replace(story.comparison, events=events))
    page = html.document_fromstring(as_page(many))
    assert len(select(page, ".card")) == 230
    assert len(select(page, "#events > .card")) == 200
    assert "30 more events" in words_of(select(page, "#events > .more > summary")[0])


def test_the_same_story_gives_the_same_page() -> None:
    assert as_page(made_story()) == as_page(made_story())
