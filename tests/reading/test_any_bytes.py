"""Bytes from outside give Documents or NotReadable, and spans that hold."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wireroom.errors import NotReadable
from wireroom.reading import read_documents
from wireroom.reading.forum.engines import ENGINE_READERS
from wireroom.records.documents import Document, Post
from wireroom.records.pages import Page

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
NAMES = st.sampled_from(
    ["-", "a", "a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a.xml", "a.eml", "a.mht", "a.bin"]
    + ["a.csv", "a.tsv", "a.zip", "a.tar", "a.warc", "a.docx", "a.xlsx", "a.pdf", "a.rtf"]
)
ORIGINALS = sorted(
    path
    for folder in (
        *("plain", "jsonl", "json", "article", "thread"),
        *("feed", "json-feed", "opml", "mail", "telegram", "telegram-page"),
        *("csv", "docx", "markdown", "odt", "pdf", "rtf", "xlsx"),
        *("discourse_json", "schema_org", "unknown", *(reader.name for reader in ENGINE_READERS)),
    )
    for path in (SAMPLES / folder).glob("*")
    if not path.name.endswith(".expected.json")
)
COPIED = [
    path.read_text(encoding="utf-8").split("\n") for path in (SAMPLES / "thread").glob("*.txt")
]
LINES = st.sampled_from(
    [
        *("", "", "", "Able Seaman", "Crew", "Reply", "Last edited:", "Top Bottom", "#1", "#2"),
        *("6 March 2021", "07.03.2021 - 23:15", "3/4/2021", "Mar 7, 2021 / 12:40 Pier Talk"),
        *("Ida", "Ole_K", "Ida", "Joined", "Jan 3, 2015", "Messages: 12", "Posts: 3", "Location"),
        *("#3", "#4", "Yesterday at 10:15 PM", "Mar 3, 2021, 10:15 #5", "by Ida » 3 March 2021"),
        *("Ole_K, Mar 3, 2021", "Re: A title", "Ole_K wrote:", "Originally Posted by Ida"),
        *("Quote:", "_________________", "Like Reply", "Ida likes this.", "Page 1 of 3"),
        *("You must log in or register to reply here.", "May 2015 edited May 2015", "I", "+1"),
        *("(Google Translate)", "Ida said:", "Click to expand...", "By Ida Lindqvist"),
        "Fire damages grain terminal in Port Selwyn",
        "A fire damaged the grain terminal of Port Selwyn, officials said on Sunday.",
        "QN - Fire damages grain terminal in Port Selwyn",
        "Пожар на зерновом терминале Порт-Селвина",
        "В порту сгорел терминал. Кто виноват?",
        "FILE PHOTO: The terminal, March 4, 2021. NORDWIRE/Olaf Brandt",
        "I saw it all from the bridge.",
    ]
)


def check(page: Page) -> None:
    """Read a page whole; whatever comes out keeps the contract."""
    given_any = False
    try:
        for found in read_documents(page):
            given_any = True
            if isinstance(found, Document):
                check_document(found)
            else:
                check_message(found)
    except NotReadable as problem:
        assert not given_any
        check_message(problem)
    else:
        assert given_any


def check_message(problem: NotReadable) -> None:
    assert problem.problem
    assert problem.hint
    assert "\n" not in str(problem)


def check_document(document: Document) -> None:
    assert document.text.strip()
    document.text.encode()
    (document.title or "").encode()
    spans = [link.span for link in document.links] + [leaf.span for leaf in document.leaves]
    assert all(0 <= span.start <= span.end <= len(document.text) for span in spans)
    end = 0
    for number, post in enumerate(document.posts, 1):
        assert post.number == number
        assert end <= post.start < post.end <= len(document.text)
        check_parts(post)
        end = post.end


def check_parts(post: Post) -> None:
    assert [part.start for part in post.parts] == [
        post.start,
        *(part.end for part in post.parts[:-1]),
    ]
    assert post.parts[-1].end == post.end
    for index, part in enumerate(post.parts):
        assert part.start < part.end
        for other in (part.translation_of, part.continues):
            assert other is None or 0 <= other < index
        assert part.quotes_post is None or 0 < part.quotes_post < post.number
        assert part.inside is None or 0 <= part.inside < len(post.parts)
        assert part.inside != index


# Models are loaded at the first example: no deadline.
@settings(deadline=None)
@given(st.binary(max_size=400), NAMES)
def test_any_bytes_give_documents_or_not_readable(data: bytes, name: str) -> None:
    check(Page(name, data))


@settings(deadline=None)
@given(st.text(max_size=400), NAMES, st.sampled_from(["utf-8", "utf-16", "cp1251", "koi8-r"]))
def test_any_text_gives_documents_or_not_readable(text: str, name: str, encoding: str) -> None:
    check(Page(name, text.encode(encoding, "replace")))


@settings(deadline=None)
@given(st.lists(LINES, max_size=40))
def test_any_lines_of_a_thread_give_parts_that_cover_their_posts(lines: list[str]) -> None:
    check(Page("a.txt", "\n".join(["A title", *lines, "", ""] * 3).encode()))
    opening = "A title\n\n\nAble Seaman\nCrew\nFirst.\n\n\nAble Seaman\nCrew\nSecond.\n"
    check(Page("a.txt", (opening + "\n".join(lines)).encode()))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_stretch_of_copied_pages_gives_parts_that_cover_their_posts(
    data: st.DataObject,
) -> None:
    lines: list[str] = []
    for page in data.draw(st.lists(st.sampled_from(COPIED), min_size=1, max_size=3)):
        start = data.draw(st.integers(0, len(page) - 1))
        lines += page[start : data.draw(st.integers(start + 1, len(page)))]
    for line in data.draw(st.lists(LINES, max_size=5)):
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    if "".join(lines).strip():
        check(Page("a.txt", "\n".join(lines).encode()))


@pytest.mark.parametrize("sample", ORIGINALS, ids=lambda path: path.name)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_sample_gives_documents_or_not_readable(
    sample: Path, data: st.DataObject
) -> None:
    whole = sample.read_bytes()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, min(len(whole), start + 60)))
        whole = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    check(Page(sample.name, whole))
