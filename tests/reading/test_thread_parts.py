"""Whose words each stretch of a post is."""

import pytest

from reading.reading_pages import read_one, words_of
from wireroom.reading.thread.furniture import find_furniture
from wireroom.reading.thread.headlines import find_outlet, has_lede, is_headline, is_own_voice
from wireroom.reading.thread.openings import find_caption, find_dateline, find_origin
from wireroom.reading.thread.pairing import pair_lines
from wireroom.records.documents import Document, Post

HEADLINE = "Fire damages grain terminal in Port Selwyn"
LEDE = "A fire damaged the grain terminal of Port Selwyn on Sunday, harbour officials said."
RUSSIAN = "Пожар повредил зерновой терминал Порт-Селвина: кто виноват?"
ENGLISH = "Fire damaged the grain terminal of Port Selwyn: who is to blame?"


def _thread(*bodies: str) -> Document:
    posts = "".join(f"\n\n\nAble Seaman\nCrew\n{body}" for body in ("First.", "Second.", *bodies))
    return read_one("Smoke over the quay" + posts)


def _post(body: str) -> tuple[Document, Post]:
    document = _thread(body)
    return document, document.posts[2]


def _kinds(post: Post) -> list[str]:
    return [part.kind for part in post.parts[1:]]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("I saw it.", ["own"]),
        (f"{HEADLINE}\n{LEDE}", ["pasted"]),
        (f"{HEADLINE}\n\n{LEDE}\n\nWell, well.", ["pasted", "own"]),
        (f"{HEADLINE}\nNobody was hurt.", ["own"]),
        (f"{HEADLINE}\n7 March 2021\n\n{LEDE}\n\nNobody was hurt.", ["pasted"]),
        (f"{HEADLINE}\n7 March 2021\n\nI told you so.", ["pasted", "own"]),
        (f"{HEADLINE}\nMar 7, 2021 / 12:40 Pier Talk\nVik tells.\nI saw it.", ["embed", "own"]),
        ("See this:\n\n7 March 2021", ["own", "embed"]),
        (f"(Google Translate)\n{HEADLINE}\n\nWell.", ["translation", "own"]),
        ("Ida said:\nThe quay is closed.\nClick to expand...\nIs it?", ["quote", "own"]),
        (f"{RUSSIAN}\n07.03.2021 - 23:15\n\n{ENGLISH}\n\n{LEDE}", ["pasted", "translation"]),
        (f"Look at this:\n\n{RUSSIAN}\n\nWho knows.", ["own", "embed", "own"]),
        ("Well.\nReply\nLike\nLast edited: 7 March 2021", ["own", "furniture"]),
        ("By Ida Vik - 7 March, 2021", ["pasted"]),
        ("Video: Divers inspect the burnt quay", ["embed"]),
    ],
)
def test_a_post_falls_into_parts(body: str, kinds: list[str]) -> None:
    assert _kinds(_post(body)[1]) == kinds


def test_a_caption_interrupts_an_article_and_does_not_end_it() -> None:
    caption = "FILE PHOTO: The terminal, March 4, 2021. NORDWIRE/Olaf Brandt/File Photo"
    document, post = _post(f"{HEADLINE}\n{caption}\n{LEDE}")
    assert _kinds(post) == ["pasted", "caption", "pasted"]
    assert (post.parts[1].title, post.parts[1].continues) == (HEADLINE, None)
    assert (post.parts[3].title, post.parts[3].continues) == (None, 1)
    assert (post.parts[2].outlet, post.parts[2].author) == ("NORDWIRE", "Olaf Brandt")
    assert post.parts[2].published == "2021-03-04"
    assert words_of(document, post, 3) == LEDE


def test_a_line_of_an_earlier_post_is_a_quotation_of_that_post() -> None:
    document = _thread(LEDE, f"{LEDE}\nOh dear.", LEDE)
    assert [[part.quotes_post for part in post.parts[1:]] for post in document.posts[2:]] == [
        [None],
        [3, None],
        [3],
    ]


