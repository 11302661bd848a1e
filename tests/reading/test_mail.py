"""Letters: their words, whatever is broken in them, and what is attached."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.reading_pages import read_all, read_one
from wireroom.errors import NotReadable
from wireroom.reading import read_documents
from wireroom.reading.mail.headers import find_headers, is_letter
from wireroom.records.documents import Document
from wireroom.records.pages import Page

HEAD = (
    "From: Ida Lindqvist <ida@watch.example>\nTo: olaf@port.example\nSubject: Quay 4\n"
    "Date: Sun, 7 Mar 2021 17:05:00 +0100\nMIME-Version: 1.0\n"
)
MIXED = HEAD + 'Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nSee the notice.\n'


def letter(body: str, headers: str = HEAD) -> Document:
    return read_one(f"{headers}{body}", "letter.eml")


def part(kind: str, body: str, more: str = "") -> str:
    return f"--b\nContent-Type: {kind}\n{more}\n{body}\n"


def test_a_letter_has_its_subject_sender_and_date() -> None:
    found = letter("\nThe quay is closed.\n")
    assert (found.kind, found.title, found.author) == ("letter", "Quay 4", "Ida Lindqvist")
    assert found.published == "2021-03-07T17:05:00+01:00"
    assert (found.id, found.text) == ("letter.eml", "The quay is closed.")
    assert (found.outlet, found.posts) == (None, ())


def test_quoted_lines_stay_where_they_are() -> None:
    body = "No.\n\nOn Sunday, Olaf wrote:\n> Was it you?\n>> It was."
    assert letter(f"\n{body}\n").text == body


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("=?utf-8?b?0JDQvdC90LA=?= <a@v.example>", "Анна"),
        ("=?koi8-r?q?=E1=CE=CE=C1?= =?koi8-r?q?_=F3=2E?= <a@v.example>", "Анна С."),
        ("=?iso-8859-1?q?=93Ida=94?= <a@v.example>", "“Ida”"),
        ("=?x-unknown?q?Ida?= <a@v.example>", "Ida"),
        ("=?utf-8?b?!!!?= <a@v.example>", "a@v.example"),
        ('"Brandt, Olaf" <o@port.example>', "Brandt, Olaf"),
        ("o@port.example (Olaf)", "Olaf"),
        ("o@port.example", "o@port.example"),
        ("undisclosed", "undisclosed"),
        ("(" * 9000, "(" * 5000),
    ],
)
def test_the_sender_is_named(raw: str, name: str) -> None:
    assert letter(f"From: {raw}\nSubject: x\nDate: x\n\nwords").author != ""
    assert read_one(f"From: {raw}\nSubject: x\nDate: x\n\nwords", "a.eml").author == name


def test_headers_that_nobody_encoded_are_read() -> None:
    for encoding in ("utf-8", "cp1251"):
        source = "Subject: Причал закрыт до понедельника\nFrom: Анна\nDate: x\n\nx".encode(encoding)
        assert read_one(source, "a.eml").title == "Причал закрыт до понедельника"


def test_the_text_part_goes_before_the_html() -> None:
    kind = 'Content-Type: multipart/alternative; boundary="b"\n\n'
    plain = part("text/plain", "The quay is closed until Monday.")
    html = part("text/html", "<p>The quay is <b>closed</b> until Monday.</p>")
    found = letter(kind + plain + html + "--b--")
    assert (found.text, found.provenance["text"]) == (
        "The quay is closed until Monday.",
        "the text part",
    )


def test_a_text_part_that_says_nothing_gives_way_to_the_html() -> None:
    kind = 'Content-Type: multipart/alternative; boundary="b"\n\n'
    html = part("text/html", f"<p>{'The quay is closed. ' * 30}</p>")
    found = letter(kind + part("text/plain", "See the HTML.") + html + "--b--")
    assert found.provenance["text"] == "the HTML part"
    assert found.text.startswith("The quay is closed.")


def test_a_letter_of_apples_mail_ends_before_its_properties() -> None:
    source = f"{HEAD}\nThe quay is closed.\n"
    found = read_one(f"{len(source)}   \n{source}<?xml version='1.0'?><plist/>", "1.emlx")
    assert (found.title, found.text) == ("Quay 4", "The quay is closed.")


def test_the_text_parts_of_a_letter_are_joined() -> None:
    found = letter(part("text/plain", "And the list says so."), MIXED)
    assert found.text == "See the notice.\n\nAnd the list says so."


def test_attached_documents_are_read_and_others_named() -> None:
    attached = (
        part("text/html; name=notice.html", "<html><body><p>Quay 4 is closed.</p></body></html>")
        + part("image/png; name=quay.png", "iVBORw0KGgo=", "Content-Transfer-Encoding: base64\n")
        + part("application/ms-tnef; name=winmail.dat", "x")
    )
    found, notice = read_all(MIXED + attached + "--b--", "letter.eml")
    assert isinstance(found, Document)
    assert isinstance(notice, Document)
    assert notice.id == "letter.eml!notice.html"
    assert (notice.kind, notice.text) == ("article", "Quay 4 is closed.")
    said = "read: notice.html; not read: quay.png, winmail.dat"
    assert found.provenance["attachments"] == said


def test_an_attached_letter_is_a_letter() -> None:
    inner = HEAD.replace("Quay 4", "Quay 5") + "\nIt is open."
    found = read_all(MIXED + part("message/rfc822", inner) + "--b--", "letter.eml")
    assert [each.title for each in found if isinstance(each, Document)] == ["Quay 4", "Quay 5"]
    assert isinstance(found[1], Document)
    assert found[1].source_file == "letter.eml!Quay 5.eml"


def test_letters_in_letters_are_refused_at_a_depth() -> None:
    nested = "".join(f"{HEAD}Content-Type: message/rfc822\n\n" for _ in range(9))
    found = read_all(f"{nested}{HEAD}\nend", "letter.eml")
    assert isinstance(found[-1], NotReadable)
    assert "inside" in found[-1].problem


@pytest.mark.parametrize("depth", [40, 3000])
def test_parts_in_parts_keep_their_words(depth: int) -> None:
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)
    )
    assert "The quay is closed." in letter(f"{nested}\nThe quay is closed.").text


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        *(("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("utf-8", "utf-8")),
        *(("us-ascii", "utf-8"), ("x-unknown", "cp1251"), ("punycode", "utf-8")),
        *(("utf-16", "utf-8"), ('"', "utf-8"), ("utf-7", "utf-8")),
    ],
)
def test_a_wrong_charset_costs_no_words(charset: str, encoding: str) -> None:
    words = "Причал закрыт до понедельника, сообщил капитан порта."
    source = f"{HEAD}Content-Type: text/plain; charset={charset}\n\n{words}"
    assert read_one(source.encode(encoding), "a.eml").text == words


def test_a_letter_without_a_date_has_that_of_its_last_server() -> None:
    headers = "Received: by mx.port.example; Sun, 7 Mar 2021 17:06 +0100\nFrom: Ida\nSubject: x\n"
    found = letter("\nwords", headers)
    assert found.published == "2021-03-07T17:06+01:00"
    assert found.provenance["published"].startswith("Received")


def test_a_letter_without_words_is_its_subject() -> None:
    found = letter("Content-Type: image/png\n\nx")
    assert found.text == "Quay 4"
    assert found.provenance["text"] == "Subject: the letter has no other words"


def test_a_letter_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(NotReadable, match="without a word"):
        read_all("From: a@b.example\nDate: x\n\n", "a.eml")


@pytest.mark.parametrize(
    ("source", "name", "expected"),
    [
        (HEAD + "\nwords", "-", True),
        ("From the bridge: nothing.\nSubject: none\n", "a.txt", False),
        ("Subject: a memo\n\nwords", "a.txt", False),
        ("Subject: a memo\n\nwords", "a.eml", True),
        ("HTTP/1.1 200 OK\nDate: x\nFrom: y\nTo: z\n\n", "-", False),
        ("key: value\nother: value\n", "a.txt", False),
    ],
)
def test_a_letter_is_told_by_its_headers(source: str, name: str, expected: bool) -> None:
    headers = find_headers(source.encode())
    assert (headers is not None and is_letter(name, headers)) is expected


@given(st.lists(st.sampled_from([*"\n:;=?<>\"' ", "--b", "--b--", "base64", *MIXED.splitlines()])))
def test_any_lines_of_a_letter_give_documents_or_not_readable(lines: list[str]) -> None:
    source = MIXED + "\n".join(lines)
    for found in read_documents(Page("letter.eml", source.encode())):
        assert isinstance(found, Document | NotReadable)
