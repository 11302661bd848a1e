"""Whom a quotation names, how far it reaches, and which post it is from."""

import pytest

from reading.reading_pages import read_one
from wireroom.reading.thread.lines import split_lines
from wireroom.reading.thread.quotations import Earlier, Quotation, find_quotations
from wireroom.reading.thread.quoting import find_quoted

OPEN, CLOSED = "The pier is open.", "It was closed on Monday."
NOBODY, PILOT = "Nobody knows.", "I asked the pilot."


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Ida said:", "Ida"),
        ("Ida said: ↑", "Ida"),
        ("Ida hat gesagt.:", "Ida"),
        ("Ida wrote: ↑Sun Mar 07, 2021 10:15 am", "Ida"),
        ("Ida a écrit :", "Ida"),
        ("Ида сказал(а):", "Ида"),
        ("Ali demiş ki:", "Ali"),
        ("رضا گفت:", "رضا"),
        ("قال أحمد:", "أحمد"),
        ("Originally Posted by Ida View Post", "Ida"),
        ("Zitat Zitat von Ida Beitrag anzeigen", "Ida"),
        ("Сообщение от Ида Посмотреть сообщение", "Ида"),
        ("المشاركة الأصلية كتبت بواسطة أحمد اعرض المشاركة", "أحمد"),
        ("Quote from: Ida on March 7, 2021, 10:15:00 PM", "Ida"),
        ("Цитата: Ида от 07 Мар 2021, 10:15", "Ида"),
        ("Ida, on 07 March 2021 - 10:15 PM, said:", "Ida"),
        ("On 3/7/2021 at 10:15 PM, Ida said:", "Ida"),
        ("Am 7.3.2021 um 10:15 schrieb Ida:", "Ida"),
        ("QUOTE (Ida @ Mar 7 2021, 10:15 PM)", "Ida"),
        ("Quote:", None),
        ("Цитата:", None),
    ],
)
def test_a_line_opens_a_quotation(text: str, author: str | None) -> None:
    quoted = find_quoted(text)
    assert quoted is not None
    assert (quoted.author, quoted.said) == (author, None)


@pytest.mark.parametrize(
    "text",
    [
        *("Quote", "I said it.", "Ida said: it is so", "The quote from yesterday was wrong"),
        *("Cita de prueba", "Quote from the harbour master: nobody knows", "the council wrote"),
    ],
)
def test_other_lines_open_none(text: str) -> None:
    assert find_quoted(text) is None


@pytest.mark.parametrize(
    "text", [f"(03-07-2021, 10:15 AM)Ida Wrote: {OPEN}", f"Ida wrote: ↑March 7, 2021{OPEN}"]
)
def test_the_words_may_stand_in_the_same_line(text: str) -> None:
    quoted = find_quoted(text)
    assert quoted is not None
    assert (quoted.author, quoted.said) == ("Ida", OPEN)


def _find(*lines: str) -> list[Quotation]:
    earlier = Earlier()
    earlier.add(1, "Ida", iter([OPEN, CLOSED]))
    earlier.add(2, "Ole", iter([NOBODY, PILOT]))
    found = find_quotations(split_lines("\n".join(lines)), earlier)
    return [found[first] for first in sorted(found)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Ida said:", OPEN, "Click to expand...", "No."], [(0, 3, "Ida", None, 1)]),
        (["Ida said:", "Unknown.", "Click to expand...", "No."], [(0, 3, "Ida", None, None)]),
        (["Ida wrote:", OPEN, CLOSED, "No."], [(0, 3, "Ida", None, 1)]),
        (["Quote:", "Originally Posted by Ida", OPEN, "", "No."], [(0, 3, "Ida", None, 1)]),
        (["Quote:", "Unknown.", "", "No."], [(0, 2, None, None, None)]),
        (["Cai wrote:", "Unknown.", "And more.", "", "No."], [(0, 3, "Cai", None, None)]),
        (["Ida:", OPEN, "No."], [(0, 2, "Ida", None, 1)]),
        ([f"(03-07-2021, 10:15 AM)Ida Wrote: {OPEN}", "No."], [(0, 1, "Ida", None, 1)]),
        (
            ["Ida wrote:", OPEN, "Ole wrote:", NOBODY, "No."],
            [*[(0, 2, "Ida", None, 1)], (2, 4, "Ole", None, 2)],
        ),
        (["No.", "Ida said:"], []),
    ],
)
def test_a_quotation_reaches_to_its_mark_or_as_far_as_its_post_goes(
    lines: list[str], told: list[tuple[int, int, str | None, int | None, int | None]]
) -> None:
    found = _find(*lines)
    assert [(one.first, one.end, one.author, one.outer, one.post) for one in found] == told


@pytest.mark.parametrize(
    ("lines", "ends"),
    [
        (
            ["Ida said:", "Ole said:", NOBODY, "Click to expand...", OPEN, "Click to expand..."],
            [1, 4, 6],
        ),
        (["Ida wrote:", "Ole wrote:", NOBODY, OPEN, "No."], [1, 3, 4]),
    ],
)
def test_a_quotation_may_stand_inside_another(lines: list[str], ends: list[int]) -> None:
    first, inner, rest = _find(*lines)
    assert [first.end, inner.end, rest.end] == ends
    assert (inner.author, inner.outer, inner.post) == ("Ole", 0, 2)
    assert (rest.opening, rest.author, first.post, rest.post) == (0, "Ida", 1, 1)


def test_parts_tell_whom_they_quote_and_where_they_stand() -> None:
    said = ["Ida said:", "Ole said:", NOBODY, "Click to expand...", OPEN, "Click to expand..."]
    posts = [
        f"{name}\nJoined: May 2015\nMessages: 1{number}\nMar {number}, 2021\n#{number}\n{body}"
        for number, (name, body) in enumerate(
            [("Ida", OPEN), ("Ole", NOBODY), ("Cai", "\n".join([*said, "Well."]))], 1
        )
    ]
    document = read_one("Smoke\n" + "\n".join(posts))
    told = [
        (part.kind, part.quotes_author, part.quotes_post, part.inside, part.continues)
        for part in document.posts[2].parts
    ]
    assert told == [
        ("furniture", None, None, None, None),
        ("quote", "Ida", 1, None, None),
        ("quote", "Ole", 2, 1, None),
        ("quote", "Ida", 1, None, 1),
        ("own", None, None, None, None),
    ]