def test_one_sentence_of_an_earlier_line_is_a_quotation_too() -> None:
    document = _thread(f"Look. {LEDE} I saw it.", LEDE)
    assert document.posts[3].parts[1].quotes_post == 3


@pytest.mark.parametrize(
    ("aside", "kinds"),
    [
        ("So which one is it, three or five?", ["pasted", "own"]),
        ("Look at the headline. Vardhaven is three hours away.", ["pasted", "own"]),
        ("Nobody was hurt.", ["pasted"]),
        ("“Who would do this?” Vik asked.", ["pasted"]),
    ],
)
def test_short_words_under_a_piece_may_be_the_posters(aside: str, kinds: list[str]) -> None:
    dated = f"{HEADLINE}\n07.03.2021 - 23:15\n{LEDE}\n\n{aside}"
    assert _kinds(_post(dated)[1]) == kinds
    assert _kinds(_post(f"{dated}\nLast edited:")[1]) == [*kinds, "furniture"]


def test_a_translation_is_tied_to_its_original_and_has_its_date() -> None:
    remark = "Странно. В заголовке терминал, в тексте склад. Кто прав? Вик или Лунд?"
    translated = "Odd. In the headline a terminal, in the text a shed. Who is right? Vik or Lund?"
    link = "Пожар в порту: полиция ищет катер"
    stamped = f"{RUSSIAN}\n07.03.2021 - 23:15"
    _, post = _post("\n\n".join([stamped, remark, ENGLISH, LEDE, link, translated]))
    assert _kinds(post) == ["pasted", "own", "translation", "embed", "translation"]
    assert [part.translation_of for part in post.parts] == [None, None, None, 1, None, 2]
    assert [part.language for part in post.parts[1:]] == ["ru", "ru", "en", "ru", "en"]
    assert post.parts[3].published == "2021-03-07T23:15"


def test_a_date_that_can_be_read_both_ways_is_left_open_and_the_document_says_so() -> None:
    document, post = _post(f"{HEADLINE}\n03/04/2021\n{LEDE}")
    assert (post.parts[1].title, post.parts[1].published) == (HEADLINE, None)
    said = document.provenance["posts.3.parts.published"]
    assert said == "03/04/2021 can be read day first or month first"
    shown = _thread(f"{HEADLINE}\n03/04/2021\n{LEDE}", "The other was on 25/12/2020.")
    assert shown.posts[2].parts[1].published == "2021-04-03"


def test_an_edited_post_is_marked() -> None:
    document = _thread("Well.\nLast edited:", "Well, well.")
    assert [post.edited for post in document.posts] == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("7 March 2021", (None, None, "2021-03-07", None)),
        ("Published on Mar 7, 2021 (5:50 min.)", (None, None, "2021-03-07", 350)),
        ("Mar 7, 2021 / 1:02:03 Pier Talk", ("Pier Talk", None, "2021-03-07", 3723)),
        ("Premiered Mar 7, 2021", (None, None, "2021-03-07", None)),
        ("The Quay, 7 March 2021", ("The Quay", None, "2021-03-07", None)),
        ("By Ida Vik - 27 January, 2020", (None, "Ida Vik", "2020-01-27", None)),
        ("By Ida Vik, The Quay", ("The Quay", "Ida Vik", None, None)),
        ("Автор: Ида Вик", (None, "Ида Вик", None, None)),
    ],
)
def test_a_line_tells_where_a_piece_comes_from(
    text: str, told: tuple[str | None, str | None, str | None, int | None]
) -> None:
    origin = find_origin(text, None)
    assert origin is not None
    assert (origin.outlet, origin.author, origin.published, origin.duration_seconds) == told


