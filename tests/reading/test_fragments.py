"""Pieces of HTML as text, with the spans of what was linked and quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wireroom.reading.fragments import (
    Fragment,
    absolute,
    find_addresses,
    on_one_line,
    plain_fragment,
    read_fragment,
)

MARKUP = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<pre>", "</pre>", "<br>", "<td>"),
        *('<a href="/quay">', '<a href="https://port.example/">', "</a>", "<script>", "</script>"),
        *(
            "<blockquote>",
            "</blockquote>",
            "quay",
            " 4\n",
            "&nbsp;",
            "&#x1F;",
            "<!-- x -->",
            "\r\n",
        ),
        *("https://port.example/notice.", "<", "&", "\u202e", "\ufffd", "<aside>", "</aside>"),
    ]
)


def linked(fragment: Fragment) -> list[tuple[str, str]]:
    return [(link.span.of(fragment.text), link.url) for link in fragment.links]


def test_a_paragraph_is_a_line() -> None:
    found = read_fragment("<p>The <b>quay</b>\n is closed.</p><p>Until<br>Monday</p><ul><li>x</ul>")
    assert found.text == "The quay is closed.\nUntil\nMonday\nx"


def test_what_nobody_reads_is_left_out() -> None:
    source = "<style>p{}</style>Open<script>alert(1)</script><!-- no --><template>x</template>."
    assert read_fragment(source).text == "Open."


def test_preformatted_lines_keep_their_breaks() -> None:
    assert read_fragment("<pre>QUAY 4\n  CLOSED</pre>").text == "QUAY 4\n  CLOSED"


def test_links_have_the_words_that_led_to_them() -> None:
    source = 'See <a href="/notices/17"> notice <i>17</i> </a>, not <a href="javascript:x()">x</a>.'
    found = read_fragment(source, "https://port.example/news/1")
    assert linked(found) == [("notice 17", "https://port.example/notices/17")]


def test_an_address_in_the_text_is_a_link_too() -> None:
    found = read_fragment("<p>See https://port.example/17 (or <a href='https://a.example/'>a</a>).")
    assert linked(found) == [
        ("https://port.example/17", "https://port.example/17"),
        ("a", "https://a.example/"),
    ]


def test_a_linked_address_is_one_link() -> None:
    found = read_fragment('<a href="https://a.example/1">https://a.example/1</a>')
    assert linked(found) == [("https://a.example/1", "https://a.example/1")]


def test_quotations_are_told_with_their_attributes() -> None:
    found = read_fragment('<aside class="quote"><blockquote>No</blockquote></aside>yes')
    assert [(x.tag, x.span.of(found.text), dict(x.attributes)) for x in found.regions] == [
        ("aside", "No", {"class": "quote"}),
        ("blockquote", "No", {}),
    ]


def test_references_to_what_is_no_character_are_read_as_lost() -> None:
    assert read_fragment("<p>a&#1;b&#xD800;c&#0;").text == "a\ufffdb\ufffdc\ufffd"


@pytest.mark.parametrize("tag", ["div", "b", "unknown"])
def test_a_piece_that_is_nested_too_deeply_keeps_its_text(tag: str) -> None:
    source = f"before {f'<{tag}>' * 5000}deep{f'</{tag}>' * 5000} after"
    assert read_fragment(source).text.split() == ["before", "deep", "after"]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Quay 4 <b>open</b>", "Quay 4 open"),
        ("Quay&#8217;s end &amp; more", "Quay’s end & more"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
        (" two\n lines ", "two lines"),
        ("AT&T", "AT&T"),
    ],
)
def test_a_title_is_one_line_of_words(title: str, words: str) -> None:
    assert on_one_line(title) == words


def test_plain_text_keeps_its_lines() -> None:
    found = plain_fragment("\nOne  two\r\n\r\n\r\n\r\nthree https://port.example/.\n")
    assert found.text == "One two\n\nthree https://port.example/."
    assert linked(found) == [("https://port.example/", "https://port.example/")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(https://port.example/a)", "https://port.example/a"),
        ("https://port.example/a_(b).", "https://port.example/a_(b)"),
        ("»https://port.example«", "https://port.example"),
        ("https://", None),
    ],
)
def test_an_address_ends_before_what_surrounds_it(text: str, address: str | None) -> None:
    assert [link.url for link in find_addresses(text)] == ([address] if address else [])


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("../17", "https://port.example/17"),
        ("//other.example/x", "https://other.example/x"),
        ("HTTP://Port.example/", "HTTP://Port.example/"),
        ("javascript:alert(1)", None),
        ("mailto:ida@port.example", None),
        ("#top", None),
        ("http://[broken", "http://[broken"),
        ("", None),
    ],
)
def test_an_address_is_made_whole(address: str, whole: str | None) -> None:
    assert absolute(address, "https://port.example/news/") == whole


def test_a_relative_address_without_a_base_leads_nowhere() -> None:
    assert absolute("/17", None) is None


@given(st.lists(MARKUP, max_size=40))
def test_the_spans_of_any_piece_hold(pieces: list[str]) -> None:
    found = read_fragment("".join(pieces), "https://port.example/")
    found.text.encode()
    assert found.text == found.text.lstrip("\n").rstrip()
    for link in found.links:
        assert 0 <= link.start < link.end <= len(found.text)
        assert link.span.of(found.text).strip()
    for region in found.regions:
        assert 0 <= region.span.start < region.span.end <= len(found.text)
