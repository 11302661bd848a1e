"""Which stretches are read by themselves."""

from wireroom.language import split_passages
from wireroom.records.documents import Document, Part, Post

TEXT = "Deckhand\nThe pier is gone, they say.\nПирса больше нет.\n"


def thread() -> Document:
    parts = (
        Part("furniture", 0, 9),
        Part("own", 9, 37),
        Part("pasted", 37, len(TEXT), title="Пирса больше нет.", outlet="Кольский вестник"),
    )
    posts = (Post(1, 0, len(TEXT), published="2025-03-14", parts=parts),)
    return Document("t", TEXT, kind="thread", posts=posts)


def test_an_article_is_one_passage() -> None:
    document = Document("a", "Two men were hurt.", title="Two hurt", published="2025-03-14")
    (passage,) = split_passages(document)
    assert passage.span.of(document.text) == document.text
    assert (passage.language, passage.published, passage.nearby) == ("en", "2025-03-14", False)


def test_a_thread_has_a_passage_for_every_part_but_furniture() -> None:
    own, pasted = split_passages(thread())
    assert (own.kind, own.language, own.post, own.part) == ("own", "en", 1, 1)
    assert (pasted.kind, pasted.language, pasted.outlet) == ("pasted", "ru", "Кольский вестник")
    assert pasted.title_span is not None
    assert pasted.title_span.of(TEXT) == "Пирса больше нет."


def test_an_undated_part_is_read_against_the_latest_day_before_it_and_says_so() -> None:
    later = Post(2, 0, 9, parts=(Part("own", 0, 9),))
    document = Document("t", TEXT, kind="thread", posts=(*thread().posts, later))
    last = split_passages(document)[-1]
    assert (last.published, last.nearby) == ("2025-03-14", True)
