"""Threads that a person pastes whole or in part, and texts that only look like threads."""

import gzip
import json
from pathlib import Path

import pytest

from reading.reading_pages import read_one
from wireroom.records.documents import Document

MEMBERS = ("Marta", "Ole_K", "night pilot", "Marta", "Ida")
RANKS = {"Marta": "Able Seaman", "Ole_K": "Boatswain", "night pilot": "Boatswain"}
SAID = (
    "Did anybody see the smoke over the quay?",
    "Yes, from the bridge.",
    "Same here",
    "Then why is the second pier closed?",
    "Two sheds burned, and nobody was hurt.",
)
FIRST = "Home\nForum\nLog in\nRegister\nSmoke over the quay"
LAST = "You must log in or register to reply here.\nSimilar threads\nFerry crews strike\n3 May 2020"
JOINED = {name: 2010 + place for place, name in enumerate(dict.fromkeys(MEMBERS))}


def _card(name: str) -> str:
    rank = [RANKS[name]] if name in RANKS else []
    joined = ["Joined", f"Jan 3, {JOINED[name]}", "Messages", f"{JOINED[name]:,}"]
    return "\n".join([name, *rank, *joined])


def _above(number: int, name: str) -> str:
    return f"{_card(name)}\nMar {number}, 2021\n#{number}\n{SAID[number - 1]}\nLike\nReply"


def _below(number: int, name: str) -> str:
    return f"0{number}.03.2021, 10:15 #{number}\n{_card(name)}\n{SAID[number - 1]}\nReply"


def _around(number: int, name: str) -> str:
    return f"{_card(name)}\n{SAID[number - 1]}\n{name}, Mar {number}, 2021\n#{number}\nLike Reply"


def _after(number: int, name: str) -> str:
    title = "Re: Smoke over the quay" if number > 1 else "Smoke over the quay"
    stamp = f"{title}\nby {name} » 0{number} Mar 2021 10:15"
    return f"{stamp}\n{SAID[number - 1]}\n{_card(name)}\nTop"


def _without_card(number: int, name: str) -> str:
    return f"{name}\nMarch {number}, 2021\n{SAID[number - 1]}\nQuote"


def _page(layout: object, first: str = FIRST, last: str = LAST) -> str:
    assert callable(layout)
    posts = [layout(number, name) for number, name in enumerate(MEMBERS, 1)]
    return "\n".join(part for part in (first, *posts, last) if part)


def _told(document: Document) -> list[tuple[str | None, str]]:
    """The author of each post, and its own words."""
    return [
        (
            post.author,
            " ".join(
                part.span.of(document.text).strip() for part in post.parts if part.kind == "own"
            ),
        )
        for post in document.posts
    ]


LAYOUTS = pytest.mark.parametrize("layout", [_above, _below, _around, _after, _without_card])
WHOLE = list(zip(MEMBERS, SAID, strict=True))


@LAYOUTS
def test_posts_are_found_wherever_name_card_and_date_stand(layout: object) -> None:
    document = read_one(_page(layout))
    assert (document.kind, document.title) == ("thread", "Smoke over the quay")
    assert _told(document) == WHOLE
    days = [(post.published or "")[:10] for post in document.posts]
    assert days == [f"2021-03-0{number}" for number in range(1, 6)]


@LAYOUTS
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n    "),
        lambda text: text.replace("\n", " \n\n"),
        lambda text: text.replace("\n", "\t\n"),
    ],
)
def test_space_between_lines_does_not_matter(layout: object, change: object) -> None:
    assert callable(change)
    assert _told(read_one(change(_page(layout)))) == WHOLE


@pytest.mark.parametrize("layout", [_above, _below, _around])
def test_posts_may_be_copied_without_the_page_around_them(layout: object) -> None:
    assert _told(read_one(_page(layout, "", ""))) == WHOLE


def test_the_first_post_may_be_copied_from_its_name_on() -> None:
    text = _page(_below, "").split("\n", 1)[1]
    assert _told(read_one(text)) == WHOLE


def test_the_last_post_may_be_copied_without_its_stamp() -> None:
    text = _page(_around, FIRST, "")
    cut = text[: text.index(SAID[-1]) + len(SAID[-1])]
    assert _told(read_one(cut)) == WHOLE


def test_ranks_are_those_of_the_card() -> None:
    document = read_one(_page(_above))
    assert [post.ranks for post in document.posts] == [
        *[("Able Seaman",), ("Boatswain",), ("Boatswain",), ("Able Seaman",), ()]
    ]


def test_a_head_that_a_page_has_twice_is_one() -> None:
    def doubled(number: int, name: str) -> str:
        stamp = f"Posted March {number}, 2021"
        card = f"{name}\nMembers\n{JOINED[name]} posts\n{stamp}"
        return f"{name}\n{stamp}\n{card}\n{SAID[number - 1]}\nQuote\nLink to comment"

    assert _told(read_one(_page(doubled))) == WHOLE


