"""Which characters bytes stand for, and what is said about it."""

import pytest

from reading.reading_pages import read_one
from wireroom.errors import NotReadable
from wireroom.reading.decoding import decode
from wireroom.reading.sniffing import sniff
from wireroom.records.pages import Page

RUSSIAN = "Ночью в порту горел склад. Никто не пострадал, сообщил сторож Юнас Вик."
ARABIC = "اندلع حريق في مستودع بالميناء فجر الأحد ولم يصب أحد بأذى وفقا لحارس الميناء"
FRENCH = "Le préfet a précisé qu'un entrepôt du port avait brûlé, sans faire de blessés."
POLISH = "Władze portu podały, że w magazynie wybuchł pożar; nikt nie został ranny."
JAPANESE = "港湾当局は土曜日、倉庫で火災が発生したが、けが人はいないと発表した。"


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (RUSSIAN, "utf-8", "utf-8: every byte fits"),
        (RUSSIAN, "utf-8-sig", "utf-8: its byte order mark"),
        (RUSSIAN, "utf-16", "utf-16-le: its byte order mark"),
        (RUSSIAN, "utf-32", "utf-32-le: its byte order mark"),
        (RUSSIAN, "utf-16-be", "utf-16-be: its pattern of bytes"),
        (FRENCH, "utf-16-le", "utf-16-le: its pattern of bytes"),
        (RUSSIAN, "cp1251", "cp1251: a guess from its bytes"),
        (RUSSIAN, "koi8-r", "koi8_r: a guess from its bytes"),
        (ARABIC, "cp1256", "cp1256: a guess from its bytes"),
        (FRENCH, "cp1252", "cp1252: a guess from its bytes"),
        (POLISH, "cp1250", "cp1250: a guess from its bytes"),
        (JAPANESE, "shift_jis", "shift_jis: a guess from its bytes"),
    ],
)
def test_an_encoding_is_found_and_named(text: str, encoding: str, said: str) -> None:
    found = decode(Page("a.txt", text.encode(encoding)))
    assert (found.text, found.encoding) == (text, said)


def test_lines_of_two_encodings_are_read_each_in_its_own() -> None:
    data = f"{RUSSIAN}\n".encode() + f"{RUSSIAN}\n".encode("cp1251")
    found = decode(Page("a.txt", data))
    assert found.text == f"{RUSSIAN}\n{RUSSIAN}\n"
    assert found.encoding.startswith("utf-8 and cp1251: line by line")


def test_a_few_broken_places_do_not_change_the_encoding() -> None:
    found = decode(Page("a.txt", RUSSIAN.encode()[:-1] + b"\xd0\xff " + RUSSIAN.encode()))
    assert found.text.count("\ufffd") == 2
    assert found.encoding == "utf-8: nearly every byte fits; 2 characters could not be read"


def test_control_characters_are_replaced_and_counted() -> None:
    found = decode(Page("a.txt", b"One\x00 quay" + b" and another" * 20))
    assert found.text.startswith("One\ufffd quay")
    assert "1 character could not be read" in found.encoding


def test_what_the_page_declares_goes_before_a_guess() -> None:
    html = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    document = read_one(html.encode("cp1251"), "a.html")
    assert document.text == RUSSIAN
    assert document.provenance["encoding"] == "cp1251: its declaration"


@pytest.mark.parametrize(
    "name", ["rot13", "zlib", "utf-16", "no-such-charset", "idna", "undefined"]
)
def test_a_useless_declaration_is_passed_over(name: str) -> None:
    html = f'<html><head><meta charset="{name}"></head><body><p>{RUSSIAN}</p></body></html>'
    assert read_one(html.encode(), "a.html").text == RUSSIAN


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "is an old office document, not text"),
        (bytes(range(256)), "is a binary, not text"),
        (b"\x00" * 64, "is a binary, not text"),
        (b"\xc2\xa0\n", "has no character that can be read"),
        (b"\xff\xfe", "has no character that can be read"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(data: bytes, said: str) -> None:
    with pytest.raises(NotReadable) as caught:
        read_one(data, "strange.txt")
    assert caught.value.problem == f"strange.txt {said}"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"<!doctype html><title>Quay</title>", "html"),
        (b"\n<!-- saved -->\n<html><body>", "html"),
        ("<html><body>Порт".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (b'<?xml version="1.0"?><rss version="2.0">', "text"),
        (b"Fire < 3 metres from the quay", "text"),
        (b'{"text": "<p>Fire</p>"}', "text"),
    ],
)
def test_the_kind_of_bytes(data: bytes, kind: str) -> None:
    assert sniff(data) == kind
