"""The real thread: who speaks in it, and through whom."""

from dataclasses import replace
from pathlib import Path

import pytest

from wireroom.extraction.attribution import find_attributions
from wireroom.extraction.attribution.structure import frame_threads
from wireroom.language import annotate, detect_language, pack_for
from wireroom.reading import read_documents
from wireroom.records.attributions import Attribution
from wireroom.records.documents import Document
from wireroom.records.pages import Page

Found = tuple[str, tuple[Attribution, ...]]


@pytest.fixture(scope="module")
def thread() -> Found:
    file = Path(__file__).resolve().parents[4] / "shared" / "stories" / "thread-syria.txt"
    (document,) = read_documents(Page(file.name, file.read_bytes()))
    assert isinstance(document, Document)
    found: list[Attribution] = []
    for post in document.posts:
        for part in post.parts:
            words = part.span.of(document.text)
            if part.kind == "furniture" or not words.strip():
                continue
            pack = pack_for(part.language or detect_language(words))
            first = len(found)
            found += [
                a if a.inside is None else replace(a, inside=a.inside + first)
                for a in find_attributions(annotate(document.text, part.span, pack), pack)
            ]
    return document.text, frame_threads(document, tuple(found))


def _chain(found: tuple[Attribution, ...], attribution: Attribution) -> list[str | None]:
    names = [attribution.speaker]
    while attribution.inside is not None:
        attribution = found[attribution.inside]
        names.append(attribution.speaker)
    return names


@pytest.mark.usefixtures("shared")
def test_the_speakers_of_the_thread_are_found(thread: Found) -> None:
    speakers = {a.speaker for a in thread[1] if a.speaker and a.cue}
    for name in ("Pompeo", "Erdogan", "Haddad", "Hitchens", "Evstafiev", "Peskov"):
        assert any(name in speaker for speaker in speakers), name


@pytest.mark.usefixtures("shared")
def test_a_paragraph_quoted_by_one_who_is_quoted_has_four_links(thread: Found) -> None:
    text, found = thread
    (quoted,) = [
        a
        for a in found
        if a.inside
        and [part[0].of(text) for part in (a.source, a.cue) if part] == ["Bellingcat", ":"]
    ]
    chain = _chain(found, quoted)
    assert chain[0] == "Bellingcat"
    assert chain[1] is not None
    assert "Hitchens" in chain[1]
    assert chain[3] is not None
    assert chain[3].startswith("post ")
    assert len(chain) == 4


@pytest.mark.usefixtures("shared")
def test_who_has_not_commented_is_known(thread: Found) -> None:
    (silent,) = [a for a in thread[1] if a.stance == "no-comment"]
    assert silent.speaker is not None
    assert "Tahrir al-Sham" in silent.speaker


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(
    ("cue", "source", "kind"),
    [
        ("said", "witnesses and residents", "witness"),
        ("said", "oil officials", "unnamed"),
        ("just reported", "al Jazeera", "outlet"),
        ("As specified by", "Arab media", "unnamed"),
        ("with reference to", "the Pentagon", "organisation"),
    ],
)
def test_the_sources_of_the_news_items_are_found(
    thread: Found, cue: str, source: str, kind: str
) -> None:
    text, found = thread
    fitting = [
        a
        for a in found
        if source in " ".join(s.of(text) for s in a.source)
        and cue in " ".join(s.of(text) for s in a.cue)
    ]
    assert [a.speaker_kind for a in fitting] == [kind]