@pytest.mark.parametrize(
    "text",
    [
        *("", "By the way", "By noon it was over.", "See you on 7 March 2021", "Yes. 7 March 2021"),
        "The fire of 7 March 2021 was the third.",
        "12:40 Pier Talk",
    ],
)
def test_a_sentence_with_a_date_tells_no_origin(text: str) -> None:
    assert find_origin(text, None) is None


def test_datelines_and_captions() -> None:
    dated = find_dateline("March 9, 2021 - Letters show that the port knew.", None)
    assert dated is not None
    assert dated.published == "2021-03-09"
    wired = find_dateline("PORT SELWYN (Nordwire) - Two sheds burned on Sunday.", None)
    assert wired is not None
    assert wired.outlet == "Nordwire"
    assert find_dateline("Two sheds (both new) burned.", None) is None
    assert find_caption("Photo: Olaf Brandt", None) is not None
    assert find_caption("He took the photo himself.", None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEADLINE, True),
        ("Who burned the sheds of Port Selwyn?", True),
        (LEDE, False),
        ("Worth watching today, all of you:", False),
        ("I saw the fire from the bridge", False),
        ("Ida says “I saw the fire” from the bridge", True),
        ("The sheds burned. Nobody was hurt", False),
        ("Very true", False),
    ],
)
def test_the_shape_of_a_headline(text: str, expected: bool) -> None:
    assert is_headline(text) is expected


def test_a_lede_tells_what_its_headline_does() -> None:
    assert has_lede(HEADLINE, LEDE)
    assert not has_lede(
        HEADLINE, "The council keeps telling us that all is well, as it always does."
    )


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        (f"QN - {HEADLINE}", "QN"),
        (f"{HEADLINE} | The Quay", "The Quay"),
        (HEADLINE, None),
        ("QN - Ferry crews strike", None),
    ],
)
def test_an_outlet_stands_before_or_after_its_title(line: str, outlet: str | None) -> None:
    assert find_outlet(line, HEADLINE) == outlet


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Top Bottom", "button"),
        ("Gefällt mir Antworten", "button"),
        ("Like new", None),
        ("Thanks!", None),
        ("Advertisement", "line"),
        ("Вне форума", "status"),
        ("Ida is offline", "status"),
        ("Beiträge:", "key"),
        ("123 posts", "label"),
        ("Inscrit le 3 mars 2021", "label"),
        ("Thread starter Ida", "begun"),
        ("Ida, Ole and 12 others like this.", "likes"),
        ("« Last Edit: March 3, 2021, 10:15 AM by Ida »", "edited"),
        ("Post edited by Ida for clarity", None),
        ("نوشته‌ها", "key"),
        ("Genişletmek için tıkla ...", "quoted"),
        ("Last edited: Mar 3, 2021", "edited"),
        ("Edited by Ida, 3 March 2021", "edited"),
        ("Click to expand...", "quoted"),
        ("#12", "number"),
        ("Joined: Jan 3, 2015", "label"),
        ("Messages: 1,204", "label"),
        ("Регистрация: 03.01.2015", "label"),
        ("Messages from the port were late.", None),
        ("Age is no excuse here", None),
        ("Replying to nobody", None),
    ],
)
def test_furniture(text: str, kind: str | None) -> None:
    assert find_furniture(text) == kind


def test_own_voice_is_heard_outside_quotation_marks_only() -> None:
    assert is_own_voice("I'm from the quay")
    assert is_own_voice("По-моему, я это видел")
    assert not is_own_voice("“I saw it,” Vik said")
    assert not is_own_voice("The island is closed")


def test_lines_pair_across_scripts_and_not_within_one() -> None:
    assert pair_lines({0: RUSSIAN}, {1: ENGLISH}) == {1: 0}
    assert pair_lines({0: ENGLISH}, {1: ENGLISH}) == {}
    assert pair_lines({1: RUSSIAN}, {0: ENGLISH}) == {}
    assert pair_lines({0: RUSSIAN + " 12"}, {1: ENGLISH + " 13"}) == {}
