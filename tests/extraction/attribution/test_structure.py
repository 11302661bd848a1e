"""The outer links of a thread."""

from wireroom.extraction.attribution.structure import frame_threads
from wireroom.records.attributions import Attribution
from wireroom.records.documents import Document, Part, Post
from wireroom.records.spans import Span

TEXT = "Gull\nLook at John Burin.\nDam holds\nHarbour Gazette\nBurin says the dam holds.\n"


def _at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _thread() -> Document:
    end = len(TEXT)
    parts = (
        Part("furniture", 0, 5),
        Part("own", 5, 25),
        Part("pasted", 25, end, title="Dam holds", outlet="Harbour Gazette"),
    )
    return Document("t", TEXT, "thread", posts=(Post(1, 0, end, None, ("Gull",), parts=parts),))


def _said(content: str) -> Attribution:
    says = _at("says")
    return Attribution(
        (Span(says.start - 6, says.start - 1),), (says,), (_at(content),), "indirect"
    )


def test_a_finding_in_a_pasted_part_is_inside_its_outlet_inside_the_post() -> None:
    found = frame_threads(_thread(), (_said("the dam holds"),))
    said, post, outlet = found
    assert said.inside == 2
    assert outlet.inside == 1
    assert (outlet.speaker, outlet.speaker_kind) == ("Harbour Gazette", "outlet")
    assert outlet.source == (_at("Harbour Gazette"),)
    assert post.inside is None
    assert (post.speaker, post.speaker_kind) == ("post 1", "post")
    assert post.source == (_at("Gull"),)
    assert post.content[0].start == TEXT.index("Look")


def test_a_document_without_posts_comes_back_unchanged() -> None:
    before = (_said("the dam holds"),)
    assert frame_threads(Document("a", TEXT), before) == before


def test_a_quoted_post_is_named_by_its_number() -> None:
    parts = (Part("quote", 0, len(TEXT), quotes_post=4),)
    document = Document("t", TEXT, "thread", posts=(Post(5, 0, len(TEXT), parts=parts),))
    _, quoted = frame_threads(document, ())
    assert (quoted.speaker, quoted.speaker_kind, quoted.inside) == ("post 4", "post", 0)


def test_a_surname_is_the_one_full_name_of_another_passage() -> None:
    first = Attribution((), (), (_at("Look"),), "indirect", "asserts", "John Burin", "person")
    second = Attribution((), (), (_at("holds"),), "indirect", "asserts", "Burin", "person")
    assert frame_threads(_thread(), (first, second))[1].speaker == "John Burin"