def test_a_name_that_stands_twice_in_its_line_is_one_unless_it_is_so_by_itself() -> None:
    def twice(number: int, name: str) -> str:
        return _without_card(number, name).replace(name, name * 2, 1)

    assert _told(read_one(_page(twice))) == WHOLE
    text = _page(_above).replace("Ole_K", "Jojo")
    assert read_one(text).posts[1].author == "Jojo"


def test_a_thread_of_one_post_needs_its_card_and_its_page() -> None:
    page = f"{FIRST}\n1 post • Page 1 of 1\n{{}}\nTop\nWho is online\nPowered by phpBB"
    post = f"{_card('Marta')}\nPost by Marta » 3 March 2021, 10:15\n\n{SAID[0]}"
    assert _told(read_one(page.format(post))) == [("Marta", SAID[0])]
    assert read_one(page.format(SAID[0])).kind == "article"


def test_a_date_that_is_counted_from_today_is_unknown_and_says_so() -> None:
    text = _page(_above).replace("Mar 5, 2021", "Yesterday at 10:15 PM")
    document = read_one(text)
    assert [post.published for post in document.posts][3:] == ["2021-03-04", None]
    said = document.provenance["posts.5.published"]
    assert said == "'Yesterday at 10:15 PM' is counted from a day that the page does not tell"


def test_a_date_that_can_be_read_both_ways_is_open_until_the_page_shows_the_order() -> None:
    text = _page(lambda number, name: _below(number, name).replace(".03.2021", "-03-2021"))
    assert read_one(text).posts[0].published is None
    shown = text.replace("05-03-2021", "15-03-2021")
    assert [post.published for post in read_one(shown).posts][3:] == [
        *("2021-03-04T10:15", "2021-03-15T10:15")
    ]


def test_what_a_page_has_before_and_after_its_posts_is_in_no_post() -> None:
    document = read_one(_page(_above))
    assert document.text[document.posts[0].start :].startswith("Marta\nAble Seaman")
    after = document.text[document.posts[-1].end :]
    assert after.strip().endswith(LAST)


def test_what_many_posts_end_with_is_a_signature() -> None:
    sent = "Sent from the pier with a quay phone"
    text = _page(lambda number, name: _above(number, name).replace("\nLike", f"\n{sent}\nLike"))
    document = read_one(text)
    assert _told(document) == WHOLE
    signed = [
        part.span.of(document.text).strip()
        for post in document.posts
        for part in post.parts
        if part.form == "signature"
    ]
    assert signed == [sent] * 5


CHAT = "\n".join(
    f"{name}, [0{number}.03.2021 10:15]\n{said}"
    for number, (name, said) in enumerate(zip(MEMBERS, SAID, strict=True), 1)
)
BLOG = "\n".join(
    f"{name}\nMarch {number}, 2021\n{said}\nRead more\nShare"
    for number, (name, said) in enumerate(zip(MEMBERS, SAID, strict=True), 1)
)
MAIL = "\n\n".join(
    f"From: {name}\nSent: March {number}, 2021 10:15 AM\nTo: Ida\nSubject: Re: Smoke\n\n{said}"
    for number, (name, said) in enumerate(zip(MEMBERS, SAID, strict=True), 1)
)
RANKING = "Five harbours\n" + "\n".join(
    f"#{number}\nPort {name}\n{said}" for number, (name, said) in enumerate(WHOLE, 1)
)
MINUTES = "Minutes\n3 March 2021\n" + "\n".join(f"{name} said:\n{said}" for name, said in WHOLE)
DIARY = "\n\n".join(f"{number} March 2021\n\n{said * 3}" for number, said in enumerate(SAID, 1))
COURT = "\n".join(f"Q. {said}\nA. {said}" for said in SAID * 3)
CHANGES = "\n\n".join(
    f"Version {number}.0\nMarch {number}, 2021\nNew: quays" for number in range(9)
)
COMMENTED = (
    "Home\nNews\nSign in\nFire at the quay\nBy Ida Lind\nMarch 3, 2021\n"
    + "\n".join(SAID[0] * 10 for _ in range(10))
    + "\nComments\n"
    + "\n".join(f"{name}\nMarch 4, 2021 at 9:15 am\n{said}\nReply" for name, said in WHOLE)
)


@pytest.mark.parametrize(
    "text", [CHAT, BLOG, MAIL, RANKING, MINUTES, DIARY, COURT, CHANGES, COMMENTED]
)
def test_what_has_names_dates_or_numbers_like_a_thread_is_an_article(text: str) -> None:
    assert read_one(text).kind == "article"


@pytest.mark.parametrize("name", ["fakes", "meantime", "lgl", "muc4", "polnear"])
def test_no_article_of_the_yardsticks_is_a_thread(shared: Path, name: str) -> None:
    path = shared / "yardsticks" / "data" / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line).get("text") or "" for line in lines]
    assert sum(len(text) > 300 for text in texts) > 50
    assert {read_one(text).kind for text in texts if text.strip()} == {"article"}


def test_no_hostile_text_is_a_thread(shared: Path) -> None:
    for path in sorted((shared / "hostile" / "inputs" / "text").glob("*.txt")):
        assert read_one(path.read_bytes(), path.name).kind == "article"
