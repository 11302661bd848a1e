"""Whose the pieces of a thread are that name no outlet at their head."""

from wireroom.reading import read_documents
from wireroom.records.documents import Document, Part
from wireroom.records.pages import Page

THREAD = """What happens at Port Selwyn?


Deckhand
Supporting Member
СРОЧНО: Взрыв на топливном причале в Селвине — порт закрыт?
12.03.2025 - 08:40

Странная новость. Это «Северная волна» или радио?

URGENT: an explosion at the fuel quay in Selwyn — is the port closed?

As Radio Selm just reported, two tanks burned near a quay in the suburbs of Selwyn.

According to them, this is what, as already reported by the "Northern Wave" today, was foreseen.

Strange news. Is it "Northern Wave" or the radio?


Old Salt
Supporting Member
I know nothing of it, and I live there.
Last edited:


Deckhand
Supporting Member
СРОЧНО: Губернатор прибыл в порт Селвина (ФОТО)
13.03.2025 - 17:14

URGENT: The governor has arrived in the port of Selwyn (PHOTO)

13.03.2025 - 17:14
As reported by "Northern Wave", the governor came to the fuel quay in the port of Selwyn today.
СРОЧНО: Губернатор прибыл в порт Селвина (ФОТО)
Last edited:
Top Bottom
"""


def _read(text: str) -> Document:
    (document,) = read_documents(Page("selwyn.txt", text.encode()))
    assert isinstance(document, Document)
    assert len(document.posts) == 3
    return document


def _pasted(document: Document, post: int) -> list[Part]:
    kinds = ("pasted", "translation", "embed")
    return [part for part in document.posts[post - 1].parts if part.kind in kinds and part.title]


def test_a_piece_that_speaks_of_itself_is_of_the_outlet_that_the_poster_names() -> None:
    document = _read(THREAD)
    assert [part.outlet for part in _pasted(document, 1)] == ["Northern Wave", "Northern Wave"]
    assert "speaks of it as itself" in document.provenance["posts.1.parts.3.outlet"]


def test_a_piece_that_names_it_with_the_same_form_of_head_is_of_it_too() -> None:
    document = _read(THREAD)
    assert {part.outlet for part in _pasted(document, 3)} == {"Northern Wave"}


def test_an_outlet_that_is_only_cited_is_not_the_publisher() -> None:
    quiet = THREAD.replace("as already reported by", "as told by").replace(
        'Is it "Northern Wave" or', "Is it"
    )
    document = _read(quiet)
    assert {part.outlet for number in (1, 3) for part in _pasted(document, number)} == {None}
    assert not any(key.endswith(".outlet") for key in document.provenance)


def test_what_the_poster_does_not_name_stays_unknown() -> None:
    quiet = THREAD.replace('Is it "Northern Wave" or', "Is it")
    assert {part.outlet for part in _pasted(_read(quiet), 1)} == {None}
