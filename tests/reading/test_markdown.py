"""Markdown and RTF: the words, and what the marks stood for."""

import pytest

from reading.reading_pages import read_one
from wireroom.errors import NotReadable


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A **bold** _quay_ `code`.", "A bold quay code."),
        ("One\ntwo  \nthree", "One two\nthree"),
        ("![A shed](shed.png) burned", "A shed burned"),
        ("1. One\n2. Two\n\n5) Five", "1. One\n2. Two\n5) Five"),
        ("- One\n\n  More\n- Two", "• One\nMore\n• Two"),
        ("> One\n> > Two", "> One\n> > Two"),
        ("a<br>b <i>c</i>", "a\nb c"),
        ("    code\n\ntext", "code\ntext"),
        ("***", "***"),
        ("5 * 3 * 2 _or_ a_b_c", "5 * 3 * 2 or a_b_c"),
        ("---\nnot: matter", "not: matter"),
        ("- " * 3000 + "deep", None),
    ],
)
def test_marks_are_taken_off_and_words_stay(source: str, text: str | None) -> None:
    document = read_one(source, "a.md")
    assert document.text == (source if text is None else text)


def test_links_stand_on_the_words_that_they_were() -> None:
    document = read_one(
        "See [the quay](https://quay.example/1), <https://quay.example/2>, [x](javascript:1) and "
        "https://quay.example/3.",
        "a.md",
    )
    assert [(link.span.of(document.text), link.url) for link in document.links] == [
        ("the quay", "https://quay.example/1"),
        ("https://quay.example/2", "https://quay.example/2"),
        ("https://quay.example/3", "https://quay.example/3"),
    ]


def test_a_line_between_dashes_that_tells_nothing_is_text() -> None:
    document = read_one("---\nNobody was hurt.\n---\nThe end.", "a.md")
    assert "Nobody was hurt." in document.text
    assert "The end." in document.text


def test_a_pasted_thread_in_a_markdown_file_is_a_thread() -> None:
    post = "Able Seaman\nCrew\n6 March 2021\n#{}\nI saw it all from the bridge.\n\n\n"
    text = "Fire on the quay\n\n\n" + "".join(post.format(n) for n in (1, 2, 3))
    assert read_one(text, "a.md").kind == read_one(text, "a.txt").kind


def test_control_words_of_rtf_are_taken_off() -> None:
    source = rb"{\rtf1\ansi\ansicpg1251 A {\b fire}\par \'cf\'ee\'f0\'f2 \u1057?\par}"
    assert read_one(source, "a.rtf").text == "A fire\nПорт С"


@pytest.mark.parametrize("source", [rb"{\rtf1}", rb"{\rtf1 \u99999999999999?}", rb"{\rtf1" * 9])
def test_rtf_without_words_is_refused(source: bytes) -> None:
    with pytest.raises(NotReadable, match="RTF"):
        read_one(source, "a.rtf")
