"""Pages made against readers: deep, wide, long and unclosed."""

from contextlib import suppress

import pytest

from reading.reading_pages import read_all
from wireroom.errors import NotReadable
from wireroom.reading.forum.caution import is_parsable
from wireroom.records.documents import Document

_HEAD = b'<!DOCTYPE html><html id="XF"><head><title>Fire</title></head><body>'
_POST = (
    b'<article class="message message--post" data-author="Ida">'
    b'<article class="message-body"><div class="bbWrapper">%b</div></article></article>'
)


@pytest.mark.parametrize(
    "inside",
    [
        b"<div>" * 100_000 + b"deep",
        b"<b>" * 100_000 + b"bold",
        b"<blockquote>" * 3_000 + b"quoted",
        b"<font size=1>" * 3_000 + b"</div>" + b"<p>x" * 3_000,
        b"<a " + b"x " * 200_000 + b">wide</a>",
        b"word " * 400_000,
        b"x" * 2_000_000,
        b"\xff\xfe\x80 broken" * 1_000,
        "\u202e\u200b\u2066turned".encode() * 1_000,
        b"<table><tr><td>" * 3_000 + b"cell",
        b"<pre>" + b"\n" * 200_000 + b"code",
        b'<a href="' + b"y" * 500_000 + b'">long</a>',
    ],
    ids=lambda inside: inside[:12].decode("ascii", "replace"),
)
def test_a_hostile_post_gives_a_document_or_one_clear_line(inside: bytes) -> None:
    found: list[Document | NotReadable] = []
    with suppress(NotReadable):
        found = read_all(_HEAD + _POST % inside + b"</body></html>", "hostile.html")
    assert all(isinstance(each, Document) for each in found)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (_HEAD + _POST % b"words", True),
        (b"<div>" * 100_000, False),
        (b"<p>words<br>" * 30_000, True),
        (b"<div>words</div>" * 30_000, True),
        (b"<font size=1>" * 5_000 + b"<p>x" * 5_000, False),
        (b"<a " + b"x " * 100_000 + b">", False),
        (b"<script>" + b"x = 1; " * 20_000 + b"</script>", True),
        (b"x" * 9_000_000, False),
    ],
    ids=range(8),
)
def test_what_would_cost_the_parser_too_much_is_not_given_to_it(
    data: bytes, expected: bool
) -> None:
    assert is_parsable(data) is expected


def test_what_is_hidden_is_no_text_and_what_a_button_shows_is_a_spoiler() -> None:
    inside = (
        b"Seen. <script>run()</script><style>.x{}</style><div style='display:none'>trap</div>"
        b"<p hidden>trap</p><input type='button' value='Show'>"
        b"<div style='display: none'>Olaf and Per</div>"
    )
    (document,) = read_all(_HEAD + _POST % inside + b"</body></html>", "hidden.html")
    assert isinstance(document, Document)
    assert "trap" not in document.text
    assert "run" not in document.text
    spoiler = document.posts[0].parts[-1]
    assert spoiler.form == "spoiler"
    assert spoiler.span.of(document.text) == "Olaf and Per"
