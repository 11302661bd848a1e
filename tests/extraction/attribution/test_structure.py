"""The outer links of a thread."""

from dataclasses import replace

from wireroom.extraction.attribution.across import with_known_speakers
from wireroom.extraction.attribution.sources.lists import SourceLists
from wireroom.extraction.attribution.structure import frame_threads
from wireroom.language import pack_for
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
    return Document("t", TEXT, "thread", posts=(Post(1, 0, end, "Gull", parts=parts),))


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
    assert (post.speaker, post.speaker_kind) == ("Gull", "post")
    assert post.source == (_at("Gull"),)
    assert post.content[0].start == TEXT.index("Look")


def test_a_rank_is_nobodys_name() -> None:
    thread = _thread()
    (post,) = thread.posts
    unsigned = replace(thread, posts=(replace(post, author=None, ranks=("Gull",)),))
    said = next(one for one in frame_threads(unsigned, ()) if one.speaker_kind == "post")
    assert (said.speaker, said.source) == ("post 1", ())


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


CAPTIONED = (
    "Crane falls at Selm: mayor\nThe crane. REUTERS/Ida Nor\nThe mayor says a storm is near.\n"
)


def _captioned() -> Document:
    caption = CAPTIONED.index("The crane")
    after = CAPTIONED.index("The mayor")
    end = len(CAPTIONED)
    parts = (
        Part("pasted", 0, caption, title="Crane falls at Selm: mayor"),
        Part("caption", caption, after, outlet="REUTERS", author="Ida Nor"),
        Part("pasted", after, end, continues=0),
    )
    return Document("t", CAPTIONED, "thread", posts=(Post(1, 0, end, parts=parts),))


def test_what_goes_on_after_a_caption_is_of_the_same_piece() -> None:
    start = CAPTIONED.index("The mayor")
    says = Attribution(
        (Span(start, start + 9),), (Span(start + 10, start + 14),), (), "indirect", "asserts"
    )
    said, post, piece, _ = frame_threads(_captioned(), (says,))
    assert said.inside == 2
    assert [span.of(CAPTIONED) for span in piece.content] == [
        "Crane falls at Selm: mayor",
        "The mayor says a storm is near.",
    ]
    assert (piece.inside, post.inside) == (1, None)


def test_a_caption_is_credited_to_the_agency_inside_its_piece() -> None:
    _, _, caption = frame_threads(_captioned(), (), [pack_for("en")])
    assert (caption.speaker, caption.speaker_kind) == ("REUTERS", "agency")
    assert [span.of(CAPTIONED) for span in caption.source] == ["REUTERS"]
    assert caption.inside == 1


def test_what_an_outlet_says_of_itself_is_passed_on_by_nobody() -> None:
    telling = replace(_said("Burin says the dam holds"), speaker="Burin", speaker_kind="person")
    own = replace(
        _said("the dam holds"), speaker="the Harbour Gazette", speaker_kind="outlet", inside=0
    )
    assert frame_threads(_thread(), (telling, own))[1].inside == 3
    article = Document("a", TEXT, outlet="Harbour Gazette")
    assert frame_threads(article, (telling, own))[1].inside is None


def test_a_quotation_of_a_known_member_names_the_member() -> None:
    half = len(TEXT) // 2
    posts = (
        Post(1, 0, half, "anna"),
        Post(2, half, len(TEXT), parts=(Part("quote", half, len(TEXT), quotes_post=1),)),
    )
    *_, quoted = frame_threads(Document("t", TEXT, "thread", posts=posts), ())
    assert (quoted.speaker, quoted.speaker_kind) == ("anna", "post")


DESCRIBED = (
    "Diver Ole Moen went down.\nMoen said the hull was split. The diver said it would not last."
)


def _by(words: str, speaker: str | None, inside: int | None = None) -> Attribution:
    start = DESCRIBED.index(words)
    source = Span(start, start + len(words))
    return Attribution((source,), (), (), "indirect", "asserts", speaker, "person", inside)


def test_a_description_is_the_one_who_has_the_floor_and_is_called_so() -> None:
    spoke, described = _by("Moen", "Ole Moen"), _by("The diver", None)
    nested = _by("the hull", "Ida Nor", 0)
    known = with_known_speakers(DESCRIBED, [spoke, nested, described], [_DIVERS])
    assert known[2].speaker == "Ole Moen"
    assert known[2].antecedent == spoke.source[0]


def test_a_description_is_nobody_who_is_not_called_so_or_has_lost_the_floor() -> None:
    other, described = _by("Moen", "Ida Nor"), _by("The diver", None)
    assert with_known_speakers(DESCRIBED, [other, described], [_DIVERS])[1].speaker is None
    spoke = _by("Moen", "Ole Moen")
    crew = replace(_by("the hull", None), speaker_kind="witness")
    assert with_known_speakers(DESCRIBED, [spoke, crew, described], [_DIVERS])[2].speaker is None


_DIVERS = SourceLists({"diver": ("person", "expert")}, frozenset(), frozenset(), {})
